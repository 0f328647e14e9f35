namespace ChiBoBot.Cards;

/// <summary>Which sheet a card is about: what its buttons carry.</summary>
/// <param name="Member">The member whose paper form the clerk enters; null for one's own.</param>
public sealed record SheetRef(string Round, string? Member = null);

/// <summary>One section of a form, to fill in.</summary>
/// <param name="Revision">The revision that the card shows.</param>
public sealed record SectionView(SheetRef Sheet, string FormTitle, string Section, string Title, int Number, int Count, int Revision, IReadOnlyList<FieldView> Fields)
{
    public string? Guidance { get; init; }

    /// <summary>Whose paper form it is.</summary>
    public string? PaperOf { get; init; }

    /// <summary>What has just happened, e.g. “Đã lưu”.</summary>
    public string? Note { get; init; }

    /// <summary>What must be read first: a text was put aside.</summary>
    public string? Warning { get; init; }

    /// <summary>How many texts lie aside.</summary>
    public int Kept { get; init; }

    /// <summary>Mistakes are shown, and the section can be left for later.</summary>
    public bool IsChecked { get; init; }
}

/// <summary>How a field is drawn.</summary>
public enum FieldKind
{
    Text,
    ShortText,
    Number,
    Date,
    Choice,
}

/// <summary>One field of a section.</summary>
public sealed record FieldView(string Id, FieldKind Kind, string Label)
{
    public string Value { get; init; } = "";

    public string? Guidance { get; init; }

    public bool IsRequired { get; init; }

    public int MaxLength { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>What is wrong with it.</summary>
    public string? Error { get; init; }
}

/// <summary>A sheet as a whole: what is in it, what is missing, and what can be done with it.</summary>
public sealed record OutlineView(SheetRef Sheet, string FormTitle, IReadOnlyList<OutlineSection> Sections)
{
    public string? PaperOf { get; init; }

    public string? Note { get; init; }

    /// <summary>When it was handed in, in words; null before.</summary>
    public string? HandedIn { get; init; }

    /// <summary>The points, summed.</summary>
    public string? Points { get; init; }

    /// <summary>The thresholds of the grades, and what the self-proposed one means against them.</summary>
    public IReadOnlyList<string> Grades { get; init; } = [];

    public bool CanHandIn { get; init; }

    public bool CanWithdraw { get; init; }

    public int Kept { get; init; }
}

/// <summary>One section of an outline.</summary>
/// <param name="Mistakes">How many fields are still missing or wrong.</param>
public sealed record OutlineSection(string Id, string Title, int Mistakes, IReadOnlyList<Fact> Answers);

/// <summary>How the asker's own sheet of a round stands.</summary>
public sealed record MyRoundView(SheetRef Sheet, string Title, string State)
{
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>The secretary's reason for giving it back.</summary>
    public string? Reopened { get; init; }

    public string? Note { get; init; }

    public bool CanWrite { get; init; }

    public bool IsBegun { get; init; }

    public bool CanWithdraw { get; init; }

    public bool CanObject { get; init; }
}

/// <summary>How a round stands, for the secretary. It names who is where, and nobody's text or grade.</summary>
public sealed record BoardView(string Round, string Title, int HandedIn, int Total, string Deadline)
{
    public bool IsOpen { get; init; }

    public IReadOnlyList<string> Missing { get; init; } = [];

    public IReadOnlyList<string> Writing { get; init; } = [];

    public IReadOnlyList<string> Late { get; init; } = [];

    public IReadOnlyList<string> Reopened { get; init; } = [];

    public IReadOnlyList<string> OnPaper { get; init; } = [];

    /// <summary>Who has left the cell and is not waited for.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>Who has come since the round was opened, and is not in it.</summary>
    public IReadOnlyList<string> Joined { get; init; } = [];

    /// <summary>The results can be had as a file.</summary>
    public bool HasResults { get; init; }

    public IReadOnlyList<string> JoinedIds { get; init; } = [];

    /// <summary>Who could not be written to.</summary>
    public IReadOnlyList<string> NotReached { get; init; } = [];

    /// <summary>Who objected to his grade; not what.</summary>
    public IReadOnlyList<string> Objected { get; init; } = [];

    /// <summary>Sums and the cap, line by line.</summary>
    public IReadOnlyList<string> Grades { get; init; } = [];

    public string? Note { get; init; }

    public bool IsRated { get; init; }
}

/// <summary>A round about to be opened: everything the secretary may still change.</summary>
public sealed record OpenRoundView(string Kind, string Title, string Year, string Quarter, string Deadline, IReadOnlyList<OpenFormView> Forms, IReadOnlyList<Choice> Members)
{
    public string Theme { get; init; } = "";

    /// <summary>So many members that they are not chosen from a list: who is to have another form is typed.</summary>
    public bool IsLarge { get; init; }

    public string Changes { get; init; } = "";

    public string OwnQuestions { get; init; } = "";

    /// <summary>Who takes no part, with the reason.</summary>
    public IReadOnlyList<Fact> Apart { get; init; } = [];

    public string? Error { get; init; }

    public required string Source { get; init; }
}

/// <summary>A form of a round and who gets it; the last one is for everybody who is in no other.</summary>
/// <param name="IsChanged">The cell has changed it.</param>
public sealed record OpenFormView(string Id, string For, IReadOnlyList<string> Members, bool IsForTheRest, bool IsChanged = false);

/// <summary>Members to choose one of.</summary>
/// <param name="Of">How many there are altogether.</param>
public sealed record MemberChoices(IReadOnlyList<Choice> Members, int Of)
{
    /// <summary>How many that would fit don't stand there.</summary>
    public int Hidden { get; init; }

    /// <summary>The name that was looked for.</summary>
    public string Find { get; init; } = "";

    /// <summary>The id of the one who was chosen already.</summary>
    public string Chosen { get; init; } = "";
}

/// <summary>Some members to rate, a page of them.</summary>
public sealed record RatingView(string Round, string Title, bool IsDecision, int Page, int Pages, IReadOnlyList<RatingLine> Lines)
{
    /// <summary>The day of the meeting, or of the document.</summary>
    public string Day { get; init; } = "";

    public string Document { get; init; } = "";

    public string Base { get; init; } = "";

    public IReadOnlyList<Choice> Grades { get; init; } = [];

    public IReadOnlyList<string> Quota { get; init; } = [];

    public IReadOnlyList<string> Errors { get; init; } = [];

    public string? Note { get; init; }

    /// <summary>It was said that something isn't recorded yet: now another page may be turned to.</summary>
    public bool IsLeaving { get; init; }

    public required string Source { get; init; }
}

/// <summary>One member to rate.</summary>
public sealed record RatingLine(string Member, string Name)
{
    public string Grade { get; init; } = "";

    public string Votes { get; init; } = "";

    public string Comments { get; init; } = "";

    /// <summary>What was wrong with what was typed, said here too: the top of a page is far away on a phone.</summary>
    public string? Error { get; init; }

    /// <summary>What the step before says, or why it isn't his turn yet.</summary>
    public string? Before { get; init; }

    public bool CanRate { get; init; }
}

/// <summary>How many have which grade, without names.</summary>
public sealed record GradeSumsView(string Title, string Figure, IReadOnlyList<Fact> Counts, string Source)
{
    public IReadOnlyList<string> Quota { get; init; } = [];
}
