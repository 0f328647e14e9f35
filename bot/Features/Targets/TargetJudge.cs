using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;

namespace ChiBoBot.Features.Targets;

/// <summary>Tells how a target stands. Pure: the same rows on the same day are judged the same way.</summary>
/// <remarks>
/// A target is a conjunction. Each scope, a year or the term, is judged by itself; the rules, the first that fits:
/// <list type="number">
/// <item>neither result nor record: chưa đánh giá; a result that says so: chưa đánh giá, không áp dụng;</item>
/// <item>a binding clause is not reached: không đạt if the cell has concluded, the count is complete or it is out of reach, otherwise chưa đạt;</item>
/// <item>a binding clause is not measured: what the cell concluded, otherwise chưa đạt;</item>
/// <item>all binding clauses are reached: vượt if the stretch clauses (“phấn đấu”) are all reached too, or, in a target without any, if a clause is surpassed; otherwise đạt.
/// While the result is still under way, this holds only for what can't be lost again (things done, counted); a share that may fall again is chưa đạt;</item>
/// <item>chưa đạt is sắp đạt when each clause has <see cref="TargetRules.NearlyPercent"/> % of what it takes, and có nguy cơ when a clause that gathers over time is further behind than the time that has passed; grades and titles are decided at once at the end.</item>
/// </list>
/// A stretch clause that is missed fails nothing, unless the rules bind it. Where the cell's own conclusion differs from the numbers, the numbers are shown, and the conclusion beside them.
/// What was entered by hand comes before what was counted from records; where they differ, both are shown. A clause without an entered number is counted.
/// The term as a whole is its own result; without one the year that failed decides, and if none did the last one, together with what is counted over the whole term: the worse of both.
/// </remarks>
internal static class TargetJudge
{
    // The worse comes first.
    private static readonly TargetOutcome[] FromTheWorst = [TargetOutcome.Failed, TargetOutcome.AtRisk, TargetOutcome.NotYet, TargetOutcome.NearlyMet, TargetOutcome.Met, TargetOutcome.Exceeded];

    public static TargetVerdict Judge(TargetRow row, Term term, int? year, DateOnly today) =>
        Judge(row, term, year, today, TargetRules.Book.InForce(today).Rules);

    /// <summary>Judges a target over its term, or for a year of it.</summary>
    public static TargetVerdict Judge(TargetRow row, Term term, int? year, DateOnly today, TargetRules rules)
    {
        if (year is not null && (Find(row.Results, year) is not null || Find(row.Tallies, year) is { HasRecords: true }))
        {
            return JudgeScope(row, year, term, today, rules);
        }

        if (Find(row.Results, null) is not null)
        {
            return JudgeScope(row, null, term, today, rules) with { Years = year is null ? Years(row, term, today, rules) : [] };
        }

        return year is null ? JudgeTerm(row, term, today, rules)
            : Find(row.Tallies, null) is { HasRecords: true } ? JudgeScope(row, null, term, today, rules)
            : NotAssessed(row, year, today);
    }

    private static TargetVerdict JudgeTerm(TargetRow row, Term term, DateOnly today, TargetRules rules)
    {
        var years = Years(row, term, today, rules);
        TargetVerdict? deciding = null;
        foreach (var verdict in years)
        {
            if (deciding is null || verdict.Outcome == TargetOutcome.Failed
                || (deciding.Outcome != TargetOutcome.Failed && verdict.Outcome != TargetOutcome.NotAssessed && verdict.Year > deciding.Year))
            {
                deciding = verdict;
            }
        }

        var whole = Find(row.Tallies, null) is { HasRecords: true } ? JudgeScope(row, null, term, today, rules) : null;
        return (deciding, whole) switch
        {
            (null, null) => NotAssessed(row, null, today),
            (null, _) => whole,
            (_, null) => deciding with { Years = years },
            _ => Together(deciding, whole) with { Years = years },
        };
    }

