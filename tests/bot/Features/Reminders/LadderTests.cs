using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Reminders;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Features.Cells;
using ChiBoBot.Tests.Features.SelfAssessment;
using Microsoft.Extensions.DependencyInjection;

namespace ChiBoBot.Tests.Features.Reminders;

/// <summary>One card sets the steps of every kind of thing: rounds of self-assessments and the secretary's terms as well as meetings. It is 08:00 on Sunday 22/11/2026; the round ends on 05/12.</summary>
public class LadderTests
{
    private static readonly CellFile Empty = SampleFiles.Council with { Events = [] };

    private static readonly Event Meeting = new("hop-12", EventKind.Regular, "Sinh hoạt định kỳ tháng 12/2026", new DateOnly(2026, 12, 3)) { Time = new(14, 0) };

    [Fact]
    public async Task One_card_shows_what_holds_for_every_kind_and_leads_to_each()
    {
        await using var talk = await Talk.Begin(Empty);
        var card = await talk.Say("cài đặt nhắc việc");

        Assert.Contains("Nhắc họp\ntrước 3 ngày lúc 08:00 nhắc nhóm;", card, StringComparison.Ordinal);
        Assert.Contains("Nhắc nộp bản tự đánh giá\ntrước 3 ngày lúc 08:00 nhắc riêng người chưa nộp; trước 1 ngày lúc 08:00 nhắc riêng người chưa nộp; sau hạn 1 ngày lúc 08:00 gửi bí thư bản tổng hợp.\n", card, StringComparison.Ordinal);
        Assert.Contains("Nhắc các hạn của chi bộ\ntrước 1 ngày lúc 08:00 nhắc bí thư.\n", card, StringComparison.Ordinal);
        Assert.Contains("Nhắc tài liệu, biên bản\nđúng ngày hết hạn lúc 08:00 nhắc bí thư.\n", card, StringComparison.Ordinal);
        Assert.StartsWith("Nhắc nộp bản tự đánh giá\nChi bộ đang dùng lịch nhắc mặc định.", await talk.Press("Đổi: nhắc nộp bản tự đánh giá"), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_steps_that_holidays_bring_to_one_evening_only_the_later_speaks()
    {
        // A meeting on the first working day after Tết: both its mornings before lie within the holidays.
        var rules = ReminderRules.On(new DateTimeOffset(2027, 2, 1, 8, 0, 0, TimeSpan.Zero));
        LadderStep[] ladder = [new(LadderTo.Group) { DaysBefore = 3 }, new(LadderTo.Group) { DaysBefore = 1 }];
        var term = Enumerable.Range(1, 20).Select(day => VietnamTime.At(new DateOnly(2027, 2, day), new TimeOnly(14, 0))).First(day => rules.At(ladder[0], day, "hdnd") == rules.At(ladder[1], day, "hdnd"));
        var now = rules.At(ladder[1], term, "hdnd");

        Assert.IsType<StepNow.Over>(rules.Look(ladder, ladder[0].Code, term, "hdnd", now));
        Assert.IsType<StepNow.Take>(rules.Look(ladder, ladder[1].Code, term, "hdnd", now));
    }

    [Fact]
    public void Every_step_of_the_rules_can_be_chosen_on_the_card()
    {
        var rules = ReminderRules.On(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));

        Assert.Equal(LadderKinds.All.Order(), rules.Ladders.Keys.Order());
        Assert.All(rules.Ladders, ladder => Assert.InRange(ladder.Value.Count, 0, LadderKinds.Slots(ladder.Key)));
        Assert.All(rules.Ladders.SelectMany(ladder => ladder.Value.Select(step => (ladder.Key, Step: step))), one =>
        {
            Assert.Contains(one.Step.To.ToString(), LadderKinds.Whom(one.Key));
            Assert.Contains(one.Step.HoursBefore is { } hours ? $"{hours}h" : one.Step.DaysAfter is { } after ? $"{after}a" : $"{one.Step.DaysBefore}d", LadderKinds.Whens(one.Key));
        });
    }

    [Theory]
    [InlineData("cài đặt nhắc họp", "Nhắc họp")]
    [InlineData("đổi lịch nhắc nộp bản tự đánh giá", "Nhắc nộp bản tự đánh giá")]
    [InlineData("cài đặt nhắc kiểm điểm", "Nhắc nộp bản tự đánh giá")]
    [InlineData("cài đặt nhắc hạn", "Nhắc các hạn của chi bộ")]
    [InlineData("cài đặt nhắc biên bản", "Nhắc tài liệu, biên bản")]
    public async Task A_kind_that_is_named_is_shown_at_once(string said, string title)
    {
        await using var talk = await Talk.Begin(Empty);
        Assert.StartsWith(title + "\nChi bộ đang dùng lịch nhắc mặc định.", await talk.Say(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_round_follows_the_cells_own_steps_and_the_group_reads_no_name()
    {
        await using var talk = await Begin();
        await talk.Open();
        await talk.HandIn("m06");
        await talk.Say("cài đặt nhắc tự đánh giá");

        Assert.Contains("trước 2 ngày lúc 09:00 nhắc nhóm; trước 1 ngày lúc 10:00 nhắc riêng người chưa nộp; đúng ngày hết hạn lúc 17:00 gửi bí thư bản tổng hợp.", await talk.Press("Lưu lịch nhắc", inputs:
        [
            ("to0", "Unanswered"), ("when0", "1d"), ("at0", "10:00"), ("to1", "Group"), ("when1", "2d"), ("at1", "09:00"), ("to2", "Secretary"), ("when2", "0d"), ("at2", "17:00"),
        ]), StringComparison.Ordinal);
        await talk.Pass(TimeSpan.Zero);

        Assert.Equal(["03/12 09 nhóm", "04/12 10 m01", "04/12 10 m05", "05/12 17 m01"], await Posts(talk, "2026-12-07T12:00"));
        Assert.Equal("Kiểm điểm, tự đánh giá năm 2026\nĐã nộp 1/13 bản.\nHạn nộp: 23:59 ngày 05/12/2026\nĐồng chí chưa nộp nhắn riêng cho tôi “tự đánh giá của tôi” để viết.", talk.Last(Talk.Group));
        Assert.Contains("Sắp hết hạn nộp (23:59 ngày 05/12/2026).", talk.Last(Talk.OwnChat("m01")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_steps_of_its_own_a_round_reminds_three_days_and_a_day_before_and_shows_the_board_after_it()
    {
        await using var talk = await Begin();
        await talk.Open();
        await talk.HandIn("m06");
        await talk.Pass(TimeSpan.Zero);

        // The 6th of December is a Sunday.
        Assert.Equal(["02/12 08 m01", "02/12 08 m05", "04/12 08 m01", "04/12 08 m05", "07/12 07 m01"], await Posts(talk, "2026-12-08T12:00"));
    }

    [Fact]
    public async Task Undoing_a_rounds_steps_brings_the_old_ones_back()
    {
        await using var talk = await Begin();
        await talk.Open();
        await talk.HandIn("m06");
        await talk.Say("cài đặt nhắc tự đánh giá");
        Assert.Contains("Không nhắc.", await talk.Press("Lưu lịch nhắc", inputs: [("to0", "none"), ("to1", "none"), ("to2", "none")]), StringComparison.Ordinal);
        await talk.Press("Hoàn tác");
        await talk.Pass(TimeSpan.Zero);

        Assert.Equal(["02/12 08 m01", "02/12 08 m05", "04/12 08 m01", "04/12 08 m05"], await Posts(talk, "2026-12-06T12:00"));
    }

    [Fact]
    public async Task A_round_that_ends_later_takes_its_steps_along_and_one_that_ends_at_once_reminds_nobody_afterwards()
    {
        await using var talk = await Begin();
        await talk.Open();
        await talk.HandIn("m06");
        await talk.Send("rounds.extend", new() { ["round"] = "2026-year", ["deadline"] = "2026-12-10" });
        await talk.Pass(TimeSpan.Zero);
        Assert.Equal(["07/12 08 m01", "07/12 08 m05"], await Posts(talk, "2026-12-08T12:00"));

        await talk.Send("rounds.extend", new() { ["round"] = "2026-year", ["deadline"] = "2026-12-08" });
        Assert.Equal(["09/12 08 m01"], await Posts(talk, "2026-12-11T12:00"));
    }

    [Fact]
    public async Task A_round_that_is_extended_after_its_reminders_reminds_of_the_new_deadline_too()
    {
        await using var talk = await Begin();
        await talk.Open();
        await talk.HandIn("m06");
        await talk.Pass(TimeSpan.Zero);
        Assert.Equal(["02/12 08 m01", "02/12 08 m05", "04/12 08 m01", "04/12 08 m05"], await Posts(talk, "2026-12-05T12:00"));
        await talk.Send("rounds.extend", new() { ["round"] = "2026-year", ["deadline"] = "2026-12-10" });

        Assert.Equal(["07/12 08 m01", "07/12 08 m05", "09/12 08 m01", "09/12 08 m05", "11/12 08 m01"], await Posts(talk, "2026-12-12T12:00"));
    }

    [Fact]
    public async Task At_Tet_steps_that_fall_on_one_evening_are_planned_in_one_commit()
    {
        await using var talk = await Begin();
        await talk.Pass(new DateTimeOffset(2027, 2, 1, 8, 0, 0, TimeSpan.FromHours(7)) - talk.Clock.GetUtcNow());
        await talk.Say("cài đặt nhắc biên bản");
        await talk.Press("Lưu lịch nhắc", inputs: [("to0", "Secretary"), ("when0", "2d"), ("at0", "08:00"), ("to1", "Secretary"), ("when1", "0d"), ("at1", "08:00")]);
        for (var day = 3; day <= 9; day++)
        {
            await Plan(talk, Meeting with { Id = "tet-" + day, Date = new(2027, 2, day) });
        }
    }

    [Fact]
    public async Task Who_wants_no_reminders_learns_of_a_round_and_is_reminded_of_nothing()
    {
        await using var talk = await Begin();
        await talk.Say("tạm dừng nhắc", by: "m05");
        await talk.Press("Tắt hẳn", by: "m05");
        await talk.Open();
        await talk.HandIn("m06");
        await talk.Pass(TimeSpan.Zero);
        Assert.StartsWith("Kiểm điểm, tự đánh giá năm 2026\nChưa viết\n", talk.Last(Talk.OwnChat("m05")), StringComparison.Ordinal);

        Assert.DoesNotContain(await Posts(talk, "2026-12-06T12:00"), post => post.EndsWith("m05", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_day_before_a_term_and_on_the_day_of_papers_the_secretary_alone_is_told_once()
    {
        await using var talk = await Begin();
        await Plan(talk, Meeting);
        await Week(talk);

        // Nobody planned a thematic meeting: the quarter's last day is far. Documents on the 2nd, papers on the 5th.
        Assert.Equal(["02/12 08 m01", "05/12 08 m01"], await Posts(talk, "2026-12-06T12:00", "Nhắc hạn"));
        Assert.StartsWith("Nhắc hạn\n05/12/2026 – Hoàn thiện biên bản, báo cáo buổi Sinh hoạt định kỳ tháng 12/2026 ngày 03/12/2026\nHướng dẫn 42-HD/BTCTW\n", talk.Last(Talk.OwnChat("m01")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_that_an_officer_recorded_as_done_are_reminded_of_no_more_until_that_is_taken_back()
    {
        await using var talk = await Begin();
        await Plan(talk, Meeting);
        await Week(talk);
        Assert.Equal(["02/12 08 m01"], await Posts(talk, "2026-12-03T12:00", "Nhắc hạn"));
        Assert.Equal("Đồng chí chọn việc đã làm xong rồi bấm lại.", await talk.Press("Ghi đã xong"));

        const string Papers = "Hoàn thiện biên bản, báo cáo buổi Sinh hoạt định kỳ tháng 12/2026 ngày 03/12/2026";
        var key = $"papers|{Meeting.Id}|20261203";
        Assert.Contains(Papers, await talk.Say("sắp tới có hạn gì?"), StringComparison.Ordinal);
        Assert.Equal($"✔ Đã ghi là đã xong: {Papers}. Tôi không nhắc nữa.\n[Hoàn tác]", await talk.Press("Ghi đã xong", inputs: [("done", key)]));

        Assert.DoesNotContain(Papers, await talk.Say("sắp tới có hạn gì?"), StringComparison.Ordinal);
        Assert.Equal("Các việc này đã được ghi là xong, hoặc đã qua hạn nên tôi không còn nhắc.", await talk.Send("terms.finish", new() { ["done"] = key }, "m05"));
        Assert.Contains($"ghi là đã xong: {Papers}", await talk.Say("nhật ký thay đổi"), StringComparison.Ordinal);
        Assert.Empty(await Posts(talk, "2026-12-04T07:00", "Nhắc hạn"));

        await talk.Say("hoàn tác");
        await talk.Press("Hoàn tác");
        Assert.Contains(Papers, await talk.Say("sắp tới có hạn gì?"), StringComparison.Ordinal);
        await talk.Send("terms.finish", new() { ["done"] = key }, "m05");
        Assert.Empty(await Posts(talk, "2026-12-06T12:00", "Nhắc hạn"));

        // Another member may not, whatever a client sends.
        Assert.Contains("Nội dung này tôi chỉ trả lời cho người có trách nhiệm trong chi bộ.", await talk.Send("terms.finish", new() { ["done"] = "review|all|20261231" }, "m06"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_when_the_week_was_planned_is_reminded_of_once_that_is_taken_back()
    {
        await using var talk = await Begin();
        await Plan(talk, Meeting);
        await Week(talk);
        await Posts(talk, "2026-11-29T20:00");
        await talk.Send("terms.finish", new() { ["done"] = $"papers|{Meeting.Id}|20261203" });
        await Posts(talk, "2026-11-30T09:00");

        await talk.Say("hoàn tác");
        await talk.Press("Hoàn tác");

        Assert.Contains("05/12 08 m01", await Posts(talk, "2026-12-06T12:00", "Nhắc hạn"));
    }

    [Fact]
    public async Task A_meeting_that_is_planned_within_the_week_has_its_papers_reminded_of_too()
    {
        await using var talk = await Begin();
        await Week(talk);
        await talk.Pass(TimeSpan.FromDays(2));
        await Plan(talk, Meeting with { Date = new(2026, 11, 26) });

        Assert.Equal(["25/11 08 m01", "28/11 08 m01"], await Posts(talk, "2026-11-29T12:00", "Nhắc hạn"));
    }

    [Fact]
    public async Task A_cell_sets_the_steps_of_its_terms_and_nobody_but_the_secretary_can_be_chosen()
    {
        await using var talk = await Begin();
        await Week(talk);
        await talk.Pass(TimeSpan.FromDays(1.5));
        await talk.Say("cài đặt nhắc hạn");
        Assert.Contains("chưa đủ thông tin", await talk.Press("Lưu lịch nhắc", inputs: [("to0", "Group"), ("when0", "7d")]), StringComparison.Ordinal);
        Assert.Contains("trước 7 ngày lúc 09:00 nhắc bí thư.", await talk.Press("Lưu lịch nhắc", inputs: [("to0", "Secretary"), ("when0", "7d"), ("at0", "09:00")]), StringComparison.Ordinal);

        Assert.Equal(["26/11 09 m01"], await Posts(talk, "2026-11-28T12:00", "Nhắc hạn"));
        Assert.Contains("03/12/2026 – Chưa có lịch sinh hoạt định kỳ tháng 12/2026", talk.Last(Talk.OwnChat("m01")), StringComparison.Ordinal);
    }

    /// <summary>The secretary and two members have met the bot.</summary>
    private static async Task<Talk> Begin()
    {
        var talk = await Talk.Begin(Empty);
        foreach (var member in (string[])["m01", "m05", "m06"])
        {
            await talk.Say("xin chào", by: member);
        }

        return talk;
    }

    private static async Task Plan(Talk talk, Event meeting)
    {
        var cell = SampleFiles.Council.Cell.Id;
        await talk.Tables.Commit([.. await talk.Services.GetRequiredService<IMeetingReminders>().Changes(cell, null, meeting, default), Change.Put(new PartRow<Event>(cell, meeting))], default);
    }

    private static Task Week(Talk talk) =>
        WeekDue.Begin(talk.Tables, talk.Services.GetRequiredService<Schedule>(), SampleFiles.Council.Cell.Id, talk.Clock.GetUtcNow(), default);

    /// <summary>Lets time pass hour by hour until then, and tells in which hours who was written to (under a title).</summary>
    private static async Task<IReadOnlyList<string>> Posts(Talk talk, string until, string title = "")
    {
        var end = DateTimeOffset.Parse(until + ":00+07:00", CultureInfo.InvariantCulture);
        var found = new List<string>();
        while (talk.Clock.GetUtcNow() < end)
        {
            var before = talk.Teams.Posts.Count;
            await talk.Pass(TimeSpan.FromMinutes(30));
            var at = talk.Clock.GetUtcNow().ToOffset(VietnamTime.Offset).ToString("dd/MM HH", CultureInfo.InvariantCulture);
            found.AddRange(talk.Teams.Posts.Skip(before).Where(post => post.Text.StartsWith(title, StringComparison.Ordinal)).Select(post => $"{at} {(post.Conversation == Talk.Group ? "nhóm" : post.Conversation[2..])}"));
        }

        return found;
    }
}
