using System.Globalization;

namespace ChiBoBot.Cards;

/// <summary>The cards by which officers record until when members have paid their dues.</summary>
public static class DuesCards
{
    public const string OpenVerb = "dues.open";
    public const string WriteVerb = "dues.write";

    public const string Paid = "paid";
    public const string Free = "free";
    public const string None = "none";

    /// <summary>So many names fit a card.</summary>
    public const int MostNames = 60;

    public static AdaptiveCard Form(DuesView view) => new(
    [
        TextBlock.Heading(DuesText.Title),
        TextBlock.Figure(DuesText.Standing(view.Paid, view.All, view.Month)),
        new ChoiceInput("members", DuesText.Who, view.People) { IsMultiSelect = true },
        new ChoiceInput("what", DuesText.As, new Choice(DuesText.Paid, Paid), new Choice(DuesText.Free, Free), new Choice(DuesText.None, None)) { Style = "compact", Value = Paid },
        new ChoiceInput("month", DuesText.Month, [.. view.Months.Select(month => new Choice(DuesText.MonthOf(month), Value(month)))]) { Style = "compact", Value = Value(view.Month) },
        TextBlock.Small(DuesText.Hint),
        new ActionSet([
            new ExecuteAction(DuesText.Write, WriteVerb, new Dictionary<string, string>()),
            .. view.Next is { } next ? [Open(next)] : Array.Empty<CardAction>(),
        ]),
    ]);

    /// <param name="entry">The ledger's entry, by which it can be undone; null where nothing was changed.</param>
    public static AdaptiveCard Saved(IReadOnlyList<string> lines, string? entry) => new(
    [
        TextBlock.Heading(DuesText.Title),
        .. lines.Select(line => new TextBlock(line)),
        new ActionSet([.. entry is null ? Array.Empty<CardAction>() : [LedgerCards.UndoAction(entry)], Open(0)]),
    ]);

    public static string Value(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static ExecuteAction Open(int from) => new(DuesText.More, OpenVerb, new Dictionary<string, string> { ["from"] = from.ToString(CultureInfo.InvariantCulture) });
}

/// <summary>Whom to record, and how the cell stands.</summary>
/// <param name="Month">The month that is offered; <paramref name="Paid"/> of <paramref name="All"/> have paid until its end.</param>
public sealed record DuesView(DateOnly Month, int Paid, int All, IReadOnlyList<DateOnly> Months, IReadOnlyList<Choice> People)
{
    /// <summary>In a large cell: from which name on the next card goes.</summary>
    public int? Next { get; init; }
}

/// <summary>Shows the card, in a large cell from a name on.</summary>
public sealed record DuesOpenForm
{
    public string From { get; init; } = "0";
}

/// <summary>What was chosen on the card.</summary>
public sealed record DuesForm
{
    public string Members { get; init; } = "";

    public string What { get; init; } = "";

    public string Month { get; init; } = "";
}
