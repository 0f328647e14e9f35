using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Tests.Turns;
using ChiBoBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace ChiBoBot.Tests.Features.Ledger;

/// <summary>“Khoan đã”: what waits is withdrawn, and what was just done can be taken back.</summary>
public class CancelTests
{
    [Fact]
    public async Task Without_anything_waiting_nothing_is_sent_or_changed()
    {
        await using var talk = await Talk.Begin();

        Assert.Equal("Đã rõ, tôi không gửi hay thay đổi gì cả.", await talk.Say("thôi khoan, đừng gửi nữa"));
    }

    [Fact]
    public async Task A_waiting_command_is_withdrawn_and_says_what_it_was()
    {
        await using var talk = await Talk.Begin();
        await talk.Services.GetRequiredService<Pendings>().Keep(Turn(talk), "test.do", "tạo lịch họp chi ủy", new TestForm("x"), TestJson.Default.TestForm, default);

        Assert.Equal("Đã hủy: tạo lịch họp chi ủy. Chưa có gì được gửi hay thay đổi.", await talk.Say("thôi khoan, đừng gửi nữa"));
        Assert.Equal("Đã rõ, tôi không gửi hay thay đổi gì cả.", await talk.Say("thôi khoan, đừng gửi nữa"));
    }

    [Fact]
    public async Task Right_after_a_press_calling_a_halt_offers_to_take_it_back()
    {
        await using var talk = await Talk.Begin();
        await talk.Tables.Commit(
            new LedgerEntry(Turn(talk), "tạo lịch họp chi ủy").Add(new PartRow<Event>("hdnd", new Event("x", EventKind.Committee, "Họp chi ủy", new DateOnly(2026, 12, 1)))).Changes,
            default);

        Assert.Equal(
            "Hoàn tác thay đổi\nLúc 08:00 ngày 22/11/2026 đồng chí đã tạo lịch họp chi ủy.\n[Hoàn tác]",
            await talk.Say("thôi khoan, đừng gửi nữa"));
        Assert.Equal("Đã hoàn tác: tạo lịch họp chi ủy.", await talk.Press("Hoàn tác"));
        Assert.Null(await talk.Tables.Find<PartRow<Event>>("hdnd", PartRow<Event>.KeyOf("2026-12-01|x"), default));
    }

    [Fact]
    public async Task The_secretary_sees_who_changed_what_and_a_member_does_not()
    {
        await using var talk = await Talk.Begin();
        await talk.Tables.Commit(new LedgerEntry(Turn(talk), "tạo lịch họp chi ủy").Changes, default);

        Assert.Equal("Nhật ký thay đổi\n08:00 ngày 22/11/2026 · Phan Thế Khải tạo lịch họp chi ủy", await talk.Say("nhật ký thay đổi"));
        Assert.Equal(TurnsText.NotAllowed, await talk.Say("nhật ký thay đổi", by: "m05"));
    }

    [Theory]
    [InlineData("hoàn tác")]
    [InlineData("Hoan tac giup")]
    [InlineData("cho tôi… hoàn tác", false)]
    public async Task Undo_is_asked_for_in_its_own_words_only(string text, bool isTaken = true)
    {
        await using var talk = await Talk.Begin();

        Assert.Equal(isTaken, await talk.Say(text) == "Trong 24 giờ qua đồng chí chưa thay đổi gì mà còn hoàn tác được.");
    }

    private static Turn Turn(Talk talk) => new(
        "t1",
        talk.Clock.GetUtcNow(),
        new Asker("hdnd", "m01", "Phan Thế Khải", Role.Member | Role.Secretary),
        new Sender("29:x", "x", "Phan Thế Khải"),
        new Conversation("a:m01", Place.Personal, "tenant", new Uri("https://localhost/"), "28:bot"));
}
