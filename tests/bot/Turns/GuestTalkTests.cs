using ChiBoBot.Cards;

namespace ChiBoBot.Tests.Turns;

/// <summary>Somebody no cell knows, in a group that belongs to a cell: hears of its calendar what everybody there hears, and nothing else.</summary>
public class GuestTalkTests
{
    [Fact]
    public async Task A_guest_of_the_group_is_told_the_next_event_there()
    {
        await using var talk = await Talk.Begin();

        var asMember = await talk.Say("sắp tới có gì?", at: Talk.Group);
        var asGuest = await talk.Say("sắp tới có gì?", Talk.Stranger, Talk.Group);

        Assert.NotEmpty(asGuest);
        Assert.Equal(asMember, asGuest);
    }

    [Theory]
    [InlineData("chỉ tiêu nào chưa đạt?")]
    [InlineData("danh sách đảng viên")]
    [InlineData("ai vắng buổi họp vừa rồi?")]
    [InlineData("đăng ký lịch")]
    [InlineData("tạo cuộc họp chi ủy 8h sáng mai")]
    [InlineData("có mặt")]
    public async Task A_guest_gets_nothing_else(string text)
    {
        await using var talk = await Talk.Begin();

        Assert.StartsWith(TurnsText.Guest, await talk.Say(text, Talk.Stranger, Talk.Group), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_a_guest_in_a_chat_of_their_own()
    {
        await using var talk = await Talk.Begin();

        Assert.EndsWith(TurnsText.Stranger, await talk.Say("sắp tới có gì?", Talk.Stranger, "a:stranger"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_a_guest_in_a_group_of_no_cell()
    {
        await using var talk = await Talk.Begin();

        Assert.StartsWith(TurnsText.Stranger, await talk.Say("sắp tới có gì?", Talk.Stranger, "19:other@thread.v2"), StringComparison.Ordinal);
    }
}
