using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Teams;

namespace ChiBoBot.Tests.Features.Reminders;

/// <summary>An officer says in a sentence what the cell is to be reminded of, looks at it, presses, and sees what became of it.</summary>
public class ReminderTests
{
    private const string Sunday = "Đang là giờ nghỉ, ngày nghỉ";

    [Fact]
    public async Task A_reminder_to_all_goes_to_the_group_once_it_is_pressed_and_not_before()
    {
        await using var talk = await Talk.Begin();

        var card = await talk.Say("Nhắc mọi người mai mang sổ đảng viên.");
        Assert.Contains("Cả chi bộ, 13 đồng chí", card, StringComparison.Ordinal);
        await talk.Pass(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(talk.Teams.Posts, post => post.Conversation == Talk.Group);

        var ordered = await talk.Press("Gửi ngay", inputs: [("text", "Mai các đồng chí mang sổ đảng viên."), ("where", "group")]);
        Assert.Contains("Đang gửi vào nhóm của chi bộ.", ordered, StringComparison.Ordinal);
        await talk.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(["Nhắc việc chi bộ\nMai các đồng chí mang sổ đảng viên."], InGroup(talk));
    }

    [Fact]
    public async Task On_a_Sunday_the_card_proposes_the_next_decent_hour_and_the_message_waits_for_it()
    {
        await using var talk = await Talk.Begin();
        var card = await talk.Say("nhắc cả chi bộ mai họp");
        Assert.Contains(Sunday, card, StringComparison.Ordinal);

        await talk.Press("Hẹn giờ gửi", inputs: [("text", "Mai họp chi bộ."), ("where", "group"), ("date", "2026-11-23"), ("time", "07:00")]);
        await talk.Pass(TimeSpan.FromHours(22));
        Assert.Empty(InGroup(talk));

        await talk.Pass(TimeSpan.FromHours(1));
        Assert.Equal(["Nhắc việc chi bộ\nMai họp chi bộ."], InGroup(talk));
    }

    [Fact]
    public async Task Pressing_twice_sends_once()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("nhắc cả chi bộ mai họp");
        (string, string)[] inputs = [("text", "Mai họp."), ("where", "group")];
        await talk.Press("Gửi ngay", inputs: inputs);
        await Assert.ThrowsAsync<InvalidOperationException>(() => talk.Press("Gửi ngay", inputs: inputs));
        await talk.Pass(TimeSpan.FromMinutes(1));
        await talk.Pass(TimeSpan.FromHours(1));

        Assert.Single(InGroup(talk));
    }

    [Fact]
    public async Task A_planned_reminder_is_called_off_by_undoing_it()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("nhắc cả chi bộ mai họp");
        await talk.Press("Hẹn giờ gửi", inputs: [("text", "Mai họp."), ("where", "group"), ("date", "2026-11-23"), ("time", "07:00")]);
        await talk.Press("Hoàn tác");
        await talk.Pass(TimeSpan.FromDays(2));

