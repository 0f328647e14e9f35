using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Events;

/// <summary>“Tạo lịch” or “Dời lịch” was pressed, with the fields as they were corrected. What stands against it is shown first, and a second press insists.</summary>
internal sealed class DoPlan(Calendar calendar, PlanCards cards, Pendings pendings, IMeetingReminders reminders, ITables tables, ILogger<DoPlan> log) : IHandle<PlanForm>
{
    private const int LongestTitle = 150;
    private const int LongestMeeting = 1440;

    public async Task<Reply> Handle(PlanForm form, Turn turn, CancellationToken cancel)
    {
        if (await pendings.Find(turn, AskPlanHandler.Kind, form.Pending, EventsJson.Default.EventDraft, cancel) is not { } pending)
        {
            return Reply.Notify(TurnsText.NotPending);
        }

        var draft = Filled(pending.Content, form);
        if (PlanCheck.Problem(draft, turn.At) is { } problem)
        {
            return Reply.Replace(await cards.Draft(draft, form.Pending, problem, turn, cancel), EventsText.PlanTitle);
        }

        var conflicts = PlanCheck.Conflicts(draft, await calendar.Events(turn.CellId, DateRange.Day(draft.Date!.Value), EventSort.Any, cancel));
        var seen = (form.Seen ?? "").Split(',');
        if (conflicts.Any(other => !seen.Contains(other.Id)))
        {
            return Reply.Replace(await cards.Draft(draft, form.Pending, EventsText.Insist, turn, cancel), EventsText.PlanTitle);
        }

        return draft.MoveOf is null ? await Plan(draft, pending.Done, turn, cancel) : await Move(draft, pending.Done, turn, cancel);
    }

    private async Task<Reply> Plan(EventDraft draft, Change done, Turn turn, CancellationToken cancel)
    {
        var members = await calendar.Members(turn.CellId, cancel);
        var planned = new Event("e-" + turn.Key, draft.Kind, draft.Title, draft.Date!.Value)
        {
            Time = draft.Time,
            Minutes = draft.Time is null ? null : draft.Minutes,
            Place = draft.Place,
            Link = draft.Link,
            Chair = Known(draft.Chair, members, turn),
            Clerk = Known(draft.Clerk, members, turn),
        };
        var entry = new LedgerEntry(turn, EventsText.Plans($"{planned.Title}, {EventsText.When(Calendar.View(planned))}"))
            .Add(new PartRow<Event>(turn.CellId, planned))
            .Beside([done, .. await reminders.Changes(turn.CellId, null, planned, cancel)]);
        await tables.Commit(entry.Changes, cancel);
        log.Planned(turn.CellId, planned.Id);
        return Reply.Replace(EventPlanCards.Done(EventsText.Planned, await calendar.WithNames(turn.CellId, planned, cancel)), EventsText.PlanTitle);
    }

    private async Task<Reply> Move(EventDraft draft, Change done, Turn turn, CancellationToken cancel)
    {
        if (await calendar.Find(turn.CellId, draft.MoveOf!, turn.Today, cancel) is not { Row: var row } read || row.Part.State != EventState.Planned)
        {
            return Reply.Notify(EventsText.NothingToMove);
        }

        if (await tables.Find<RollRow>(turn.CellId, RollRow.Prefix + RollRow.IdOf(row.Part), cancel) is not null)
        {
            return Reply.Notify(EventsText.RollIsCalled);
        }

        var moved = row.Part with
        {
            Date = draft.Date!.Value,
            Time = draft.Time,
            Minutes = draft.Time is null ? null : draft.Minutes,
            Place = draft.Place,
            Link = draft.Link,
        };
        var entry = new LedgerEntry(turn, EventsText.Moves($"{moved.Title} sang {EventsText.When(Calendar.View(moved))}"));
        _ = moved.Date == row.Part.Date ? entry.Replace(read, row with { Part = moved }) : entry.Remove(read).Add(row with { Part = moved });
        await tables.Commit(entry.Beside([done, .. await reminders.Changes(turn.CellId, row.Part, moved, cancel)]).Changes, cancel);
        log.Moved(turn.CellId, moved.Id);
        return Reply.Replace(EventPlanCards.Done(EventsText.Moved, await calendar.WithNames(turn.CellId, moved, cancel)), EventsText.MoveTitle);
    }

    private static EventDraft Filled(EventDraft draft, PlanForm form) => draft with
    {
        Kind = Enum.TryParse<EventKind>(form.Kind, out var kind) && Enum.IsDefined(kind) ? kind : draft.Kind,
        Title = form.Title is null ? draft.Title : PlainText.Of(form.Title, LongestTitle) ?? "",
        MoveOf = draft.MoveOf is null ? null : form.Event ?? draft.MoveOf,
        Date = form.Date is null ? draft.Date : DateOnly.TryParseExact(form.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        Time = form.Time is null ? draft.Time : TimeOnly.TryParseExact(form.Time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null,
        Minutes = form.Minutes is null ? draft.Minutes : int.TryParse(form.Minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= LongestMeeting ? minutes : null,
        Place = form.Place is null ? draft.Place : PlainText.Of(form.Place, PlanCards.LongestPlace),
        Link = string.IsNullOrWhiteSpace(form.Link) ? (form.Link is null ? draft.Link : null) : form.Link.Trim(),
        Chair = form.Chair ?? draft.Chair,
        Clerk = form.Clerk ?? draft.Clerk,
    };

    private static string? Known(string? id, IReadOnlyList<Member> members, Turn turn) =>
        members.FirstOrDefault(member => member.Id == id && member.IsIn(turn.Today))?.Id;
}

/// <summary>“Hủy cuộc họp” was pressed. The event stays in the calendar, as cancelled, with the reason.</summary>
internal sealed class DoCancelEvent(Calendar calendar, Pendings pendings, IMeetingReminders reminders, ITables tables, ILogger<DoCancelEvent> log) : IHandle<CancelEventForm>
{
    private const int LongestReason = 200;

    public async Task<Reply> Handle(CancelEventForm form, Turn turn, CancellationToken cancel)
    {
        if (await pendings.Find(turn, AskCancelEventHandler.Kind, form.Pending, EventsJson.Default.CancelPlan, cancel) is not { } pending)
        {
            return Reply.Notify(TurnsText.NotPending);
        }

        if (await calendar.Find(turn.CellId, pending.Content.EventId, pending.Content.Day, cancel) is not { Row: var row } read || row.Part.State != EventState.Planned)
        {
            return Reply.Notify(EventsText.NothingToCancel);
        }

        if (await tables.Find<RollRow>(turn.CellId, RollRow.Prefix + RollRow.IdOf(row.Part), cancel) is not null)
        {
            return Reply.Notify(EventsText.RollIsCalled);
        }

        var cancelled = row.Part with { State = EventState.Cancelled, Note = PlainText.Of(form.Reason, LongestReason) ?? row.Part.Note };
        var entry = new LedgerEntry(turn, EventsText.Cancels(cancelled.Title))
            .Replace(read, row with { Part = cancelled })
            .Beside([pending.Done, .. await reminders.Changes(turn.CellId, row.Part, cancelled, cancel)]);
        await tables.Commit(entry.Changes, cancel);
        log.Cancelled(turn.CellId, cancelled.Id);
        return Reply.Replace(EventPlanCards.Done(EventsText.CancelDone, await calendar.WithNames(turn.CellId, cancelled, cancel)), EventsText.CancelTitle);
    }
}
