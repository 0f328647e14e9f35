using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Attendance;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;
using ChiBoBot.Features.Reminders;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Features.Cells;
using ChiBoBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace ChiBoBot.Tests.Features.Attendance;

/// <summary>The roll call of a meeting as the people of the sample cell live it: in the group, in their own chats, and on the clerk's list.</summary>
public class MeetingTalkTests
{
    private const string Roll = "2026-12-03|dinh-ky-12-2026";

    [Fact]
    public async Task A_whole_roll_call_from_its_opening_to_its_numbers()
    {
        await using var talk = await At("2026-12-03 13:50");

        // The secretary opens it: the words show what will be, the press does it.
        var proposal = await talk.Say("mở điểm danh");
        Assert.Contains("Mở điểm danh\nSinh hoạt chi bộ định kỳ tháng 12/2026\nThời gian: 14:00, Thứ Năm 03/12/2026", proposal, StringComparison.Ordinal);
        Assert.Contains("Triệu tập: cả chi bộ, 13 đồng chí được tính\nTính đến muộn: từ 14:10 ngày 03/12/2026\nTự đóng: 15:30 ngày 03/12/2026", proposal, StringComparison.Ordinal);
        Assert.Null(await talk.Tables.Find<RollRow>(SampleCells.CellId, RollRow.Prefix + Roll, default));
        Assert.Contains("Đã mở điểm danh: Sinh hoạt chi bộ định kỳ tháng 12/2026.", await talk.Press("Mở điểm danh"), StringComparison.Ordinal);

        await Later(talk, 4);
        Assert.Equal(
            """
            Điểm danh
            Sinh hoạt chi bộ định kỳ tháng 12/2026
            14:00, Thứ Năm 03/12/2026
            0/13 có mặt
            Chưa điểm danh: 13 đồng chí
            Đang mở, tự đóng lúc 15:30 ngày 03/12/2026.
            [Có mặt] [Đến muộn] [Xin vắng]
            Đồng chí bấm cho chính mình. Ai không dùng Teams thì thư ký ghi giúp.
            """,
            talk.Last(Talk.Group));

        // Each presser sees their own mark at once; the group sees sums, a little later.
        Assert.Contains("Đồng chí: có mặt, ghi lúc 13:50 ngày 03/12/2026.", await talk.Press("Có mặt", "m01", Talk.Group), StringComparison.Ordinal);
        await talk.Press("Có mặt", "m02", Talk.Group);
        await talk.Press("Có mặt", "m03", Talk.Group);
        var own = await talk.Press("Có mặt", "m04", Talk.Group);
        Assert.Contains("4/13 có mặt", own, StringComparison.Ordinal);
        Assert.Contains("0/13 có mặt", talk.Last(Talk.Group), StringComparison.Ordinal);
        await Later(talk, 4);
        Assert.Contains("4/13 có mặt\nChưa điểm danh: 9 đồng chí", talk.Last(Talk.Group), StringComparison.Ordinal);
        Assert.DoesNotContain("Đồng chí: ", talk.Last(Talk.Group), StringComparison.Ordinal);

        // An exempt member who comes is welcome and isn't counted among the thirteen.
        await talk.Press("Có mặt", "m09", Talk.Group);

        // From ten past two on, whoever comes is late; pressing again doesn't make the punctual late.
        talk.Clock.Advance(TimeSpan.FromMinutes(21));
        Assert.Contains("Đồng chí: đến muộn, ghi lúc 14:11 ngày 03/12/2026.", await talk.Press("Có mặt", "m06", Talk.Group), StringComparison.Ordinal);
        Assert.Contains("Đồng chí: có mặt, ghi lúc 13:50 ngày 03/12/2026.", await talk.Press("Có mặt", "m01", Talk.Group), StringComparison.Ordinal);

        // Words lead to the buttons, and “vang” is asked back.
        Assert.Contains("“Vang” là “vắng” hay “vâng”? Tôi chưa ghi gì cả.", await talk.Say("vang", "m07"), StringComparison.Ordinal);
        Assert.Contains("Đồng chí chưa điểm danh.", await talk.Press("Tôi chỉ nói “vâng”", "m07"), StringComparison.Ordinal);
        Assert.Contains("[Có mặt] [Đến muộn] [Xin vắng]", await talk.Say("dạ em có mặt ạ", "m07"), StringComparison.Ordinal);
        Assert.Contains("Đồng chí: đến muộn", await talk.Press("Có mặt", "m07"), StringComparison.Ordinal);

        // The clerk marks those without Teams, by name and all at once.
        var desk = await talk.Say("điểm danh giúp đ/c Kỳ", "m05");
        Assert.Contains("Lục Đức Kỳ – chưa điểm danh", desk, StringComparison.Ordinal);
        Assert.Contains("Ghi 1 đồng chí có mặt tại Sinh hoạt chi bộ định kỳ tháng 12/2026.", await talk.Press("Ghi cho người đã chọn", "m05", null, ("members", "m12"), ("mark", "present")), StringComparison.Ordinal);
        Assert.Contains("Ghi 5 đồng chí có mặt", await talk.Press("Tất cả có mặt, trừ người đã chọn", "m05", null, ("members", "m08")), StringComparison.Ordinal);
        Assert.Equal("Thư ký đã ghi cho đồng chí. Nếu chưa đúng, đồng chí báo thư ký sửa.", await talk.Press("Đến muộn", "m05", Talk.Group));

        // A member is not the clerk, whatever a client sends.
        Assert.Contains("Việc này dành cho bí thư, phó bí thư và thư ký.", await talk.Say("bảng điểm danh", "m06"), StringComparison.Ordinal);

        // It closes: who has no mark is absent.
        Assert.Contains("12/13 có mặt (92,3%)", await talk.Press("Đóng điểm danh", "m05"), StringComparison.Ordinal);
        await Later(talk, 4);
        Assert.Equal(
            """
            Điểm danh
            Sinh hoạt chi bộ định kỳ tháng 12/2026
            14:00, Thứ Năm 03/12/2026
            12/13 có mặt (92,3%)
            Đến muộn: 2 (đã tính trong số có mặt)
            Vắng không lý do: 1 đồng chí
            Ngoài số triệu tập: 1 đồng chí
            Đã đóng lúc 14:11 ngày 03/12/2026.
            """,
            talk.Last(Talk.Group));
        Assert.StartsWith("Điểm danh đã đóng lúc 14:11 ngày 03/12/2026.", await Press(talk, "m08", new(Roll, "present")), StringComparison.Ordinal);

        // A correction says why, and the card follows.
        Assert.Equal("Điểm danh đã đóng: đồng chí ghi lý do sửa rồi bấm lại.", await talk.Press("Ghi cho người đã chọn", "m05", null, ("members", "m08"), ("mark", "excused")));
        Assert.Contains("Sửa 1 đồng chí thành vắng có lý do", await talk.Press("Ghi cho người đã chọn", "m05", null, ("members", "m08"), ("mark", "excused"), ("because", "Đi cơ sở đột xuất")), StringComparison.Ordinal);
        await Later(talk, 4);
        Assert.Contains("Vắng có lý do: 1 đồng chí", talk.Last(Talk.Group), StringComparison.Ordinal);

        // The meeting was held, and targets that ask for attendance know it.
        Assert.Equal(EventState.Held, (await talk.Tables.Find<PartRow<Event>>(SampleCells.CellId, "event|" + Roll, default))!.Row.Part.State);
        Assert.Equal(new Turnout("dinh-ky-12-2026", new(2026, 12, 3), 12, 13), (await talk.Tables.Find<PartRow<Turnout>>(SampleCells.CellId, "turnout|" + Roll, default))!.Row.Part);
    }

