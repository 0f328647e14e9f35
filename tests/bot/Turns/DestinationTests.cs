using ChiBoBot.Teams;
using ChiBoBot.Turns;

namespace ChiBoBot.Tests.Turns;

/// <summary>Where a reply may stand: rule × audience × place.</summary>
public class DestinationTests
{
    [Theory]
    // In the asker's own chat everything stands, but the committee's things only for the committee.
    [InlineData("Personal", "Privately", "Asker", "Member", null, "Here")]
    [InlineData("Personal", "Privately", "Everyone", "Member", null, "Here")]
    [InlineData("Personal", "Privately", "Committee", "Member", null, "Nowhere")]
    [InlineData("Personal", "Privately", "Committee", "Member, Secretary", null, "Here")]
    // In the cell's own group only what is for everyone and may stand there.
    [InlineData("Group", "HereIfCellsOwn", "Everyone", "Member", "cell", "Here")]
    [InlineData("Group", "HereIfCellsOwn", "Asker", "Member", "cell", "Privately")]
    [InlineData("Group", "HereIfCellsOwn", "Committee", "Member, CommitteeMember", "cell", "Privately")]
    [InlineData("Group", "HereIfCellsOwn", "Committee", "Member", "cell", "Nowhere")]
    [InlineData("Group", "Privately", "Everyone", "Member", "cell", "Privately")]
    [InlineData("Channel", "HereIfCellsOwn", "Everyone", "Member", "cell", "Here")]
    // In a group of nobody or of another cell nothing of the cell.
    [InlineData("Group", "HereIfCellsOwn", "Everyone", "Member", null, "Privately")]
    [InlineData("Group", "HereIfCellsOwn", "Everyone", "Member", "other", "Privately")]
    [InlineData("Channel", "HereIfCellsOwn", "Everyone", "Member", "other", "Privately")]
    // Help holds nothing of a cell.
    [InlineData("Group", "Here", "Everyone", "Stranger", null, "Here")]
    [InlineData("Group", "Here", "Asker", "Stranger", null, "Privately")]
    public void A_reply_goes_where_its_rule_and_its_audience_allow(
        string place, string inGroup, string audience, string roles, string? conversationsCell, string expected)
    {
        var turn = new Turn(
            "1",
            new DateTimeOffset(2026, 11, 22, 1, 0, 0, TimeSpan.Zero),
            new Asker("cell", "m01", "Lâm Văn Thử", Enum.Parse<Role>(roles)),
            new Sender("29:1", null, null),
            new Conversation("c", Enum.Parse<Place>(place), "t", new Uri("https://smba.trafficmanager.net/teams/"), "28:bot"));
        var rule = new AccessRule(Act.SeeTargets, WhoMay.Anybody, Enum.Parse<InGroup>(inGroup));

        var destination = Destinations.Of(Reply.Say("…", Enum.Parse<Audience>(audience)), rule, turn, conversationsCell);

        Assert.Equal(expected, destination.ToString());
    }

    [Fact]
    public void Two_answers_together_are_as_private_as_the_more_private_one()
    {
        var everyone = new Answered(Reply.Say("a", Audience.Everyone), new AccessRule(Act.SeeTargets, WhoMay.Anybody, InGroup.HereIfCellsOwn), Outcome.Answered);
        var asker = new Answered(Reply.Say("b"), new AccessRule(Act.SeeMembers, WhoMay.Anybody, InGroup.Privately), Outcome.Answered);

        var together = Answered.Together([everyone, asker]);

        Assert.Equal(Audience.Asker, together.Reply.For);
        Assert.Equal(InGroup.Privately, together.Rule.InGroup);
    }
}
