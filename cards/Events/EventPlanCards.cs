using System.Globalization;
using System.Text.Json.Serialization;

namespace ChiBoBot.Cards;

/// <summary>The cards that plan, move and cancel an event: what was understood, with fields to correct it.</summary>
public static class EventPlanCards
{
    public const string PlanVerb = "events.plan";
    public const string CancelVerb = "events.cancel";
    public const string EditVerb = "events.edit";

    /// <summary>So much can be typed into the long fields.</summary>
    private const int MaxAgenda = 3300;
    private const int MaxDocuments = 2600;
    private const int MaxGuests = 1300;

    /// <summary>So many letters the lists of people and the long fields may have together.</summary>
    private const int MostLetters = 9_800;

    public static AdaptiveCard Draft(EventDraftView view)
    {
        var isMove = view.MoveOf is not null;
        List<CardElement> body = [TextBlock.Heading(isMove ? EventsText.MoveTitle : view.IsEdit ? EventsText.EditTitle : EventsText.PlanTitle)];
        if (view.Problem is { } problem)
        {
            body.Add(new TextBlock(problem) { Color = TextColor.Attention, Weight = TextWeight.Bolder });
        }

        body.AddRange(view.Warnings.Select(warning => new TextBlock(warning)));
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
        var asks = view.Summons == AgendaText.Calls[^1].Value;
        var isFull = !isMove && Letters(view, lists: asks ? 3 : 2) > MostLetters;
        if (isFull)
        {
            body.Add(TextBlock.Small(AgendaText.KeepsOfficers));
        }
        else if (!isMove)
        {
            body.Add(new ChoiceInput("chair", EventsText.Chair, view.People) { Style = "compact", Value = view.Chair });
            body.Add(new ChoiceInput("clerk", EventsText.Clerk, view.People) { Style = "compact", Value = view.Clerk });
        }

        if (!isMove)
        {
            body.Add(new ChoiceInput("summons", AgendaText.Summons, [.. AgendaText.Calls.Select(call => new Choice(call.Title, call.Value))]) { Style = "compact", Value = view.Summons });
            if (asks)
            {
                // The long list only for who asked for it.
                body.Add(new ChoiceInput("chosen", AgendaText.Chosen, view.People) { IsMultiSelect = true, Value = view.Chosen.Count > 0 ? string.Join(',', view.Chosen) : null });
            }
        }

        if (view.IsEdit)
        {
            body.Add(Field("agenda", AgendaText.Agenda, view.Agenda, MaxAgenda));
            body.Add(TextBlock.Small(AgendaText.CategoriesHint));
            body.Add(Field("documents", AgendaText.Documents, view.Documents, MaxDocuments));
            body.Add(Field("guests", AgendaText.Guests, view.Guests, MaxGuests));
        }

        var data = new Dictionary<string, string> { ["pending"] = view.Pending, ["seen"] = view.Seen };
        if (view.Version is { } version)
        {
            data["version"] = version;
        }

        if (isFull)
        {
            // What was chosen before goes along with the button.
            foreach (var (name, value) in (ReadOnlySpan<(string, string?)>)[("chair", view.Chair), ("clerk", view.Clerk)])
            {
                if (value is not null)
                {
                    data[name] = value;
                }
            }
        }

        body.Add(new ActionSet(new ExecuteAction(isMove ? EventsText.DoMove : view.IsEdit ? EventsText.DoEdit : EventsText.DoPlan, PlanVerb, data)));
        return new(body);
    }

    /// <summary>An imported field that is longer than what can be typed stays as it is.</summary>
    private static CardElement Field(string id, string label, string? value, int most) => value?.Length > most
        ? TextBlock.Small(AgendaText.TooLongHere(label))
        : new TextInput(id, label) { Value = value, IsMultiline = true, MaxLength = most };

    private static int Letters(EventDraftView view, int lists)
    {
        const int Around = 24;
        return (lists * view.People.Sum(person => person.Title.Length + person.Value.Length + Around))
            + Written(view.Agenda, MaxAgenda) + Written(view.Documents, MaxDocuments) + Written(view.Guests, MaxGuests);

        static int Written(string? text, int most) => text?.Length is { } length && length <= most ? length : 0;
    }

    /// <summary>Which event is to be edited.</summary>
    /// <param name="events">Their keys by their lines.</param>
    public static AdaptiveCard Which(IReadOnlyList<Choice> events) => new(
    [
        TextBlock.Heading(EventsText.EditTitle),
        new ChoiceInput("event", EventsText.EditWhich, events) { Style = "compact", Value = events[0].Value },
        new ActionSet(new ExecuteAction(EventsText.EditThis, EditVerb, new Dictionary<string, string>())),
    ]);

    /// <summary>The button that opens an event's fields.</summary>
    public static CardAction Edit(string title, string key) => new ExecuteAction(title, EditVerb, new Dictionary<string, string> { ["event"] = key });

    public static AdaptiveCard Cancel(string pending, EventView happening) => new(
    [
        TextBlock.Heading(EventsText.CancelTitle),
        TextBlock.Bold(happening.Title),
        new TextBlock(EventsText.When(happening)),
        new TextInput("reason", EventsText.CancelReason) { MaxLength = 200 },
        new ActionSet(new ExecuteAction(EventsText.DoCancel, CancelVerb, new Dictionary<string, string> { ["pending"] = pending })),
    ]);

    /// <summary>What was done, and how the event is now.</summary>
    /// <param name="key">Of the event, where it can still be edited.</param>
    public static AdaptiveCard Done(string text, EventView happening, string? key = null) =>
        EventCards.WithLine(text, happening, key is null ? [] : [Edit(EventsText.EditDetails, key)]);
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

    /// <summary>The event is there already.</summary>
    public bool IsEdit { get; init; }

    /// <summary>A mark of the event as it was when the card was made.</summary>
    public string? Version { get; init; }

    /// <summary>Whom it calls, as <see cref="AgendaText.Calls"/> has it.</summary>
    public string Summons { get; init; } = AgendaText.Calls[0].Value;

    /// <summary>The ids of those who were chosen.</summary>
    public IReadOnlyList<string> Chosen { get; init; } = [];

    public string? Agenda { get; init; }

    public string? Documents { get; init; }

    public string? Guests { get; init; }

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
    string? Clerk = null,
    string? Version = null,
    string? Summons = null,
    string? Chosen = null,
    string? Agenda = null,
    string? Documents = null,
    string? Guests = null);

/// <summary>An event's fields are to be shown.</summary>
/// <param name="Event">Its key, <c>day|id</c>.</param>
public sealed record EditForm(string? Event = null);

/// <summary>The meeting is off.</summary>
public sealed record CancelEventForm(string Pending, string? Reason = null);
