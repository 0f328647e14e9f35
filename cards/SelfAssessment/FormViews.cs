namespace ChiBoBot.Cards;

/// <summary>A form among others.</summary>
public sealed record FormLine(string Id, string Title, string For, bool IsChanged);

/// <summary>A form as it stands, section by section.</summary>
public sealed record FormView(string Id, string Title, bool IsChanged, IReadOnlyList<FormSectionLine> Sections)
{
    public string? Note { get; init; }

    /// <summary>The ledger's entry that has just been made.</summary>
    public string? Undo { get; init; }
}

/// <summary>A section with its questions, and those of the regulation that were left out.</summary>
public sealed record FormSectionLine(string Id, string Title, IReadOnlyList<string> Questions, IReadOnlyList<string> Dropped);

/// <summary>A section, to change.</summary>
public sealed record FormSectionView(string Form, string FormTitle, string Section, string Title, string Guidance)
{
    public IReadOnlyList<Choice> Questions { get; init; } = [];

    public IReadOnlyList<Choice> Dropped { get; init; } = [];

    /// <summary>The question that was just changed; null for the first.</summary>
    public string? Chosen { get; init; }

    public string? Error { get; init; }

    public string? Undo { get; init; }
}

/// <summary>A question, to change or to add.</summary>
/// <param name="Question">Empty for one that is to be added.</param>
public sealed record QuestionView(string Form, string FormTitle, string Section, string SectionTitle, string Question)
{
    public string Text { get; init; } = "";

    public string Guidance { get; init; } = "";

    public bool IsRequired { get; init; }

    public string Kind { get; init; } = "";

    public bool IsFixed { get; init; }

    public int Place { get; init; }

    /// <summary>How many places there are; 0 for a new one, which comes last.</summary>
    public int Places { get; init; }

    /// <summary>By what the next press says which question, and where, this card showed.</summary>
    public string Seen { get; init; } = "";

    public int SeenPlace { get; init; }

    /// <summary>How the regulation's form words it, where the cell words it otherwise.</summary>
    public string? Given { get; init; }

    public bool CanDrop { get; init; }

    /// <summary>As members will see it.</summary>
    public IReadOnlyList<FieldView> Preview { get; init; } = [];

    public string? Error { get; init; }
}
