using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Targets;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace ChiBoBot.Tests.Features.Targets;

/// <summary>What the secretary records by card. The day is 22/11/2026, m01 is the secretary, m02 the deputy.</summary>
public class TargetCommandsTests
{
    [Fact]
    public async Task A_result_is_recorded_by_its_press_and_by_nothing_before()
    {
        await using var talk = await Talk.Begin();

        var card = await talk.Say("ghi giúp tôi chỉ tiêu 8 đạt 7 hoạt động");

        Assert.Equal(
            """
            Ghi kết quả chỉ tiêu 8
            Cùng các đoàn thể tổ chức không dưới 10 hoạt động, công trình về nông thôn mới, đền ơn đáp nghĩa và an sinh xã hội.
            Cả nhiệm kỳ 2024–2027
            hoạt động, công trình: hiện nay 6 → sẽ ghi 7
            Vế 1: số đạt: [7]
            Kết luận hiện nay: đang thực hiện.
            Kết luận: Đang thực hiện ▾
            Ghi chú, minh chứng: [Tính đến sơ kết 6 tháng đầu năm 2026.]
            [Ghi kết quả]
            """,
            card);
        Assert.Equal(6, (await Result(talk, "B8|term"))!.Measurements[0].Count);

        var done = await talk.Press("Ghi kết quả", inputs: [("c1", "7"), ("status", "inProgress"), ("note", "Thêm công trình đường hoa")]);

        Assert.Equal("Đã ghi kết quả chỉ tiêu 8, cả nhiệm kỳ 2024–2027: 7; đang thực hiện.\n[Hoàn tác]", done);
        Assert.Equal((7, "Thêm công trình đường hoa"), ((await Result(talk, "B8|term"))!.Measurements[0].Count, (await Result(talk, "B8|term"))!.Note));
        Assert.Contains("7 hoạt động, công trình < 10", await talk.Say("chỉ tiêu nào có nguy cơ không đạt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undoing_brings_back_the_result_and_what_questions_read()
    {
        await using var talk = await Talk.Begin();
        var before = await Boards(talk);
        await talk.Say("ghi giúp tôi chỉ tiêu 8 đạt 7 hoạt động");
        await talk.Press("Ghi kết quả", inputs: [("c1", "7"), ("status", "inProgress")]);
        Assert.NotEqual(before, await Boards(talk));

        Assert.Equal("Đã hoàn tác: ghi kết quả chỉ tiêu 8, cả nhiệm kỳ 2024–2027: 7; đang thực hiện.", await talk.Press("Hoàn tác"));

        Assert.Equal(before, await Boards(talk));
        Assert.Equal(6, (await Result(talk, "B8|term"))!.Measurements[0].Count);
    }

    [Fact]
    public async Task Of_two_at_once_the_second_sees_the_first_and_decides_again()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("ghi giúp tôi chỉ tiêu 8 đạt 7 hoạt động");
        await talk.Say("ghi giúp tôi chỉ tiêu 8 đạt 9 hoạt động", by: "m02");
        await talk.Press("Ghi kết quả", by: "m02", inputs: [("c1", "9"), ("status", "inProgress")]);

        var again = await talk.Press("Ghi kết quả", inputs: [("c1", "7"), ("status", "inProgress")]);

        Assert.Contains("Trong lúc đó đồng chí Lương Thị Thu Ngân đã ghi kết quả khác. Đồng chí xem số hiện nay rồi quyết định lại.", again, StringComparison.Ordinal);
        Assert.Contains("hoạt động, công trình: hiện nay 9 → sẽ ghi 7", again, StringComparison.Ordinal);
        Assert.Equal(9, (await Result(talk, "B8|term"))!.Measurements[0].Count);

        await talk.Press("Ghi kết quả", inputs: [("c1", "10"), ("status", "met")]);
        Assert.Equal((10, ResultStatus.Met), ((await Result(talk, "B8|term"))!.Measurements[0].Count, (await Result(talk, "B8|term"))!.Status));
    }

    [Fact]
    public async Task A_pressed_card_does_nothing_a_second_time()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("ghi giúp tôi chỉ tiêu 8 đạt 7 hoạt động");
        var id = (await talk.Tables.List<PendingRow>("hdnd", RowRange.StartingWith(PendingRow.Prefix), default)).Single().Row.Id;
        await talk.Press("Ghi kết quả", inputs: [("c1", "7"), ("status", "inProgress")]);

        var again = await talk.Services.GetRequiredService<RecordResult>().Handle(
            new TargetForm(id), SampleTargets.Turn() with { Asker = new Asker("hdnd", "m01", "Phan Thế Khải", Role.Member | Role.Secretary) }, default);

        Assert.Equal(TurnsText.OldCard, Assert.IsType<Reply.Notice>(again).Text);
        Assert.Equal(7, (await Result(talk, "B8|term"))!.Measurements[0].Count);
    }

    [Fact]
    public async Task A_command_that_is_called_off_records_nothing()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("ghi giúp tôi chỉ tiêu 8 đạt 7 hoạt động");
        Assert.Equal("Đã hủy: ghi kết quả chỉ tiêu 8. Chưa có gì được gửi hay thay đổi.", await talk.Say("thôi khoan, đừng ghi nữa"));

        Assert.Empty(await talk.Tables.List<PendingRow>("hdnd", RowRange.StartingWith(PendingRow.Prefix), default));
        Assert.Equal(6, (await Result(talk, "B8|term"))!.Measurements[0].Count);
    }

