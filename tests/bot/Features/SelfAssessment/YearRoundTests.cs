using ChiBoBot.Features.Cells;
using ChiBoBot.Features.SelfAssessment;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Features.Cells;
using Microsoft.Extensions.DependencyInjection;

namespace ChiBoBot.Tests.Features.SelfAssessment;

/// <summary>A yearly round lived through: opened, written in sittings, handed in, proposed, decided.</summary>
public class YearRoundTests
{
    private const string Title = "Kiểm điểm, tự đánh giá năm 2026";

    [Fact]
    public async Task Saying_it_opens_nothing_and_the_card_says_who_gets_which_form_and_who_none()
    {
        await using var talk = await Talk.Begin();

        Assert.Equal(
            "Mở đợt nào?\nQuý 4/2026 không mở đợt riêng: kiểm điểm quý 4 gộp vào kiểm điểm năm 2026, mẫu cho cán bộ lãnh đạo có phần quý 4.\n[Kiểm điểm năm 2026] [Giữa năm 2026] [Cam kết năm 2027] [Sửa mẫu]",
            await talk.Say("mở đợt kiểm điểm"));
        var card = await talk.Press("Kiểm điểm năm 2026");

        Assert.StartsWith(Title + "\nHạn nộp (hết ngày): [06/12/2026]\nMẫu 2B: cán bộ lãnh đạo, cấp ủy viên: ", card, StringComparison.Ordinal);
        Assert.Contains("\nMẫu 2A: đảng viên không giữ chức vụ lãnh đạo; các đồng chí còn lại\n", card, StringComparison.Ordinal);
        Assert.Contains("\nKhông trong đợt (Miễn sinh hoạt): Thái Thị Quỳnh Giao\n", card, StringComparison.Ordinal);
        Assert.Contains("\nQuy định 366-QĐ/TW ngày 30/8/2025; ", card, StringComparison.Ordinal);
        Assert.Empty(await Rows<Round>(talk));
    }

    [Theory]
    [InlineData("2026-11-21", "", "Hạn nộp phải từ hôm nay đến hết năm sau.")]
    [InlineData("mai", "", "Hạn nộp phải từ hôm nay đến hết năm sau.")]
    [InlineData("2026-12-05", "một\nhai\nba\nbốn\nnăm\nsáu", "Tối đa 5 câu hỏi riêng, mỗi câu không quá 300 ký tự; chủ đề không quá 300 ký tự.")]
    public async Task A_mistake_on_the_opening_card_is_said_and_nothing_is_opened(string deadline, string questions, string said)
    {
        await using var talk = await Talk.Begin();
        await talk.Say("mở đợt kiểm điểm");
        await talk.Press("Kiểm điểm năm 2026");

        var card = await talk.Press("Mở đợt này", inputs: [("deadline", deadline), ("questions", questions)]);

        Assert.StartsWith($"{Title}\n{said}\n", card, StringComparison.Ordinal);
        Assert.Empty(await Rows<Round>(talk));
    }

    [Fact]
    public async Task Opened_twice_it_is_one_round_and_everybody_gets_one_letter()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("chào", by: "m05");
        await talk.Open();
        await talk.Say("mở đợt kiểm điểm");
        Assert.Equal($"Đã mở trước đó: {Title}. Mỗi đợt chỉ mở một lần.", await talk.Press("Kiểm điểm năm 2026"));

        await talk.Pass(TimeSpan.Zero);
        await talk.Pass(TimeSpan.Zero);

