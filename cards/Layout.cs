namespace ChiBoBot.Cards;

/// <summary>Pairs of a name and a value, below one another.</summary>
public sealed record FactSet(params IReadOnlyList<Fact> Facts) : CardElement;

/// <summary>One line of a <see cref="FactSet"/>.</summary>
public sealed record Fact(string Title, string Value);

/// <summary>Elements that belong together, on a ground of their own where it has a style.</summary>
public sealed record Container(IReadOnlyList<CardElement> Items) : CardElement
{
    public ContainerStyle? Style { get; init; }

    public bool? Bleed { get; init; }
}

/// <summary>The ground of a container; Teams adapts it to dark and high-contrast themes.</summary>
public enum ContainerStyle
{
    Default,
    Emphasis,
    Good,
    Warning,
    Attention,
    Accent,
}

/// <summary>Columns side by side, at most three, so that a phone can show them.</summary>
public sealed record ColumnSet(params IReadOnlyList<Column> Columns) : CardElement;

/// <summary>One column. <paramref name="Width"/> is <c>auto</c>, <c>stretch</c> or a weight such as <c>7</c>.</summary>
public sealed record Column(string Width, IReadOnlyList<CardElement> Items) : CardElement
{
    public ContainerStyle? Style { get; init; }
}

/// <summary>Buttons in the body, at most six.</summary>
public sealed record ActionSet(params IReadOnlyList<CardAction> Actions) : CardElement;
