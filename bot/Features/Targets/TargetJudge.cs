using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;

namespace ChiBoBot.Features.Targets;

/// <summary>Tells how a target stands. Pure: the same rows on the same day are judged the same way.</summary>
/// <remarks>
/// A target is a conjunction. The rules, the first that fits:
/// <list type="number">
/// <item>no result: chưa đánh giá; a result that says so: chưa đánh giá, không áp dụng;</item>
/// <item>a binding clause is not reached: không đạt if the cell has concluded or it is out of reach, otherwise chưa đạt;</item>
/// <item>a binding clause is not measured: what the cell concluded, otherwise chưa đạt;</item>
/// <item>all binding clauses are reached: vượt if the stretch clauses (“phấn đấu”) are all reached too, or, in a target without any, if a clause is surpassed; otherwise đạt.
/// While the result is still under way, this holds only for what can't be lost again (things done, counted); a share that may fall again is chưa đạt;</item>
/// <item>chưa đạt is sắp đạt when each clause has <see cref="NearlyPercent"/> % of what it takes, and có nguy cơ when a clause is further behind than the time that has passed.</item>
/// </list>
/// A stretch clause that is missed fails nothing. Where the cell's own conclusion differs from the numbers, the numbers are shown, and the conclusion beside them.
/// </remarks>
internal static class TargetJudge
{
    private const int NearlyPercent = 80;

    /// <summary>Judges a target over its term, or for a year of it.</summary>
    public static TargetVerdict Judge(TargetRow row, Term term, int? year, DateOnly today)
    {
        var result = (year is null ? null : Find(row.Results, year)) ?? Find(row.Results, null);
        return result is not null ? Judge(row, result, term, today)
            : year is null ? JudgeYears(row, term, today)
            : NotAssessed(row);
    }

    /// <summary>Without a result for the whole term the year that failed decides, and if none did the last year.</summary>
    private static TargetVerdict JudgeYears(TargetRow row, Term term, DateOnly today)
    {
        TargetVerdict? deciding = null;
        foreach (var result in row.Results)
        {
            var verdict = Judge(row, result, term, today);
            if (deciding is null || verdict.Outcome == TargetOutcome.Failed
                || (deciding.Outcome != TargetOutcome.Failed && verdict.Outcome != TargetOutcome.NotAssessed && result.Year > deciding.Result!.Year))
            {
                deciding = verdict;
            }
        }

        return deciding ?? NotAssessed(row);
    }

    private static TargetVerdict Judge(TargetRow row, Result result, Term term, DateOnly today)
    {
        var clauses = new ClauseVerdict[row.Target.Clauses.Count];
        for (var i = 0; i < clauses.Length; i++)
        {
            clauses[i] = ClauseVerdict.Measured(row.Target.Clauses[i], i + 1, result);
        }

        var stated = Stated(result.Status);
        var computed = result.Status switch
        {
            ResultStatus.NotApplicable => TargetOutcome.NotApplicable,
            ResultStatus.NotAssessed => TargetOutcome.NotAssessed,
            ResultStatus.InProgress => UnderWay(clauses, Elapsed(result.Year, term, today)),
            _ => Concluded(clauses, stated),
        };
        return new(row, computed ?? stated ?? TargetOutcome.NotYet, clauses, result)
        {
            Stated = computed is not null && stated is not null && stated != computed ? stated : null,
        };
    }

    /// <summary>What the numbers say of a concluded result; null where they don't say enough.</summary>
    private static TargetOutcome? Concluded(ClauseVerdict[] clauses, TargetOutcome? stated)
    {
        var (reached, exceeded) = Reached(clauses);
        return reached switch
        {
            null => null,
            false => TargetOutcome.Failed,
            true => exceeded ?? stated == TargetOutcome.Exceeded ? TargetOutcome.Exceeded : TargetOutcome.Met,
        };
    }

    private static TargetOutcome? UnderWay(ClauseVerdict[] clauses, int elapsedPercent)
    {
        var (reached, exceeded) = Reached(clauses);
        var lasting = true;
        var nearly = true;
        var late = false;
        foreach (var clause in clauses)
        {
            if (clause.Clause.Stretch)
            {
                continue;
            }

            if (clause.IsOutOfReach)
            {
                return TargetOutcome.Failed;
            }

            lasting &= clause.OnlyGrows;
            nearly &= clause.IsWithin(NearlyPercent);
            late |= clause.Count is not null && !clause.IsWithin(elapsedPercent);
        }

        return reached == true && lasting ? exceeded == true ? TargetOutcome.Exceeded : TargetOutcome.Met
            : nearly ? TargetOutcome.NearlyMet
            : late ? TargetOutcome.AtRisk
            : TargetOutcome.NotYet;
    }

    /// <summary>Whether all binding clauses are reached, and whether there is more than that; null where it can't be told (for a nullable truth, false &amp; unknown is false).</summary>
    private static (bool? Reached, bool? Exceeded) Reached(ClauseVerdict[] clauses)
    {
        bool? reached = true;
        bool? stretched = true;
        var hasStretch = false;
        var surpassed = false;
        foreach (var clause in clauses)
        {
            if (clause.Clause.Stretch)
            {
                stretched &= clause.Holds;
                hasStretch = true;
            }
            else
            {
                reached &= clause.Holds;
                surpassed |= clause.IsSurpassed;
            }
        }

        return (reached, hasStretch ? stretched : surpassed);
    }

    private static TargetOutcome? Stated(ResultStatus status) => status switch
    {
        ResultStatus.Met => TargetOutcome.Met,
        ResultStatus.Exceeded => TargetOutcome.Exceeded,
        ResultStatus.Failed => TargetOutcome.Failed,
        _ => null,
    };

    /// <summary>How much of the time has passed, in whole percent.</summary>
    private static int Elapsed(int? year, Term term, DateOnly today)
    {
        var from = year is { } y && new DateOnly(y, 1, 1) > term.From.First ? new DateOnly(y, 1, 1) : term.From.First;
        var to = year is { } z && new DateOnly(z, 12, 31) < term.To.Last ? new DateOnly(z, 12, 31) : term.To.Last;
        var passed = Math.Clamp(today.DayNumber - from.DayNumber + 1, 0, Math.Max(to.DayNumber - from.DayNumber + 1, 1));
        return passed * 100 / Math.Max(to.DayNumber - from.DayNumber + 1, 1);
    }

    private static Result? Find(IReadOnlyList<Result> results, int? year)
    {
        foreach (var result in results)
        {
            if (result.Year == year)
            {
                return result;
            }
        }

        return null;
    }

    private static TargetVerdict NotAssessed(TargetRow row)
    {
        var clauses = new ClauseVerdict[row.Target.Clauses.Count];
        for (var i = 0; i < clauses.Length; i++)
        {
            clauses[i] = new(row.Target.Clauses[i], null, null);
        }

        return new(row, TargetOutcome.NotAssessed, clauses, null);
    }
}
