using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;

namespace ChiBoBot.Features.Attendance;

/// <summary>Roll calls in the words of the cards.</summary>
internal static class RollWords
{
    public static RollView View(RollRow roll, RollSums sums, DateTimeOffset at, IReadOnlyList<string>? viewers = null) => new(roll.Id, roll.Meeting.Title, When(roll.Meeting))
    {
        Summoned = sums.Summoned,
        Present = sums.Present,
        Late = sums.Late,
        Excused = sums.Excused,
        Absent = sums.Absent,
        Open = sums.Open,
        Beside = sums.Beside,
        IsOpen = roll.IsOpen(at),
        Closes = roll.ClosedAt ?? roll.ClosesAt,
        Reopened = roll.ReopenedBecause,
        Viewers = viewers ?? [],
    };

    public static string When(Event meeting) => AttendanceText.WhenOf(VietnamTime.Weekday(meeting.Date), meeting.Date, meeting.Time);

    /// <summary>“Sinh hoạt định kỳ tháng 12, 14:00, Thứ Năm 03/12/2026”.</summary>
    public static string Line(Event meeting) => $"{meeting.Title}, {When(meeting)}";

    public static SeatMark Of(SeatState state) => state switch
    {
        SeatState.Present => SeatMark.Present,
        SeatState.Late => SeatMark.Late,
        SeatState.Excused => SeatMark.Excused,
        SeatState.Absent => SeatMark.Absent,
        _ => SeatMark.Open,
    };

    public static SeatMark Of(Mark mark) => mark switch
    {
        Mark.Present => SeatMark.Present,
        Mark.Late => SeatMark.Late,
        Mark.Excused => SeatMark.Excused,
        _ => SeatMark.Absent,
    };

    public static AbsenceDecision Of(AbsenceState state) => state switch
    {
        AbsenceState.Approved => AbsenceDecision.Approved,
        AbsenceState.Declined => AbsenceDecision.Declined,
        _ => AbsenceDecision.Waiting,
    };

    /// <summary>How one member stands, for their own eyes.</summary>
    public static string Own(Seat seat) => seat switch
    {
        { Mark: { By: null } mark } => AttendanceText.Own(AttendanceText.State(Of(mark.Mark)), mark.At),
        { Mark: { } mark } => AttendanceText.OwnByClerk(AttendanceText.State(Of(mark.Mark)), mark.At),
        { Absence: { } absence } => AttendanceText.OwnAbsence(AttendanceText.Decided(Of(absence.State))),
        _ => AttendanceText.OwnOpen,
    };

    /// <summary>The papers that the numbers of that day follow.</summary>
    public static string? Rules(DateOnly day) => MeetingRules.Book.Find(day)?.Source;

    public static string? Whom(Event meeting) => meeting.Calls() switch
    {
        Summons.Committee => AttendanceText.Committee,
        Summons.Chosen => AttendanceText.Chosen,
        _ => null,
    };
}
