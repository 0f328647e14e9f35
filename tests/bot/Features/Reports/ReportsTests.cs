using System.Net;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Reports;
using ChiBoBot.Features.Targets.Sheets;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Tests.Features.SelfAssessment;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;
using Microsoft.Extensions.DependencyInjection;

namespace ChiBoBot.Tests.Features.Reports;

/// <summary>Reports as files: their numbers are those that the cards tell, who may not see them gets none, and other formats are refused.</summary>
public class ReportsTests
{
    [Fact]
    public async Task Targets_are_a_line_each_with_the_numbers_of_the_overview()
    {
        await using var talk = await Talk.Begin();

        var (card, rows) = await Export(talk, "xuất bảng chỉ tiêu ra excel");

        Assert.StartsWith("Xuất báo cáo: chỉ tiêu\nChỉ tiêu · Nhiệm kỳ ", card, StringComparison.Ordinal);
        Assert.Contains("Tệp Excel: mỗi dòng một chỉ tiêu", card, StringComparison.Ordinal);
        Assert.Contains("Số | Chỉ tiêu | Nghị quyết | Kết quả | Số liệu | Ghi chú", rows);
        var overview = await talk.Say("tổng quan chỉ tiêu");
        foreach (var line in rows.Where(row => row.Split(" | ") is [var number, _, _, _, ..] && int.TryParse(number, out _)).Select(row => row.Split(" | ")))
        {
            Assert.Contains($"Chỉ tiêu {line[0]}. {line[1]}: {line[3][2..].ToLowerInvariant()}", overview, StringComparison.Ordinal);
        }

        var sum = Assert.Single(rows, row => row.EndsWith(" chỉ tiêu đạt", StringComparison.Ordinal));
        Assert.Contains(sum.Split(": ")[1], overview, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Targets_of_one_status_are_those_that_the_question_names()
    {
        await using var talk = await Talk.Begin();

        var (card, rows) = await Export(talk, "Gửi file các chỉ tiêu chưa đạt cho chị với.");

        Assert.StartsWith("Xuất báo cáo: chỉ tiêu\nChỉ tiêu chưa đạt · Nhiệm kỳ ", card, StringComparison.Ordinal);
        var status = await talk.Say("chỉ tiêu nào chưa đạt?");
        var lines = rows.Where(row => row.Split(" | ") is [var number, _, _, _, ..] && int.TryParse(number, out _)).Select(row => row.Split(" | ")).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Contains($"Chỉ tiêu {line[0]}. {line[1]}: {line[3][2..].ToLowerInvariant()}", status, StringComparison.Ordinal));
        Assert.Contains($"Chỉ tiêu chưa đạt: {lines.Count}/", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_the_list_can_not_do_is_said_beside_the_whole_list()
    {
        await using var talk = await Talk.Begin();
        var turn = new Turn("1", talk.Clock.GetUtcNow(), new("hdnd", "m01", "Phan Thế Khải", Role.Member | Role.Secretary), new("29:m01", null, "Phan Thế Khải"), new(Talk.OwnChat("m01"), Place.Personal, "tenant", new("https://localhost/teams/"), "28:bot"));

        var asked = Assert.IsType<Reply.Card>(await talk.Services.GetRequiredService<AskReportHandler>().Handle(new(["members"], Slots.Of("filter", "ethnic")), turn, default));

        Assert.Contains(asked.Content.Body.OfType<ChiBoBot.Cards.TextBlock>(), block => block.Text == "Tôi chưa lọc được theo điều kiện đồng chí nêu nên gửi toàn bộ danh sách.");
    }

    [Fact]
    public async Task Members_are_those_of_the_list_as_filtered()
    {
        await using var talk = await Talk.Begin();

        var (card, rows) = await Export(talk, "xuất danh sách đảng viên ra file Excel");
        var list = await talk.Say("danh sách đảng viên");

        Assert.Contains("Tổng số: 14 đảng viên", card, StringComparison.Ordinal);
        Assert.Contains("14 đảng viên", list, StringComparison.Ordinal);
        Assert.Contains(rows, row => row.StartsWith("1 | Phan Thế Khải | Bí thư | Nam | ", StringComparison.Ordinal));
        var names = rows.SkipWhile(row => !row.StartsWith("TT | ", StringComparison.Ordinal)).Skip(1).TakeWhile(row => row.Length > 0).Select(row => row.Split(" | ")[1]).ToList();
        Assert.All(names, name => Assert.Contains(name, list, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Xuất lịch tháng 12 ra excel", "tháng 12 có gì?", "lich", "Số sự kiện: ")]
    [InlineData("xuất excel các cuộc họp tháng 12", "tháng 12 có mấy cuộc họp?", "cuoc-hop", "Số cuộc họp: ")]
    public async Task Meetings_and_events_are_those_of_the_calendar(string export, string question, string file, string sum)
    {
        await using var talk = await Talk.Begin();

        var (card, rows) = await Export(talk, export, file);
        var calendar = await talk.Say(question);

        var count = rows.Single(row => row.StartsWith(sum, StringComparison.Ordinal))[sum.Length..];
        Assert.Contains("Tháng 12/2026", card, StringComparison.Ordinal);
        Assert.Contains($"{count} sự kiện", calendar, StringComparison.Ordinal);
        Assert.True(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) > 0);
        Assert.Contains("TT | Ngày | Giờ | Nội dung | Loại | Địa điểm | Chủ trì | Thư ký | Chương trình | Ghi chú", rows);
    }

    [Fact]
    public async Task A_month_that_is_over_and_has_nothing_planned_again_is_looked_back_at()
    {
        await using var talk = await Talk.Begin();

        var (card, _) = await Export(talk, "xuất excel các cuộc họp tháng 4", "cuoc-hop");

        Assert.Contains("Cuộc họp · Tháng 04/2026", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attendance_is_member_by_member_and_tells_no_reasons()
    {
        await using var talk = await Talk.Begin();
        await talk.RollCalled("2026-10-05", absent: "m06");
        await talk.RollCalled("2026-11-03", absent: "m06", excused: "m07");

        var (card, rows) = await Export(talk, "xuất báo cáo điểm danh quý 4 ra excel", "diem-danh");
        var rate = await talk.Say("tỷ lệ dự họp quý 4");

        Assert.Contains("Số cuộc họp: 2 cuộc họp có điểm danh", card, StringComparison.Ordinal);
        var percent = rows.Single(row => row.StartsWith("Tỷ lệ dự họp: ", StringComparison.Ordinal))["Tỷ lệ dự họp: ".Length..];
        Assert.Contains(percent, rate, StringComparison.Ordinal);
        Assert.Contains("TT | Họ và tên | Triệu tập | Có mặt | Trong đó đến muộn | Vắng có lý do | Vắng không lý do | Tỷ lệ dự họp", rows);
        Assert.Contains(rows, row => row.EndsWith("Trịnh Hữu Cương | 2 | 0 | 0 | 0 | 2 | 0%", StringComparison.Ordinal));

        var (one, roll) = await Export(talk, "xuất bảng điểm danh buổi họp vừa rồi", "diem-danh");
        Assert.Contains("03/11/2026", one, StringComparison.Ordinal);
        Assert.Contains("Tệp Excel: kết quả điểm danh của từng đồng chí trong cuộc họp;", one, StringComparison.Ordinal);
        Assert.Contains("Tệp Excel: số buổi có mặt, đến muộn, vắng của từng đồng chí;", card, StringComparison.Ordinal);
        Assert.Contains(roll, row => row.EndsWith("Trịnh Hữu Cương | vắng không lý do", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_meetings_roll_leaves_out_an_exempt_member_who_did_not_come_and_names_one_who_did()
    {
        await using var talk = await Talk.Begin();
        await talk.RollCalled("2026-10-05", absent: "m06");
        var roll = await talk.RollCalled("2026-11-03", absent: "m06");
        await talk.Tables.Commit([Change.Delete((await talk.Tables.Find<MarkRow>("hdnd", MarkRow.KeyOf(roll, "m09"), default))!.Row, Azure.ETag.All)], default);

        var (_, rows) = await Export(talk, "xuất bảng điểm danh buổi họp vừa rồi", "diem-danh");
        Assert.DoesNotContain(rows, row => row.Contains("Thái Thị Quỳnh Giao", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.EndsWith("Trịnh Hữu Cương | vắng không lý do", StringComparison.Ordinal));

        var (_, earlier) = await Export(talk, "xuất bảng điểm danh buổi họp ngày 5/10", "diem-danh");
        Assert.Contains(earlier, row => row.EndsWith("Thái Thị Quỳnh Giao | có mặt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_overview_tells_the_sums_of_the_others_and_no_name()
    {
        await using var talk = await Talk.Begin();
        await talk.RollCalled("2026-11-03", absent: "m06");

        var (card, rows) = await Export(talk, "xuất báo cáo tổng quan chi bộ", "tong-quan");

        Assert.Contains("cuộc họp, điểm danh và xếp loại; ở đây chỉ nêu số đầu của mỗi mục.", card, StringComparison.Ordinal);
        Assert.Contains("cuộc họp và điểm danh; ở đây chỉ nêu số đầu của mỗi mục.", await talk.Say("xuất báo cáo tổng quan chi bộ", by: "m03"), StringComparison.Ordinal);

        Assert.Contains(rows, row => row.StartsWith("Chỉ tiêu · ", StringComparison.Ordinal) && row.EndsWith(" chỉ tiêu đạt", StringComparison.Ordinal));
        Assert.Contains("Danh sách đảng viên · tính đến ngày 22/11/2026 | Tổng số | 14 đảng viên", rows);
        Assert.Contains("Kết quả xếp loại | chưa có số liệu", rows.Select(row => row.TrimEnd(' ', '|')));
        Assert.DoesNotContain(rows, row => row.Contains("Trịnh Hữu Cương", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("xuất danh sách đảng viên ra pdf", "Tôi chỉ làm được tệp Excel, chưa làm được PDF. Đồng chí mở tệp rồi lưu hoặc in ra PDF.")]
    [InlineData("xuất báo cáo chỉ tiêu bản Word", "Tôi chỉ làm được tệp Excel, chưa làm được Word.")]
    public async Task Another_format_is_said_not_to_be_made_beside_what_is(string text, string said)
    {
        await using var talk = await Talk.Begin();

        var card = await talk.Say(text);

        Assert.Contains(said, card, StringComparison.Ordinal);
        Assert.Contains("[Tạo địa chỉ tải]", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_is_not_named_is_asked_for()
    {
        await using var talk = await Talk.Begin();

        var asked = talk.Services.GetRequiredService<AskReportHandler>();

        Assert.Equal(
            "Đồng chí muốn xuất báo cáo nào: chỉ tiêu, đảng viên, điểm danh, cuộc họp, lịch, kết quả xếp loại hay tổng quan?",
            Assert.IsType<Reply.Words>(await asked.Handle(new([], Slots.None), null!, default)).Text);
    }

    [Fact]
    public async Task Each_of_several_in_one_message_has_its_own_button()
    {
        await using var talk = await Talk.Begin();
        var turn = new Turn("1", talk.Clock.GetUtcNow(), new("hdnd", "m01", "Phan Thế Khải", Role.Member | Role.Secretary), new("29:m01", null, "Phan Thế Khải"), new(Talk.OwnChat("m01"), Place.Personal, "tenant", new("https://localhost/teams/"), "28:bot"));

        var asked = Assert.IsType<Reply.Several>(await talk.Services.GetRequiredService<AskReportHandler>().Handle(new(["targets", "members"], Slots.None), turn, default));

        Assert.Equal(2, asked.Parts.Cast<Reply.Card>().Select(card => card.Pending).Distinct().Count());
    }

    // m01 is the secretary, m02 the deputy, m03 and m04 are in the committee, m05 is the clerk, m06 without a post.
    [Theory]
    [InlineData("targets", "m01 m02 m03 m04 m05")]
    [InlineData("attendance", "m01 m02 m03 m04 m05")]
    [InlineData("members", "m01 m02 m03 m04 m05")]
    [InlineData("meetings", "m01 m02 m03 m04 m05")]
    [InlineData("events", "m01 m02 m03 m04 m05")]
    [InlineData("overview", "m01 m02 m03 m04 m05")]
    [InlineData("assessment", "m01 m02")]
    public async Task Each_report_is_for_those_who_may(string report, string whom)
    {
        await using var talk = await Talk.Begin();
        await talk.RollCalled("2026-11-03", absent: "m06");
        await talk.Open();

        var seen = new List<string>();
        foreach (var member in new[] { "m01", "m02", "m03", "m04", "m05", "m06" })
        {
            var shown = await talk.Send("reports.ask", new() { ["report"] = report }, by: member);
            if (shown.Contains("[Tạo địa chỉ tải]", StringComparison.Ordinal))
            {
                seen.Add(member);
            }
            else
            {
                Assert.Contains("Nội dung này tôi chỉ trả lời cho người có trách nhiệm trong chi bộ.", shown, StringComparison.Ordinal);
            }
        }

        Assert.Equal(whom, string.Join(' ', seen));
    }

    [Fact]
    public async Task In_a_group_the_card_goes_to_the_asker_alone_and_another_cannot_press_it()
    {
        await using var talk = await Talk.Begin();

        await talk.Say("xuất danh sách đảng viên ra excel", at: Talk.Group);

        Assert.DoesNotContain(talk.Teams.Posts, post => post.Conversation == Talk.Group && post.Text.Contains("Tạo địa chỉ tải", StringComparison.Ordinal));
        Assert.Contains("[Tạo địa chỉ tải]", talk.Last(Talk.OwnChat("m01")), StringComparison.Ordinal);
        var pending = (await talk.Tables.List<PendingRow>("hdnd", RowRange.StartingWith(PendingRow.Prefix), default))[0].Row.Id;
        Assert.Equal("Lệnh này đã thực hiện, đã hủy hoặc đã quá một ngày. Đồng chí ra lệnh lại nếu cần.", await talk.Send("reports.make", new() { ["id"] = pending }, by: "m02"));
    }

    [Fact]
    public async Task Two_of_one_kind_have_each_their_address_and_each_is_taken_back_alone()
    {
        await using var talk = await Talk.Begin();
        using var http = new HttpClient { BaseAddress = await talk.Listen() };
        await talk.Say("xuất excel các cuộc họp tháng 12");
        await talk.Press("Tạo địa chỉ tải");
        var first = new Uri(talk.Link("Tải tệp Excel").PathAndQuery, UriKind.Relative);
        var one = (await talk.Tables.List("Cells", "hdnd", RowRange.StartingWith("report|"), default)).Single().RowKey.Split('|')[3];
        await talk.Say("xuất excel các cuộc họp tháng 4");
        await talk.Press("Tạo địa chỉ tải");
        var second = new Uri(talk.Link("Tải tệp Excel").PathAndQuery, UriKind.Relative);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(first)).StatusCode);

        await talk.Send("reports.revoke", new() { ["report"] = "meetings", ["id"] = one });

        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(second)).StatusCode);
    }

    [Fact]
    public async Task An_address_dies_with_the_right_to_see_what_is_in_it()
    {
        await using var talk = await Talk.Begin();
        await talk.RollCalled("2026-11-03", absent: "m06");
        using var http = new HttpClient { BaseAddress = await talk.Listen() };
        await talk.Say("xuất bảng điểm danh buổi họp vừa rồi", by: "m04");
        await talk.Press("Tạo địa chỉ tải", "m04");
        var path = new Uri(talk.Link("Tải tệp Excel", "m04").PathAndQuery, UriKind.Relative);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(path)).StatusCode);

        var clerk = (await talk.Tables.Find<PartRow<Member>>("hdnd", PartRow<Member>.KeyOf("m04"), default))!;
        await talk.Tables.Commit([Change.Replace(clerk.Row with { Part = clerk.Row.Part with { Posts = [] } }, clerk.ETag)], default);

        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(path)).StatusCode);
    }

    private static async Task<(string Card, IReadOnlyList<string> Rows)> Export(Talk talk, string text, string? file = null)
    {
        var card = await talk.Say(text);
        await talk.Press("Tạo địa chỉ tải");
        using var http = new HttpClient { BaseAddress = await talk.Listen() };
        using var answer = await http.GetAsync(new Uri(talk.Link("Tải tệp Excel").PathAndQuery, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        if (file is not null)
        {
            Assert.Equal($"attachment; filename=\"{file}.xlsx\"", answer.Content.Headers.ContentDisposition!.ToString());
        }

        return (card, [.. XlsxSheet.Read(new MemoryStream(await answer.Content.ReadAsByteArrayAsync())).Select(row => string.Join(" | ", row.Cells))]);
    }
}
