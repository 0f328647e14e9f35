using Xunit.Abstractions;

namespace ChiBoBot.Tests.Due;

/// <summary>A year with everything that can go wrong. The bench runs it for a thousand cells.</summary>
public class DueYearTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Through_a_year_of_faults_and_deaths_nobody_is_missed_and_only_what_Teams_never_answered_for_arrives_twice_and_is_reported()
    {
        var report = await new DueYear(cells: 40, seed: 1).Run();
        output.WriteLine(report.ToString());

        Assert.Equal(40 * 12 * (DueYear.People + 1), report.Things);
        Assert.True(report is { Lost: 0, TooMany: 0, Inexcusable: 0, Untrue: 0, EntriesLeft: 0 }, report.ToString());
        Assert.True(report.Deaths > 15, report.ToString());

        // One of a hundred was taken in and not answered for; each death leaves at most those that it was just posting.
        Assert.InRange(report.Doubled, 1, (report.Things * 0.02) + (report.Deaths * 64));

        // Twice in a row it happens to few.
        Assert.True(report.UnknownArrived + report.UnknownMissing < report.Things * 0.002, report.ToString());
    }
}
