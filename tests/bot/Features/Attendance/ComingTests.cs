using ChiBoBot.Cards;
using ChiBoBot.Features.Attendance;
using ChiBoBot.Features.Cells;
using ChiBoBot.Tests.Features.Cells;
using ChiBoBot.Understanding;

namespace ChiBoBot.Tests.Features.Attendance;

/// <summary>Who says beforehand that they come to a meeting: how it is said, and what becomes of it.</summary>
public class ComingTests
{
    [Theory]
    [InlineData("tôi sẽ dự")]
    [InlineData("Em sẽ dự ạ")]
    [InlineData("mình sẽ dự nhé")]
    [InlineData("tôi sẽ tham dự")]
    [InlineData("em sẽ tham dự cuộc họp tới")]
    [InlineData("tôi sẽ đi họp")]
    [InlineData("em sẽ đi họp ạ")]
    [InlineData("tôi dự họp được")]
    [InlineData("tôi sẽ có mặt")]
    [InlineData("em sẽ có mặt đúng giờ")]
    [InlineData("sẽ dự họp chiều mai")]
    [InlineData("tôi sẽ dự họp ngày 3/12")]
    [InlineData("báo dự họp")]
    [InlineData("xác nhận tôi sẽ dự họp")]
    public void Who_says_that_they_come_is_understood(string text) => Assert.NotNull(SayComing.Of(Said(text)));

    [Theory]
    [InlineData("tôi sẽ dự thảo nghị quyết")]
    [InlineData("tôi dự họp được mấy buổi")]
    [InlineData("sẽ dự họp những ai")]
    [InlineData("tôi sẽ dự họp được không")]
    [InlineData("tôi sẽ có mặt bao nhiêu buổi")]
    [InlineData("tôi sẽ dự họp chứ?")]
    public void What_only_begins_like_it_is_something_else(string text) => Assert.Null(SayComing.Of(Said(text)));

    [Fact]
    public async Task A_meeting_that_is_cancelled_or_is_being_held_is_not_said_to_be_over()
    {
        var meeting = new Event("hop", EventKind.Extraordinary, "Họp đột xuất", new(2026, 11, 23)) { Time = new(14, 0) };
        await using var talk = await Talk.Begin(SampleFiles.Council with { Events = [meeting, meeting with { Id = "huy", State = EventState.Cancelled }] });
        Dictionary<string, string> Yes(string id) => new() { ["meeting"] = id, ["answer"] = "yes" };

        Assert.Equal("Cuộc họp này đã hủy nên đồng chí không cần báo hay xin vắng.", await talk.Send(ComingCards.Verb, Yes("huy"), "m02"));
        talk.Clock.Advance(TimeSpan.FromHours(30.5));
        Assert.Equal("Cuộc họp đang diễn ra: đồng chí điểm danh tại cuộc họp, hoặc báo thư ký.", await talk.Send(ComingCards.Verb, Yes("hop"), "m02"));
        talk.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal("Cuộc họp đã qua: đồng chí báo thư ký hoặc bí thư.", await talk.Send(ComingCards.Verb, Yes("hop"), "m02"));
    }

    private static Said Said(string text) => new(text, new Reading([new Request(Intent.OutOfScope, Slots.None)], 1, []) { IsSure = true });
}
