using System.Globalization;
using ChiBoBot.Features.Cells;

namespace ChiBoBot.Tests.Features.Cells;

public class MembershipTests
{
    private static readonly Member Someone = new("x", "Nguyễn Văn An", Gender.Male)
    {
        Joined = PartialDate.Parse("2020-05-19"),
        Official = PartialDate.Parse("2021-05-19"),
    };

    [Theory]
    [InlineData("2020-05-18", false)]
    [InlineData("2020-05-19", true)]
    public void Nobody_is_in_before_the_admission(string day, bool isIn) => Assert.Equal(isIn, Someone.IsIn(Day(day)));

    [Theory]
    [InlineData("2021-12-31", false, false)]
    [InlineData("2022-01-01", true, false)]
    [InlineData("2022-12-31", true, false)]
    [InlineData("2023-01-01", false, true)]
    [InlineData("2024-06-09", false, true)]
    [InlineData("2024-06-10", true, false)]
    public void One_can_come_go_and_come_back(string day, bool isIn, bool hasLeft)
    {
        var member = Someone with
        {
            Transfers =
            [
                new(Direction.In, PartialDate.Parse("2022"), TransferReason.Reassigned),
                new(Direction.Out, PartialDate.Parse("2023-01"), TransferReason.Reassigned),
                new(Direction.In, PartialDate.Parse("2024-06-10"), TransferReason.Reassigned),
            ],
        };

        Assert.Equal((isIn, hasLeft), (member.IsIn(Day(day)), member.HasLeft(Day(day))));
    }

    [Theory]
    [InlineData("2021-05-18", Standing.Probationary)]
    [InlineData("2021-05-19", Standing.Official)]
    [InlineData("2022-03-01", Standing.Exempt)]
    [InlineData("2022-08-31", Standing.Exempt)]
    [InlineData("2022-09-01", Standing.Official)]
    public void The_standing_is_the_days(string day, object standing)
    {
        var member = Someone with { Standings = [new(Standing.Exempt, PartialDate.Parse("2022-03"), PartialDate.Parse("2022-08"))] };

        Assert.Equal((Standing)standing, member.StandingOn(Day(day)));
    }

    [Fact]
    public void A_post_of_somebody_who_has_left_is_held_no_more()
    {
        var member = Someone with
        {
            Posts = [new(Post.Clerk, PartialDate.Parse("2021"))],
            Transfers = [new(Direction.Out, PartialDate.Parse("2023"), TransferReason.Retired)],
        };

        Assert.Equal([Post.Clerk], member.PostsOn(Day("2022-12-31")));
        Assert.Empty(member.PostsOn(Day("2023-01-01")));
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