    [Fact]
    public async Task A_request_does_not_count_for_the_day_that_a_meeting_is_moved_to_and_the_member_is_asked_anew()
    {
        await using var talk = await At("2026-12-01 09:00");
        await talk.Say("sắp tới có gì", "m01");
        await talk.Say("xin chào", "m06");
        await talk.Say("cho tôi xin vắng buổi ngày 3/12, đi công tác", "m06");
        await talk.Press("Gửi đơn", "m06", null, ("reason", "Duty"));
        await Later(talk, 4);
        await talk.Press("Đồng ý");

        await talk.Say("dời buổi sinh hoạt định kỳ sang 15h ngày 4/12");
        await talk.Press("Dời lịch");
        Assert.DoesNotContain("Trịnh Hữu Cương – xin vắng", await talk.Say("ai xin vắng buổi tới", "m03"), StringComparison.Ordinal);
        await talk.Pass(TimeSpan.FromMinutes(15));
        await Later(talk, 8);

        const string Told =
            """
            Xin vắng
            Cuộc họp ngày 03/12/2026 mà đồng chí xin vắng đã dời: Sinh hoạt chi bộ định kỳ tháng 12/2026, 15:00, Thứ Sáu 04/12/2026. Đơn cũ không tính cho ngày mới. Nếu ngày mới đồng chí vẫn vắng thì xin vắng lại; nếu dự được thì bấm “Tôi sẽ dự”.
            [Tôi sẽ dự] [Xin vắng]
            """;
        Assert.Equal(Talk.OwnChat("m06"), Assert.Single(talk.Teams.Posts, post => post.Text == Told).Conversation);

        // The old request is over, also for the committee and where the meeting comes back to its day, of which the member hears too.
        Assert.Equal("Không có đơn xin vắng nào chờ duyệt.", await talk.Say("đơn xin vắng"));
        await talk.Say("hoàn tác");
        await talk.Press("Hoàn tác");
        await talk.Pass(TimeSpan.FromMinutes(15));
        await Later(talk, 8);
        Assert.DoesNotContain("Trịnh Hữu Cương – xin vắng", await talk.Say("ai xin vắng buổi tới", "m03"), StringComparison.Ordinal);
        Assert.Single(talk.Teams.Posts, post => post.Text == Told);
        const string Back =
            """
            Xin vắng
            Cuộc họp đã trở lại đúng ngày mà đồng chí từng xin vắng: Sinh hoạt chi bộ định kỳ tháng 12/2026, 14:00, Thứ Năm 03/12/2026. Đơn cũ không còn tính. Nếu đồng chí vẫn vắng thì xin vắng lại; nếu dự được thì bấm “Tôi sẽ dự”.
            [Tôi sẽ dự] [Xin vắng]
            """;
        Assert.Equal(Talk.OwnChat("m06"), Assert.Single(talk.Teams.Posts, post => post.Text == Back).Conversation);

        // Asked again it counts.
        await talk.Press("Xin vắng", "m06");
        Assert.Contains("Tôi báo đồng chí khi có kết quả.", await talk.Press("Gửi đơn", "m06", null, ("reason", "Duty")), StringComparison.Ordinal);
        Assert.Contains("Trịnh Hữu Cương – xin vắng, đang chờ chi ủy", await talk.Say("ai xin vắng buổi tới", "m03"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistaken_move_that_is_taken_back_at_once_leaves_the_requests_as_they_are()
    {
        await using var talk = await At("2026-12-01 09:00");
        await talk.Say("sắp tới có gì", "m01");
        await talk.Say("xin chào", "m06");
        await talk.Say("cho tôi xin vắng buổi ngày 3/12, đi công tác", "m06");
        await talk.Press("Gửi đơn", "m06", null, ("reason", "Duty"));
        await Later(talk, 4);
        await talk.Press("Đồng ý");
        await Later(talk, 4);
        var before = talk.Teams.Posts.Count(post => post.Conversation == Talk.OwnChat("m06"));

        await talk.Say("dời buổi sinh hoạt định kỳ sang 15h ngày 4/12");
        await talk.Press("Dời lịch");
        await Later(talk, 30);
        await talk.Say("hoàn tác");
        await talk.Press("Hoàn tác");
        await talk.Pass(TimeSpan.FromMinutes(20));

        Assert.Equal(before, talk.Teams.Posts.Count(post => post.Conversation == Talk.OwnChat("m06")));
        Assert.Equal(AbsenceState.Approved, (await talk.Tables.Find<AbsenceRow>(SampleCells.CellId, AbsenceRow.KeyOf("dinh-ky-12-2026", "m06"), default))!.Row.State);
    }

    [Fact]
    public async Task A_meeting_that_an_import_moves_leaves_requests_behind_too_and_the_member_is_asked_anew()
    {
        await using var talk = await At("2026-12-01 09:00");
        await talk.Say("xin chào", "m06");
        await talk.Say("cho tôi xin vắng buổi ngày 3/12, đi công tác", "m06");
        await talk.Press("Gửi đơn", "m06", null, ("reason", "Duty"));
        await Later(talk, 4);

        var moved = SampleFiles.Council with { Events = [.. SampleFiles.Council.Events.Select(meeting => meeting.Id == "dinh-ky-12-2026" ? meeting with { Date = new(2026, 12, 4) } : meeting)] };
        await new CellImport(talk.Tables).Run(moved, default);
        await WeekDue.Begin(talk.Tables, talk.Services.GetRequiredService<Schedule>(), SampleCells.CellId, talk.Clock.GetUtcNow(), default);
        await Later(talk, 4);
        await talk.Pass(TimeSpan.FromMinutes(15));

        var told = Assert.Single(talk.Teams.Posts, post => post.Text.Contains("Cuộc họp ngày 03/12/2026 mà đồng chí xin vắng đã dời", StringComparison.Ordinal));
        Assert.Equal(Talk.OwnChat("m06"), told.Conversation);
    }

    [Fact]
    public async Task Whoever_asks_to_miss_a_meeting_that_was_called_off_is_told_so()
    {
        await using var talk = await At("2026-12-01 09:00");
        await talk.Say("cho tôi xin vắng buổi ngày 3/12", "m06");
        await talk.Say("hủy buổi sinh hoạt định kỳ ngày 3/12");
        await talk.Press("Hủy cuộc họp");

        Assert.Equal("Cuộc họp này đã hủy nên đồng chí không cần báo hay xin vắng.", await talk.Press("Gửi đơn", "m06", null, ("reason", "Duty")));
    }

    [Fact]
    public async Task Absence_is_asked_beforehand_and_only_the_committee_reads_why()
    {
        await using var talk = await At("2026-12-01 09:00");
        await talk.Say("sắp tới có gì", "m01");

        var form = await talk.Say("cho tôi xin vắng buổi ngày 3/12, đi công tác", "m06");
        Assert.Contains("Xin vắng\nSinh hoạt chi bộ định kỳ tháng 12/2026, 14:00, Thứ Năm 03/12/2026", form, StringComparison.Ordinal);
        Assert.Equal("Đồng chí chọn lý do rồi bấm lại.", await talk.Press("Gửi đơn", "m06"));
        Assert.Contains("Tôi báo đồng chí khi có kết quả.", await talk.Press("Gửi đơn", "m06", null, ("reason", "Duty"), ("note", "Họp ở [huyện](https://example.org)")), StringComparison.Ordinal);

        await Later(talk, 4);
        var asked = talk.Teams.Posts.Last(post => post.Text.StartsWith("Đơn xin vắng", StringComparison.Ordinal));
        Assert.Equal(Talk.OwnChat("m01"), asked.Conversation);
        Assert.Contains("Người xin vắng: Trịnh Hữu Cương\nLý do: Đi công tác, trực\nGhi chú: Họp ở huyện(https://example.org)", asked.Text, StringComparison.Ordinal);

        // Nobody but the committee decides, and only they see the reason.
        Assert.DoesNotContain("công tác", await talk.Say("ai xin vắng buổi tới", "m07"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Trịnh Hữu Cương – xin vắng, đang chờ chi ủy (đi công tác, trực)", await talk.Say("ai xin vắng buổi tới", "m03"), StringComparison.Ordinal);
        Assert.Contains("Kết quả: chi ủy đồng ý", await talk.Press("Đồng ý"), StringComparison.Ordinal);
        await Later(talk, 4);
        Assert.Contains(talk.Teams.Posts, post => post.Text == "Đơn xin vắng Sinh hoạt chi bộ định kỳ tháng 12/2026, 14:00, Thứ Năm 03/12/2026: chi ủy đồng ý.");

        // At the roll call the excused member needs no press.
        Move(talk, "2026-12-03 14:00");
        await talk.Say("mở điểm danh");
        await talk.Press("Mở điểm danh");
        await Later(talk, 4);
        Assert.Contains("Vắng có lý do: 1 đồng chí", talk.Last(Talk.Group), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_roll_call_that_nobody_closes_closes_with_the_meeting()
    {
        await using var talk = await At("2026-12-03 14:00");
        await talk.Say("mở điểm danh");
        await talk.Press("Mở điểm danh");
        await Later(talk, 4);

        Move(talk, "2026-12-03 15:31");
        await Later(talk, 4);
        await Later(talk, 4);

        Assert.Contains("0/13 có mặt (0%)\nVắng không lý do: 13 đồng chí\nĐã đóng lúc 15:30 ngày 03/12/2026.", talk.Last(Talk.Group), StringComparison.Ordinal);
        Assert.Contains("Điểm danh đã đóng lúc 15:30 ngày 03/12/2026.", await Press(talk, "m06", new(Roll, "present")), StringComparison.Ordinal);

        // It can be opened once more, with a reason.
        Assert.Contains("Mở lại điểm danh", await talk.Say("mở lại điểm danh"), StringComparison.Ordinal);
        Assert.Equal("Đồng chí ghi vì sao mở lại rồi bấm lần nữa.", await talk.Press("Mở lại"));
        await talk.Press("Mở lại", "m01", null, ("because", "Họp kéo dài"));
        await Later(talk, 4);
        Assert.Contains("Đã mở lại: Họp kéo dài\nĐang mở, tự đóng lúc 16:01 ngày 03/12/2026.", talk.Last(Talk.Group), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_spoke_and_what_was_voted_is_noted_with_its_base()
    {
        await using var talk = await At("2026-12-03 14:00");
        await talk.Say("mở điểm danh");
        await talk.Press("Mở điểm danh");
        await talk.Press("Tất cả có mặt, trừ người đã chọn", "m01", null, ("members", "m08,m11"));

        await talk.Press("Phát biểu…");
        Assert.Contains("2 đồng chí đã phát biểu, 2 lượt", await talk.Press("Ghi", "m01", null, ("members", "m06,m07"), ("kind", "remark")), StringComparison.Ordinal);
        Assert.Contains("Trịnh Hữu Cương – 2 lượt", await talk.Press("Ghi", "m01", null, ("members", "m06"), ("kind", "paper"), ("topic", "Chuyển đổi số")), StringComparison.Ordinal);
        await talk.Press("Bảng điểm danh");

        // The secretary sees who has not spoken, a member the own number, the group sums.
        var silent = await talk.Say("ai chưa phát biểu?");
        Assert.Contains("2/13 đã phát biểu\nSố lượt: 3 lượt\n", silent, StringComparison.Ordinal);
        Assert.Contains("Hồ Sỹ Nhượng – dự 1 buổi, chưa phát biểu", silent, StringComparison.Ordinal);
        Assert.DoesNotContain("Hồ Sỹ Nhượng", await talk.Say("ai chưa phát biểu?", "m06"), StringComparison.Ordinal);
        Assert.Contains("2 lượt\nÝ kiến phát biểu: 1 lượt\nTham luận: 1 lượt", await talk.Say("năm nay tôi phát biểu mấy lần", "m06"), StringComparison.Ordinal);
        await talk.Say("bảng điểm danh");

        // Thirteen official members are called: seven are more than half, nine are two thirds. Those absent count, too.
        Assert.Contains("Số thành viên: 13 đồng chí (đảng viên chính thức được triệu tập, không phải số có mặt)", await talk.Press("Biểu quyết…"), StringComparison.Ordinal);
        Assert.Contains("✔ Đã thông qua: 7/13 tán thành (53,8%)", await talk.Press("Ghi kết quả", "m01", null, ("question", "Nghị quyết tháng 12"), ("threshold", "majority"), ("agreed", "7"), ("disagreed", "4")), StringComparison.Ordinal);
        Assert.Contains("✘ Không thông qua: 8/13 tán thành (61,5%)", await talk.Press("Ghi kết quả", "m01", null, ("question", "Kết nạp"), ("threshold", "twoThirds"), ("agreed", "8"), ("disagreed", "3")), StringComparison.Ordinal);
        Assert.StartsWith("Tổng số phiếu (14) nhiều hơn số thành viên (13).", await talk.Press("Ghi kết quả", "m01", null, ("question", "X"), ("threshold", "majority"), ("agreed", "14")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_about_attendance_give_names_to_those_who_may_know_and_sums_to_all()
    {
        await using var talk = await At("2026-12-03 14:00");
        await talk.Say("mở điểm danh");
        await talk.Press("Mở điểm danh");
        await talk.Press("Tất cả có mặt, trừ người đã chọn", "m01", null, ("members", "m08,m11"));
        await talk.Press("Đóng điểm danh");

        Assert.Contains("11/13 có mặt (84,6%)", await talk.Say("buổi họp vừa rồi có bao nhiêu người dự", "m06"), StringComparison.Ordinal);
        var asMember = await talk.Say("buổi vừa rồi vắng ai", "m06");
        Assert.Contains("Vắng: 2 đồng chí", asMember, StringComparison.Ordinal);
        Assert.DoesNotContain("Mạc Văn Trưởng", asMember, StringComparison.Ordinal);
        var inGroup = await talk.Say("buổi vừa rồi vắng ai", "m01", Talk.Group);
        Assert.DoesNotContain(talk.Teams.Posts, post => post.Conversation == Talk.Group && post.Text.Contains("Mạc Văn Trưởng", StringComparison.Ordinal));
        Assert.Contains("Mạc Văn Trưởng – vắng không lý do", inGroup, StringComparison.Ordinal);
        Assert.Contains("Vắng 1/1 buổi", await talk.Say("năm nay tôi vắng mấy buổi", "m08"), StringComparison.Ordinal);
        Assert.Contains("Có mặt", await talk.Say("tôi đã điểm danh chưa", "m06"), StringComparison.Ordinal);
        Assert.Contains("84,6%", await talk.Say("tỷ lệ dự họp năm nay", "m06"), StringComparison.Ordinal);
        var ranking = await talk.Say("ai vắng nhiều nhất năm nay", "m02");
        Assert.Contains("Viên Thị Mỹ Hằng – vắng 1/1 buổi\nMạc Văn Trưởng – vắng 1/1 buổi", ranking, StringComparison.Ordinal);
        Assert.DoesNotContain("Mạc", await talk.Say("ai vắng nhiều nhất năm nay", "m06"), StringComparison.Ordinal);
    }

    private static async Task<Talk> At(string moment)
    {
        var talk = await Talk.Begin();
        await talk.Tables.Put(new GroupRow(SampleCells.CellId, Talk.Group) { BoundAt = talk.Clock.GetUtcNow() }, default);
        Move(talk, moment);
        return talk;
    }

    private static void Move(Talk talk, string moment)
    {
        var at = new DateTimeOffset(DateTime.ParseExact(moment, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
        talk.Clock.Advance(at - talk.Clock.GetUtcNow());
    }

    /// <summary>Lets some seconds go by and does what is due.</summary>
    private static async Task Later(Talk talk, int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            talk.Clock.Advance(TimeSpan.FromSeconds(1));
            while (await talk.Services.GetRequiredService<Sweeper>().Pass(default) > 0)
            {
            }
        }
    }

    /// <summary>A press of a card that stands no more, e.g. in a client that was not refreshed.</summary>
    private static async Task<string> Press(Talk talk, string member, MarkForm form)
    {
        var people = talk.Services.GetRequiredService<RollBook>();
        var name = (await people.Members(SampleCells.CellId, default)).Single(one => one.Id == member).Name;
        var turn = new Turn(
            "old-card-" + member,
            talk.Clock.GetUtcNow(),
            new Asker(SampleCells.CellId, member, name, Role.Member),
            new("29:" + member, null, name),
            new(Talk.Group, ChiBoBot.Teams.Place.Group, SampleCells.TenantId, new("https://localhost/teams/"), "28:bot"));
        return await talk.Services.GetRequiredService<MarkAttendance>().Handle(form, turn, default) switch
        {
            Reply.Notice notice => notice.Text,
            Reply.Replacement card => CardText.Of(card.Content),
            var other => other.ToString()!,
        };
    }
}