        Assert.Single(await Rows<Round>(talk));
        Assert.Equal(
            $"{Title}\nChưa viết\nViết từng phần, nghỉ lúc nào cũng được: mỗi lần bấm là đã lưu. Chỉ đồng chí đọc được nội dung mình viết.\nHạn nộp: 23:59 ngày 05/12/2026\n[Bắt đầu viết]",
            Assert.Single(talk.Teams.Posts, post => post.Conversation == "a:m05" && post.Text.StartsWith(Title, StringComparison.Ordinal)).Text);
        Assert.Contains("\nChưa gửi tới được: 11 đồng chí: Trịnh Hữu Cương, ", await talk.Say("tiến độ kiểm điểm"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_never_spoke_to_the_bot_gets_the_letter_where_the_cells_group_knows_them()
    {
        await using var talk = await Talk.Begin();
        var member = SampleFiles.Council.Members.Single(member => member.Id == "m06");
        talk.Teams.Rosters[Talk.Group] = [new("29:" + member.ObjectId, member.ObjectId, member.Name, member.Upn, null)];
        await talk.Open();

        await talk.Pass(TimeSpan.Zero);
        await talk.Pass(TimeSpan.Zero);

        Assert.StartsWith(Title + "\nChưa viết\n", Assert.Single(talk.Teams.Posts, post => post.Conversation == "a:m06").Text, StringComparison.Ordinal);
        Assert.Contains("\nChưa gửi tới được: 11 đồng chí: Cao Thị Hồng Diệp, ", await talk.Say("tiến độ kiểm điểm"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_several_got_no_letter_the_board_says_what_to_do_and_where_nobody_did_it_names_them_once()
    {
        await using var talk = await Talk.Begin();
        await talk.Open();
        await talk.HandIn("m01");

        await talk.Pass(TimeSpan.Zero);
        await talk.Pass(TimeSpan.Zero);

        var board = await talk.Say("tiến độ kiểm điểm");
        Assert.Contains("\nChưa bắt đầu: 12 đồng chí: Trịnh Hữu Cương, ", board, StringComparison.Ordinal);
        Assert.Contains(
            "\nChưa gửi tới được: cả 12 đồng chí chưa nộp\nNgười chưa gửi tới được là người chưa cài hoặc chưa nhắn tôi lần nào: nhờ đồng chí ấy nhắn tôi “viết tự đánh giá”, hoặc nộp bản giấy.\n",
            board,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_about_a_member_stands_at_his_line_too_and_votes_without_a_grade_are_not_passed_over()
    {
        await using var talk = await Talk.Begin();
        await talk.Open();
        await talk.HandIn("m06");
        await talk.HandIn("m07");
        await talk.Say("tiến độ kiểm điểm");
        await talk.Press("Đề xuất của chi bộ");

        var page = await talk.Press("Ghi đề xuất", inputs: [("day", "2026-11-21"), ("base", "13"), ("g_m06", "Good"), ("v_m06", "6"), ("v_m07", "13")]);

        Assert.Contains("\nĐồng chí Trịnh Hữu Cương: 6/13 tán thành, chưa quá nửa số thành viên nên chưa ghi.\nĐồng chí Cao Thị Hồng Diệp: chọn mức xếp loại; chưa ghi gì cho đồng chí này.\n", page, StringComparison.Ordinal);
        Assert.Contains("\n✘ 6/13 tán thành, chưa quá nửa số thành viên nên chưa ghi.\nCao Thị Hồng Diệp\n", page, StringComparison.Ordinal);
        Assert.Contains("\n✘ Chọn mức xếp loại; chưa ghi gì cho đồng chí này.\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turning_a_page_passes_over_nothing_that_was_typed_and_not_recorded()
    {
        await using var talk = await Talk.Begin();
        await talk.Open();
        await talk.HandIn("m06");
        await talk.Say("tiến độ kiểm điểm");
        await talk.Press("Đề xuất của chi bộ");
        (string, string)[] typed = [("day", "2026-11-21"), ("base", "13"), ("g_m06", "Good"), ("v_m06", "12"), ("c_m06", "Đúng hạn.")];

        var kept = await talk.Press("Trang sau", inputs: typed);
        Assert.Contains("· Trang 1/3\nTrang này có chỗ vừa sửa mà chưa ghi. Đồng chí ghi trước; còn nếu bỏ chỗ vừa sửa thì bấm lại lần nữa.\n", kept, StringComparison.Ordinal);
        Assert.Contains("Đúng hạn.", kept, StringComparison.Ordinal);

        // Recorded, there is nothing to think over; unrecorded, the second press leaves.
        await talk.Press("Ghi đề xuất", inputs: typed);
        Assert.Contains("· Trang 2/3\n", await talk.Press("Trang sau", inputs: typed), StringComparison.Ordinal);
        await talk.Press("Trang trước");
        await talk.Press("Trang sau", inputs: [("v_m06", "11")]);
        Assert.Contains("· Trang 2/3\n", await talk.Press("Trang sau", inputs: [("v_m06", "11")]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_a_page_for_the_board_passes_over_nothing_that_was_typed_and_not_recorded()
    {
        await using var talk = await Talk.Begin();
        await talk.Open();
        await talk.HandIn("m06");
        await talk.Say("tiến độ kiểm điểm");
        await talk.Press("Đề xuất của chi bộ");
        (string, string)[] typed = [("day", "2026-11-21"), ("base", "13"), ("g_m06", "Good"), ("v_m06", "12"), ("c_m06", "Đúng hạn.")];

        var kept = await talk.Press("Xem tiến độ", inputs: typed);
        Assert.Contains("Trang này có chỗ vừa sửa mà chưa ghi.", kept, StringComparison.Ordinal);
        Assert.Equal("Đúng hạn.", talk.Filled("m01")["c_m06"]);
        Assert.Contains("1/13 đã nộp", await talk.Press("Xem tiến độ", inputs: typed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_for_a_name_keeps_the_reason_for_which_a_sheet_is_given_back()
    {
        await using var talk = await Talk.Begin();
        await talk.Open();
        await talk.HandIn("m06");

        await talk.Send("rounds.reopenAsk", new() { ["round"] = "2026-year", ["find"] = "cương", ["reason"] = "Bổ sung số liệu.", ["who"] = "m06" });
        Assert.Equal(("Bổ sung số liệu.", "m06"), (talk.Filled("m01")["reason"], talk.Filled("m01")["who"]));
        Assert.Contains("Đồng chí chọn người và ghi lý do giúp", await talk.Press("Trả lại để sửa", inputs: [("who", ""), ("reason", "Bổ sung số liệu.")]), StringComparison.Ordinal);
        Assert.Equal("Bổ sung số liệu.", talk.Filled("m01")["reason"]);
    }

    [Fact]
    public async Task Whose_grade_is_decided_is_told_once_and_reads_it_on_the_own_card_alone()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("chào", by: "m05");
        await talk.Open();
        await talk.HandIn("m05");
        await talk.Rate("m05");

        // Sundays are quiet.
        await talk.Pass(TimeSpan.FromHours(2));
        Assert.DoesNotContain(talk.Teams.Posts, IsLetter);
        await talk.Pass(TimeSpan.FromHours(24));
        var letter = Assert.Single(talk.Teams.Posts, IsLetter);
        Assert.Equal(Talk.OwnChat("m05"), letter.Conversation);
        Assert.DoesNotContain("oàn thành", letter.Text, StringComparison.Ordinal);
        await talk.Press("Xếp loại của tôi", "m05");
        Assert.Contains("Hoàn thành tốt nhiệm vụ", talk.Last(Talk.OwnChat("m05")), StringComparison.Ordinal);

        await talk.Say("tiến độ kiểm điểm");
        await talk.PageWith("m05", "Quyết định xếp loại");
        Assert.Contains("Đã ghi 1 đồng chí.", await talk.Press("Ghi quyết định", inputs: [("document", "46-QĐ/ĐU"), ("day", "2026-11-21"), ("g_m05", "Completed")]), StringComparison.Ordinal);
        await talk.Pass(TimeSpan.FromDays(2));
        Assert.Single(talk.Teams.Posts, IsLetter);

        static bool IsLetter(FakeConnector.Post post) => post.Text.StartsWith("Đã có quyết định xếp loại của đồng chí\n", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letters_button_leads_into_the_form()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("chào", by: "m05");
        await talk.Open();
        await talk.Pass(TimeSpan.Zero);

        Assert.Contains("\nPhần 1/6 · Sinh hoạt và nhiệm vụ đảng viên\n", await talk.Press("Bắt đầu viết", by: "m05"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_not_handed_in_is_reminded_by_one_press_once_an_hour_and_the_morning_before_the_deadline()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("chào", by: "m05");
        await talk.Say("chào", by: "m06");
        await talk.Open();
        await talk.HandIn("m06");
        await talk.Say("tiến độ kiểm điểm");

        Assert.Contains("\nTôi nhắc 12 đồng chí chưa nộp, mỗi người một tin trong khung riêng.\n", await talk.Press("Nhắc người chưa nộp"), StringComparison.Ordinal);
        Assert.Contains("\nTôi vừa nhắc lúc 08:00 ngày 22/11/2026; mỗi giờ nhắc nhiều nhất một lần.\n", await talk.Press("Nhắc người chưa nộp"), StringComparison.Ordinal);
        await talk.Pass(TimeSpan.Zero);
        Assert.Equal(2, Letters("a:m05"));
        Assert.Equal(0, Letters("a:m06"));

        await talk.Pass(new DateTimeOffset(2026, 12, 4, 8, 0, 1, TimeSpan.FromHours(7)) - talk.Clock.GetUtcNow());
        Assert.Equal(3, Letters("a:m05"));
        Assert.Equal(0, Letters("a:m06"));

        int Letters(string chat) => talk.Teams.Posts.Count(post => post.Conversation == chat && post.Text.EndsWith("\n[Bắt đầu viết]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_told_to_remind_those_who_have_not_handed_in_knows_them_from_the_round()
    {
        await using var talk = await Talk.Begin();
        var awaited = talk.Services.GetServices<IAwaited>().Single(one => one.About == "assessment");
        Assert.Null(await awaited.Find("hdnd", null, talk.Clock.GetUtcNow(), default));
        await talk.Open();
        await talk.HandIn("m05");

        var missing = await awaited.Find("hdnd", null, talk.Clock.GetUtcNow(), default);

        Assert.Equal(12, missing!.Count);
        Assert.DoesNotContain("m05", missing);
        Assert.DoesNotContain("m09", missing);
    }

    [Fact]
    public async Task A_form_is_written_in_sittings_looked_over_and_handed_in()
    {
        await using var talk = await Talk.Begin();
        await talk.Open();
        await talk.Say("viết tự đánh giá", by: "m05");
        await talk.Press(Filling.Next, by: "m05", inputs: Filling.Meetings);
        talk.Clock.Advance(TimeSpan.FromDays(1));

        // On another device, the next day: where one stopped.
        Assert.Contains("\nPhần 2/6 · Tiêu chí chung (30 điểm)\n", await talk.Say("viết tự đánh giá", by: "m05"), StringComparison.Ordinal);
        Assert.Equal($"{Title}\nĐang viết, chưa nộp\nHạn nộp: 23:59 ngày 05/12/2026\n[Viết tiếp] [Xem bản của tôi]", await talk.Say("tôi đã nộp tự đánh giá chưa", by: "m05"));
        await talk.Say("viết tự đánh giá", by: "m05");
        await talk.Press(Filling.Next, by: "m05", inputs: Filling.General());
        await talk.Press(Filling.Next, by: "m05", inputs: Filling.Tasks);
        await talk.Press(Filling.Next, by: "m05", inputs: Filling.Review);
        await talk.Press(Filling.Next, by: "m05", inputs: Filling.Promises);
        var whole = await talk.Press(Filling.Next, by: "m05", inputs: Filling.Grade("Excellent"));

        Assert.Contains("\nNêu việc đã làm, số liệu: Tham mưu 12 báo cáo, đều đúng hạn.\n", whole, StringComparison.Ordinal);
        Assert.Contains("\n87/100 điểm: tiêu chí chung 30/30, nhiệm vụ 57/70\nHoàn thành xuất sắc nhiệm vụ: từ 90 điểm\n", whole, StringComparison.Ordinal);
        Assert.Contains("\nĐồng chí tự nhận hoàn thành xuất sắc nhiệm vụ; điểm tự chấm ứng với hoàn thành tốt nhiệm vụ. Vẫn nộp được, chi bộ sẽ xem xét.\n", whole, StringComparison.Ordinal);

        Assert.StartsWith("Bản kiểm điểm cá nhân (mẫu 2A)\nĐã nộp lúc 08:00 ngày 23/11/2026. Bản đã khóa.\n", await talk.Press("Nộp bản này", by: "m05"), StringComparison.Ordinal);
        Assert.Contains("Đã nộp\nHạn nộp: 23:59 ngày 05/12/2026\nNộp lúc: 08:00 ngày 23/11/2026\nTự nhận: Hoàn thành xuất sắc nhiệm vụ\n", await talk.Say("tôi đã nộp tự đánh giá chưa", by: "m05"), StringComparison.Ordinal);

        // Read back, in full.
        await talk.Press("Xem bản của tôi", by: "m05");
        Assert.Equal(
            "Bản kiểm điểm cá nhân (mẫu 2A)\nƯu điểm, hạn chế\nƯu điểm, kết quả nổi bật trong năm\nHoàn thành 12/12 báo cáo, có 2 sáng kiến.\nHạn chế, khuyết điểm và nguyên nhân\nÍt phát biểu trong sinh hoạt; do ngại.\nHạn chế của kỳ trước đã khắc phục đến đâu\n(chưa viết)\n[Xem bản của tôi]",
            await talk.Press("Mở phần này", by: "m05", inputs: [("section", "review")]));
    }

    [Fact]
    public async Task What_the_cell_knows_of_the_year_is_filled_in_and_can_be_changed()
    {
        await using var talk = await Talk.Begin();
        for (var month = 1; month <= 4; month++)
        {
            // Present twice, once absent without a mark, once excused; the fifth is no branch meeting.
            await Meeting(month, EventKind.Regular, month switch { 1 => Mark.Present, 2 => Mark.Late, 3 => null, _ => Mark.Excused });
        }

        await Meeting(5, EventKind.Committee, Mark.Absent);
        await talk.Tables.Add(new ContributionRow("hdnd", "2026-01-03|e1", "m05", "a", ContributionKind.Remark) { At = talk.Clock.GetUtcNow(), By = "m01" }, default);
        await talk.Tables.Add(new ContributionRow("hdnd", "2026-01-03|e1", "m06", "b", ContributionKind.Remark) { At = talk.Clock.GetUtcNow(), By = "m01" }, default);
        await talk.Open();

        await talk.Say("viết tự đánh giá", by: "m05");

        Assert.StartsWith("Thư ký; Trưởng phòng Công tác Hội đồng nhân dân; ", talk.Input("m05", "f_duties"), StringComparison.Ordinal);
        Assert.Equal("Dự 2/4 buổi sinh hoạt đã điểm danh trong năm.", talk.Input("m05", "f_attendance"));
        Assert.Equal("1 lượt phát biểu, 0 tham luận.", talk.Input("m05", "f_contributions"));

        async Task Meeting(int month, EventKind kind, Mark? mark)
        {
            var roll = new RollRow("hdnd", new Event($"e{month}", kind, "Sinh hoạt", new DateOnly(2026, month, 3)))
            {
                OpenedAt = new DateTimeOffset(2026, month, 3, 8, 0, 0, TimeSpan.FromHours(7)),
                OpenedBy = "m01",
                ClosesAt = new DateTimeOffset(2026, month, 3, 12, 0, 0, TimeSpan.FromHours(7)),
            };
            await talk.Tables.Add(roll, default);
            if (mark is { } pressed)
            {
                await talk.Tables.Add(new MarkRow("hdnd", roll.Id, "m05", pressed) { At = roll.OpenedAt }, default);
            }
        }
    }

    [Fact]
    public async Task Mistakes_stand_at_their_fields_and_the_section_can_be_left_for_later()
    {
        await using var talk = await Talk.Begin();
        await talk.Open();
        await talk.Say("viết tự đánh giá", by: "m05");

        var checkedCard = await talk.Press(Filling.Next, by: "m05", inputs: [("f_duties", "Chuyên viên"), ("f_violations", "yes")]);

        Assert.Contains("\nSố buổi sinh hoạt đã dự trong năm (bắt buộc, tối đa 300 ký tự): ____\n✘ Ô này chưa có.\n", checkedCard, StringComparison.Ordinal);
        Assert.Contains("\nNếu “Có”: nói rõ (tối đa 1.000 ký tự): ____\n✘ Nói rõ lý do giúp.\n", checkedCard, StringComparison.Ordinal);
        Assert.Contains("\nPhần 2/6 · ", await talk.Press("Để sau, sang phần kế", by: "m05", inputs: [("f_duties", "Chuyên viên"), ("f_violations", "yes")]), StringComparison.Ordinal);
        Assert.Contains("\nPhần 1/6 · ", await talk.Press("Lưu, quay lại", by: "m05"), StringComparison.Ordinal);
        Assert.Contains("○ Sinh hoạt và nhiệm vụ đảng viên – còn 2 ô\nChức vụ, công tác được giao: Chuyên viên\n", await talk.Press("Lưu, xem toàn bản", by: "m05", inputs: [("f_duties", "Chuyên viên"), ("f_violations", "yes")]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_steps_of_a_rating_follow_one_another_and_the_decided_grade_reaches_member_and_targets()
    {
        await using var talk = await Talk.Begin();
        await talk.Open();
        await talk.HandIn("m05");
        await talk.Say("tiến độ kiểm điểm");
        Assert.Contains("Lục Đức Kỳ\nChưa nộp mà đợt còn mở nên chưa đề xuất được.\n", await talk.Press("Đề xuất của chi bộ"), StringComparison.Ordinal);
        await talk.Say("tiến độ kiểm điểm");
        await talk.Press("Quyết định xếp loại");
        Assert.Contains("\nKhông có gì thay đổi.\n", await talk.Press("Ghi quyết định", inputs: [("document", "45-QĐ/ĐU"), ("day", "2026-11-21")]), StringComparison.Ordinal);
        await talk.Say("tiến độ kiểm điểm");
        Assert.Contains("Còn 12 đồng chí chưa nộp.", await talk.Press("Đóng đợt"), StringComparison.Ordinal);
        await talk.Press("Đóng đợt");
        await talk.PageWith("m05", "Đề xuất của chi bộ");

        Assert.Contains("Đồng chí Hồ Sỹ Nhượng: 6/13 tán thành, chưa quá nửa số thành viên nên chưa ghi.\n", await talk.Press("Ghi đề xuất", inputs: [("day", "2026-11-21"), ("base", "13"), ("g_m05", "Excellent"), ("v_m05", "6")]), StringComparison.Ordinal);
        var recorded = await talk.Press("Ghi đề xuất", inputs: [("day", "2026-11-21"), ("base", "13"), ("g_m05", "Excellent"), ("v_m05", "12"), ("c_m05", "Gương mẫu.")]);
        Assert.Contains("\nĐã ghi 1 đồng chí.\n", recorded, StringComparison.Ordinal);
        Assert.Contains("\nVượt trần: đang có 1 xuất sắc, mà 0 hoàn thành tốt thì chỉ được 0. Mức xuất sắc: Hồ Sỹ Nhượng.\n", recorded, StringComparison.Ordinal);
        Assert.DoesNotContain("Kết quả xếp loại", await talk.Say("tôi đã nộp tự đánh giá chưa", by: "m05"), StringComparison.Ordinal);
        Assert.Equal("Chưa có kết quả xếp loại nào được quyết định.", await talk.Say("tổng hợp xếp loại đảng viên", by: "m06"));

        await talk.Say("tiến độ kiểm điểm");
        await talk.PageWith("m05", "Quyết định xếp loại");
        Assert.Contains("\nĐã ghi 1 đồng chí.\n", await talk.Press("Ghi quyết định", inputs: [("document", "45-QĐ/ĐU"), ("day", "2026-11-21"), ("g_m05", "Good")]), StringComparison.Ordinal);
        Assert.Contains("\nKết quả xếp loại: Hoàn thành tốt nhiệm vụ\nVăn bản: 45-QĐ/ĐU ngày 21/11/2026\n", await talk.Say("tôi đã nộp tự đánh giá chưa", by: "m05"), StringComparison.Ordinal);
        Assert.Contains("1 đồng chí được xếp loại\nHoàn thành xuất sắc nhiệm vụ: 0/1 (0%)\nHoàn thành tốt nhiệm vụ: 1/1 (100%)\n", await talk.Say("tổng hợp xếp loại đảng viên", by: "m06"), StringComparison.Ordinal);
        Assert.Equal(new PartialDate(2026, 11, 21), Assert.Single(await Rows<DecidedGrade>(talk), grade => grade.Member == "m05").Decided);

        // What was decided is not proposed anew, and the member may object.
        await talk.Say("tiến độ kiểm điểm");
        Assert.Contains("Hồ Sỹ Nhượng\nCấp trên đã quyết định nên không đổi đề xuất được nữa.\n", await talk.PageWith("m05", "Đề xuất của chi bộ"), StringComparison.Ordinal);
        await talk.Say("tôi đã nộp tự đánh giá chưa", by: "m05");
        Assert.StartsWith("Đã ghi ý kiến của đồng chí.", await talk.Press("Gửi ý kiến khác", by: "m05", inputs: [("objection", "Tôi đề nghị xem lại tỷ lệ vượt mức.")]), StringComparison.Ordinal);
        Assert.Contains("\nÝ kiến khác, 08:00 ngày 22/11/2026: Tôi đề nghị xem lại tỷ lệ vượt mức. – đang chờ trả lời\n", await talk.Say("tôi đã nộp tự đánh giá chưa", by: "m05"), StringComparison.Ordinal);
        var board = await talk.Say("tiến độ kiểm điểm");
        Assert.Contains("\nCó ý kiến khác: 1 đồng chí: Hồ Sỹ Nhượng\n", board, StringComparison.Ordinal);
        Assert.DoesNotContain("tỷ lệ vượt mức", board, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_back_with_a_reason_it_is_written_and_handed_in_again_though_the_round_is_closed()
    {
        await using var talk = await Talk.Begin();
        await talk.Open();
        await talk.HandIn("m05");
        await talk.Say("tiến độ kiểm điểm");
        await talk.Press("Đóng đợt");
        await talk.Press("Đóng đợt");
        await talk.Press("Trả lại một bản");
        Assert.Contains("\nĐồng chí chọn người và ghi lý do giúp, tối đa 500 ký tự.\n", await talk.Press("Trả lại để sửa", inputs: [("who", "m05")]), StringComparison.Ordinal);
        Assert.Contains("\nĐã trả lại bản của đồng chí Hồ Sỹ Nhượng.", await talk.Press("Trả lại để sửa", inputs: [("who", "m05"), ("reason", "bổ sung số liệu")]), StringComparison.Ordinal);

        Assert.Contains("Đang viết, chưa nộp\nBí thư trả lại để sửa: bổ sung số liệu\n", await talk.Say("tôi đã nộp tự đánh giá chưa", by: "m05"), StringComparison.Ordinal);
        await talk.Press("Xem bản của tôi", by: "m05");
        Assert.Contains("\nĐã nộp lúc 08:00 ngày 22/11/2026. Bản đã khóa.\n", await talk.Press("Nộp bản này", by: "m05"), StringComparison.Ordinal);
        Assert.Equal([1, 2], (await Rows<HandedIn>(talk)).Select(handed => handed.Version));
    }

    [Fact]
    public async Task The_secretary_moves_the_deadline_and_gets_the_board_the_morning_after_it()
    {
        await using var talk = await Talk.Begin();
        await talk.Open();
        await talk.HandIn("m05");
        await talk.Say("tiến độ kiểm điểm");
        await talk.Press("Đóng đợt");
        Assert.Equal("Hạn nộp phải từ hôm nay đến hết năm sau.", await talk.Press("Gia hạn", inputs: [("deadline", "2026-11-01")]));

        Assert.Contains("\nHạn nộp nay là 23:59 ngày 10/12/2026.\nHạn nộp 23:59 ngày 10/12/2026, còn 18 ngày.\n", await talk.Press("Gia hạn", inputs: [("deadline", "2026-12-10")]), StringComparison.Ordinal);
        await talk.Pass(new DateTimeOffset(2026, 12, 10, 9, 0, 0, TimeSpan.FromHours(7)) - talk.Clock.GetUtcNow());
        Assert.DoesNotContain(talk.Teams.Posts, post => post.Text.Contains("Đã hết hạn nộp.", StringComparison.Ordinal));
        await talk.Pass(TimeSpan.FromDays(1));

        Assert.Equal("a:m01", Assert.Single(talk.Teams.Posts, post => post.Text.Contains("\nĐã hết hạn nộp. Đồng chí xem rồi nhắc, gia hạn hoặc đóng đợt.\n", StringComparison.Ordinal)).Conversation);
    }

    [Fact]
    public async Task A_sheet_given_back_and_left_unfinished_does_not_stop_the_cell_and_what_was_handed_in_stands()
    {
        await using var talk = await Talk.Begin();
        await talk.Open();
        await talk.HandIn("m05");
        await talk.Send("rounds.reopen", new() { ["round"] = "2026-year", ["who"] = "m05", ["reason"] = "bổ sung" });
        await talk.Send("rounds.close", new() { ["round"] = "2026-year" });
        await talk.Say("tiến độ kiểm điểm");
        await talk.PageWith("m05", "Đề xuất của chi bộ");

        Assert.Contains("\nĐã ghi 1 đồng chí.\n", await talk.Press("Ghi đề xuất", inputs: [("day", "2026-11-21"), ("base", "13"), ("g_m05", "Good"), ("v_m05", "12")]), StringComparison.Ordinal);
        Assert.Contains("Đợt đã đóng.", await talk.Send("assessment.handIn", new() { ["round"] = "2026-year" }, by: "m05"), StringComparison.Ordinal);
        Assert.Single(await Rows<HandedIn>(talk));
    }

    [Fact]
    public async Task The_self_proposed_grades_are_summed_for_the_committee_once_the_round_is_closed()
    {
        await using var talk = await Talk.Begin();
        await talk.Open();
        await talk.HandIn("m05", "Excellent");
        await talk.HandIn("m06");
        await talk.HandIn("m07");

        // While it is open, one more sheet would tell whose grade it adds.
        Assert.DoesNotContain("Tự nhận", await talk.Say("tiến độ kiểm điểm"), StringComparison.Ordinal);
        await talk.Press("Đóng đợt");
        Assert.Contains("\nTự nhận: 1 hoàn thành xuất sắc nhiệm vụ, 2 hoàn thành tốt nhiệm vụ\n", await talk.Press("Đóng đợt"), StringComparison.Ordinal);
        Assert.Contains("Mức tự nhận", await talk.Say("tổng hợp xếp loại đảng viên", by: "m03"), StringComparison.Ordinal);
        Assert.DoesNotContain("Mức tự nhận", await talk.Say("tổng hợp xếp loại đảng viên", by: "m05"), StringComparison.Ordinal);
        Assert.DoesNotContain("Mức tự nhận", await talk.Say("tổng hợp xếp loại đảng viên", by: "m03", at: Talk.Group), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<T>> Rows<T>(Talk talk)
        where T : ICellPart<T> => [.. (await talk.Tables.List<PartRow<T>>("hdnd", PartRow<T>.Range, default)).Select(row => row.Row.Part)];
}
