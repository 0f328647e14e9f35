using ChiBoBot.Commands;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Tests.Features.Cells;

namespace ChiBoBot.Tests.Commands;

public class DemoCalendarTests
{
    private static readonly MeetingRules Rules = MeetingRules.Book.Find(new DateOnly(2026, 11, 30))!.Rules;

    [Fact]
    public void Nothing_is_added_while_this_month_and_the_next_have_their_regular_meeting()
    {
        Assert.Equal(SampleFiles.Council.Events, DemoCalendar.GoingOn(SampleFiles.Council, new DateOnly(2026, 11, 30), Rules).Events);
    }

    [Fact]
    public void After_its_last_one_this_month_and_the_next_have_their_regular_meeting()
    {
        var added = DemoCalendar.GoingOn(SampleFiles.Council, new DateOnly(2027, 5, 2), Rules).Events.Except(SampleFiles.Council.Events).ToList();

        Assert.Equal(["dinh-ky-05-2027", "dinh-ky-06-2027"], added.Select(one => one.Id));
        Assert.Equal([new DateOnly(2027, 5, 4), new DateOnly(2027, 6, 3)], added.Select(one => one.Date));
        Assert.All(added, one => Assert.Equal(EventState.Planned, one.State));
        Assert.Equal("Sinh hoạt chi bộ định kỳ tháng 06/2027", added[1].Title);
    }

    [Fact]
    public void The_next_start_in_the_same_month_moves_nothing()
    {
        var first = DemoCalendar.GoingOn(SampleFiles.Council, new DateOnly(2027, 5, 2), Rules).Events;
        var later = DemoCalendar.GoingOn(SampleFiles.Council, new DateOnly(2027, 5, 20), Rules).Events;

        Assert.Equal([new DateOnly(2027, 6, 3)], later.Except(SampleFiles.Council.Events).Select(one => one.Date));
        Assert.Equal(first.Single(one => one.Id == "dinh-ky-06-2027").Date, later.Single(one => one.Id == "dinh-ky-06-2027").Date);
    }
}
