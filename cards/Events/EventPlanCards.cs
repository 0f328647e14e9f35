using System.Globalization;
using System.Text.Json.Serialization;

namespace ChiBoBot.Cards;

/// <summary>The cards that plan, move and cancel an event: what was understood, with fields to correct it.</summary>
public static class EventPlanCards
{
    public const string PlanVerb = "events.plan";
    public const string CancelVerb = "events.cancel";

    public static AdaptiveCard Draft(EventDraftView view)
    {
        var isMove = view.MoveOf is not null;
        List<CardElement> body = [TextBlock.Heading(isMove ? EventsText.MoveTitle : EventsText.PlanTitle)];
        if (view.Problem is { } problem)
        {
            body.Add(new TextBlock(problem) { Color = TextColor.Attention, Weight = TextWeight.Bolder });
        }

        body.AddRange(view.Warnings.Select(warning => new TextBlock(warning) { Color = TextColor.Warning }));
        body.Add(new TextBlock(EventsText.CheckFields));
        if (isMove)
        {
            body.Add(new ChoiceInput("event", EventsText.MoveWhich, view.Moves) { Style = "compact", Value = view.MoveOf });
        }
        else
        {
            body.Add(new ChoiceInput("kind", EventsText.Kind, [.. EventsText.Kinds.Select(kind => new Choice(kind.Title, kind.Kind))]) { Style = "compact", Value = view.Kind });
            body.Add(new TextInput("title", EventsText.Name) { Value = view.Title, MaxLength = 150 });
        }

        body.Add(new DateInput("date", EventsText.DateLabel) { Value = view.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
        body.Add(new TimeInput("time", EventsText.TimeLabel) { Value = view.Time?.ToString("HH:mm", CultureInfo.InvariantCulture) });
        body.Add(new NumberInput("minutes", EventsText.MinutesLabel) { Value = view.Minutes, Min = 1, Max = 1440 });
        body.Add(new TextInput("place", EventsText.Place) { Value = view.Place, MaxLength = 120 });
        body.Add(new TextInput("link", EventsText.LinkLabel) { Value = view.Link, MaxLength = 500 });
        if (!isMove)
        {
            body.Add(new ChoiceInput("chair", EventsText.Chair, view.People) { Style = "compact", Value = view.Chair });
            body.Add(new ChoiceInput("clerk", EventsText.Clerk, view.People) { Style = "compact", Value = view.Clerk });
        }

        body.Add(new ActionSet(new ExecuteAction(
            isMove ? EventsText.DoMove : EventsText.DoPlan, PlanVerb, new Dictionary<string, string> { ["pending"] = view.Pending, ["seen"] = view.Seen })));
        return new(body);
    }

    public static AdaptiveCard Cancel(string pending, EventView happening) => new(
    [
        TextBlock.Heading(EventsText.CancelTitle),
        TextBlock.Bold(happening.Title),
        new TextBlock(EventsText.When(happening)),
        new TextInput("reason", EventsText.CancelReason) { MaxLength = 200 },
        new ActionSet(new ExecuteAction(EventsText.DoCancel, CancelVerb, new Dictionary<string, string> { ["pending"] = pending })),
    ]);

    /// <summary>What was done, and how the event is now.</summary>
    public static AdaptiveCard Done(string text, EventView happening) => EventCards.WithLine(text, happening);
}

/// <summary>An event that is being planned or moved.</summary>
/// <param name="Pending">The id of the command that waits.</param>
public sealed record EventDraftView(string Pending, string Kind, string Title)
{
    public string? MoveOf { get; init; }

    /// <summary>What can be moved.</summary>
    public IReadOnlyList<Choice> Moves { get; init; } = [];

    public DateOnly? Date { get; init; }

    public TimeOnly? Time { get; init; }

    public int? Minutes { get; init; }

    public string? Place { get; init; }

    public string? Link { get; init; }

    public string? Chair { get; init; }

    public string? Clerk { get; init; }

    public IReadOnlyList<Choice> People { get; init; } = [];

    /// <summary>Why it can't be planned so.</summary>
    public string? Problem { get; init; }

    /// <summary>What speaks against it; the second press insists.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The ids of the events that the warnings are about.</summary>
    public required string Seen { get; init; }
}

/// <summary>The plan with its fields as they were corrected.</summary>
public sealed record PlanForm(
    string Pending,
    string? Seen = null,
    string? Event = null,
    string? Kind = null,
    string? Title = null,
    string? Date = null,
    string? Time = null,
    [property: JsonConverter(typeof(LooseText))] string? Minutes = null,
    string? Place = null,
    string? Link = null,
    string? Chair = null,
    string? Clerk = null);

/// <summary>The meeting is off.</summary>
public sealed record CancelEventForm(string Pending, string? Reason = null);
