namespace ChiBoBot.Cards;

/// <summary>An Adaptive Card 1.5 as Teams draws it.</summary>
public sealed record AdaptiveCard(IReadOnlyList<CardElement> Body, IReadOnlyList<CardAction>? Actions = null);

/// <summary>Something in a card's body.</summary>
public abstract record CardElement;

/// <summary>A button.</summary>
public abstract record CardAction;
