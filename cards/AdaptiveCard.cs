namespace ChiBoBot.Cards;

/// <summary>An Adaptive Card 1.5 as Teams draws it. Buttons stand in an <see cref="ActionSet"/> of the body, where old clients honour their fallback.</summary>
public sealed record AdaptiveCard(IReadOnlyList<CardElement> Body)
{
    /// <summary>What a client shows that cannot draw the card.</summary>
    public string? FallbackText { get; init; }

    /// <summary>Asks Teams to fetch a personal view for these people.</summary>
    public CardRefresh? Refresh { get; init; }
}

/// <summary>The press that Teams makes by itself to fetch a person's own view of a card.</summary>
/// <param name="UserIds">The Teams ids of at most 60 people; empty for a manual refresh only.</param>
public sealed record CardRefresh(CardAction Action, IReadOnlyList<string> UserIds);
