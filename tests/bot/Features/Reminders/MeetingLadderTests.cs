using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Reminders;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Tests.Features.Cells;
using ChiBoBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace ChiBoBot.Tests.Features.Reminders;

/// <summary>A planned meeting reminds of itself: at its steps, not at quiet hours, and it takes its reminders along when it moves.</summary>
public class MeetingLadderTests
{
    private static readonly CellFile Empty = SampleFiles.Council with { Events = [] };

    private static readonly Event Meeting = new("hop-12", EventKind.Regular, "Sinh hoạt định kỳ tháng 12/2026", new DateOnly(2026, 12, 3)) { Time = new(14, 0), Place = "Phòng họp tầng 3" };

    [Fact]
    public async Task The_group_is_reminded_three_days_a_day_and_two_hours_before()
    {
        await using var talk = await Talk.Begin(Empty);
        await Change(talk, null, Meeting);

        Assert.Equal(["30/11 08", "02/12 08", "03/12 12"], await Hours(talk, days: 14));
        Assert.All(InGroup(talk), text => Assert.Contains("14:00, Thứ Năm ngày 03/12/2026", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_meeting_in_another_room_at_the_same_hour_is_told_as_that_and_not_as_called_off()
    {
        await using var talk = await Talk.Begin(Empty);
        await Change(talk, null, Meeting);
        await talk.Pass(TimeSpan.FromDays(9));

        await Change(talk, Meeting, Meeting with { Place = "Phòng 301" });
        await talk.Pass(TimeSpan.FromMinutes(1));
        Assert.Contains("vẫn họp lúc 14:00 ngày 03/12/2026 nhưng đổi địa điểm:", InGroup(talk).Last(), StringComparison.Ordinal);
        Assert.Contains("Phòng 301", InGroup(talk).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moved_meeting_moves_its_reminders_and_tells_the_group_where_it_was_told_the_old_day()
    {
        await using var talk = await Talk.Begin(Empty);
        await Change(talk, null, Meeting);
        await talk.Pass(TimeSpan.FromDays(9));
        Assert.Single(InGroup(talk));

        await Change(talk, Meeting, Meeting with { Date = new(2026, 12, 10) });
        await talk.Pass(TimeSpan.FromMinutes(1));
        Assert.Contains("không họp lúc 14:00 ngày 03/12/2026", InGroup(talk).Last(), StringComparison.Ordinal);
        Assert.Contains("14:00, Thứ Năm ngày 10/12/2026", InGroup(talk).Last(), StringComparison.Ordinal);

        Assert.Equal(["07/12 08", "09/12 08", "10/12 12"], await Hours(talk, days: 14));
    }

    [Fact]
    public async Task A_cancelled_meeting_withdraws_them_and_says_so_only_where_anybody_was_told()
    {
        await using var talk = await Talk.Begin(Empty);
        await Change(talk, null, Meeting);
        await Change(talk, Meeting, Meeting with { State = EventState.Cancelled });
        await talk.Pass(TimeSpan.FromDays(14));
        Assert.Empty(InGroup(talk));
    }

    [Fact]
    public async Task A_cancellation_after_the_first_reminder_reaches_the_group()
    {
        await using var talk = await Talk.Begin(Empty);
        await Change(talk, null, Meeting);
        await talk.Pass(TimeSpan.FromDays(9));
        await Change(talk, Meeting, Meeting with { State = EventState.Cancelled });
        await talk.Pass(TimeSpan.FromMinutes(1));
        await talk.Pass(TimeSpan.FromDays(14));

        Assert.Equal(2, InGroup(talk).Count());
        Assert.Contains("đã hoãn hoặc hủy", InGroup(talk).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_move_and_a_move_that_is_taken_back_are_told_where_the_first_was()
    {
        await using var talk = await Talk.Begin(Empty);
        await Change(talk, null, Meeting);
        await talk.Pass(TimeSpan.FromDays(9));
        await Change(talk, Meeting, Meeting with { Date = new(2026, 12, 10) });
        await talk.Pass(TimeSpan.FromMinutes(1));

        await Change(talk, Meeting with { Date = new(2026, 12, 10) }, Meeting with { Date = new(2026, 12, 11) });
        await talk.Pass(TimeSpan.FromMinutes(1));
        Assert.Contains("không họp lúc 14:00 ngày 10/12/2026", InGroup(talk).Last(), StringComparison.Ordinal);
        Assert.Contains("14:00, Thứ Sáu ngày 11/12/2026", InGroup(talk).Last(), StringComparison.Ordinal);

        await Change(talk, Meeting with { Date = new(2026, 12, 11) }, Meeting);
        await talk.Pass(TimeSpan.FromMinutes(1));
        Assert.Contains("14:00, Thứ Năm ngày 03/12/2026", InGroup(talk).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_that_is_taken_back_is_told_where_it_was_told()
    {
        await using var talk = await Talk.Begin(Empty);
        await talk.Say("tạo lịch họp đột xuất 14h ngày 3/12");
        await talk.Press("Tạo lịch");
        await talk.Pass(TimeSpan.FromDays(9));
        await talk.Say("hủy cuộc họp đột xuất ngày 3/12");
        await talk.Press("Hủy cuộc họp");
        await talk.Pass(TimeSpan.FromMinutes(1));
        Assert.Contains("đã hoãn hoặc hủy", InGroup(talk).Last(), StringComparison.Ordinal);

        await talk.Say("hoàn tác");
        await talk.Press("Hoàn tác");
        await talk.Pass(TimeSpan.FromMinutes(1));
        Assert.Contains("vẫn họp, không hoãn hay hủy như đã báo.", InGroup(talk).Last(), StringComparison.Ordinal);
        Assert.Contains("14:00, Thứ Năm ngày 03/12/2026", InGroup(talk).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_that_is_taken_back_before_anybody_heard_of_it_is_not_mentioned()
    {
        await using var talk = await Talk.Begin(Empty);
        await Change(talk, null, Meeting);
        await talk.Pass(TimeSpan.FromDays(9));
        await Change(talk, Meeting, Meeting with { State = EventState.Cancelled });
        await Change(talk, Meeting with { State = EventState.Cancelled }, Meeting);
        await talk.Pass(TimeSpan.FromMinutes(1));

        Assert.Single(InGroup(talk));
    }

    [Fact]
    public async Task A_notice_that_waits_for_the_group_says_how_the_meeting_is_then()
    {
        await using var talk = await Talk.Begin(Empty);
        await Change(talk, null, Meeting);
        await talk.Pass(TimeSpan.FromDays(9));
        var group = await talk.Services.GetRequiredService<Conversations>().Find(Talk.Group, default);
        await talk.Services.GetRequiredService<Conversations>().Uninstalled(group!.Conversation, default);
        await Change(talk, Meeting, Meeting with { Date = new(2026, 12, 10) });
        await talk.Pass(TimeSpan.FromMinutes(1));
        await Change(talk, Meeting with { Date = new(2026, 12, 10) }, Meeting with { Date = new(2026, 12, 4) });
        await talk.Pass(TimeSpan.FromMinutes(1));
        await talk.Services.GetRequiredService<Conversations>().Seen(group.Conversation, default);
        await talk.Pass(TimeSpan.FromHours(1));

        Assert.Contains("không họp lúc 14:00 ngày 03/12/2026", InGroup(talk).Last(), StringComparison.Ordinal);
        Assert.Contains("14:00, Thứ Sáu ngày 04/12/2026", InGroup(talk).Last(), StringComparison.Ordinal);
        Assert.DoesNotContain(InGroup(talk), text => text.Contains("hoãn hoặc hủy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_meeting_that_becomes_an_activity_reminds_no_more()
    {
        await using var talk = await Talk.Begin(Empty);
        await Change(talk, null, Meeting);
        await Change(talk, Meeting, Meeting with { Kind = EventKind.Activity });

        Assert.Empty(await Hours(talk, days: 14));
    }

    [Fact]
    public async Task A_committees_meeting_that_is_moved_or_cancelled_is_told_to_those_who_were_reminded_and_not_to_the_group()
    {
        await using var talk = await Talk.Begin(Empty);
        await talk.Say("xin chào", by: "m02");
        await talk.Say("xin chào", by: "m06");
        var committee = Meeting with { Kind = EventKind.Committee, Title = "Họp chi ủy" };
        await Change(talk, null, committee);
        await talk.Pass(TimeSpan.FromDays(9));
        await talk.Pass(TimeSpan.FromMinutes(15));

        await Change(talk, committee, committee with { Date = new(2026, 12, 10) });
        await talk.Pass(TimeSpan.FromMinutes(1));
        Assert.Contains("Họp chi ủy không họp lúc 14:00 ngày 03/12/2026", talk.Last(Talk.OwnChat("m02")), StringComparison.Ordinal);
        Assert.Contains("14:00, Thứ Năm ngày 10/12/2026", talk.Last(Talk.OwnChat("m02")), StringComparison.Ordinal);

        await Change(talk, committee with { Date = new(2026, 12, 10) }, committee with { Date = new(2026, 12, 10), State = EventState.Cancelled });
        await talk.Pass(TimeSpan.FromMinutes(1));
        Assert.Contains("đã hoãn hoặc hủy", talk.Last(Talk.OwnChat("m02")), StringComparison.Ordinal);
        Assert.Empty(InGroup(talk));
        Assert.DoesNotContain("Họp chi ủy", talk.Last(Talk.OwnChat("m06")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_committees_meeting_is_no_matter_for_the_whole_group()
    {
        await using var talk = await Talk.Begin(Empty);
        await talk.Say("xin chào", by: "m02");
        await talk.Say("xin chào", by: "m06");
        await Change(talk, null, Meeting with { Kind = EventKind.Committee, Title = "Họp chi ủy" });
        await talk.Pass(TimeSpan.FromDays(9));

        Assert.Empty(InGroup(talk));
        Assert.Contains("Họp chi ủy", talk.Last(Talk.OwnChat("m02")), StringComparison.Ordinal);
        Assert.DoesNotContain("Họp chi ủy", talk.Last(Talk.OwnChat("m06")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_that_would_fall_on_a_Sunday_comes_the_evening_before()
    {
        await using var talk = await Talk.Begin(Empty);
        await Change(talk, null, Meeting with { Date = new(2026, 11, 30) });

        Assert.Equal(["28/11 20", "30/11 12"], (await Hours(talk, days: 10)).Skip(1));
    }

    [Fact]
    public async Task A_bot_that_was_down_sends_the_last_step_and_drops_those_it_overtook()
    {
        await using var talk = await Talk.Begin(Empty);
        await Change(talk, null, Meeting);
        talk.Clock.Advance(TimeSpan.FromDays(11) - TimeSpan.FromHours(1));
        talk.Clock.Advance(TimeSpan.FromHours(6));
        await talk.Pass(TimeSpan.Zero);

        Assert.Single(InGroup(talk));
    }

    [Fact]
    public async Task What_a_meeting_sent_by_itself_is_in_the_report_too()
    {
        await using var talk = await Talk.Begin(Empty);
        await Change(talk, null, Meeting);
        Assert.Contains("Chưa có lời nhắc nào", await talk.Say("lời nhắc gửi đến đâu rồi?"), StringComparison.Ordinal);
        talk.Teams.Failures.Enqueue(new ConnectorException(Delivery.Unknown, 504, "GatewayTimeout"));
        await talk.Pass(TimeSpan.FromDays(9));
        await talk.Pass(TimeSpan.FromMinutes(2));

        Assert.Single(InGroup(talk));
        Assert.Contains("Tự nhắc: Sinh hoạt định kỳ tháng 12/2026 · Đã gửi vào nhóm; 1 có thể đã nhận hai lần", await talk.Say("lời nhắc gửi đến đâu rồi?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_before_only_those_who_have_not_answered_are_written_to_and_the_secretary_reads_who_comes()
    {
        await using var talk = await Talk.Begin(Empty);
        foreach (var member in (string[])["m01", "m02", "m03", "m04"])
        {
            await talk.Say("xin chào", by: member);
        }

        await Change(talk, null, Meeting);
        await Hours(talk, days: 8.5);
        var posts = talk.Teams.Posts.Count;

        // Pressed in the group: only the presser sees what became of it.
        Assert.Contains("Đã ghi: đồng chí sẽ dự Sinh hoạt định kỳ tháng 12/2026, 14:00", await talk.Press("Tôi sẽ dự", by: "m02", at: Talk.Group), StringComparison.Ordinal);
        Assert.Contains("Đã ghi", await talk.Press("Tôi sẽ dự", by: "m01", at: Talk.Group), StringComparison.Ordinal);
        Assert.Contains("Báo dự họp", await talk.Press("Chưa chắc dự được", by: "m01", at: Talk.Group), StringComparison.Ordinal);
        await talk.Press("Xin vắng", by: "m03", at: Talk.Group);
        Assert.Contains("Đã gửi đơn xin vắng", await talk.Press("Gửi đơn", by: "m03", at: Talk.Group, ("reason", "Duty")), StringComparison.Ordinal);
        Assert.Contains("Nếu dự được, đồng chí rút đơn trước", await talk.Send("attendance.coming", new() { ["meeting"] = Meeting.Id, ["answer"] = "yes" }, by: "m03"), StringComparison.Ordinal);
        Assert.Equal((posts, 0), (talk.Teams.Posts.Count, talk.Teams.Updates));

        await Hours(talk, days: 2);
        Assert.Contains("Nhắc lịch họp", talk.Last(Talk.OwnChat("m04")), StringComparison.Ordinal);
        Assert.DoesNotContain("Nhắc lịch họp", talk.Last(Talk.OwnChat("m02")), StringComparison.Ordinal);
        Assert.DoesNotContain("Nhắc lịch họp", talk.Last(Talk.OwnChat("m03")), StringComparison.Ordinal);
        var summary = talk.Last(Talk.OwnChat("m01"));
        Assert.Contains("Trả lời dự họp\nSinh hoạt định kỳ tháng 12/2026\n1/13 báo sẽ dự\n1 xin vắng: " + NameOf("m03"), summary, StringComparison.Ordinal);
        Assert.Contains("11 chưa trả lời: " + NameOf("m01"), summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_said_that_they_come_is_asked_anew_where_the_meeting_is_moved()
    {
        await using var talk = await Talk.Begin(Empty);
        await talk.Say("xin chào", by: "m01");
        await Change(talk, null, Meeting);
        await talk.Say("tôi sẽ dự họp", by: "m02");
        await talk.Press("Tôi sẽ dự", by: "m02");
        await Change(talk, Meeting, Meeting with { Date = new(2026, 12, 10) });

        await Hours(talk, days: 17.5);
        Assert.Contains("Nhắc lịch họp", talk.Last(Talk.OwnChat("m02")), StringComparison.Ordinal);
        Assert.Contains("0/13 báo sẽ dự", talk.Last(Talk.OwnChat("m01")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_says_that_they_come_and_text_alone_notes_nothing()
    {
        await using var talk = await Talk.Begin(Empty);
        Assert.Contains("chưa có cuộc họp nào sắp tới", await talk.Say("tôi sẽ dự họp", by: "m02"), StringComparison.Ordinal);

        await Change(talk, null, Meeting);
        Assert.Contains("Báo dự họp", await talk.Say("tôi sẽ dự họp", by: "m02"), StringComparison.Ordinal);
        Assert.Empty(await talk.Tables.List<ComingRow>(SampleFiles.Council.Cell.Id, ComingRow.Of(Meeting.Id), default));

        await talk.Press("Tôi sẽ dự", by: "m02");
        Assert.Equal("m02", Assert.Single(await talk.Tables.List<ComingRow>(SampleFiles.Council.Cell.Id, ComingRow.Of(Meeting.Id), default)).Row.MemberId);

        await talk.Pass(TimeSpan.FromDays(11) + TimeSpan.FromHours(9));
        Assert.Contains("Cuộc họp đã qua", await talk.Send("attendance.coming", new() { ["meeting"] = Meeting.Id, ["answer"] = "unsure" }, by: "m02"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_chooses_its_own_steps_and_takes_them_back()
    {
        await using var talk = await Talk.Begin(Empty);
        await Change(talk, null, Meeting);
        var card = await talk.Say("cài đặt nhắc họp");
        Assert.Contains("đang dùng lịch nhắc mặc định", card, StringComparison.Ordinal);
        Assert.Contains("Mặc định: trước 3 ngày lúc 08:00 nhắc nhóm; trước 1 ngày lúc 08:00 nhắc nhóm; trước 1 ngày lúc 15:00 nhắc riêng người chưa trả lời; trước 1 ngày lúc 17:00 gửi bí thư bản tổng hợp; trước 2 giờ nhắc nhóm.", card, StringComparison.Ordinal);

        Assert.Contains("chưa đủ thông tin", await talk.Press("Lưu lịch nhắc", inputs: [("to0", "Group"), ("when0", "2d"), ("at0", "")]), StringComparison.Ordinal);
        Assert.Contains("hai bước giống nhau", await talk.Press("Lưu lịch nhắc", inputs: [("to0", "Group"), ("when0", "2h"), ("to1", "Group"), ("when1", "2h")]), StringComparison.Ordinal);
        Assert.Contains("trước 2 ngày lúc 09:00 nhắc nhóm; trước 1 giờ nhắc nhóm.", await talk.Press("Lưu lịch nhắc", inputs: [("to0", "Group"), ("when0", "1h"), ("to1", "Group"), ("when1", "2d"), ("at1", "09:00"), ("to2", "none")]), StringComparison.Ordinal);
        Assert.Equal(["01/12 09", "03/12 13"], await Hours(talk, days: 12));

        // Later planned things follow; the default can be had again.
        await Change(talk, null, Meeting with { Id = "hop-12b", Date = new(2026, 12, 10) });
        Assert.Equal(["08/12 09"], await Hours(talk, days: 5));
        Assert.Contains("đang dùng lịch nhắc riêng", await talk.Say("cài đặt nhắc họp"), StringComparison.Ordinal);
        await talk.Press("Về mặc định");
        Assert.Equal(["09/12 08", "10/12 12"], await Hours(talk, days: 4));
    }

    [Fact]
    public async Task The_plan_of_reminders_is_corrected_and_not_a_meeting()
    {
        await using var talk = await Talk.Begin(Empty);

        Assert.StartsWith("Nhắc họp\n", await talk.Say("sửa lịch nhắc họp"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_comes_only_after_the_meetings_have_begun_is_refused()
    {
        await using var talk = await Talk.Begin(Empty);
        await Change(talk, null, Meeting);
        await talk.Say("cài đặt nhắc họp");

        Assert.Equal(
            "Nhắc trong ngày họp lúc 15:00 thì các cuộc họp sắp tới đã bắt đầu. Đồng chí chọn giờ sớm hơn, hoặc nhắc trước mấy giờ.",
            await talk.Press("Lưu lịch nhắc", inputs: [("to0", "Group"), ("when0", "0d"), ("at0", "15:00")]));
        Assert.Contains("trong ngày họp lúc 09:00 nhắc nhóm.", await talk.Press("Lưu lịch nhắc", inputs: [("to0", "Group"), ("when0", "0d"), ("at0", "09:00")]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_people_than_one_commit_holds_are_each_reminded_once()
    {
        await using var talk = await Talk.Begin(Empty with
        {
            Members =
            [
                .. Empty.Members,
                .. Enumerable.Range(1, 190).Select(number => new Member($"x{number}", $"Đảng viên {number}", Gender.Male)
                {
                    Joined = Empty.Members[0].Joined,
                    Official = Empty.Members[0].Official,
                    ObjectId = new Guid(number, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7).ToString(),
                }),
            ],
        });
        foreach (var number in (int[])[1, 99, 100, 190])
        {
            await talk.Say("xin chào", by: $"x{number}");
        }

        await Change(talk, null, Meeting);
        await talk.Pass(TimeSpan.FromDays(10) + TimeSpan.FromHours(7));
        await talk.Pass(TimeSpan.FromHours(1));
        await talk.Pass(TimeSpan.FromMinutes(15));

        Assert.All((int[])[1, 99, 100, 190], number => Assert.Single(talk.Teams.Posts, post => post.Conversation == Talk.OwnChat($"x{number}") && post.Text.Contains("Nhắc lịch họp", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Undoing_new_steps_brings_the_old_ones_back_at_once()
    {
        await using var talk = await Talk.Begin(Empty);
        await Change(talk, null, Meeting);
        await talk.Say("cài đặt nhắc họp");
        Assert.Contains("Không nhắc.", await talk.Press("Lưu lịch nhắc", inputs: [("to0", "none")]), StringComparison.Ordinal);
        await talk.Press("Hoàn tác");

        Assert.Equal(["30/11 08", "02/12 08", "03/12 12"], await Hours(talk, days: 14));
    }

    [Fact]
    public async Task A_cell_that_wants_no_reminders_gets_none()
    {
        await using var talk = await Talk.Begin(Empty);
        await Change(talk, null, Meeting);
        await talk.Say("cài đặt nhắc họp");
        await talk.Press("Lưu lịch nhắc", inputs: [("to0", "none")]);

        Assert.Empty(await Hours(talk, days: 14));
    }

    [Fact]
    public async Task Of_two_officers_the_second_overwrites_nothing_unseen_and_no_member_may()
    {
        await using var talk = await Talk.Begin(Empty);
        Assert.DoesNotContain("Lưu lịch nhắc", await talk.Say("cài đặt nhắc họp", by: "m06"), StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => talk.Press("Lưu lịch nhắc", by: "m06"));

        await talk.Say("cài đặt nhắc họp");
        await talk.Say("cài đặt nhắc họp", by: "m02");
        await talk.Press("Lưu lịch nhắc", inputs: [("to0", "Group"), ("when0", "2h")]);
        Assert.Contains("Vừa có người đổi lịch nhắc.", await talk.Press("Lưu lịch nhắc", by: "m02", inputs: [("to0", "Group"), ("when0", "4h")]), StringComparison.Ordinal);
        Assert.Contains("trước 4 giờ nhắc nhóm.", await talk.Press("Lưu lịch nhắc", by: "m02", inputs: [("to0", "Group"), ("when0", "4h")]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undoing_a_move_brings_the_meetings_reminders_back_at_once()
    {
        await using var talk = await Talk.Begin(Empty);
        await talk.Say("tạo lịch họp đột xuất 14h ngày 3/12");
        await talk.Press("Tạo lịch");
        await talk.Say("dời họp đột xuất sang 14h ngày 10/12");
        Assert.Contains("✔ Đã dời lịch", await talk.Press("Dời lịch"), StringComparison.Ordinal);
        await talk.Say("hoàn tác");
        await talk.Press("Hoàn tác");

        Assert.Equal(["30/11 08", "02/12 08", "03/12 12"], await Hours(talk, days: 21));
    }

    [Fact]
    public async Task Undoing_a_meetings_planning_withdraws_its_reminders()
    {
        await using var talk = await Talk.Begin(Empty);
        await talk.Say("tạo lịch họp đột xuất 14h ngày 3/12");
        await talk.Press("Tạo lịch");
        await talk.Say("hoàn tác");
        await talk.Press("Hoàn tác");

        Assert.Empty(await Hours(talk, days: 14));
    }

    [Fact]
    public async Task Meetings_that_came_with_an_import_have_their_ladders_too()
    {
        await using var talk = await Talk.Begin(SampleFiles.Council with { Events = [Meeting] });
        await WeekDue.Begin(talk.Tables, talk.Services.GetRequiredService<ChiBoBot.Due.Schedule>(), SampleFiles.Council.Cell.Id, talk.Clock.GetUtcNow(), default);

        Assert.Equal(["30/11 08", "02/12 08", "03/12 12"], await Hours(talk, days: 14));
    }

    [Fact]
    public async Task On_Monday_morning_the_secretary_reads_what_falls_due()
    {
        await using var talk = await Talk.Begin(Empty);
        await talk.Say("xin chào");
        await WeekDue.Begin(talk.Tables, talk.Services.GetRequiredService<ChiBoBot.Due.Schedule>(), SampleFiles.Council.Cell.Id, talk.Clock.GetUtcNow(), default);
        await talk.Pass(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain("Hạn trong 14 ngày tới", talk.Last(Talk.OwnChat("m01")), StringComparison.Ordinal);

        await talk.Pass(TimeSpan.FromDays(1));
        var digest = Assert.Single(talk.Teams.Posts, post => post.Conversation == Talk.OwnChat("m01") && post.Text.Contains("Hạn trong 14 ngày tới", StringComparison.Ordinal));
        Assert.Contains("Chưa có lịch sinh hoạt định kỳ tháng 12/2026", digest.Text, StringComparison.Ordinal);

        Assert.Contains("Hạn trong 45 ngày tới", await talk.Say("sắp tới có hạn gì?"), StringComparison.Ordinal);
    }

    private static async Task Change(Talk talk, Event? before, Event after)
    {
        var cell = SampleFiles.Council.Cell.Id;
        var changes = new List<Change>(await talk.Services.GetRequiredService<IMeetingReminders>().Changes(cell, before, after, default)) { ChiBoBot.Storage.Change.Put(new PartRow<Event>(cell, after)) };
        if (before is not null && before.Date != after.Date)
        {
            changes.Add(ChiBoBot.Storage.Change.Delete(new PartRow<Event>(cell, before), Azure.ETag.All));
        }

        await talk.Tables.Commit(changes, default);
    }

    /// <summary>Lets days pass hour by hour, and tells in which hours the group was written to.</summary>
    private static async Task<IReadOnlyList<string>> Hours(Talk talk, double days)
    {
        var hours = new List<string>();
        for (var i = 0; i < days * 24 * 2; i++)
        {
            var before = InGroup(talk).Count();
            await talk.Pass(TimeSpan.FromMinutes(30));
            var at = talk.Clock.GetUtcNow().ToOffset(Cards.VietnamTime.Offset);
            hours.AddRange(Enumerable.Repeat(at.ToString("dd/MM HH", System.Globalization.CultureInfo.InvariantCulture), InGroup(talk).Count() - before));
        }

        return hours;
    }

    private static string NameOf(string member) => Empty.Members.Single(one => one.Id == member).Name;

    private static IEnumerable<string> InGroup(Talk talk) => talk.Teams.Posts.Where(post => post.Conversation == Talk.Group).Select(post => post.Text);
}
