using System.Text.Json.Serialization;

namespace ChiBoBot.Cards;

/// <summary>An Adaptive Card 1.5 as Teams draws it. Buttons stand in an <see cref="ActionSet"/> of the body, where old clients honour their fallback.</summary>
public sealed record AdaptiveCard(IReadOnlyList<CardElement> Body)
{
    [JsonPropertyOrder(-4)]
    public string Type { get; } = "AdaptiveCard";

    [JsonPropertyName("$schema")]
    [JsonPropertyOrder(-3)]
    public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";

    [JsonPropertyOrder(-2)]
    public string Version { get; } = "1.5";

    [JsonPropertyOrder(-1)]
    public string Lang { get; } = "vi";

    /// <summary>What a client shows that cannot draw the card.</summary>
    public string? FallbackText { get; init; }

    /// <summary>Asks Teams to fetch a personal view for these people.</summary>
    public CardRefresh? Refresh { get; init; }

    public TeamsCardProperties? Msteams { get; init; }
}

/// <summary>The press that Teams makes by itself to fetch a person's own view of a card.</summary>
/// <param name="UserIds">The Teams ids of at most 60 people; empty for a manual refresh only.</param>
public sealed record CardRefresh(CardAction Action, IReadOnlyList<string> UserIds);

/// <summary>What only Teams understands of a card.</summary>
public sealed record TeamsCardProperties
{
    /// <summary><c>full</c> for the whole width of the chat.</summary>
    public string? Width { get; init; }

    public IReadOnlyList<CardMention>? Entities { get; init; }
}

/// <summary>A person mentioned in a card's text; <paramref name="Text"/> stands there letter for letter.</summary>
public sealed record CardMention(string Text, MentionedPerson Mentioned)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "mention";
}

/// <summary>Whom a mention is about.</summary>
public sealed record MentionedPerson(string Id, string Name);
