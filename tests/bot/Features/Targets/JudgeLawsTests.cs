using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Targets;
using FsCheck;
using FsCheck.Fluent;

namespace ChiBoBot.Tests.Features.Targets;

/// <summary>Laws that hold for every target, whatever its clauses and numbers.</summary>
public class JudgeLawsTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Comparator[] MoreIsBetter = [Comparator.AtLeast, Comparator.MoreThan, Comparator.Between];

    [Fact]
    public void Nothing_is_reached_while_a_binding_clause_is_not() => Check.QuickThrowOnFailure(Prop.ForAll(Cases(), one =>
    {
        var verdict = TargetJudge.Judge(one.Row, SampleTargets.Running, null, Today);
        return verdict.Outcome is not (TargetOutcome.Met or TargetOutcome.Exceeded)
            || verdict.Clauses.All(clause => clause.Clause.Stretch || Reached(clause.Clause, clause.Count, clause.Of) != false);
    }));

    [Fact]
    public void One_more_never_makes_it_worse_where_more_is_wanted() => Check.QuickThrowOnFailure(Prop.ForAll(Cases(), one =>
    {
        var clauses = one.Row.Target.Clauses;
        for (var i = 0; i < clauses.Count; i++)
        {
            if (MoreIsBetter.Contains(clauses[i].Comparator) && WithOneMore(one.Row, i) is { } more
                && Rank(TargetJudge.Judge(more, SampleTargets.Running, null, Today).Outcome) < Rank(TargetJudge.Judge(one.Row, SampleTargets.Running, null, Today).Outcome))
            {
                return false;
            }
        }

        return true;
    }));

    [Fact]
    public void The_order_of_the_file_does_not_matter() => Check.QuickThrowOnFailure(Prop.ForAll(Gen.Shuffle(Enumerable.Range(0, 24).ToArray()).ToArbitrary(), order =>
    {
        var cell = SampleTargets.Cell with
        {
            Deeds = [.. Enumerable.Range(0, 9).Select(i => new Deed($"d{i}", DeedKind.Activity, "Việc", new(2025, i + 1)) { Target = "B8" })],
            Grades = [new(2025, Grade.Good) { Member = "m01" }],
        };
        var shuffled = cell with
        {
            Targets = Shuffled(cell.Targets, order),
            Results = Shuffled(cell.Results, order),
            Resolutions = Shuffled(cell.Resolutions, order),
            Terms = Shuffled(cell.Terms, order),
            Deeds = Shuffled(cell.Deeds, order),
        };

        return Rows(cell).SequenceEqual(Rows(shuffled));
    }));

    private static IEnumerable<string> Rows(CellFile cell)
    {
        var targets = TargetRow.Of(cell);
        return targets.Select(row => row.RowKey + System.Text.Encoding.UTF8.GetString(ChiBoBot.Storage.Change.Put(row).Properties.Span))
            .Concat(TermRow.Of(cell, targets).OrderBy(row => row.RowKey, StringComparer.Ordinal).Select(row => row.RowKey + row.Version));
    }

    private static List<T> Shuffled<T>(IReadOnlyList<T> items, int[] order) => [.. items.Select((item, i) => (item, order[i % order.Length], i)).OrderBy(at => at.Item2).ThenBy(at => at.i).Select(at => at.item)];

    /// <summary>The comparison a second way: with fractions as decimals, which are exact for such small numbers of members.</summary>
    private static bool? Reached(Clause clause, int? count, int? of)
    {
        if (count is not { } number || (clause.Measure == Measure.Share && of is null or 0))
        {
            return null;
        }

        var left = clause.Measure == Measure.Share ? number * 100 : number;
        var right = clause.Measure == Measure.Share ? clause.Threshold * of!.Value : clause.Threshold;
        return clause.Comparator switch
        {
            Comparator.Equal => left == right,
            Comparator.AtLeast or Comparator.Between => left >= right,
            Comparator.MoreThan => left > right,
            Comparator.AtMost => left <= right,
            _ => left < right,
        };
    }

    private static int Rank(TargetOutcome outcome) => outcome switch
    {
        TargetOutcome.Exceeded => 5,
        TargetOutcome.Met => 4,
        TargetOutcome.NearlyMet => 3,
        TargetOutcome.NotYet => 2,
        TargetOutcome.AtRisk => 2,
        TargetOutcome.Failed => 0,
        _ => -1,
    };

    private static TargetRow? WithOneMore(TargetRow row, int clause)
    {
        var result = row.Results[0];
        if (result.Measurements.FirstOrDefault(measured => measured.Clause == clause + 1) is not { } there || there.Count >= (there.Of ?? int.MaxValue))
        {
            return null;
        }

        return row with { Results = [result with { Measurements = [.. result.Measurements.Select(measured => measured.Clause == clause + 1 ? measured with { Count = measured.Count + 1 } : measured)] }] };
    }

    private static Arbitrary<Case> Cases()
    {
        var clause =
            from isShare in Gen.Elements(true, false)
            from comparator in Gen.Elements(Enum.GetValues<Comparator>())
            from threshold in Gen.Choose(0, isShare ? 100 : 20)
            from stretch in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
            select new Clause("vế", isShare ? Population.Members : Population.Activities, isShare ? Metric.Judged : Metric.Done, isShare ? Measure.Share : Measure.Count, comparator, threshold, Period.Term)
            {
                UpTo = comparator == Comparator.Between ? threshold + 2 : null,
                Stretch = stretch,
            };
        var one =
            from count in Gen.Choose(1, 4)
            from clauses in Gen.ArrayOf(clause, count)
            from counts in Gen.ArrayOf(Gen.Choose(0, 20), count)
            from of in Gen.Choose(1, 20)
            from measured in Gen.ArrayOf(Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false))), count)
            from isUnderWay in Gen.Elements(true, false)
            let measurements = Enumerable.Range(0, count).Where(i => measured[i]).Select(i => clauses[i].Measure == Measure.Share
                ? new Measurement(i + 1, Math.Min(counts[i], of)) { Of = of }
                : new Measurement(i + 1, counts[i])).ToArray()
            select new Case(new TargetRow("c1", "2024", SampleTargets.Target("X", "r", 1, "Thử", clauses))
            {
                Results = [SampleTargets.Result("X", isUnderWay ? ResultStatus.InProgress : ResultStatus.Failed, measurements)],
            });
        return one.ToArbitrary();
    }

    private sealed record Case(TargetRow Row);
}
