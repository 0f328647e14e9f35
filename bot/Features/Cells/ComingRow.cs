using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>A member has said beforehand that they come to a meeting, <c>coming|event|member</c>. No mark: at the meeting they press as everybody does.</summary>
internal sealed record ComingRow(string CellId, string EventId, string MemberId, DateTimeOffset At) : ITableRow<ComingRow>
{
    public const string Prefix = "coming|";

    public static string Table => CellRow.Table;

    public string PartitionKey => CellId;

    public string RowKey => KeyOf(EventId, MemberId);

    public static string KeyOf(string eventId, string memberId) => $"{Prefix}{eventId}|{memberId}";

    public static RowRange Of(string eventId) => RowRange.StartingWith($"{Prefix}{eventId}|");

    public void Write(RowWriter row) => row.Instant("At", At);

    public static ComingRow Read(RowReader row)
    {
        var keys = row.RowKey.Split('|');
        return new(row.PartitionKey, keys[1], keys[2], row.Instant("At"));
    }
}
