using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Targets;

namespace ChiBoBot.Tests.Features.Targets;

public class ClauseVerdictTests
{
    [Theory]
    // Shares are compared without a quotient: 1/3 is more than 33.3 % and less than 33.4 %.
    [InlineData("Share", "MoreThan", "33.3", 1, 3, true, false, null)]
    [InlineData("Share", "MoreThan", "33.4", 1, 3, false, false, 1)]
    [InlineData("Share", "Equal", "100", 13, 14, false, false, 1)]
    [InlineData("Share", "Equal", "100", 14, 14, true, false, null)]
    // “Trên 20%” of 14 takes 3; exactly 20 % is not more.
    [InlineData("Share", "MoreThan", "20", 2, 14, false, false, 1)]
    [InlineData("Share", "MoreThan", "20", 3, 14, true, false, null)]
    [InlineData("Share", "MoreThan", "20", 10, 14, true, false, null)]
    [InlineData("Share", "MoreThan", "20", 1, 5, false, false, 1)]
    [InlineData("Share", "AtLeast", "20", 1, 5, true, false, null)]
    [InlineData("Share", "MoreThan", "15", 0, 14, false, false, 3)]
    // “Ít nhất 80%” is surpassed by more.
    [InlineData("Share", "AtLeast", "80", 12, 14, true, true, null)]
    [InlineData("Share", "AtLeast", "80", 11, 14, false, false, 1)]
    [InlineData("Share", "AtLeast", "100", 14, 14, true, false, null)]
    [InlineData("Share", "AtMost", "5", 1, 20, true, false, null)]
    [InlineData("Share", "AtMost", "5", 2, 20, false, false, null)]
    [InlineData("Share", "LessThan", "5", 1, 20, false, false, null)]
    // Counts.
    [InlineData("Count", "AtLeast", "10", 9, null, false, false, 1)]
    [InlineData("Count", "AtLeast", "10", 10, null, true, false, null)]
    [InlineData("Count", "AtLeast", "10", 11, null, true, true, null)]
    [InlineData("Count", "MoreThan", "10", 10, null, false, false, 1)]
    [InlineData("Count", "Equal", "2", 3, null, false, false, null)]
    [InlineData("Count", "Between", "1", 0, null, false, false, 1)]
    [InlineData("Count", "Between", "1", 2, null, true, false, null)]
    [InlineData("Count", "Between", "1", 3, null, true, true, null)]
    [InlineData("Count", "AtMost", "0", 1, null, false, false, null)]
    // Not measured, or of nobody.
    [InlineData("Share", "Equal", "100", null, 14, null, false, null)]
    [InlineData("Share", "Equal", "100", 14, null, null, false, null)]
    [InlineData("Share", "AtMost", "5", 0, 0, null, false, null)]
    public void A_clause_holds_is_surpassed_or_misses_some(string measure, string comparator, string threshold, int? count, int? of, bool? holds, bool surpassed, int? missing)
    {
        var clause = new Clause("…", Population.Members, Metric.Judged, Enum.Parse<Measure>(measure), Enum.Parse<Comparator>(comparator), decimal.Parse(threshold, CultureInfo.InvariantCulture), Period.Term)
        {
            UpTo = comparator == "Between" ? 2 : null,
        };

        var verdict = new ClauseVerdict(clause, count, of);

        Assert.Equal(holds, verdict.Holds);
        Assert.Equal(surpassed, verdict.IsSurpassed);
        Assert.Equal(missing, verdict.Missing);
    }

    [Theory]
    [InlineData("GradeAtLeast", "Good", 13)]
    [InlineData("GradeAtLeast", "Completed", 13)]
    [InlineData("GradeIs", "Excellent", 10)]
    [InlineData("GradeIs", "Good", 3)]
    [InlineData("GradeIs", "NotCompleted", 1)]
    public void Grades_measure_a_clause_that_has_no_measurement(string metric, string grade, int count)
    {
        var clause = SampleTargets.Clause("…", Population.Members, Enum.Parse<Metric>(metric), Measure.Share, Comparator.Equal, 100) with { Grade = Enum.Parse<Grade>(grade) };
        var result = new Result("A7", ResultStatus.Failed) { Grades = new GradeCounts(10, 3, 0, 1) };

        var verdict = ClauseVerdict.Measured(clause, 1, result);

        Assert.Equal((count, 14), (verdict.Count, verdict.Of));
    }

    [Fact]
    public void Members_grades_say_nothing_of_the_divisions()
    {
        var clause = SampleTargets.Clause("…", Population.Units, Metric.GradeAtLeast, Measure.Share, Comparator.Equal, 100) with { Grade = Grade.Good };

        Assert.Null(ClauseVerdict.Measured(clause, 1, new Result("A2", ResultStatus.Met) { Grades = new GradeCounts(10, 3, 0, 1) }).Count);
    }

    [Fact]
    public void The_card_knows_every_comparator_by_the_same_name() =>
        Assert.Equal(Enum.GetNames<Comparator>(), Enum.GetNames<Bound>());
}
