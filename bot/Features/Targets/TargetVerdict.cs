using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;

namespace ChiBoBot.Features.Targets;

/// <summary>How a target stands, and why.</summary>
/// <param name="Result">The result that was entered for it; null where there is none, and the records alone speak.</param>
internal sealed record TargetVerdict(TargetRow Row, TargetOutcome Outcome, IReadOnlyList<ClauseVerdict> Clauses, Result? Result)
{
    /// <summary>What the cell concluded, where the numbers say otherwise.</summary>
    public TargetOutcome? Stated { get; init; }

    /// <summary>What the records alone say, where they differ from what was entered.</summary>
    public TargetOutcome? ByRecords { get; init; }

    /// <summary>The year it is of; null for the whole term.</summary>
    public int? Year { get; init; }

    /// <summary>What was counted, where no result was entered or it says nothing of some clause.</summary>
    public Tally? Tally { get; init; }

    /// <summary>The years of the term by themselves, where there is more than one.</summary>
    public IReadOnlyList<TargetVerdict> Years { get; init; } = [];

    /// <summary>How many got which grade, where it is known.</summary>
    public GradeCounts? Grades => Result?.Grades ?? Tally?.Grades;

    /// <summary>Something in it was counted from records.</summary>
    public bool IsCounted => Clauses.Any(clause => clause.IsCounted);
}
