using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Targets;
using ChiBoBot.Rules;

namespace ChiBoBot.Tests.Features.Targets;

/// <summary>What is computed from records, beside what was entered by hand.</summary>
public class RecordsJudgeTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    // Grades of a year among those who count: how many are rated, the excellent, good, completed and not completed ones that are recorded; what follows for “100 % good, over 20 % excellent”.
    [Theory]
    // Complete: concluded, also before the year is over.
    [InlineData(2025, 14, 3, 11, 0, 0, TargetOutcome.Met)]
    [InlineData(2025, 14, 2, 12, 0, 0, TargetOutcome.Failed)]
    [InlineData(2025, 14, 10, 3, 0, 1, TargetOutcome.Failed)]
    [InlineData(2026, 14, 3, 11, 0, 0, TargetOutcome.Met)]
    // Incomplete: one who didn't reach it fails the 100 % for good; too few left for three excellent ones fail that.
    [InlineData(2026, 14, 0, 0, 1, 0, TargetOutcome.Failed)]
    [InlineData(2026, 14, 0, 11, 0, 0, TargetOutcome.NotYet)]
    [InlineData(2026, 14, 0, 12, 0, 0, TargetOutcome.Failed)]
    [InlineData(2026, 14, 3, 10, 0, 0, TargetOutcome.NearlyMet)]
    // The year is over and grades are missing: nothing is concluded from a gap.
    [InlineData(2025, 14, 3, 9, 0, 0, TargetOutcome.NearlyMet)]
    public void A_year_of_grades_is_judged_by_what_is_recorded_and_what_may_still_come(int year, int rated, int excellent, int good, int completed, int not, TargetOutcome expected)
    {
        var verdict = TargetJudge.Judge(Grades(year, rated, new(excellent, good, completed, not)), SampleTargets.Running, null, Today);

        Assert.Equal(expected, verdict.Outcome);
        Assert.Equal(year, verdict.Year);
        Assert.True(verdict.IsCounted);
    }

    [Fact]
    public void Of_several_years_the_failed_one_decides_and_each_is_told()
    {
        var row = Grades(2025, 14, new(2, 12, 0, 0));
        row = row with { Tallies = [.. row.Tallies, .. Grades(2026, 14, new(3, 11, 0, 0)).Tallies] };

        var verdict = TargetJudge.Judge(row, SampleTargets.Running, null, Today);

        Assert.Equal((TargetOutcome.Failed, 2025), (verdict.Outcome, verdict.Year));
        Assert.Equal([(2025, TargetOutcome.Failed), (2026, TargetOutcome.Met)], verdict.Years.Select(year => (year.Year!.Value, year.Outcome)));
        Assert.Equal(TargetOutcome.Met, TargetJudge.Judge(row, SampleTargets.Running, 2026, Today).Outcome);
    }

    [Fact]
    public void What_was_entered_comes_first_and_what_the_records_say_stands_beside_it()
    {
        var row = Grades(2025, 14, new(2, 12, 0, 0)) with
        {
            Results = [SampleTargets.Result("X", ResultStatus.Met, new Measurement(1, 14) { Of = 14 }, new Measurement(2, 3) { Of = 14 }) with { Year = 2025 }],
        };

        var verdict = TargetJudge.Judge(row, SampleTargets.Running, 2025, Today);

        Assert.Equal((TargetOutcome.Met, TargetOutcome.Failed), (verdict.Outcome, verdict.ByRecords));
        Assert.Equal([null, 2], verdict.Clauses.Select(clause => clause.Against?.Count));
    }

    [Fact]
    public void Where_both_say_the_same_nothing_stands_beside()
    {
        var row = Grades(2025, 14, new(3, 11, 0, 0)) with
        {
            Results = [SampleTargets.Result("X", ResultStatus.Met, new Measurement(1, 14) { Of = 14 }, new Measurement(2, 3) { Of = 14 }) with { Year = 2025 }],
        };

        Assert.Null(TargetJudge.Judge(row, SampleTargets.Running, 2025, Today).ByRecords);
    }

    [Fact]
    public void A_result_without_numbers_is_counted_and_its_words_stand_beside()
    {
        var row = Grades(2025, 14, new(2, 12, 0, 0)) with { Results = [SampleTargets.Result("X", ResultStatus.Met) with { Year = 2025 }] };

        var verdict = TargetJudge.Judge(row, SampleTargets.Running, 2025, Today);

        Assert.Equal((TargetOutcome.Failed, TargetOutcome.Met), (verdict.Outcome, verdict.Stated));
    }

    [Theory]
    [InlineData(10, TargetOutcome.Met)]
    [InlineData(12, TargetOutcome.Exceeded)]
    [InlineData(8, TargetOutcome.NearlyMet)]
    [InlineData(6, TargetOutcome.AtRisk)]
    public void Deeds_of_a_term_count_as_soon_as_they_are_there(int done, TargetOutcome expected)
    {
        var row = Row(SampleTargets.Clause("hoạt động", Population.Activities, Metric.Done, Measure.Count, Comparator.AtLeast, 10)) with { Tallies = [new(null, [new(1, done, null, done)])] };

        Assert.Equal(expected, TargetJudge.Judge(row, SampleTargets.Running, null, Today).Outcome);
    }

    [Fact]
    public void When_the_term_is_over_what_is_missing_has_failed()
    {
        var row = Row(SampleTargets.Clause("hoạt động", Population.Activities, Metric.Done, Measure.Count, Comparator.AtLeast, 10)) with { Tallies = [new(null, [new(1, 8, null, 8)])] };

        Assert.Equal(TargetOutcome.Failed, TargetJudge.Judge(row, SampleTargets.Running, null, new(2027, 5, 1)).Outcome);
    }

    [Theory]
    // A yearly share and a number over the term: the worse of both.
    [InlineData(14, 3, TargetOutcome.Exceeded)]
    [InlineData(14, 1, TargetOutcome.Met)]
    [InlineData(13, 3, TargetOutcome.Failed)]
    public void What_each_year_asks_and_what_the_term_asks_is_asked_together(int good, int models, TargetOutcome expected)
    {
        var row = Row(
            SampleTargets.Grades()[0] with { Period = Period.Year },
            SampleTargets.Clause("mô hình", Population.Activities, Metric.Done, Measure.Count, Comparator.Between, 1) with { UpTo = 2 }) with
        {
            Tallies = [new(null, [new(2, models, null, models)]), new(2025, [new(1, good, 14, 14)])],
        };

        var verdict = TargetJudge.Judge(row, SampleTargets.Running, null, Today);

        Assert.Equal(expected, verdict.Outcome);
        Assert.Equal([good, models], verdict.Clauses.Select(clause => clause.Count!.Value));
    }

    [Fact]
    public void Before_anything_is_recorded_it_is_known_of_how_many()
    {
        var row = Grades(2026, 14, new(0, 0, 0, 0));

        var verdict = TargetJudge.Judge(row, SampleTargets.Running, null, Today);

        Assert.Equal(TargetOutcome.NotAssessed, verdict.Outcome);
        Assert.Equal([(null, 14, 14), ((int?)null, 14, 3)], verdict.Clauses.Select(clause => (clause.Count, clause.Of!.Value, clause.Needed!.Value)));
    }

    [Fact]
    public void A_cell_may_bind_its_stretch_clauses_and_move_what_is_nearly_there()
    {
        var stretch = Row(
            SampleTargets.Clause("hoạt động", Population.Activities, Metric.Done, Measure.Count, Comparator.AtLeast, 10),
            SampleTargets.Clause("công trình", Population.Activities, Metric.Done, Measure.Count, Comparator.AtLeast, 2) with { Stretch = true }) with
        {
            Results = [SampleTargets.Result("X", ResultStatus.Met, new Measurement(1, 10), new Measurement(2, 1))],
        };
        var near = Row(SampleTargets.Clause("hoạt động", Population.Activities, Metric.Done, Measure.Count, Comparator.AtLeast, 10)) with { Results = [SampleTargets.Result("X", ResultStatus.InProgress, new Measurement(1, 7))] };
        var own = TargetRules.Book.InForce(Today).With([new("targets", "stretchBinds", "true"), new("targets", "nearlyPercent", "70")]).Rules;

        Assert.Equal(TargetOutcome.Met, TargetJudge.Judge(stretch, SampleTargets.Running, null, Today).Outcome);
        Assert.Equal(TargetOutcome.Failed, TargetJudge.Judge(stretch, SampleTargets.Running, null, Today, own).Outcome);
        Assert.Equal(TargetOutcome.NearlyMet, TargetJudge.Judge(near, SampleTargets.Running, null, Today, own).Outcome);
    }

    private static TargetRow Grades(int year, int rated, GradeCounts grades)
    {
        var known = grades.Excellent + grades.Good + grades.Completed + grades.NotCompleted;
        var clauses = SampleTargets.Grades().Select(clause => clause with { Period = Period.Year }).ToArray();
        return Row(clauses) with
        {
            Tallies = [new(year, [new(1, grades.Excellent + grades.Good, rated, known), new(2, grades.Excellent, rated, known)]) { Grades = known > 0 ? grades : null }],
        };
    }

    private static TargetRow Row(params Clause[] clauses) => new("c1", "2024", SampleTargets.Target("X", "r", 1, "Thử", clauses));
}
