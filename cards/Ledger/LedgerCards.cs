namespace ChiBoBot.Cards;

/// <summary>The cards about what was changed, and by whom.</summary>
public static class LedgerCards
{
    public const string UndoVerb = "ledger.undo";

    /// <summary>The button that takes a change back. It stands on the card that says the change was made.</summary>
    /// <param name="entry">The key of the ledger's entry.</param>
    public static ExecuteAction UndoAction(string entry) =>
        new(LedgerText.Undo, UndoVerb, new Dictionary<string, string> { ["entry"] = entry });

    /// <summary>A change that may be taken back.</summary>
    public static AdaptiveCard Undo(string what, DateTimeOffset at, string entry) => new(
    [
        TextBlock.Heading(LedgerText.UndoTitle),
        new TextBlock(LedgerText.YouDid(what, at)),
        new ActionSet(UndoAction(entry)),
    ]);

    /// <summary>What was done, with the button that takes it back.</summary>
    public static AdaptiveCard Done(string text, string entry) => new([new TextBlock(text), new ActionSet(UndoAction(entry))]);

    /// <summary>A card that has become a sentence.</summary>
    public static AdaptiveCard Said(string text) => new([new TextBlock(text)]);

    /// <summary>The last changes, the newest first.</summary>
    /// <param name="count">How many there are altogether.</param>
    public static AdaptiveCard Ledger(IReadOnlyList<LedgerLine> lines, int count) => new(
    [
        TextBlock.Heading(LedgerText.Title),
        .. lines.Select((line, i) => new TextBlock(LedgerText.Line(line)) { Spacing = i == 0 ? Spacing.Medium : Spacing.Small, Separator = i == 0 ? true : null }),
        .. count > lines.Count ? [TextBlock.Small(LedgerText.More(lines.Count, count))] : Array.Empty<CardElement>(),
    ]);
}

/// <summary>One change in the ledger.</summary>
public sealed record LedgerLine(DateTimeOffset At, string Name, string What, bool IsUndone);

/// <summary>The change that is to be taken back.</summary>
public sealed record UndoForm(string Entry);
