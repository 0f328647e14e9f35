using ChiBoBot.Storage;

namespace ChiBoBot.Turns;

/// <summary>A press that was carried out. It is added in the same commit as the change, so that a repeat, on any instance and after any crash, finds it done.</summary>
/// <param name="Key">The turn's.</param>
internal sealed record InboxRow(string CellId, string Key) : ITableRow<InboxRow>
{
    public const string Prefix = "inbox|";

    public required DateTimeOffset At { get; init; }

    public static string Table => "Cells";

    public string PartitionKey => CellId;

    public string RowKey => Prefix + Key;

    public void Write(RowWriter row) => row.Instant("At", At);

    public static InboxRow Read(RowReader row) => new(row.PartitionKey, row.RowKey[Prefix.Length..]) { At = row.Instant("At") };

    public static InboxRow Of(Turn turn) => new(turn.CellId, turn.Key) { At = turn.At };
}
