using ChiBoBot.Features.Cells;

namespace ChiBoBot.Tests.Features.Cells;

/// <summary>Whom the rules count in what, standing by standing.</summary>
public class CountingTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    //                                  cell   meeting vote   rating
    [InlineData(Standing.Official, true, true, true, true)]
    [InlineData(Standing.Probationary, true, true, false, false)]
    [InlineData(Standing.Exempt, true, false, false, false)]
    [InlineData(Standing.TemporaryHere, false, true, false, false)]
    [InlineData(Standing.TemporaryAway, true, false, false, true)]
    [InlineData(Standing.Suspended, true, false, false, false)]
    public void Each_standing_counts_in_what_the_rules_say(object standing, bool cell, bool attendance, bool vote, bool rating)
    {
        var one = (Standing)standing;

        Assert.Equal(
            (cell, attendance, vote, rating),
            (one.Counts(CountedIn.Cell), one.Counts(CountedIn.Attendance), one.Counts(CountedIn.Vote), one.Counts(CountedIn.Rating)));
    }

    [Fact]
    public void The_council_has_fourteen_of_whom_thirteen_are_expected()
    {
        Assert.Equal(14, SampleFiles.Council.Members.CountedOn(Today, CountedIn.Cell).Count());
        Assert.Equal(13, SampleFiles.Council.Members.CountedOn(Today, CountedIn.Attendance).Count());
    }

    [Fact]
    public void The_merged_cell_has_each_number_of_its_own()
    {
        // Eleven in the list: one here for a while, one elsewhere for a while, one exempt, one on probation.
        Assert.Equal(10, SampleFiles.Merged.Members.CountedOn(Today, CountedIn.Cell).Count());
        Assert.Equal(9, SampleFiles.Merged.Members.CountedOn(Today, CountedIn.Attendance).Count());
        Assert.Equal(7, SampleFiles.Merged.Members.CountedOn(Today, CountedIn.Vote).Count());
        Assert.Equal(8, SampleFiles.Merged.Members.CountedOn(Today, CountedIn.Rating).Count());
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8, "m07")]
    [InlineData(9, "m05", "m07")]
    // On probation, or a member elsewhere: voting does not make them count.
    [InlineData(7, "m06", "m09", "m01")]
    public void The_exempt_and_those_away_enter_the_base_of_a_vote_by_voting(int members, params string[] voted) =>
        Assert.Equal(members, Counting.VotingBase(SampleFiles.Merged.Members, Today, voted.ToHashSet()));
}
