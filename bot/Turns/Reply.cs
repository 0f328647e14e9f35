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

    /// <summary>Words.</summary>
    internal sealed record Words(string Text) : Reply;

    /// <summary>A card, with the line that notifications show.</summary>
    internal sealed record Card(AdaptiveCard Content, string Summary) : Reply;

    /// <summary>The pressed card becomes this one.</summary>
    internal sealed record Replacement(AdaptiveCard Content, string Summary) : Reply;

    /// <summary>A line over the pressed card, which stays.</summary>
    internal sealed record Notice(string Text) : Reply;

    /// <summary>Several answers, one after another: two questions in one message.</summary>
    internal sealed record Several(IReadOnlyList<Reply> Parts) : Reply;

    public static Reply Say(string text, Audience audience = Audience.Asker) => new Words(text) { For = audience };

    public static Reply Show(AdaptiveCard card, string summary, Audience audience = Audience.Asker) => new Card(card, summary) { For = audience };

    public static Reply Replace(AdaptiveCard card, string summary) => new Replacement(card, summary);

    public static Reply Notify(string text) => new Notice(text);
}
