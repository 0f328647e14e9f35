namespace ChiBoBot.Features.Cells;

/// <summary>What the cell's records say of a target by themselves, in a year or over the term: counted, not concluded.</summary>
/// <param name="Year">The year it is of; null for what is counted over the whole term.</param>
internal sealed record Tally(int? Year, IReadOnlyList<Counted> Clauses)
{
    /// <summary>How many of the members who count got which grade, where the target is about their grades.</summary>
    public GradeCounts? Grades { get; init; }

    /// <summary>Something was recorded for it; without that it only says of how many.</summary>
    public bool HasRecords => Clauses.Any(clause => clause.Known > 0);
}

/// <summary>A clause counted from records.</summary>
/// <param name="Clause">The clause's number in its target, from 1.</param>
/// <param name="Of">Out of how many; null where the clause is about a number alone.</param>
/// <param name="Known">Of how many something is recorded: as long as it is less than <paramref name="Of"/>, the count may still change.</param>
internal readonly record struct Counted(int Clause, int Count, int? Of, int Known)
{
    /// <summary>The month that decides where each month counts by itself.</summary>
    public int? Month { get; init; }

    /// <summary>Members of that day who do not count, by standing; those without the function that the clause asks for come last.</summary>
    public LeftOut LeftOut { get; init; }
}

/// <summary>Who is in the cell and not in a denominator, and why.</summary>
internal readonly record struct LeftOut(int Probationary, int Exempt, int TemporaryHere, int TemporaryAway, int Suspended, int OtherFunction)
{
    public bool IsNobody => this == default;
}
