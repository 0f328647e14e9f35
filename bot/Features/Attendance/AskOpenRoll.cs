using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Attendance;

/// <summary>“Mở điểm danh cho cuộc họp chiều nay”, “mở lại điểm danh”.</summary>
internal sealed record AskOpenRoll(Slots Slots)
{
    public static AskOpenRoll Of(Request request) => new(request.Slots);
}

/// <summary>What a pending command would open.</summary>
internal sealed record OpenRollPlan(string EventId, DateOnly Day, bool IsReopening);

/// <summary>Shows which roll call the press will open. Nothing is open before it.</summary>
internal sealed class AskOpenRollHandler(RollBook book, RollDesk desk, Pendings pendings, Groups groups, MeetingRulebook rules) : IHandle<AskOpenRoll>
{
    public const string Kind = "attendance.open";

    public async Task<Reply> Handle(AskOpenRoll asked, Turn turn, CancellationToken cancel)
    {
        var days = Periods.Resolve(asked.Slots, turn.Today) ?? DateRange.Day(turn.Today);
        var meetings = await book.Meetings(turn.CellId, days, cancel);
        var meeting = Sought.Fitting(meetings, asked.Slots).FirstOrDefault(meeting => meeting.EndsAt > turn.At)
            ?? Sought.Fitting(meetings, asked.Slots).LastOrDefault();
        if (meeting is null)
        {
            return Reply.Say(days == DateRange.Day(turn.Today) ? AttendanceText.NoMeetingToday : AttendanceText.NoSuchMeeting);
        }

        if (!turn.Asker.MayRun(meeting))
        {
            return Reply.Say(AttendanceText.MayNotMark);
        }

        var roll = (await book.Find(turn.CellId, RollRow.IdOf(meeting), cancel))?.Row;
        if (roll?.IsOpen(turn.At) == true)
        {
            return Reply.Show(await desk.Card(roll, turn, cancel, AttendanceText.AlreadyOpen), AttendanceText.DeskTitle);
        }

        if (meeting.Date != turn.Today)
        {
            return roll is null
                ? Reply.Say(AttendanceText.NotADay)
                : Reply.Show(await desk.Card(roll, turn, cancel, AttendanceText.NotADay), AttendanceText.DeskTitle);
        }

        var fresh = Rolls.Opened(meeting, turn, roll, await rules.Find(turn.CellId, meeting.Date, cancel));
        var what = roll is null ? AttendanceText.Opens(meeting.Title) : AttendanceText.Reopens(meeting.Title);
        var pending = await pendings.Keep(turn, Kind, what, new OpenRollPlan(meeting.Id, meeting.Date, roll is not null), AttendanceJson.Default.OpenRollPlan, cancel);
        var call = RollCall.Of(meeting, fresh, await book.Members(turn.CellId, cancel), [], [], closed: false);
        var view = new OpenRollView(
            pending, meeting.Title, RollWords.When(meeting), meeting.Place, AttendanceText.CalledOf(call.Sums.Summoned, RollWords.Whom(meeting)), fresh.LateFrom, fresh.ClosesAt, roll is not null)
        {
            HasGroup = await groups.Of(turn.CellId, cancel) is not null,
        };
        return Reply.Propose(RollCards.Open(view), view.IsReopening ? AttendanceText.ReopenTitle : AttendanceText.OpenTitle, pending);
    }
}

/// <summary>What a roll call is at its opening. Pure.</summary>
internal static class Rolls
{
    /// <summary>A roll call stays open at least so long after it was opened, e.g. where a meeting began late.</summary>
    private static readonly TimeSpan AtLeast = TimeSpan.FromMinutes(30);

    public static RollRow Opened(Event meeting, Turn turn, RollRow? before, RulePack<MeetingRules>? rules)
    {
        var lateAfter = rules?.Rules.LateAfterMinutes;
        return new RollRow(turn.CellId, meeting)
        {
            OpenedAt = before?.OpenedAt ?? turn.At,
            OpenedBy = before?.OpenedBy ?? turn.Asker.MemberId!,
            LateFrom = meeting.Time is not null && lateAfter is { } minutes ? meeting.StartsAt.AddMinutes(minutes) : null,
            ClosesAt = meeting.EndsAt > turn.At + AtLeast ? meeting.EndsAt : turn.At + AtLeast,
            ReopenedBecause = before?.ReopenedBecause,
        };
    }
}
