using ChiBoBot.Storage;

namespace ChiBoBot.Due;

/// <summary>The hour before which the index holds nothing any more: sweeps begin there, also after the bot was down for days.</summary>
internal sealed record DueMark(DateTimeOffset Hour) : ITableRow<DueMark>
{
    public const string Key = "mark";

    public static string Table => DueEntry.Table;

    public string PartitionKey => Key;

    public string RowKey => Key;

    public void Write(RowWriter row) => row.Instant("Hour", Hour);

    public static DueMark Read(RowReader row) => new(row.Instant("Hour"));
}
