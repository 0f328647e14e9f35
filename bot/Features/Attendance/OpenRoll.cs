using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Attendance;

/// <summary>Who gave the command pressed “Mở điểm danh”: the roll call, its card in the group and its end come into being in one commit.</summary>
internal sealed class OpenRoll(RollBook book, RollDesk desk, Pendings pendings, Schedule schedule, Groups groups, MeetingRulebook rules, ITables tables, ILogger<OpenRoll> log) : IHandle<OpenRollForm>
{
    private const int LongestReason = 200;

    public async Task<Reply> Handle(OpenRollForm form, Turn turn, CancellationToken cancel)
    {
        if (await pendings.Find(turn, AskOpenRollHandler.Kind, form.Pending, AttendanceJson.Default.OpenRollPlan, cancel) is not { } pending)
        {
            return Reply.Notify(TurnsText.NotPending);
        }

        var plan = pending.Content;
        if (await book.FindEvent(turn.CellId, plan.EventId, plan.Day, cancel) is not { State: not EventState.Cancelled } meeting || meeting.Date != turn.Today)
        {
            return Reply.Notify(AttendanceText.NoSuchMeeting);
        }

        if (!turn.Asker.MayRun(meeting))
        {
            return Reply.Notify(AttendanceText.MayNotMark);
        }

        var before = await book.Find(turn.CellId, RollRow.IdOf(meeting), cancel);
        if (before?.Row.IsOpen(turn.At) == true)
        {
            return Reply.Notify(AttendanceText.AlreadyOpen);
        }

        var because = PlainText.Of(form.Because, LongestReason);
        if (before is not null && because is null)
        {
            return Reply.Notify(AttendanceText.GiveReopenBecause);
        }

        var roll = Rolls.Opened(meeting, turn, before?.Row, await rules.Find(turn.CellId, meeting.Date, cancel)) with { ReopenedBecause = because ?? before?.Row.ReopenedBecause };
        var sums = RollWatch.Sums(await book.Call(roll, turn.At, cancel), roll);
        var entry = new LedgerEntry(turn, before is null ? AttendanceText.Opens(meeting.Title) : AttendanceText.Reopens(meeting.Title))
            .Beside(
                before is null ? Change.Add(roll) : Change.Replace(roll, before.ETag),
                pending.Done,
                await schedule.Refresh(turn.CellId, RollCard.Kind, roll.Id, turn.Key, cancel),
                await schedule.Plan(turn.CellId, RollWatch.Kind, roll.Id, RollWatch.Next(turn.At), cancel, sums));
        await tables.Commit(entry.Changes, cancel);
        log.Opened(turn.CellId, meeting.Id, before is not null);
        var group = await groups.Of(turn.CellId, cancel) is null ? null : AttendanceText.Title;
        return Reply.Replace(await desk.Card(roll, turn, cancel, AttendanceText.Opened(meeting.Title, group)), AttendanceText.DeskTitle);
    }
}
