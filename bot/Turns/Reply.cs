using ChiBoBot.Cards;

namespace ChiBoBot.Turns;

/// <summary>What a handler answers. A value: nothing was sent.</summary>
internal abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>For whom it is; the asker unless the handler says otherwise.</summary>
    public Audience For { get; init; } = Audience.Asker;

    /// <summary>Commands that this reply withdraws: where their cards still stand, they lose their buttons.</summary>
    public IReadOnlyList<string> Withdrawn { get; init; } = [];

    /// <summary>Words.</summary>
    internal sealed record Words(string Text) : Reply;

    /// <summary>A card, with the line that notifications show.</summary>
    internal sealed record Card(AdaptiveCard Content, string Summary) : Reply
    {
        /// <summary>The id of the command that waits for this card's button; null for a card that only shows.</summary>
        public string? Pending { get; init; }
    }

    /// <summary>The pressed card becomes this one.</summary>
    internal sealed record Replacement(AdaptiveCard Content, string Summary) : Reply;

    /// <summary>A line over the pressed card, which stays.</summary>
    internal sealed record Notice(string Text) : Reply;

    /// <summary>Several answers, one after another: two questions in one message.</summary>
    internal sealed record Several(IReadOnlyList<Reply> Parts) : Reply;

    public static Reply Say(string text, Audience audience = Audience.Asker) => new Words(text) { For = audience };

    public static Reply Show(AdaptiveCard card, string summary, Audience audience = Audience.Asker) => new Card(card, summary) { For = audience };

    /// <summary>The card of a command: it shows exactly what the press will do.</summary>
    public static Reply Propose(AdaptiveCard card, string summary, string pending) => new Card(card, summary) { Pending = pending };

    public static Reply Replace(AdaptiveCard card, string summary) => new Replacement(card, summary);

    public static Reply Notify(string text) => new Notice(text);
}
