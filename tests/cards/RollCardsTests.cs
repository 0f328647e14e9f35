using System.Globalization;
using System.Text;

namespace ChiBoBot.Cards.Tests;

/// <summary>The one card that Teams fetches anew for everybody who looks. What is too large, or doesn't ask for it again, Teams stops fetching.</summary>
public class RollCardsTests
{
    private const int TeamsBudget = 28 * 1024;
    private const int MostViewers = 60;
    private const int LongestId = 100;

    private static readonly RollView Full = new("2026-12-03|" + new string('x', 64), new string('Ệ', 150), "14:00, Thứ Năm 03/12/2026")
    {
        Summoned = 143,
        Present = 100,
        Late = 10,
        Excused = 11,
        Absent = 12,
        Open = 10,
        Beside = 13,
        Closes = VietnamTime.At(new(2026, 12, 3), new(15, 30)),
        IsOpen = true,
        Reopened = new string('Ệ', 200),
        Viewers = [.. Enumerable.Range(0, MostViewers).Select(i => "29:" + i.ToString(CultureInfo.InvariantCulture).PadLeft(LongestId - 3, 'x'))],
    };

    [Fact]
    public void With_sixty_viewers_and_everything_that_it_can_hold_it_fits() =>
        Assert.InRange(Encoding.Unicode.GetByteCount(CardJson.Indented(RollCards.Own(Full, "Đồng chí: có mặt"))), 2 * MostViewers * LongestId, TeamsBudget);

    [Fact]
    public void The_view_that_answers_a_refresh_asks_for_the_next_one()
    {
        var refresh = RollCards.Own(Full with { Viewers = ["29:m05"] }, "Đồng chí: có mặt").Refresh!;

        Assert.Equal(["29:m05"], refresh.UserIds);
        Assert.Equal(RollCards.ViewVerb, Assert.IsType<ExecuteAction>(refresh.Action).Verb);
    }
}
