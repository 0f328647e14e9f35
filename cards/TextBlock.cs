namespace ChiBoBot.Cards;

/// <summary>A paragraph. It always wraps: a cut sentence says something else.</summary>
public sealed record TextBlock(string Text) : CardElement
{
    public TextSize? Size { get; init; }

    public TextWeight? Weight { get; init; }

    public TextColor? Color { get; init; }

    public bool? IsSubtle { get; init; }

    public Alignment? HorizontalAlignment { get; init; }

    /// <summary><c>heading</c> lets a screen reader find it.</summary>
    public string? Style { get; init; }

    /// <summary>The card's title.</summary>
    public static TextBlock Heading(string text) => new(text) { Size = TextSize.Large, Weight = TextWeight.Bolder, Style = "heading" };

    /// <summary>The large number that answers the question, above the words.</summary>
    public static TextBlock Figure(string text) => new(text) { Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder };

    /// <summary>A line of lesser weight: a source, a date, a hint.</summary>
    public static TextBlock Small(string text) => new(text) { Size = TextSize.Small, IsSubtle = true };

    public static TextBlock Bold(string text) => new(text) { Weight = TextWeight.Bolder };
}

/// <summary>How large letters are.</summary>
public enum TextSize
{
    Small,
    Default,
    Medium,
    Large,
    ExtraLarge,
}

/// <summary>How bold letters are.</summary>
public enum TextWeight
{
    Lighter,
    Default,
    Bolder,
}

/// <summary>A colour by its meaning; a word or sign always says the same, for those who see no colour. Without the warning's yellow, which can't be read on a light ground.</summary>
public enum TextColor
{
    Default,
    Accent,
    Good,
    Attention,
}

/// <summary>Where something stands in its line.</summary>
public enum Alignment
{
    Left,
    Center,
    Right,
}
