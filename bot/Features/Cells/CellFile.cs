namespace ChiBoBot.Features.Cells;

/// <summary>One cell as its file describes it (docs/cell-file.md): who is in it, what was resolved, what came of it, what is on the calendar.</summary>
internal sealed record CellFile(Cell Cell)
{
    /// <summary>The version of the format that this program reads.</summary>
    public const int Version = 1;

    public IReadOnlyList<Member> Members { get; init; } = [];

    public IReadOnlyList<Term> Terms { get; init; } = [];

    public IReadOnlyList<Resolution> Resolutions { get; init; } = [];

    public IReadOnlyList<Target> Targets { get; init; } = [];

    public IReadOnlyList<Result> Results { get; init; } = [];

    public IReadOnlyList<YearTotal> Series { get; init; } = [];

    public IReadOnlyList<DecidedGrade> Grades { get; init; } = [];

    public IReadOnlyList<Award> Awards { get; init; } = [];

    public IReadOnlyList<Deed> Deeds { get; init; } = [];

    public IReadOnlyList<Turnout> Turnouts { get; init; } = [];

    public IReadOnlyList<DuesPaid> Dues { get; init; } = [];

    public IReadOnlyList<OwnRule> Rules { get; init; } = [];

    public IReadOnlyList<Event> Events { get; init; } = [];

    public IReadOnlyList<Anniversary> Anniversaries { get; init; } = [];
}
