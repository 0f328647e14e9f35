namespace ChiBoBot.Cards;

/// <summary>A field that a person fills in. Its id is the form's property.</summary>
public abstract record CardInput(string Id, string Label) : CardElement
{
    public bool? IsRequired { get; init; }

    /// <summary>What is said at the field when it is missing or wrong.</summary>
    public string? ErrorMessage { get; init; }
}

/// <summary>Words.</summary>
public sealed record TextInput(string Id, string Label) : CardInput(Id, Label)
{
    public string? Value { get; init; }

    public string? Placeholder { get; init; }

    public bool? IsMultiline { get; init; }

    /// <summary>In UTF-16 code units.</summary>
    public int? MaxLength { get; init; }
}

/// <summary>A number.</summary>
public sealed record NumberInput(string Id, string Label) : CardInput(Id, Label)
{
    public double? Value { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }
}

/// <summary>A day, as <c>yyyy-MM-dd</c>.</summary>
public sealed record DateInput(string Id, string Label) : CardInput(Id, Label)
{
    public string? Value { get; init; }
}

/// <summary>A time of day, as <c>HH:mm</c>.</summary>
public sealed record TimeInput(string Id, string Label) : CardInput(Id, Label)
{
    public string? Value { get; init; }
}

/// <summary>Yes or no, as <c>true</c> or <c>false</c>.</summary>
public sealed record ToggleInput(string Id, string Label, string Title) : CardInput(Id, Label)
{
    public string? Value { get; init; }
}

/// <summary>One of several, or several of them.</summary>
public sealed record ChoiceInput(string Id, string Label, params IReadOnlyList<Choice> Choices) : CardInput(Id, Label)
{
    public string? Value { get; init; }

    public bool? IsMultiSelect { get; init; }

    /// <summary><c>expanded</c> shows all at once, <c>compact</c> drops down.</summary>
    public string? Style { get; init; }
}

/// <summary>One thing to choose.</summary>
public sealed record Choice(string Title, string Value);
