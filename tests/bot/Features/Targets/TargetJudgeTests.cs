using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Targets;

namespace ChiBoBot.Tests.Features.Targets;

public class TargetJudgeTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData(1, TargetOutcome.Met)]
    [InlineData(2, TargetOutcome.Met)]
    [InlineData(3, TargetOutcome.Met)]
    [InlineData(4, TargetOutcome.Exceeded)]
    [InlineData(5, TargetOutcome.Met)]
    [InlineData(6, TargetOutcome.Exceeded)]
    [InlineData(7, TargetOutcome.Failed)]
    public void The_seven_targets_of_the_old_term_come_out_as_reported(int number, TargetOutcome expected)
    {
        var row = TargetRow.Of(SampleTargets.Cell).Single(row => row.TermId == "2022" && row.Target.Number == number);

        var verdict = TargetJudge.Judge(row, SampleTargets.Old, null, Today);

        Assert.Equal(expected, verdict.Outcome);
        Assert.Null(verdict.Stated);
    }

    [Fact]
    public void The_failed_one_failed_for_its_first_clause_alone()
    {
        var verdict = TargetJudge.Judge(TargetRow.Of(SampleTargets.Cell).Single(row => row.Target.Id == "A7"), SampleTargets.Old, null, Today);

        Assert.Equal([false, true], verdict.Clauses.Select(clause => clause.Holds));
        Assert.Equal([(13, 14), (10, 14)], verdict.Clauses.Select(clause => (clause.Count!.Value, clause.Of!.Value)));
    }

    // One row a rule: what the clauses are (S share = 100 %, C count >= 10, B count 1 to 2, P stretch share > 15 %), what was measured for each, what the cell said.
    [Theory]
    // Concluded: a binding clause decides, and the numbers before the words.
    [InlineData("S", "14/14", "Met", TargetOutcome.Met, null)]
    [InlineData("S", "13/14", "Failed", TargetOutcome.Failed, null)]
    [InlineData("S", "13/14", "Met", TargetOutcome.Failed, TargetOutcome.Met)]
    [InlineData("S", "14/14", "Failed", TargetOutcome.Met, TargetOutcome.Failed)]
    [InlineData("S C", "14/14 9", "Failed", TargetOutcome.Failed, null)]
    [InlineData("S C", "13/14 12", "Failed", TargetOutcome.Failed, null)]
    // Vượt: a surpassed clause, as long as the others are reached.
    [InlineData("C", "10", "Met", TargetOutcome.Met, null)]
    [InlineData("C", "11", "Exceeded", TargetOutcome.Exceeded, null)]
    [InlineData("B", "2", "Met", TargetOutcome.Met, null)]
    [InlineData("S B", "14/14 3", "Exceeded", TargetOutcome.Exceeded, null)]
    [InlineData("S C", "14/14 11", "Met", TargetOutcome.Exceeded, TargetOutcome.Met)]
    // Phấn đấu: missing it fails nothing, reaching all of it is vượt.
    [InlineData("S P", "14/14 2/14", "Met", TargetOutcome.Met, null)]
    [InlineData("S P", "14/14 3/14", "Exceeded", TargetOutcome.Exceeded, null)]
    [InlineData("S P P", "14/14 3/14 2/14", "Met", TargetOutcome.Met, null)]
    [InlineData("S P", "13/14 3/14", "Failed", TargetOutcome.Failed, null)]
    [InlineData("C P", "11 2/14", "Met", TargetOutcome.Met, null)]
    // Not measured: what the cell concluded.
    [InlineData("S", "-", "Met", TargetOutcome.Met, null)]
    [InlineData("S", "-", "Exceeded", TargetOutcome.Exceeded, null)]
    [InlineData("S", "-", "Failed", TargetOutcome.Failed, null)]
    [InlineData("S C", "- 9", "Met", TargetOutcome.Failed, TargetOutcome.Met)]
    [InlineData("S P", "14/14 -", "Exceeded", TargetOutcome.Exceeded, null)]
    [InlineData("S P", "14/14 -", "Met", TargetOutcome.Met, null)]
    // Said so.
    [InlineData("S", "14/14", "NotAssessed", TargetOutcome.NotAssessed, null)]
    [InlineData("S", "-", "NotApplicable", TargetOutcome.NotApplicable, null)]
    // Under way, with four fifths of the term gone: what is counted stays, a share may fall again.
    [InlineData("C", "10", "InProgress", TargetOutcome.Met, null)]
    [InlineData("C", "11", "InProgress", TargetOutcome.Exceeded, null)]
    [InlineData("C", "8", "InProgress", TargetOutcome.NearlyMet, null)]
    [InlineData("C", "6", "InProgress", TargetOutcome.AtRisk, null)]
    [InlineData("S", "14/14", "InProgress", TargetOutcome.NearlyMet, null)]
    [InlineData("S", "12/14", "InProgress", TargetOutcome.NearlyMet, null)]
    [InlineData("S", "-", "InProgress", TargetOutcome.NotYet, null)]
    public void A_target_is_judged_by_its_clauses(string clauses, string measured, string status, TargetOutcome expected, TargetOutcome? stated)
    {
        var row = Row(clauses, measured, Enum.Parse<ResultStatus>(status));

        var verdict = TargetJudge.Judge(row, SampleTargets.Running, null, Today);

        Assert.Equal(expected, verdict.Outcome);
        Assert.Equal(stated, verdict.Stated);
    }

    [Theory]
    // Six of ten: late when more than 60 % of the term is over.
    [InlineData("2026-03-01", TargetOutcome.NotYet)]
    [InlineData("2026-11-22", TargetOutcome.AtRisk)]
    [InlineData("2020-01-01", TargetOutcome.NotYet)]
    [InlineData("2030-01-01", TargetOutcome.AtRisk)]
    public void It_is_at_risk_when_it_lags_behind_the_time(string today, TargetOutcome expected) =>
        Assert.Equal(expected, TargetJudge.Judge(Row("C", "6", ResultStatus.InProgress), SampleTargets.Running, null, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).Outcome);

    [Fact]
    public void What_was_counted_too_often_is_out_of_reach_before_the_end()
    {
        var clause = SampleTargets.Clause("vụ vi phạm", Population.Activities, Metric.Done, Measure.Count, Comparator.AtMost, 0);
        var row = new TargetRow("c1", "2024", SampleTargets.Target("X", "r", 1, "Thử", clause)) { Results = [SampleTargets.Result("X", ResultStatus.InProgress, new Measurement(1, 1))] };

        Assert.Equal(TargetOutcome.Failed, TargetJudge.Judge(row, SampleTargets.Running, null, Today).Outcome);
    }

    [Fact]
    public void Without_a_result_it_is_not_assessed() =>
        Assert.Equal(TargetOutcome.NotAssessed, TargetJudge.Judge(Row("S", "-", ResultStatus.Met) with { Results = [] }, SampleTargets.Running, null, Today).Outcome);

    [Theory]
    // Over the term the failed year decides, otherwise the last one.
    [InlineData(null, "13/14", "14/14", TargetOutcome.Failed, 2025)]
    [InlineData(null, "14/14", "13/14", TargetOutcome.Failed, 2026)]
    [InlineData(null, "14/14", "14/14", TargetOutcome.Met, 2026)]
    // Asked for a year, that year.
    [InlineData(2025, "14/14", "13/14", TargetOutcome.Met, 2025)]
    [InlineData(2026, "14/14", "13/14", TargetOutcome.Failed, 2026)]
    public void Yearly_results_add_up_to_the_term(int? year, string first, string second, TargetOutcome expected, int decidedBy)
    {
        var row = Row("S", first, ResultStatus.Met);
        row = row with { Results = [row.Results[0] with { Year = 2025 }, Row("S", second, ResultStatus.Met).Results[0] with { Year = 2026 }] };

        var verdict = TargetJudge.Judge(row, SampleTargets.Running, year, Today);

        Assert.Equal(expected, verdict.Outcome);
        Assert.Equal(decidedBy, verdict.Result!.Year);
    }

    [Fact]
    public void A_year_without_a_result_is_not_assessed_unless_the_term_has_one()
    {
        var yearly = Row("S", "14/14", ResultStatus.Met);
        yearly = yearly with { Results = [yearly.Results[0] with { Year = 2025 }] };

        Assert.Equal(TargetOutcome.NotAssessed, TargetJudge.Judge(yearly, SampleTargets.Running, 2026, Today).Outcome);
        Assert.Equal(TargetOutcome.Met, TargetJudge.Judge(Row("S", "14/14", ResultStatus.Met), SampleTargets.Running, 2026, Today).Outcome);
    }

    private static TargetRow Row(string clauses, string measured, ResultStatus status)
    {
        var measurements = measured.Split(' ').Select((text, i) => (text, i)).Where(entry => entry.text != "-").Select(entry =>
        {
            var parts = entry.text.Split('/').Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            return new Measurement(entry.i + 1, parts[0]) { Of = parts.Length > 1 ? parts[1] : null };
        });
        var target = SampleTargets.Target("X", "r", 1, "Thử", [.. clauses.Split(' ').Select(Of)]);
        return new TargetRow("c1", "2024", target) { Results = [SampleTargets.Result("X", status, [.. measurements])] };
    }

    private static Clause Of(string kind) => kind switch
    {
        "S" => SampleTargets.Clause("đảng viên", Population.Members, Metric.Judged, Measure.Share, Comparator.Equal, 100),
        "C" => SampleTargets.Clause("hoạt động", Population.Activities, Metric.Done, Measure.Count, Comparator.AtLeast, 10),
        "B" => SampleTargets.Clause("mô hình", Population.Activities, Metric.Done, Measure.Count, Comparator.Between, 1) with { UpTo = 2 },
        _ => SampleTargets.Clause("đảng viên", Population.Members, Metric.Judged, Measure.Share, Comparator.MoreThan, 15) with { Stretch = true },
    };
}