    private static List<TargetVerdict> Years(TargetRow row, Term term, DateOnly today, TargetRules rules)
    {
        var years = new List<TargetVerdict>(row.Results.Count);
        foreach (var result in row.Results)
        {
            if (result.Year is not null)
            {
                years.Add(JudgeScope(row, result.Year, term, today, rules));
            }
        }

        foreach (var tally in row.Tallies)
        {
            if (tally is { Year: not null, HasRecords: true } && Find(row.Results, tally.Year) is null)
            {
                years.Add(JudgeScope(row, tally.Year, term, today, rules));
            }
        }

        years.Sort(static (one, other) => one.Year!.Value.CompareTo(other.Year!.Value));
        return years;
    }

    /// <summary>What each year asks for and what the whole term does, of one target.</summary>
    private static TargetVerdict Together(TargetVerdict year, TargetVerdict term)
    {
        var clauses = new ClauseVerdict[year.Clauses.Count];
        for (var i = 0; i < clauses.Length; i++)
        {
            clauses[i] = year.Clauses[i].Count is null && term.Clauses[i].Count is not null ? term.Clauses[i] : year.Clauses[i];
        }

        var (one, other) = (Array.IndexOf(FromTheWorst, year.Outcome), Array.IndexOf(FromTheWorst, term.Outcome));
        var outcome = one < 0 ? term.Outcome
            : other < 0 ? year.Outcome
            : (year.Outcome, term.Outcome) is (TargetOutcome.Exceeded, TargetOutcome.Met) or (TargetOutcome.Met, TargetOutcome.Exceeded) ? TargetOutcome.Exceeded
            : FromTheWorst[Math.Min(one, other)];
        return year with { Outcome = outcome, Clauses = clauses };
    }

    private static TargetVerdict JudgeScope(TargetRow row, int? year, Term term, DateOnly today, TargetRules rules)
    {
        var result = Find(row.Results, year);
        var tally = Find(row.Tallies, year);
        var target = row.Target;
        var clauses = new ClauseVerdict[target.Clauses.Count];
        var differs = false;
        for (var i = 0; i < clauses.Length; i++)
        {
            var clause = target.Clauses[i];
            var entered = result is null ? new(clause, null, null) : ClauseVerdict.Measured(clause, i + 1, result);
            if (Find(tally, i + 1) is { } counted)
            {
                var isOther = entered.Count is not null && counted.Known > 0 && (entered.Count != counted.Count || (entered.Of ?? counted.Of) != counted.Of);
                differs |= isOther;
                entered = entered.Count is null ? ClauseVerdict.FromRecords(clause, counted) : entered with { Against = isOther ? counted : null };
            }

            clauses[i] = entered;
        }

        var scope = new Scope(clauses, Elapsed(year, term, today), IsOver(year, term, today), rules)
        {
            // Without a result, a year isn't asked for what only the whole term can have, nor the term for what each year has.
            Asks = result is not null ? null : year is null ? Period.Term : Period.Year,
        };
        var stated = Stated(result?.Status);
        var computed = result?.Status switch
        {
            null => scope.Counted(),
            ResultStatus.NotApplicable => TargetOutcome.NotApplicable,
            ResultStatus.NotAssessed => TargetOutcome.NotAssessed,
            ResultStatus.InProgress => scope.UnderWay(),
            _ => scope.Concluded(stated),
        };
        return new(row, computed ?? stated ?? TargetOutcome.NotYet, clauses, result)
        {
            Stated = computed is not null && stated is not null && stated != computed ? stated : null,
            ByRecords = differs ? JudgeScope(row with { Results = [] }, year, term, today, rules).Outcome : null,
            Year = year,
            Tally = tally,
        };
    }

    private static TargetOutcome? Stated(ResultStatus? status) => status switch
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

    private static bool IsOver(int? year, Term term, DateOnly today) =>
        today > term.To.Last || (year is { } of && today > new DateOnly(of, 12, 31));

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

    private static Tally? Find(IReadOnlyList<Tally> tallies, int? year)
    {
        foreach (var tally in tallies)
        {
            if (tally.Year == year)
            {
                return tally;
            }
        }

        return null;
    }

