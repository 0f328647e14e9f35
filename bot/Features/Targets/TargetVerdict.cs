using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;

namespace ChiBoBot.Features.Targets;

/// <summary>How a target stands, and why.</summary>
/// <param name="Result">The result it was judged by; null where there is none.</param>
internal sealed record TargetVerdict(TargetRow Row, TargetOutcome Outcome, IReadOnlyList<ClauseVerdict> Clauses, Result? Result)
{
    /// <summary>What the cell concluded, where the numbers say otherwise.</summary>
    public TargetOutcome? Stated { get; init; }
}