    [Theory]
    [InlineData("c1", "-3", TargetCommandText.NotANumber)]
    [InlineData("c1", "bảy", TargetCommandText.NotANumber)]
    [InlineData("c1", "7.5", TargetCommandText.NotANumber)]
    [InlineData("status", "great", TargetCommandText.WrongChoice)]
    public async Task What_cannot_be_recorded_is_told_and_the_card_stays(string input, string value, string told)
    {
        await using var talk = await Talk.Begin();
        await talk.Say("ghi giúp tôi chỉ tiêu 8 đạt 7 hoạt động");

        Assert.Equal(told, await talk.Press("Ghi kết quả", inputs: [("c1", "7"), ("status", "inProgress"), (input, value)]));
        Assert.StartsWith("Đã ghi", await talk.Press("Ghi kết quả", inputs: [("c1", "7"), ("status", "inProgress")]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("14", "13", TargetCommandText.MoreThanWhole)]
    [InlineData("13", "", TargetCommandText.WholeMissing)]
    [InlineData("13", "0", TargetCommandText.WholeMissing)]
    public async Task A_share_needs_its_whole(string count, string of, string told)
    {
        await using var talk = await Talk.Begin();
        await talk.Say("cập nhật chỉ tiêu 3 năm 2025 đạt 13/14");

        Assert.Equal(told, await talk.Press("Ghi kết quả", inputs: [("c1", count), ("o1", of), ("status", "inProgress")]));
    }

    [Fact]
    public async Task A_past_year_is_corrected_and_tells_its_reason()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("cập nhật chỉ tiêu 3 năm 2025 đạt 13/14");
        await talk.Press("Ghi kết quả", inputs: [("c1", "12"), ("o1", "14"), ("c2", "3"), ("o2", "14"), ("status", "failed")]);

        Assert.Equal([(1, 12, 14), (2, 3, 14)], (await Result(talk, "B3|2025"))!.Measurements.Select(measured => (measured.Clause, measured.Count, measured.Of!.Value)));
        Assert.Contains("✘ 12/14 đảng viên hoàn thành tốt nhiệm vụ trở lên (85,7%) < 100%: không đạt", await talk.Say("vì sao chỉ tiêu 3 năm 2025 không đạt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_may_ask_and_not_record()
    {
        await using var talk = await Talk.Begin();

        Assert.Equal(TurnsText.NotAllowed, await talk.Say("ghi giúp tôi chỉ tiêu 8 đạt 7 hoạt động", by: "m08"));
        Assert.Equal(TurnsText.NotAllowed, await talk.Say("thêm chỉ tiêu", by: "m08"));
        Assert.Equal(TurnsText.NotAllowed, await talk.Say("chốt kết quả năm 2025", by: "m08"));
    }

    [Fact]
    public async Task A_deed_counts_for_its_target_and_for_the_number_that_was_entered()
    {
        await using var talk = await Talk.Begin();

        var card = await talk.Say("thêm hoạt động: Tặng quà gia đình chính sách");
        Assert.Contains("Chỉ tiêu 8: kết quả đang ghi 6, danh sách có 6 → 7", card, StringComparison.Ordinal);

        Assert.Equal("Đã ghi hoạt động “Tặng quà gia đình chính sách” vào chỉ tiêu 8.\n[Hoàn tác]", await talk.Press("Ghi hoạt động", inputs: [("title", "Tặng quà gia đình chính sách"), ("kind", "activity"), ("date", "2026-11-20"), ("people", "12"), ("target", "B8"), ("add", "true")]));
        Assert.Equal(7, (await Result(talk, "B8|term"))!.Measurements[0].Count);
        Assert.Equal(7, (await talk.Tables.List<PartRow<Deed>>("hdnd", PartRow<Deed>.Range, default)).Count);
        var now = await talk.Say("chỉ tiêu nào có nguy cơ không đạt");
        Assert.Contains("7 hoạt động, công trình < 10", now, StringComparison.Ordinal);
        Assert.DoesNotContain("Dữ liệu đã ghi cho số khác", now, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_list_and_the_entered_number_differ_both_are_shown()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("thêm hoạt động: Dọn vệ sinh tuyến đường");
        await talk.Press("Ghi hoạt động", inputs: [("title", "Dọn vệ sinh"), ("kind", "work"), ("date", "2026-11-20"), ("target", "B8"), ("add", "false")]);

        var text = await talk.Say("chỉ tiêu nào có nguy cơ không đạt");

        Assert.Contains("◔ 6 hoạt động, công trình < 10: chưa đạt", text, StringComparison.Ordinal);
        Assert.Contains("Dữ liệu đã ghi cho số khác: 7. Đề nghị đối chiếu.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title", "", TargetCommandText.NeedsName)]
    [InlineData("date", "2026-11-23", TargetCommandText.WrongDate)]
    [InlineData("date", "2024-10-01", TargetCommandText.OutsideTerm)]
    [InlineData("target", "A4", TargetCommandText.WrongChoice)]
    [InlineData("people", "nhiều", TargetCommandText.NotANumber)]
    public async Task A_deed_that_cannot_be_is_not_recorded(string input, string value, string told)
    {
        await using var talk = await Talk.Begin();
        await talk.Say("thêm hoạt động");

        Assert.Equal(told, await talk.Press("Ghi hoạt động", inputs: [("title", "Việc"), ("kind", "activity"), ("date", "2026-11-20"), ("target", "B8"), (input, value)]));
    }

    [Fact]
    public async Task Titles_of_a_year_are_recorded_and_counted()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("ghi danh hiệu chiến sĩ thi đua năm 2025 cho đồng chí Hồ Sỹ Nhượng");

        Assert.Equal(
            "Đã ghi danh hiệu chiến sĩ thi đua cơ sở năm 2025: Hồ Sỹ Nhượng, Lương Thị Thu Ngân.\n[Hoàn tác]",
            await talk.Press("Ghi danh hiệu", inputs: [("title", "grassrootsFighter"), ("year", "2025"), ("members", "m05,m02"), ("unit", "none"), ("decision", "12-QĐ")]));

        // 14 cadres and civil servants of the cell on 31/12/2025.
        var target = (await talk.Tables.Find<TargetRow>("hdnd", "board-target|2024|004|B4", default))!.Row;
        Assert.Equal([(2, 14), (2, 14)], target.Tallies.Single(tally => tally.Year == 2025).Clauses.Select(clause => (clause.Count, clause.Of!.Value)));
    }

    [Fact]
    public async Task A_target_is_added_after_its_clauses_were_read_back()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("thêm chỉ tiêu");

        var preview = await talk.Press("Xem trước", inputs:
        [
            ("number", "9"), ("title", "Dự sinh hoạt"), ("text", "Mỗi tháng ít nhất 90% đảng viên dự sinh hoạt; phấn đấu có 2 mô hình tự quản."),
            ("clauses", "ít nhất 90% đảng viên dự sinh hoạt mỗi tháng\nphấn đấu 2 mô hình tự quản trong nhiệm kỳ"), ("owner", "m04"),
        ]);

        Assert.Contains("Vế 1. Đảng viên · dự sinh hoạt · ít nhất 90% · mỗi tháng", preview, StringComparison.Ordinal);
        Assert.Contains("Vế 2. Số lượng · mô hình tự quản · ít nhất 2 · trong nhiệm kỳ · phấn đấu, không bắt buộc", preview, StringComparison.Ordinal);
        Assert.Equal(15, (await talk.Tables.List<PartRow<Target>>("hdnd", PartRow<Target>.Range, default)).Count);

        Assert.Equal("Đã thêm chỉ tiêu 9 “Dự sinh hoạt”.\n[Hoàn tác]", await talk.Press("Ghi chỉ tiêu"));
        Assert.Contains("Chỉ tiêu 9. Dự sinh hoạt: chưa đánh giá", await talk.Say("tổng quan chỉ tiêu nhiệm kỳ này"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_is_taken_and_a_clause_that_cannot_be_read_are_told()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("thêm chỉ tiêu");
        Assert.Equal("Vế ở dòng 1 chưa đọc được: thiếu con số phải đạt, ví dụ 100% hoặc ít nhất 10.", await talk.Press("Xem trước", inputs: [("number", "8"), ("title", "Thử"), ("text", "Thử."), ("clauses", "đảng viên tốt")]));
        await talk.Press("Xem trước", inputs: [("number", "8"), ("title", "Thử"), ("text", "Thử."), ("clauses", "100% đảng viên tích cực")]);

        Assert.Equal("Nghị quyết này đã có chỉ tiêu 8. Đồng chí chọn số khác.", await talk.Press("Ghi chỉ tiêu"));
    }

    [Fact]
    public async Task A_target_is_changed_and_what_was_left_alone_stays()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("sửa chỉ tiêu 3");

        await talk.Press("Xem trước", inputs:
        [
            ("title", "Xếp loại đảng viên"), ("text", "Mọi đảng viên tốt, trên 15% xuất sắc."),
            ("clauses", "đủ 100% đảng viên hoàn thành tốt nhiệm vụ trở lên mỗi năm\ntrên 15% đảng viên hoàn thành xuất sắc nhiệm vụ mỗi năm"), ("owner", "m02"),
        ]);
        await talk.Press("Ghi chỉ tiêu");

        var target = (await talk.Tables.Find<PartRow<Target>>("hdnd", "target|B3", default))!.Row.Part;
        Assert.Equal([(100m, Comparator.Equal, Grade.Good), (15m, Comparator.MoreThan, Grade.Excellent)], target.Clauses.Select(clause => (clause.Threshold, clause.Comparator, clause.Grade!.Value)));
    }

    [Fact]
    public async Task A_clause_with_results_cannot_be_dropped()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("cập nhật chỉ tiêu 3 năm 2025 đạt 13/14");
        await talk.Press("Ghi kết quả", inputs: [("c1", "14"), ("o1", "14"), ("c2", "3"), ("o2", "14"), ("status", "met")]);
        await talk.Say("sửa chỉ tiêu 3");
        await talk.Press("Xem trước", inputs: [("title", "X"), ("text", "Y"), ("clauses", "100% đảng viên hoàn thành tốt nhiệm vụ trở lên"), ("owner", "none")]);

        Assert.Equal("Vế 2 đã có số liệu được ghi nên không bỏ được. Đồng chí giữ vế này, hoặc ghi lại kết quả trước.", await talk.Press("Ghi chỉ tiêu"));
    }

    [Fact]
    public async Task Closing_a_year_concludes_what_is_counted_and_leaves_the_rest_open()
    {
        var rated = Cells.SampleFiles.Council.Members.CountedOn(new(2025, 12, 31), CountedIn.Rating).ToList();
        await using var talk = await Talk.Begin(Cells.SampleFiles.Council with
        {
            Grades = [.. rated.Select((member, i) => new DecidedGrade(2025, i < 3 ? Grade.Excellent : Grade.Good) { Member = member.Id }), new(2025, Grade.Excellent)],
        });

        var card = await talk.Say("chốt kết quả năm 2025");

        Assert.Contains("✔ Chỉ tiêu 1. Xếp loại chi bộ: đạt (1)", card, StringComparison.Ordinal);
        Assert.Contains("✔ Chỉ tiêu 3. Xếp loại đảng viên: đạt (14/14; 3/14)", card, StringComparison.Ordinal);
        Assert.Contains("○ Chỉ tiêu 7. Nâng cao trình độ: chưa đánh giá", card, StringComparison.Ordinal);
        Assert.Equal("Đã chốt kết quả 2 chỉ tiêu, năm 2025, nhiệm kỳ 2024–2027.\n[Hoàn tác]", await talk.Press("Chốt kết quả"));
        Assert.Equal((ResultStatus.Met, new GradeCounts(3, 11, 0, 0)), ((await Result(talk, "B3|2025"))!.Status, (await Result(talk, "B3|2025"))!.Grades));
        Assert.StartsWith("Chưa có chỉ tiêu nào chốt được", await talk.Say("chốt kết quả năm 2025"), StringComparison.Ordinal);
    }

    private static async Task<Result?> Result(Talk talk, string key) => (await talk.Tables.Find<PartRow<Result>>("hdnd", PartRow<Result>.KeyOf(key), default))?.Row.Part;

    private static async Task<IReadOnlyList<string>> Boards(Talk talk) =>
        [.. (await talk.Tables.List<TargetRow>("hdnd", TargetRow.Range, default)).Select(stored => stored.Row.RowKey + System.Text.Encoding.UTF8.GetString(Change.Put(stored.Row).Properties.Span))];
}