    private static Counted? Find(Tally? tally, int clause)
    {
        if (tally is not null)
        {
            foreach (var counted in tally.Clauses)
            {
                if (counted.Clause == clause)
                {
                    return counted;
                }
            }
        }

        return null;
    }

    /// <summary>Nothing is known of it but, where the records say so, of how many.</summary>
    private static TargetVerdict NotAssessed(TargetRow row, int? year, DateOnly today)
    {
        Tally? nearest = null;
        foreach (var tally in row.Tallies)
        {
            if (tally.Year is { } of && (nearest is null || Math.Abs(of - (year ?? today.Year)) < Math.Abs(nearest.Year!.Value - (year ?? today.Year))))
            {
                nearest = tally;
            }
        }

        var clauses = new ClauseVerdict[row.Target.Clauses.Count];
        for (var i = 0; i < clauses.Length; i++)
        {
            clauses[i] = Find(nearest, i + 1) is { } counted ? ClauseVerdict.FromRecords(row.Target.Clauses[i], counted) : new(row.Target.Clauses[i], null, null);
        }

        return new(row, TargetOutcome.NotAssessed, clauses, null) { Tally = nearest };
    }

    /// <summary>The clauses of a target in a year or over the term.</summary>
    private sealed class Scope(ClauseVerdict[] clauses, int elapsedPercent, bool isOver, TargetRules rules)
    {
        /// <summary>Only the clauses of this period are asked for; null for all.</summary>
        public Period? Asks { get; init; }

        /// <summary>What the numbers say of a concluded result; null where they don't say enough.</summary>
        public TargetOutcome? Concluded(TargetOutcome? stated)
        {
            var (reached, exceeded) = Reached();
            return reached switch
            {
                null => null,
                false => TargetOutcome.Failed,
                true => exceeded ?? stated == TargetOutcome.Exceeded ? TargetOutcome.Exceeded : TargetOutcome.Met,
            };
        }

        /// <summary>What the records say by themselves: concluded when nothing more can come, otherwise under way.</summary>
        public TargetOutcome? Counted()
        {
            var settled = true;
            foreach (var clause in clauses)
            {
                settled &= !Binds(clause) || clause.IsSettled(isOver);
            }

            return settled ? Concluded(null) : UnderWay();
        }

        public TargetOutcome? UnderWay()
        {
            var (reached, exceeded) = Reached();
            var lasting = true;
            var nearly = true;
            var late = false;
            foreach (var clause in clauses)
            {
                if (!Binds(clause))
                {
                    continue;
                }

                if (clause.IsOutOfReach)
                {
                    return TargetOutcome.Failed;
                }

                lasting &= clause.OnlyGrows;
                nearly &= clause.IsWithin(rules.NearlyPercent);
                late |= clause.GathersOverTime && clause.Count is not null && !clause.IsWithin(elapsedPercent);
            }

            return reached == true && lasting ? exceeded == true ? TargetOutcome.Exceeded : TargetOutcome.Met
                : nearly ? TargetOutcome.NearlyMet
                : late ? TargetOutcome.AtRisk
                : TargetOutcome.NotYet;
        }

        /// <summary>Whether all binding clauses are reached, and whether there is more than that; null where it can't be told (for a nullable truth, false &amp; unknown is false).</summary>
        private (bool? Reached, bool? Exceeded) Reached()
        {
            bool? reached = true;
            bool? stretched = true;
            var hasStretch = false;
            var surpassed = false;
            foreach (var clause in clauses)
            {
                if (!IsAsked(clause))
                {
                    continue;
                }

                if (clause.Clause.Stretch)
                {
                    stretched &= clause.Holds;
                    hasStretch = true;
                }

                if (Binds(clause))
                {
                    reached &= clause.Holds;
                    surpassed |= clause.IsSurpassed;
                }
            }

            return (reached, hasStretch ? stretched : surpassed);
        }

        private bool Binds(ClauseVerdict clause) => IsAsked(clause) && (rules.StretchBinds || !clause.Clause.Stretch);

        private bool IsAsked(ClauseVerdict clause) => Asks is not { } period || (clause.Clause.Period == Period.Term) == (period == Period.Term);
    }
}
