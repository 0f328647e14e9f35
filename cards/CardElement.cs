namespace ChiBoBot.Cards;

/// <summary>Something in a card's body.</summary>
public abstract record CardElement
{
    public Spacing? Spacing { get; init; }

    public bool? Separator { get; init; }
}

/// <summary>The room above an element.</summary>
public enum Spacing
{
    None,
    Small,
    Default,
    Medium,
    Large,
}
