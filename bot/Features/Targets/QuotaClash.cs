using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;

namespace ChiBoBot.Features.Targets;

/// <summary>A target that asks for more of the best grade than the cap on it allows within the cell.</summary>
/// <param name="Needed">So many of <paramref name="Rated"/> the target takes.</param>
/// <param name="Most">So many the cap allows.</param>
internal sealed record QuotaClash(TargetRow Row, int Needed, int Most, int Rated, RulePack<GradeRules> Pack)
{
    /// <summary>The clash of a target with the cap that holds on a day; null where there is none.</summary>
    public static QuotaClash? Of(TargetVerdict verdict, RulePack<GradeRules>? pack)
    {
        if (pack is null)
        {
            return null;
        }

        foreach (var clause in verdict.Clauses)
        {
            if (clause.Clause is { Population: Population.Members, Metric: Metric.GradeIs or Metric.GradeAtLeast, Grade: Grade.Excellent, Stretch: false }
                && clause is { Of: > 0 and var rated, Needed: { } needed }
                && pack.Rules.Quota.MostOf(rated) is var most && needed > most)
            {
                return new(verdict.Row, needed, most, rated, pack);
            }
        }

        return null;
    }
}
