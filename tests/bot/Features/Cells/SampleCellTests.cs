using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;

namespace ChiBoBot.Tests.Features.Cells;

/// <summary>The sample cells have the numbers of the reports that they are modelled on.</summary>
public class SampleCellTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateOnly StartOfTerm = new(2022, 4, 15);

    private static IReadOnlyList<Member> Now => [.. SampleFiles.Council.Members.Where(member => member.IsIn(Today))];

    [Fact]
    public void Fourteen_at_the_start_of_the_term_and_fourteen_now()
    {
        Assert.Equal(14, SampleFiles.Council.Members.Count(member => member.IsIn(StartOfTerm)));
        Assert.Equal(14, Now.Count);
        Assert.Equal(2, SampleFiles.Council.Members.Count(member => member.HasLeft(Today)));
    }

    [Theory]
    [InlineData("2022-12-31", 14)]
    [InlineData("2023-01-01", 13)]
    [InlineData("2023-10-01", 12)]
    [InlineData("2024-02-01", 13)]
    [InlineData("2024-02-29", 13)]
    [InlineData("2024-03-01", 14)]
    public void Each_transfer_counts_from_the_first_day_of_its_month(string day, int members) =>
        Assert.Equal(members, SampleFiles.Council.Members.Count(member => member.IsIn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void A_transfer_keeps_the_day_of_the_job_beside_the_day_in_the_cell()
    {
        var transfer = Assert.Single(SampleFiles.Council.Members.Single(member => member.Id == "m14").Transfers);

        Assert.Equal("2024-03", transfer.Effective.ToString());
        Assert.Equal("2024-01", transfer.Job.ToString());
    }

    [Theory]
    [InlineData(QualificationKind.Bachelor, 14)]
    [InlineData(QualificationKind.Master, 11)]
    [InlineData(QualificationKind.PoliticsIntermediate, 4)]
    [InlineData(QualificationKind.Doctor, 0)]
    public void Qualifications_are_as_counted(object kind, int holders) =>
        Assert.Equal(holders, Now.Count(member => member.Qualifications.Any(one => one.Kind == (QualificationKind)kind && !one.Studying)));

    [Fact]
    public void Ten_have_the_advanced_or_the_bachelors_level_of_politics() =>
        Assert.Equal(10, Now.Count(member => member.Qualifications.Any(one => one.Kind is QualificationKind.PoliticsAdvanced or QualificationKind.PoliticsBachelor)));

    [Fact]
    public void Seven_are_managed_by_the_province() => Assert.Equal(7, Now.Count(member => member.ManagedByProvince));

    [Fact]
    public void The_first_term_has_seven_targets_the_second_eight()
    {
        Assert.Equal(7, SampleFiles.Council.Targets.Count(target => target.Resolution == "nq-2022"));
        Assert.Equal(8, SampleFiles.Council.Targets.Count(target => target.Resolution == "nq-2024"));
    }

    [Fact]
    public void Four_were_met_two_exceeded_and_one_failed()
    {
        var statuses = SampleFiles.Council.Results.Where(result => result.Target.StartsWith('A')).Select(result => result.Status).ToList();

        Assert.Equal(4, statuses.Count(status => status == ResultStatus.Met));
        Assert.Equal(2, statuses.Count(status => status == ResultStatus.Exceeded));
        Assert.Equal(1, statuses.Count(status => status == ResultStatus.Failed));
    }

    [Fact]
    public void The_failed_target_has_ten_of_fourteen_excellent_and_one_not_completed()
    {
        var failed = SampleFiles.Council.Results.Single(result => result.Status == ResultStatus.Failed);

        Assert.Equal("A7", failed.Target);
        Assert.Equal(new Measurement(2, 10) { Of = 14 }, failed.Measurements[1]);
        Assert.Equal(new GradeCounts(Excellent: 10, Good: 3, Completed: 0, NotCompleted: 1), failed.Grades);
    }

    [Fact]
    public void The_merged_cell_has_its_series_under_two_resolutions() => Assert.Equal(
        ["2020: 8/8 of nq-vp-hdnd", "2020: 7/7 of nq-vp-dbqh", "2021: 9/9 of nq-vp-hdnd+nq-vp-dbqh", "2022: 6/7 of nq-vp-hdnd+nq-vp-dbqh"],
        SampleFiles.Merged.Series.Select(total => $"{total.Year}: {total.Met}/{total.Total} of {string.Join('+', total.Resolutions)}"));

    [Fact]
    public void Every_month_has_its_regular_meeting_in_the_first_week()
    {
        var regular = SampleFiles.Council.Events.Where(one => one.Kind == EventKind.Regular && one.Date.Year == 2026).ToList();

        Assert.Equal(Enumerable.Range(1, 12), regular.Select(one => one.Date.Month));
        Assert.All(regular, one => Assert.InRange(one.Date.Day, 1, 7));
        Assert.All(regular, one => Assert.DoesNotContain(one.Date.DayOfWeek, new[] { DayOfWeek.Saturday, DayOfWeek.Sunday }));
        Assert.All(regular, one => Assert.True(one.Minutes >= 90));
    }

    [Fact]
    public void Every_quarter_has_its_thematic_meeting() => Assert.Equal(
        [1, 2, 3, 4],
        SampleFiles.Council.Events.Where(one => one.Kind == EventKind.Thematic).Select(one => (one.Date.Month + 2) / 3));

    [Fact]
    public void The_anniversaries_are_there() => Assert.Equal(
        ["6/1", "3/2", "30/4", "1/5", "7/5", "19/5", "27/7", "2/9", "24/9"],
        SampleFiles.Council.Anniversaries.Select(one => $"{one.Day}/{one.Month}"));

    [Fact]
    public void The_secretary_is_who_the_constants_say()
    {
        var secretary = SampleFiles.Council.Members.Single(member => member.PostsOn(Today).Contains(Post.Secretary));

        Assert.Equal(SampleCells.SecretaryMemberId, secretary.Id);
        Assert.Equal(SampleCells.SecretaryObjectId, secretary.ObjectId);
        Assert.Equal(SampleCells.TenantId, SampleFiles.Council.Cell.TenantId);
        Assert.Equal(SampleCells.CellId, SampleFiles.Council.Cell.Id);
        Assert.Equal(SampleCells.MergedCellId, SampleFiles.Merged.Cell.Id);
    }

    [Fact]
    public void Nobody_has_an_address_of_the_real_world() =>
        Assert.All(
            SampleFiles.Council.Members.Concat(SampleFiles.Merged.Members).Select(member => member.Upn).OfType<string>(),
            upn => Assert.EndsWith(".example.org", upn, StringComparison.Ordinal));
}
