using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Events;

/// <summary>“Tạo lịch họp chi ủy sáng thứ hai tuần sau 8h phòng 205”, “dời họp chiều nay sang 9h thứ tư”.</summary>
internal sealed record AskPlan(Slots Slots)
{
    public static AskPlan Of(Request request) => new(request.Slots);
}

/// <summary>“Hủy cuộc họp chiều mai”: a meeting that stands in the calendar, not a command that was just given.</summary>
internal sealed record AskCancelEvent(Slots Slots)
{
    public static AskCancelEvent? Of(Request request) => request.Slots.Text("target") == "existing_meeting" ? new(request.Slots) : null;
}

/// <summary>What a cancellation that waits for its press is about.</summary>
internal sealed record CancelPlan(string EventId, DateOnly Day);

/// <summary>Shows what was understood, to be corrected; the press plans it.</summary>
internal sealed class AskPlanHandler(Calendar calendar, PlanCards cards, MeetingRulebook rules, RegularMeetings regular, Pendings pendings) : IHandle<AskPlan>
{
    public const string Kind = "events.plan";

    private const int DaysAhead = 100;

    /// <summary>“Lên lịch sinh hoạt định kỳ”, of no day, is the next month that lacks it.</summary>
    private const int MonthsAhead = 3;

    public async Task<Reply> Handle(AskPlan asked, Turn turn, CancellationToken cancel)
    {
        var isMove = asked.Slots.Text("mode") == "reschedule";
        var draft = isMove ? await Moved(asked.Slots, turn, cancel) : await New(asked.Slots, turn, cancel);
        if (draft is null)
        {
            return Reply.Say(EventsText.NothingToMove);
        }

        var pending = await pendings.Keep(turn, Kind, draft.MoveOf is null ? EventsText.Plans(draft.Title) : EventsText.Moves(draft.Title), draft, EventsJson.Default.EventDraft, cancel);
        return Reply.Propose(await cards.Draft(draft, pending, null, turn, cancel), draft.MoveOf is null ? EventsText.PlanTitle : EventsText.MoveTitle, pending);
    }

    private async Task<EventDraft> New(Slots slots, Turn turn, CancellationToken cancel)
    {
        var kind = EventQuestion.Kind(slots) ?? (slots.Text("topic") is null ? EventKind.Regular : EventKind.Activity);
        var day = DayOf(slots, turn.Today);
        var asLast = day is null && EventQuestion.Kind(slots) == EventKind.Regular
            ? await regular.Missing(turn.CellId, Periods.Resolve(slots, turn.Today) is { HasEnd: true } period ? period.From : turn.Today, MonthsAhead, turn.Today, cancel)
            : null;
        day ??= asLast?.Days[0];
        var pack = await rules.Find(turn.CellId, day ?? turn.Today, cancel);
        var time = Time(slots.Text("time")) ?? asLast?.Time;
        return new(kind, EventsText.TitleOf(kind.ToString(), slots.Text("topic"), day ?? turn.Today))
        {
            Date = day,
            Time = time,
            Minutes = Length(slots, time) ?? (kind is EventKind.Regular or EventKind.Thematic ? pack?.Rules.LeastMinutes : null),
            Place = PlainText.Of(slots.Text("place"), PlanCards.LongestPlace) ?? asLast?.Place,
        };
    }

    /// <summary>The coming meeting of that kind; which one, the card lets choose.</summary>
    private async Task<EventDraft?> Moved(Slots slots, Turn turn, CancellationToken cancel)
    {
        var sort = EventQuestion.Sort(slots, EventSort.Any);
        var coming = (await calendar.Events(turn.CellId, new(turn.Today, turn.Today.AddDays(DaysAhead)), sort, cancel))
            .Where(happening => happening.State == EventState.Planned && !EventQuestion.IsOver(happening, turn.At))
            .ToList();
        if ((coming.Find(happening => happening.IsMeeting) ?? (coming is [var first, ..] ? first : null)) is not { } moved)
        {
            return null;
        }

        var time = Time(slots.Text("time"));
        return new(moved.Kind, moved.Title, moved.Id)
        {
            Date = DayOf(slots, turn.Today) ?? moved.Date,
            Time = time ?? moved.Time,
            Minutes = Length(slots, time) ?? moved.Minutes,
            Place = PlainText.Of(slots.Text("place"), PlanCards.LongestPlace) ?? moved.Place,
            Link = moved.Link,
            Chair = moved.Chair,
            Clerk = moved.Clerk,
        };
    }

    private static DateOnly? DayOf(Slots slots, DateOnly today) => Periods.Resolve(slots, today) is { IsOneDay: true } day ? day.From : null;

