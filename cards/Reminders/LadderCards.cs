using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChiBoBot.Cards;

/// <summary>The cards by which officers choose when and whom the bot reminds, the same for every kind of thing.</summary>
public static class LadderCards
{
    public const string Verb = "reminders.ladder";
    public const string OpenVerb = "reminders.ladders";
    public const string Nobody = "none";

    /// <summary>What holds for each kind, and a button to change it.</summary>
    public static AdaptiveCard Kinds(IReadOnlyList<LadderView> ladders) => new(
    [
        TextBlock.Heading(LadderText.AllTitle),
        .. ladders.SelectMany(ladder => new CardElement[]
        {
            TextBlock.Bold(LadderText.Title(ladder.Kind) + (ladder.IsOwn ? LadderText.OwnMark : "")),
            new TextBlock(LadderText.Lines(ladder.Kind, ladder.Steps)),
            new ActionSet(new ExecuteAction(LadderText.Change(ladder.Kind), OpenVerb, new Dictionary<string, string> { ["kind"] = ladder.Kind })),
        }),
    ]);

    public static AdaptiveCard Form(LadderView view) => new(
    [
        TextBlock.Heading(LadderText.Title(view.Kind)),
        .. view.Problem is { } problem ? [TextBlock.Bold(problem)] : Array.Empty<CardElement>(),
        new TextBlock(view.IsOwn ? LadderText.IsOwn : LadderText.IsUsual),
        TextBlock.Small(LadderText.Usual(view.Kind, view.Usual)),
        .. Enumerable.Range(0, LadderKinds.Slots(view.Kind)).SelectMany(slot => Step(view.Kind, slot, slot < view.Steps.Count ? view.Steps[slot] : null)),
        TextBlock.Small(LadderText.Hint(view.Kind)),
        new ActionSet(
        [
            new ExecuteAction(LadderText.Save, Verb, Data(view)),
            .. view.IsOwn ? [new ExecuteAction(LadderText.Reset, Verb, new Dictionary<string, string>(Data(view)) { ["reset"] = "yes" })] : Array.Empty<CardAction>(),
        ]),
    ]);

    /// <param name="entry">The ledger's entry, by which it can be undone; null where nothing was changed.</param>
    public static AdaptiveCard Saved(string kind, IReadOnlyList<LadderStepView> steps, string? entry) => new(
    [
        TextBlock.Heading(LadderText.Title(kind)),
        new TextBlock(LadderText.Saved),
        new TextBlock(LadderText.Lines(kind, steps)),
        .. entry is null ? Array.Empty<CardElement>() : [new ActionSet(LedgerCards.UndoAction(entry))],
    ]);

    private static IEnumerable<CardElement> Step(string kind, int slot, LadderStepView? step) =>
    [
        new ChoiceInput(Id("to", slot), LadderText.StepWhom(slot + 1), [new Choice(LadderText.Nobody, Nobody), .. LadderKinds.Whom(kind).Select(whom => new Choice(LadderText.Whom(kind, whom), whom))]) { Style = "compact", Value = step?.To ?? Nobody },
        new ChoiceInput(Id("when", slot), LadderText.When(kind), [.. LadderKinds.Whens(kind).Select(when => new Choice(LadderText.Lead(kind, when), when))]) { Style = "compact", Value = step?.When ?? LadderKinds.Whens(kind).FirstOrDefault(when => when == "1d") ?? LadderKinds.Whens(kind)[0] },
        new TimeInput(Id("at", slot), kind == LadderKinds.Meeting ? LadderText.AtOfDays : LadderText.At) { Value = (step?.At ?? new TimeOnly(8, 0)).ToString("HH:mm", CultureInfo.InvariantCulture) },
    ];

    private static Dictionary<string, string> Data(LadderView view) => new() { ["kind"] = view.Kind, ["version"] = view.Version };

    private static string Id(string name, int slot) => string.Create(CultureInfo.InvariantCulture, $"{name}{slot}");
}

/// <summary>One step: to whom, how long before or after (<c>3d</c>, <c>2h</c>, <c>1a</c>), at which hour where it is counted in days.</summary>
public sealed record LadderStepView(string To, string When, TimeOnly? At);

/// <summary>The ladder that holds, and the rule pack's.</summary>
/// <param name="Kind">One of <see cref="LadderKinds"/>.</param>
/// <param name="Version">What is shown, so that nothing unseen is overwritten.</param>
public sealed record LadderView(string Kind, IReadOnlyList<LadderStepView> Steps, IReadOnlyList<LadderStepView> Usual, bool IsOwn, string Version)
{
    public string? Problem { get; init; }
}

/// <summary>Which ladder is to be changed.</summary>
public sealed record LadderKindForm(string Kind);

/// <summary>A ladder as it was filled in: <c>to0</c>, <c>when0</c>, <c>at0</c>, ….</summary>
public sealed record LadderForm(string Version)
{
    /// <summary>Cards from before there were several kinds are about meetings.</summary>
    public string Kind { get; init; } = LadderKinds.Meeting;

    public string? Reset { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement> Inputs { get; set; } = new Dictionary<string, JsonElement>();
}
