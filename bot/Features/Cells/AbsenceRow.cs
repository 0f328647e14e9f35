using System.Globalization;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>Xin vắng: a member asks to be excused from a meeting, <c>absence|event|member</c>. The reason is for the committee's eyes only.</summary>
/// <param name="Reason">Null once it was erased because it need not be kept any more.</param>
internal sealed record AbsenceRow(string CellId, string EventId, string MemberId, AbsenceReason? Reason) : ITableRow<AbsenceRow>
{
    public const string Prefix = "absence|";

    private const string DayFormat = "yyyy-MM-dd";

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The day that the meeting was on when it was asked for: who can't come on one may come on another. Null where that was not kept.</summary>
    public DateOnly? Day { get; init; }

    public string? Note { get; init; }

    public AbsenceState State { get; init; }

    /// <summary>The id of the committee's member who decided.</summary>
    public string? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public static string Table => CellRow.Table;

    /// <summary>Whether it still stands for the meeting as it is: it wasn't taken back, and the meeting wasn't moved to another day.</summary>
    public bool Holds(Event meeting) => State != AbsenceState.Withdrawn && (Day ?? meeting.Date) == meeting.Date;

    public string PartitionKey => CellId;

    public string RowKey => KeyOf(EventId, MemberId);

    public static string KeyOf(string eventId, string memberId) => $"{Prefix}{eventId}|{memberId}";

    public static RowRange Of(string eventId) => RowRange.StartingWith($"{Prefix}{eventId}|");

    public void Write(RowWriter row) => row
        .Text("Reason", Reason?.ToString())
        .Instant("AskedAt", AskedAt)
        .Text("Day", Day?.ToString(DayFormat, CultureInfo.InvariantCulture))
        .Text("Note", Note)
        .Text("State", State.ToString())
        .Text("DecidedBy", DecidedBy)
        .Instant("DecidedAt", DecidedAt);

    public static AbsenceRow Read(RowReader row)
    {
        var keys = row.RowKey.Split('|');
        return new(row.PartitionKey, keys[1], keys[2], row.TextOrNull("Reason") is { } reason ? Enum.Parse<AbsenceReason>(reason) : null)
        {
            AskedAt = row.Instant("AskedAt"),
            Day = row.TextOrNull("Day") is { } day ? DateOnly.ParseExact(day, DayFormat, CultureInfo.InvariantCulture) : null,
            Note = row.TextOrNull("Note"),
            State = Enum.Parse<AbsenceState>(row.Text("State")),
            DecidedBy = row.TextOrNull("DecidedBy"),
            DecidedAt = row.InstantOrNull("DecidedAt"),
        };
    }
}

/// <summary>Why, by category: of an illness no more is kept than that.</summary>
internal enum AbsenceReason
{
    /// <summary>Đi công tác, trực.</summary>
    Duty,

    /// <summary>Lý do sức khỏe.</summary>
    Health,

    /// <summary>Việc gia đình.</summary>
    Family,

    /// <summary>Đi học.</summary>
    Study,

    /// <summary>Lý do khác.</summary>
    Other,
}

internal enum AbsenceState
{
    /// <summary>The committee hasn't decided.</summary>
    Waiting,

    Approved,

    Declined,

    /// <summary>The member took it back, or the meeting was moved to another day.</summary>
    Withdrawn,
}
