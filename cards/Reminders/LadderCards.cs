using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChiBoBot.Cards;

/// <summary>The cards by which officers choose when and whom a meeting reminds of itself.</summary>
public static class LadderCards
{
    public const string Verb = "reminders.ladder";
    public const string Nobody = "none";

    /// <summary>So many steps a ladder may have.</summary>
    public const int Slots = 6;

    /// <summary>What can be chosen: days or hours before.</summary>
    public static readonly IReadOnlyList<string> Whens = ["7d", "5d", "4d", "3d", "2d", "1d", "0d", "4h", "3h", "2h", "1h"];

    private static readonly string[] Whom = [Nobody, "Group", "Unanswered", "Secretary"];

    public static AdaptiveCard Form(LadderView view) => new(
    [
        TextBlock.Heading(LadderText.Title),
        .. view.Problem is { } problem ? [TextBlock.Bold(problem)] : Array.Empty<CardElement>(),
        new TextBlock(view.IsOwn ? LadderText.IsOwn : LadderText.IsUsual),
        TextBlock.Small(LadderText.Usual(view.Usual)),
        .. Enumerable.Range(0, Slots).SelectMany(slot => Step(slot, slot < view.Steps.Count ? view.Steps[slot] : null)),
        TextBlock.Small(LadderText.Hint),
        new ActionSet(
        [
            new ExecuteAction(LadderText.Save, Verb, new Dictionary<string, string> { ["version"] = view.Version }),
            .. view.IsOwn ? [new ExecuteAction(LadderText.Reset, Verb, new Dictionary<string, string> { ["version"] = view.Version, ["reset"] = "yes" })] : Array.Empty<CardAction>(),
        ]),
    ]);

    /// <param name="entry">The ledger's entry, by which it can be undone; null where nothing was changed.</param>
    public static AdaptiveCard Saved(IReadOnlyList<LadderStepView> steps, string? entry) => new(
    [
        TextBlock.Heading(LadderText.Title),
        new TextBlock(LadderText.Saved),
        new TextBlock(LadderText.Lines(steps)),
        .. entry is null ? Array.Empty<CardElement>() : [new ActionSet(LedgerCards.UndoAction(entry))],
    ]);

    private static IEnumerable<CardElement> Step(int slot, LadderStepView? step) =>
    [
        new ChoiceInput(Id("to", slot), LadderText.StepWhom(slot + 1), [.. Whom.Select(whom => new Choice(LadderText.Whom(whom), whom))]) { Style = "compact", Value = step?.To ?? Nobody },
        new ChoiceInput(Id("when", slot), LadderText.When, [.. Whens.Select(when => new Choice(LadderText.Before(when), when))]) { Style = "compact", Value = step?.When ?? "1d" },
        new TimeInput(Id("at", slot), LadderText.At) { Value = (step?.At ?? new TimeOnly(8, 0)).ToString("HH:mm", CultureInfo.InvariantCulture) },
    ];

    private static string Id(string name, int slot) => string.Create(CultureInfo.InvariantCulture, $"{name}{slot}");
}

/// <summary>One step: to whom, how long before (<c>3d</c>, <c>2h</c>), at which hour where it is counted in days.</summary>
public sealed record LadderStepView(string To, string When, TimeOnly? At);

/// <summary>The ladder that holds, and the rule pack's.</summary>
/// <param name="Version">What is shown, so that nothing unseen is overwritten.</param>
public sealed record LadderView(IReadOnlyList<LadderStepView> Steps, IReadOnlyList<LadderStepView> Usual, bool IsOwn, string Version)
{
    public string? Problem { get; init; }
}

/// <summary>A ladder as it was filled in: <c>to0</c>, <c>when0</c>, <c>at0</c>, ….</summary>
public sealed record LadderForm(string Version)
{
    public string? Reset { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement> Inputs { get; set; } = new Dictionary<string, JsonElement>();
}
