using ChiBoBot.Turns;

namespace ChiBoBot.Tests.Turns;

/// <summary>The access table, row by row: written out here a second time, so that a changed line must be changed twice.</summary>
public class AccessTableTests
{
    private const string Nobody = "";
    private const string Anybody = "Stranger Guest FormerMember Member Clerk CommitteeMember DeputySecretary Secretary Administrator";

    [Theory]
    [InlineData("AskHelp", Anybody, "Here")]
    [InlineData("SeeTargets", "Member", "HereIfCellsOwn")]
    [InlineData("RecordTargets", "Clerk DeputySecretary Secretary", "Privately")]
    [InlineData("ChangeTargets", "DeputySecretary Secretary", "Privately")]
    [InlineData("SeeEvents", "Guest Member", "HereIfCellsOwn")]
    [InlineData("SeeMembers", "Member", "Privately")]
    [InlineData("FollowCalendar", "Member", "Privately")]
    [InlineData("PlanEvents", "Clerk DeputySecretary Secretary", "Privately")]
    [InlineData("SeeAttendance", "Member", "HereIfCellsOwn")]
    [InlineData("SeeAbsentees", "Clerk CommitteeMember DeputySecretary Secretary", "Privately")]
    [InlineData("MarkAttendance", "Member", "Privately")]
    [InlineData("RunRollCall", "Member", "Privately")]
    [InlineData("RunEveryRollCall", "Clerk DeputySecretary Secretary", "Privately")]
    [InlineData("DecideAbsence", "CommitteeMember DeputySecretary Secretary", "Privately")]
    [InlineData("SeeSilence", "DeputySecretary Secretary", "Privately")]
    [InlineData("SeeOpinions", "Clerk CommitteeMember DeputySecretary Secretary", "Privately")]
    [InlineData("UndoOwnChange", "Member", "Privately")]
    [InlineData("SeeLedger", "DeputySecretary Secretary", "Privately")]
    [InlineData("WriteSheet", "Member", "Privately")]
    [InlineData("SeeRounds", "Member", "HereIfCellsOwn")]
    [InlineData("SeeSubmissions", "CommitteeMember DeputySecretary Secretary", "Privately")]
    [InlineData("RunRounds", "DeputySecretary Secretary", "Privately")]
    [InlineData("EnterPaperForms", "Clerk DeputySecretary Secretary", "Privately")]
    [InlineData("RateMembers", "DeputySecretary Secretary", "Privately")]
    [InlineData("AnswerObjections", "CommitteeMember DeputySecretary Secretary", "Privately")]
    [InlineData("ConfirmIdentity", "DeputySecretary Secretary", "Privately")]
    [InlineData("BindGroup", "DeputySecretary Secretary", "Privately")]
    [InlineData("RemindOneself", "Member", "Privately")]
    [InlineData("RemindOthers", "Clerk DeputySecretary Secretary", "Privately")]
    [InlineData("SeeDeadlines", "Clerk CommitteeMember DeputySecretary Secretary", "Privately")]
    [InlineData("FinishTerms", "Clerk DeputySecretary Secretary", "Privately")]
    [InlineData("RecordDues", "Clerk DeputySecretary Secretary", "Privately")]
    [InlineData("SeeOwnDues", "Member", "Privately")]
    [InlineData("ExportReports", "Clerk CommitteeMember DeputySecretary Secretary", "Privately")]
    public void Each_act_is_open_to_exactly_these_roles(string act, string roles, string inGroup)
    {
        var rule = AccessTable.RuleFor(Enum.Parse<Act>(act));

        Assert.Equal(roles, string.Join(' ', Enum.GetValues<Role>().Where(role => rule.Who.Admits(role))));
        Assert.Equal(inGroup, rule.InGroup.ToString());
    }

    [Fact]
    public void An_act_without_a_line_is_denied_to_everybody()
    {
        var rule = AccessTable.RuleFor((Act)9999);

        Assert.Equal(Nobody, string.Join(' ', Enum.GetValues<Role>().Where(role => rule.Who.Admits(role))));
    }

    [Fact]
    public void Every_act_has_one_line() =>
        Assert.Equal(Enum.GetValues<Act>().Order(), AccessTable.Rules.Select(rule => rule.Act).Order());

    [Fact]
    public void Who_left_the_cell_sees_nothing_of_it_even_if_the_post_was_never_ended() =>
        Assert.Equal(
            [Act.AskHelp],
            AccessTable.Rules.Where(rule => rule.Who.Admits(Role.FormerMember)).Select(rule => rule.Act));
}
