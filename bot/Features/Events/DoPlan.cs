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
    private const int LongestLines = 6000;

    public async Task<Reply> Handle(PlanForm form, Turn turn, CancellationToken cancel)
    {
        if (await pendings.Find(turn, AskPlanHandler.Kind, form.Pending, EventsJson.Default.EventDraft, cancel) is not { } pending)
        {
            return Reply.Notify(TurnsText.NotPending);
        }

        var draft = Filled(pending.Content, form);
        if (PlanCheck.Problem(Typed(draft, pending.Content), turn.At) is { } problem)
        {
            return await Again(draft, form, problem, form.Version, turn, cancel);
        }

        var conflicts = PlanCheck.Conflicts(draft, await calendar.Events(turn.CellId, DateRange.Day(draft.Date!.Value), EventSort.Any, cancel));
        var seen = (form.Seen ?? "").Split(',');
        if (conflicts.Any(other => !seen.Contains(other.Id)))
        {
            return await Again(draft, form, EventsText.Insist, form.Version, turn, cancel);
        }

        return draft.EditOf is { } id ? await Edit(draft, id, form, pending.Done, turn, cancel)
            : draft.MoveOf is null ? await Plan(draft, pending.Done, turn, cancel) : await Move(draft, pending.Done, turn, cancel);
    }

    private async Task<Reply> Plan(EventDraft draft, Change done, Turn turn, CancellationToken cancel)
    {
        var members = await calendar.Members(turn.CellId, cancel);
        var planned = Filled(new("e-" + turn.Key, draft.Kind, draft.Title, draft.Date!.Value), draft, members, turn);
        var entry = new LedgerEntry(turn, EventsText.Plans($"{planned.Title}, {EventsText.When(Calendar.View(planned))}"))
            .Add(new PartRow<Event>(turn.CellId, planned))
            .Beside([done, .. await reminders.Changes(turn.CellId, null, planned, cancel)]);
        await tables.Commit(entry.Changes, cancel);
        log.Planned(turn.CellId, planned.Id);
        return Reply.Replace(EventPlanCards.Done(EventsText.Planned, await calendar.WithNames(turn.CellId, planned, cancel), RollRow.IdOf(planned)), EventsText.PlanTitle);
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

        var moved = Moved(row.Part, draft);
        var entry = new LedgerEntry(turn, EventsText.Moves($"{moved.Title} sang {EventsText.When(Calendar.View(moved))}"));
        _ = moved.Date == row.Part.Date ? entry.Replace(read, row with { Part = moved }) : entry.Remove(read).Add(row with { Part = moved });
        await tables.Commit(entry.Beside([done, .. await reminders.Changes(turn.CellId, row.Part, moved, cancel)]).Changes, cancel);
        log.Moved(turn.CellId, moved.Id);
        return Reply.Replace(EventPlanCards.Done(EventsText.Moved, await calendar.WithNames(turn.CellId, moved, cancel)), EventsText.MoveTitle);
    }

    /// <summary>All fields of an event become what the card says, if it still is the event that the card showed.</summary>
    private async Task<Reply> Edit(EventDraft draft, string id, PlanForm form, Change done, Turn turn, CancellationToken cancel)
    {
        if (await tables.Find<PartRow<Event>>(turn.CellId, PartRow<Event>.KeyOf(id), cancel) is not { Row: var row } read || row.Part.State != EventState.Planned)
        {
            return Reply.Notify(EventsText.NothingToEdit);
        }

        if (await tables.Find<RollRow>(turn.CellId, RollRow.Prefix + id, cancel) is not null)
        {
            return Reply.Notify(EventsText.RollIsCalledEdit);
        }

        if (Fingerprint.Of(row.Part) is var version && version != form.Version)
        {
            return await Again(draft, form, EventsText.EditedMeanwhile, version, turn, cancel);
        }

        var members = await calendar.Members(turn.CellId, cancel);
        var edited = Filled(row.Part, draft, members, turn) with
        {
            Agenda = AgendaLines.IsSame(draft.Agenda, AgendaLines.Write(row.Part.Agenda)) ? row.Part.Agenda : AgendaLines.Agenda(draft.Agenda),
            Documents = AgendaLines.IsSame(draft.Documents, AgendaLines.Write(row.Part.Documents)) ? row.Part.Documents : AgendaLines.Documents(draft.Documents),
            Guests = AgendaLines.IsSame(draft.Guests, AgendaLines.Write(row.Part.Guests)) ? row.Part.Guests : AgendaLines.Guests(draft.Guests),
        };
        var entry = new LedgerEntry(turn, EventsText.Edits($"{edited.Title}, {EventsText.When(Calendar.View(edited))}"));
        _ = edited.Date == row.Part.Date ? entry.Replace(read, row with { Part = edited }) : entry.Remove(read).Add(row with { Part = edited });
        await tables.Commit(entry.Beside([done, .. await reminders.Changes(turn.CellId, row.Part, edited, cancel)]).Changes, cancel);
        log.Edited(turn.CellId, edited.Id);
        return Reply.Replace(EventPlanCards.Done(EventsText.Edited, await calendar.WithNames(turn.CellId, edited, cancel), RollRow.IdOf(edited)), EventsText.EditTitle);
    }

    /// <summary>The event at the time and place that the card says.</summary>
    private static Event Moved(Event one, EventDraft draft) => one with
    {
        Date = draft.Date!.Value,
        Time = draft.Time,
        Minutes = draft.Time is null ? null : draft.Minutes,
        Place = draft.Place,
        Link = draft.Link,
    };

    /// <summary>The event with all that a card for a new one asks.</summary>
    private static Event Filled(Event one, EventDraft draft, IReadOnlyList<Member> members, Turn turn) => Moved(one, draft) with
    {
        Kind = draft.Kind,
        Title = draft.Title,
        Chair = Known(draft.Chair, members, turn),
        Clerk = Known(draft.Clerk, members, turn),
        Summons = draft.Summons,
        Chosen = ChosenOf(draft, members, turn),
    };

    private async Task<Reply> Again(EventDraft draft, PlanForm form, string problem, string? version, Turn turn, CancellationToken cancel) =>
        Reply.Replace(await cards.Draft(draft, form.Pending, problem, turn, cancel, version), draft.EditOf is null ? EventsText.PlanTitle : EventsText.EditTitle);

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
        Summons = form.Summons is null ? draft.Summons : Enum.TryParse<Summons>(form.Summons, out var calls) && Enum.IsDefined(calls) ? calls : null,
        Chosen = form.Chosen is null ? draft.Chosen : form.Chosen.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        Agenda = Lines(form.Agenda, draft.Agenda),
        Documents = Lines(form.Documents, draft.Documents),
        Guests = Lines(form.Guests, draft.Guests),
    };

    /// <summary>Without the fields that are as they were: what an import brought needn't fit what can be typed.</summary>
    private static EventDraft Typed(EventDraft draft, EventDraft before) => draft with
    {
        Agenda = AgendaLines.IsSame(draft.Agenda, before.Agenda) ? null : draft.Agenda,
        Documents = AgendaLines.IsSame(draft.Documents, before.Documents) ? null : draft.Documents,
        Guests = AgendaLines.IsSame(draft.Guests, before.Guests) ? null : draft.Guests,
    };

    private static string? Lines(string? written, string? before) =>
        written is null ? before : written.Length <= LongestLines ? written : written[..LongestLines];

    /// <summary>Those who were chosen and are in the cell; nobody where the event calls others.</summary>
    private static IReadOnlyList<string> ChosenOf(EventDraft draft, IReadOnlyList<Member> members, Turn turn) => draft.Summons == Summons.Chosen
        ? [.. members.Where(member => draft.Chosen.Contains(member.Id) && member.IsIn(turn.Today)).Select(member => member.Id)]
        : [];

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