    private static TimeOnly? Time(string? text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>From the end that was said, or from a length as the reader writes it: <c>90m</c>, <c>2h</c>.</summary>
    private static int? Length(Slots slots, TimeOnly? start)
    {
        if (start is { } from && Time(slots.Text("end_time")) is { } to && to > from)
        {
            return (int)(to - from).TotalMinutes;
        }

        return slots.Text("duration") is [.. var number, var unit] && decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? unit switch { 'm' => (int)amount, 'h' => (int)(amount * 60), _ => null }
            : null;
    }
}

/// <summary>The cards that plan, with what stands against the plan.</summary>
internal sealed class PlanCards(Calendar calendar, MeetingRulebook rules)
{
    public const int LongestPlace = 120;
    private const int MostChoices = 60;
    private const int MostMoves = 8;
    private const int DaysAhead = 100;

    public async Task<AdaptiveCard> Draft(EventDraft draft, string pending, string? problem, Turn turn, CancellationToken cancel, string? version = null)
    {
        var conflicts = draft.Date is { } day ? PlanCheck.Conflicts(draft, await calendar.Events(turn.CellId, DateRange.Day(day), EventSort.Any, cancel)) : [];
        var members = (await calendar.Members(turn.CellId, cancel))
            .Where(member => member.IsIn(turn.Today))
            .OrderBy(member => member.PostsOn(turn.Today) is [var highest, ..] ? (int)highest : int.MaxValue)
            .ThenBy(member => VietnameseNames.SortKey(member.Name), StringComparer.Ordinal)
            .ToList();

        // Whoever is named already must be among those who are offered, or the next press takes them out.
        var offered = members.OrderByDescending(member => member.Id == draft.Chair || member.Id == draft.Clerk || draft.Chosen.Contains(member.Id)).Take(MostChoices).ToHashSet();
        var people = members.Where(offered.Contains).Select(member => new Choice(member.Name, member.Id));
        IReadOnlyList<Choice> moves = draft.MoveOf is null ? [] : [.. (await calendar.Events(turn.CellId, new(turn.Today, turn.Today.AddDays(DaysAhead)), EventSort.Any, cancel))
            .Where(happening => happening.State == EventState.Planned && !EventQuestion.IsOver(happening, turn.At))
            .Take(MostMoves)
            .Select(happening => new Choice(EventsText.Line(Calendar.View(happening)), happening.Id))];
        return EventPlanCards.Draft(new(pending, draft.Kind.ToString(), draft.Title)
        {
            MoveOf = draft.MoveOf,
            Moves = moves,
            Date = draft.Date,
            Time = draft.Time,
            Minutes = draft.Minutes,
            Place = draft.Place,
            Link = draft.Link,
            Chair = draft.Chair,
            Clerk = draft.Clerk,
            People = [.. people],
            IsEdit = draft.EditOf is not null,
            Version = version,
            Summons = draft.Summons?.ToString() ?? AgendaText.Calls[0].Value,
            Chosen = draft.Chosen,
            Agenda = draft.Agenda,
            Documents = draft.Documents,
            Guests = draft.Guests,
            Problem = problem,
            Warnings =
            [
                .. conflicts.Select(other => EventsText.Conflict(EventsText.Line(Calendar.View(other)))),
                .. PlanCheck.Hints(draft, draft.Date is { } date ? await rules.Find(turn.CellId, date, cancel) : null),
            ],
            Seen = string.Join(',', conflicts.Select(other => other.Id)),
        });
    }
}

internal sealed class AskCancelEventHandler(Calendar calendar, Pendings pendings) : IHandle<AskCancelEvent>
{
    public const string Kind = "events.cancel";

    private const int DaysAhead = 100;

    public async Task<Reply> Handle(AskCancelEvent asked, Turn turn, CancellationToken cancel)
    {
        var days = Periods.Resolve(asked.Slots, turn.Today) ?? new DateRange(turn.Today, turn.Today.AddDays(DaysAhead));
        var found = (await calendar.Events(turn.CellId, days, EventQuestion.Sort(asked.Slots, EventSort.Any), cancel))
            .FirstOrDefault(happening => happening.State == EventState.Planned && !EventQuestion.IsOver(happening, turn.At) && EventQuestion.IsAtTimeOfDay(happening, asked.Slots));
        if (found is null)
        {
            return Reply.Say(EventsText.NothingToCancel);
        }

        var pending = await pendings.Keep(turn, Kind, EventsText.Cancels(found.Title), new CancelPlan(found.Id, found.Date), EventsJson.Default.CancelPlan, cancel);
        return Reply.Propose(EventPlanCards.Cancel(pending, await calendar.WithNames(turn.CellId, found, cancel)), EventsText.CancelTitle, pending);
    }
}
