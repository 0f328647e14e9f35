using ChiBoBot.Features.Cells;
using ChiBoBot.Features.SelfAssessment;
using ChiBoBot.Rules;

namespace ChiBoBot.Tests.Features.SelfAssessment;

/// <summary>Trần xuất sắc: of so many good ones so many may be excellent.</summary>
public class QuotaCheckTests
{
    [Theory]
    [InlineData("GoodOnly", 2, 11, 2, false)]
    [InlineData("GoodOnly", 2, 10, 2, false)]
    [InlineData("GoodOnly", 2, 9, 1, true)]
    [InlineData("GoodOnly", 3, 11, 2, true)]
    [InlineData("GoodOnly", 0, 0, 0, false)]
    [InlineData("GoodOnly", 1, 0, 0, true)]
    [InlineData("GoodOrBetter", 2, 8, 2, false)]
    [InlineData("GoodOrBetter", 3, 11, 2, true)]
    [InlineData("GoodOrBetter", 3, 12, 3, false)]
    public void The_cap_is_taken_of_its_base(string of, int excellent, int good, int allowed, bool isOver)
    {
        var quota = new Quota(20, Enum.Parse<QuotaBase>(of), QuotaScope.Cell);

        var check = QuotaCheck.On(quota, new Dictionary<Grade, int> { [Grade.Excellent] = excellent, [Grade.Good] = good, [Grade.Completed] = 3, [Grade.NotCompleted] = 1 });

        Assert.Equal((allowed, isOver), (check.Allowed, check.IsOver));
    }
}