        Assert.Empty(InGroup(talk));
    }

    [Fact]
    public async Task Calling_a_halt_before_the_press_withdraws_the_proposal()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("nhắc cả chi bộ mai họp");
        Assert.Contains("Đã hủy: gửi lời nhắc", await talk.Say("khoan, chưa gửi vội"), StringComparison.Ordinal);
        await talk.Pass(TimeSpan.FromDays(2));

        Assert.Empty(InGroup(talk));
    }

    [Fact]
    public async Task Each_member_gets_it_in_the_own_chat_and_the_officer_sees_who_did_not()
    {
        await using var talk = await Talk.Begin();
        foreach (var member in (string[])["m02", "m03", "m04"])
        {
            await talk.Say("xin chào", by: member);
        }

        talk.Teams.Refuses[Talk.OwnChat("m03")] = Delivery.Blocked;
        await talk.Say("nhắc cả chi bộ mai họp");
        await talk.Press("Gửi ngay", inputs: [("text", "Mai họp chi bộ."), ("where", "private")]);
        await talk.Pass(TimeSpan.FromSeconds(1));

        Assert.Contains("Mai họp chi bộ.", talk.Last(Talk.OwnChat("m02")), StringComparison.Ordinal);
        Assert.Contains("Chi bộ", talk.Last(Talk.OwnChat("m02")), StringComparison.Ordinal);
        Assert.Empty(InGroup(talk));

        await talk.Pass(TimeSpan.FromMinutes(3));
        var report = talk.Last(Talk.OwnChat("m01"));
        Assert.Contains("Đã gửi 3/13", report, StringComparison.Ordinal);
        Assert.Contains("1 đã chặn bot", report, StringComparison.Ordinal);
        Assert.Contains("9 chưa cài bot", report, StringComparison.Ordinal);

        // Who blocked the bot is written to again once they speak to it.
        talk.Teams.Refuses.Clear();
        await talk.Say("xin chào", by: "m03");
        await talk.Press("Gửi lại người chưa nhận");
        await talk.Pass(TimeSpan.FromMinutes(1));
        Assert.Contains("Mai họp chi bộ.", talk.Last(Talk.OwnChat("m03")), StringComparison.Ordinal);
        Assert.Single(talk.Teams.Posts, post => post.Conversation == Talk.OwnChat("m02") && post.Text.Contains("Mai họp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_was_confirmed_by_the_secretary_is_reminded_though_they_spoke_in_the_group_only()
    {
        await using var talk = await Talk.Begin();
        await Confirm(talk);

        await Remind(talk, "Mai họp.");

        Assert.Contains("Mai họp.", talk.Last("a:29:tho"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_confirmed_by_the_secretary_is_mentioned_in_the_group()
    {
        await using var talk = await Talk.Begin();
        await Confirm(talk);

        await talk.Say("nhắc đồng chí Thọ nộp báo cáo");
        await talk.Press("Gửi ngay", inputs: [("text", "Đồng chí nộp báo cáo."), ("where", "group")]);
        await talk.Pass(TimeSpan.FromSeconds(1));

        Assert.Contains("<at>Nghiêm Xuân Thọ</at>", talk.Last(Talk.Group), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_paused_reminders_gets_none_until_they_want_them_again()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("tạm dừng nhắc 1 tuần", by: "m02");
        Assert.Contains("28/11/2026", await talk.Press("Tạm dừng 1 tuần", by: "m02"), StringComparison.Ordinal);
        await Remind(talk, "Lần một.");
        Assert.DoesNotContain("Lần một.", talk.Last(Talk.OwnChat("m02")), StringComparison.Ordinal);

        await talk.Pass(TimeSpan.FromDays(7));
        await Remind(talk, "Lần hai.");
        Assert.Contains("Lần hai.", talk.Last(Talk.OwnChat("m02")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_may_have_only_themselves_reminded()
    {
        await using var talk = await Talk.Begin();
        Assert.Contains("Bí thư, phó bí thư hoặc thư ký", await talk.Say("nhắc cả chi bộ mai họp", by: "m06"), StringComparison.Ordinal);

        await talk.Say("Sáng mai 7 giờ nhắc tôi chuẩn bị báo cáo nhé.", by: "m06");
        await talk.Press("Hẹn giờ gửi", by: "m06", inputs: [("text", "Chuẩn bị báo cáo."), ("date", "2026-11-23"), ("time", "07:00")]);
        await talk.Pass(TimeSpan.FromHours(23));

        Assert.Contains("Nhắc riêng đồng chí\nChuẩn bị báo cáo.", talk.Last(Talk.OwnChat("m06")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_open_round_or_roll_call_there_is_nobody_to_urge()
    {
        await using var talk = await Talk.Begin();

        Assert.Contains("không có đợt tự đánh giá nào đang mở", await talk.Say("Đôn đốc các đồng chí chưa nộp bản tự đánh giá giúp anh."), StringComparison.Ordinal);
        Assert.Contains("không có buổi nào đang điểm danh", await talk.Say("Gửi thông báo nhắc những đồng chí chưa điểm danh."), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_can_press_an_officers_reminder()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("nhắc cả chi bộ mai họp", at: Talk.Group);
        await Assert.ThrowsAsync<InvalidOperationException>(() => talk.Press("Gửi ngay", by: "m06", at: Talk.Group));
    }

    [Fact]
    public async Task A_bot_that_was_down_for_a_day_drops_what_nobody_wants_any_more_and_the_list_says_so()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("nhắc cả chi bộ mai họp");
        await talk.Press("Hẹn giờ gửi", inputs: [("text", "Mai họp."), ("where", "group"), ("date", "2026-11-23"), ("time", "07:00")]);
        await talk.Pass(TimeSpan.FromDays(2));

        Assert.Empty(InGroup(talk));
        Assert.Contains("1 không gửi vì đã quá muộn", await talk.Say("lời nhắc gửi đến đâu rồi?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Teams_did_not_answer_for_is_sent_once_more_and_the_officer_is_told_that_it_may_have_arrived_twice()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("nhắc cả chi bộ mai họp");
        talk.Teams.Failures.Enqueue(new ConnectorException(Delivery.Unknown, 504, "GatewayTimeout"));
        await talk.Press("Gửi ngay", inputs: [("text", "Mai họp chi bộ."), ("where", "group")]);
        await talk.Pass(TimeSpan.FromSeconds(1));
        Assert.Empty(InGroup(talk));

        await talk.Pass(TimeSpan.FromMinutes(1));
        await talk.Pass(TimeSpan.FromMinutes(2));
        Assert.Single(InGroup(talk));
        var report = talk.Last(Talk.OwnChat("m01"));
        Assert.Contains("Đã gửi vào nhóm", report, StringComparison.Ordinal);
        Assert.Contains("1 có thể đã nhận hai lần, vì Teams không trả lời lần đầu", report, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => talk.Press("Gửi lại người chưa nhận").GetAwaiter().GetResult());
    }

    [Fact]
    public async Task What_Teams_twice_did_not_answer_for_is_left_to_the_officer()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("nhắc cả chi bộ mai họp");
        talk.Teams.Failures.Enqueue(new ConnectorException(Delivery.Unknown, 504, "GatewayTimeout"));
        talk.Teams.Failures.Enqueue(new ConnectorException(Delivery.Unknown, 504, "GatewayTimeout"));
        await talk.Press("Gửi ngay", inputs: [("text", "Mai họp chi bộ."), ("where", "group")]);
        for (var i = 0; i < 10; i++)
        {
            await talk.Pass(TimeSpan.FromMinutes(1));
        }

        Assert.Empty(InGroup(talk));
        Assert.Contains("1 chưa rõ đã nhận hay chưa, tôi không tự gửi nữa", talk.Last(Talk.OwnChat("m01")), StringComparison.Ordinal);

        await talk.Press("Gửi lại người chưa nhận");
        await talk.Pass(TimeSpan.FromMinutes(1));
        Assert.Single(InGroup(talk));
        Assert.Contains(" · Đã gửi vào nhóm", await talk.Say("lời nhắc gửi đến đâu rồi?"), StringComparison.Ordinal);
    }

    /// <summary>m10 is in the group with an account that the secretary confirmed, and has no own chat yet.</summary>
    private static async Task Confirm(Talk talk)
    {
        const string Account = "00000000-0000-4000-8000-00000000000a";
        var claim = new Claimant(Account, "Ai đó", "tho.nx@hdnd.example.org", talk.Clock.GetUtcNow(), ClaimState.Confirmed);
        await talk.Tables.Put(new AccountRow("hdnd", "m10") { Claimants = [claim] }, default);
        talk.Teams.Rosters[Talk.Group] = [new RosterMember("29:tho", Account, "Nghiêm Xuân Thọ", "tho.nx@hdnd.example.org", null)];
    }

    private static async Task Remind(Talk talk, string text)
    {
        await talk.Say("nhắc cả chi bộ mai họp");
        await talk.Press("Gửi ngay", inputs: [("text", text), ("where", "private")]);
        await talk.Pass(TimeSpan.FromMinutes(1));
    }

    private static IEnumerable<string> InGroup(Talk talk) => talk.Teams.Posts.Where(post => post.Conversation == Talk.Group).Select(post => post.Text);
}
