using Xunit.Abstractions;

namespace ChiBoBot.Tests.Due;

/// <summary>A year with everything that can go wrong. The bench runs it for a thousand cells.</summary>
public class DueYearTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Through_a_year_of_faults_and_deaths_nobody_is_missed_and_nobody_is_written_to_twice()
    {
        var report = await new DueYear(cells: 40, seed: 1).Run();
        output.WriteLine(report.ToString());

        Assert.Equal(40 * 12 * (DueYear.People + 1), report.Things);
        Assert.True(report is { Lost: 0, Doubled: 0, Untrue: 0, EntriesLeft: 0 }, report.ToString());
        Assert.True(report.Deaths > 15, report.ToString());

        // One and a half of a hundred are silence on the wire; each death leaves at most those that it was just posting.
        Assert.True(report.UnknownArrived + report.UnknownMissing < (report.Things * 0.03) + (report.Deaths * 64), report.ToString());
    }
}
