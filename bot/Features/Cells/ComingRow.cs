using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>A member has said beforehand that they come to a meeting, <c>coming|event|member</c>. No mark: at the meeting they press as everybody does.</summary>
internal sealed record ComingRow(string CellId, string EventId, string MemberId, DateTimeOffset At) : ITableRow<ComingRow>
{
    public const string Prefix = "coming|";

    /// <summary>When the meeting was to begin as the member said so; null in older rows.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    public static string Table => CellRow.Table;

    public string PartitionKey => CellId;

    public string RowKey => KeyOf(EventId, MemberId);

    public static string KeyOf(string eventId, string memberId) => $"{Prefix}{eventId}|{memberId}";

    /// <summary>Whether it is about the meeting as it stands: one that was moved is asked about anew.</summary>
    public bool Holds(Event meeting) => StartsAt is null || StartsAt == meeting.StartsAt;

    public static RowRange Of(string eventId) => RowRange.StartingWith($"{Prefix}{eventId}|");

    public void Write(RowWriter row) => row.Instant("At", At).Instant("StartsAt", StartsAt);

    public static ComingRow Read(RowReader row)
    {
        var keys = row.RowKey.Split('|');
        return new(row.PartitionKey, keys[1], keys[2], row.Instant("At")) { StartsAt = row.InstantOrNull("StartsAt") };
    }
}
