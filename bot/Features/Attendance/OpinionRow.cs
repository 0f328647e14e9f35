using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Attendance;

/// <summary>Góp ý trước: what a member wants said about a meeting that is to come, <c>opinion|event|member|id</c>. For the committee, the clerk and its author; no ledger keeps its words.</summary>
/// <param name="Id">Made from the press that gave it, so that a repeat gives nothing twice.</param>
internal sealed record OpinionRow(string CellId, string EventId, string MemberId, string Id, string Text) : ITableRow<OpinionRow>
{
    public const string Prefix = "opinion|";

    public required DateTimeOffset At { get; init; }

    /// <summary>The point of the agenda as it was called then; null for the meeting as a whole.</summary>
    public string? Item { get; init; }

    public static string Table => CellRow.Table;

    public string PartitionKey => CellId;

    public string RowKey => KeyOf(EventId, MemberId, Id);

    public static string KeyOf(string eventId, string memberId, string id) => $"{Prefix}{eventId}|{memberId}|{id}";

    public static RowRange Of(string eventId) => RowRange.StartingWith($"{Prefix}{eventId}|");

    public void Write(RowWriter row) => row.Text("Text", Text).Text("Item", Item).Instant("At", At);

    public static OpinionRow Read(RowReader row)
    {
        var keys = row.RowKey.Split('|');
        return new(row.PartitionKey, keys[1], keys[2], keys[3], row.Text("Text")) { At = row.Instant("At"), Item = row.TextOrNull("Item") };
    }
}
