using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;

namespace ChiBoBot.Features.Events;

/// <summary>An event as it is being planned: what was understood, and then what the card's fields say.</summary>
/// <param name="MoveOf">The id of the event that is moved; null for a new one.</param>
internal sealed record EventDraft(EventKind Kind, string Title, string? MoveOf = null)
{
    public DateOnly? Date { get; init; }

    public TimeOnly? Time { get; init; }

    public int? Minutes { get; init; }

    public string? Place { get; init; }

    public string? Link { get; init; }

    public string? Chair { get; init; }

    public string? Clerk { get; init; }

    public Summons? Summons { get; init; }

    public IReadOnlyList<string> Chosen { get; init; } = [];

    /// <summary>The key, <c>day|id</c>, of the event that is edited; null for a new or moved one.</summary>
    public string? EditOf { get; init; }

    /// <summary>Line by line, as the field holds it.</summary>
    public string? Agenda { get; init; }

    public string? Documents { get; init; }

    public string? Guests { get; init; }

    /// <summary>An event as it is, to be edited.</summary>
    public static EventDraft Of(Event happening) => new(happening.Kind, happening.Title)
    {
        EditOf = RollRow.IdOf(happening),
        Date = happening.Date,
        Time = happening.Time,
        Minutes = happening.Minutes,
        Place = happening.Place,
        Link = happening.Link,
        Chair = happening.Chair,
        Clerk = happening.Clerk,
        Summons = happening.Summons,
        Chosen = happening.Chosen,
        Agenda = AgendaLines.Write(happening.Agenda),
        Documents = AgendaLines.Write(happening.Documents),
        Guests = AgendaLines.Write(happening.Guests),
    };
}

/// <summary>What stands against a plan. Pure.</summary>
internal static class PlanCheck
{
    /// <summary>What makes the plan impossible, in a sentence that says what to do; null where it can be.</summary>
    public static string? Problem(EventDraft draft, DateTimeOffset now) => draft switch
    {
        { Title: "" } => EventsText.GiveTitle,
        { Date: null } => EventsText.GiveDate,
        { Time: null } when draft.Kind is not (EventKind.Activity or EventKind.Commemoration) => EventsText.GiveTime,
        { Link: { } link } when !Document.IsLink(link) => EventsText.BadLink,
        { Summons: Cells.Summons.Chosen, Chosen.Count: 0 } => AgendaText.ChooseSomebody,
        _ when AgendaLines.Problem(draft.Agenda, draft.Documents, draft.Guests) is { } problem => problem,
        { Date: { } day } when VietnamTime.At(day, draft.Time ?? TimeOnly.MaxValue) <= now => EventsText.IsPast(day, draft.Time),
        { Date: { } day } when day > VietnamTime.DateOf(now).AddYears(3) => EventsText.TooFar,
        _ => null,
    };

    /// <summary>The events that are on at the same time.</summary>
    public static IReadOnlyList<Event> Conflicts(EventDraft draft, IEnumerable<Event> calendar)
    {
        if (draft is not { Date: { } day, Time: { } time })
        {
            return [];
        }

        var start = VietnamTime.At(day, time);
        var end = start + (draft.Minutes is { } minutes ? TimeSpan.FromMinutes(minutes) : Event.UsualLength);
        return [.. calendar.Where(other =>
            other.Id != draft.MoveOf && draft.EditOf?.EndsWith("|" + other.Id, StringComparison.Ordinal) != true && other is { State: not EventState.Cancelled, Time: not null } && other.StartsAt < end && start < other.EndsAt)];
    }

    /// <summary>What the rules say against the length or the day; the cell may have its reasons.</summary>
    public static IEnumerable<string> Hints(EventDraft draft, Rules.RulePack<Rules.MeetingRules>? pack)
    {
        if (pack is null)
        {
            yield break;
        }

        if (draft.Kind is EventKind.Regular or EventKind.Thematic && draft.Minutes < pack.Rules.LeastMinutes)
        {
            yield return EventsText.TooShort(pack.Rules.LeastMinutes, pack.Source);
        }

        if (draft is { Kind: EventKind.Regular, Date: { } day } && day.Day > RegularDays.LatestOf(pack.Rules))
        {
            yield return EventsText.TooLate(pack.Rules.RegularDay, RegularDays.LatestOf(pack.Rules), pack.Source);
        }
    }
}
