using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Targets;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;
using Microsoft.Extensions.DependencyInjection;

namespace ChiBoBot.Tests.Features.Targets;

public class TargetQuestionsTests
{
    [Fact]
    public async Task What_was_not_reached_comes_with_its_clause_and_numbers()
    {
        var reply = await Ask(SampleTargets.Cell, Intent.TargetStatus, ("status", "not_met"));

        Assert.Equal(Audience.Everyone, reply.For);
        Assert.Equal("Nhiệm kỳ 2022–2024: 1/7 chưa đạt.", Assert.IsType<Reply.Card>(reply).Summary);
        Assert.Equal(
            """
            Chỉ tiêu chưa đạt
            1/7 chưa đạt
            Nhiệm kỳ 2022–2024
            ✘ Chỉ tiêu 7. Xếp loại đảng viên: không đạt
            Nguyên văn chỉ tiêu Xếp loại đảng viên.
            ✘ 13/14 đảng viên hoàn thành tốt nhiệm vụ trở lên (92,9%) < 100%: không đạt; 1/14 không hoàn thành nhiệm vụ (7,14%)
            Cần 14/14, còn thiếu 1.
            ✔ 10/14 đảng viên hoàn thành xuất sắc nhiệm vụ (71,4%) > 20%: đạt
            Nhiệm kỳ 2024–2027: 2 chỉ tiêu, 1 đang thực hiện, 1 chưa đánh giá.
            Nguồn: Nghị quyết Đại hội lần thứ III (số 01-NQ/CB). Kết quả đến tháng 10/2024.
            [Vì sao chỉ tiêu 7 không đạt?] [Tổng quan chỉ tiêu]
            """,
            Text(reply));
    }

    [Theory]
    [InlineData("met", "6/7 chỉ tiêu đạt", new[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData("exceeded", "2/7 vượt", new[] { 4, 6 })]
    [InlineData("failed", "1/7 không đạt", new[] { 7 })]
    public async Task Targets_are_found_by_status(string status, string figure, int[] numbers)
    {
        var text = Text(await Ask(SampleTargets.Cell, Intent.TargetStatus, ("status", status)));

        Assert.Equal(figure, text.Split('\n')[1]);
        Assert.Equal(numbers, Numbers(text));
    }

    [Fact]
    public async Task What_is_at_risk_is_asked_of_the_running_term()
    {
        var text = Text(await Ask(SampleTargets.Cell, Intent.TargetStatus, ("status", "at_risk")));

        Assert.Contains("Nhiệm kỳ 2024–2027", text, StringComparison.Ordinal);
        Assert.Contains("⚠ Chỉ tiêu 8. Hoạt động cùng các đoàn thể: có nguy cơ không đạt", text, StringComparison.Ordinal);
        Assert.Contains("◔ 6 hoạt động, công trình < 10: chưa đạt", text, StringComparison.Ordinal);
        Assert.Contains("Cần 10, còn thiếu 4.", text, StringComparison.Ordinal);
        Assert.Contains("Còn 1 chỉ tiêu chưa đánh giá.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task This_year_is_asked_of_the_term_that_it_lies_in()
    {
        var text = Text(await Ask(SampleTargets.Cell, Intent.TargetStatus, ("status", "not_met"), ("period", "this_year")));

        Assert.Contains("Năm 2026, nhiệm kỳ 2024–2027\nKhông có kết quả riêng của năm này; dưới đây là kết quả cả nhiệm kỳ.", text, StringComparison.Ordinal);
        Assert.Equal([8], Numbers(text));
    }

    [Fact]
    public async Task When_nothing_has_that_status_a_sentence_says_so()
    {
        var reply = await Ask(SampleTargets.Cell, Intent.TargetStatus, ("status", "nearly_met"));

        Assert.Contains("Nhiệm kỳ 2024–2027: không có chỉ tiêu nào sắp đạt.", Text(reply), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_term_of_which_nothing_is_assessed_says_so()
    {
        var cell = SampleTargets.Cell with { Results = [] };

        Assert.Contains("Nhiệm kỳ 2024–2027: 2 chỉ tiêu, chưa chỉ tiêu nào được đánh giá.", Text(await Ask(cell, Intent.TargetStatus, ("status", "not_met"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_without_terms_and_a_time_without_one_are_told_apart()
    {
        var blank = new CellFile(SampleTargets.Cell.Cell);

        Assert.Equal(TargetsText.Blank, Assert.IsType<Reply.Words>(await Ask(blank, Intent.TargetOverview)).Text);
        Assert.Equal(TargetsText.NoSuchTerm, Assert.IsType<Reply.Words>(await Ask(SampleTargets.Cell, Intent.TargetOverview, ("period", "year:1990"))).Text);
    }

    [Fact]
    public async Task The_overview_says_six_of_seven_first()
    {
        var lines = Text(await Ask(SampleTargets.Cell, Intent.TargetOverview)).Split('\n');

        Assert.Equal(
            [
                "Tổng quan chỉ tiêu",
                "6/7 chỉ tiêu đạt",
                "Nhiệm kỳ 2022–2024",
                "■■■■■■□ 85,7%",
                "4 đạt · 2 đạt và vượt · 1 không đạt",
                "✔ Chỉ tiêu 1. Xếp loại chi bộ: đạt",
                "✔ Chỉ tiêu 2. Xếp loại các phòng: đạt",
                "✔ Chỉ tiêu 3. Chấp hành kỷ luật: đạt",
                "★ Chỉ tiêu 4. Học tập nghị quyết và mô hình: đạt và vượt",
                "✔ Chỉ tiêu 5. Nâng cao trình độ: đạt",
                "★ Chỉ tiêu 6. Danh hiệu thi đua: đạt và vượt",
                "✘ Chỉ tiêu 7. Xếp loại đảng viên: không đạt",
            ],
            lines[..12]);
    }

    [Fact]
    public async Task Two_resolutions_at_once_stand_side_by_side()
    {
        var both = SampleTargets.Cell with { Terms = [SampleTargets.Old with { To = new(2027, 4) }, SampleTargets.Running] };

        var reply = Assert.IsType<Reply.Card>(await Ask(both, Intent.TargetOverview));

        var columns = Assert.Single(reply.Content.Body.OfType<ColumnSet>()).Columns;
        Assert.Equal(["6/7", "0/2"], columns.Select(column => ((TextBlock)column.Items[0]).Text));
        Assert.Equal("Nhiệm kỳ 2022–2027, 2024–2027: 6/9 chỉ tiêu đạt.", reply.Summary);
    }

    [Fact]
    public async Task Years_of_which_only_numbers_are_kept_are_shown_by_year()
    {
        var reply = await Ask(SampleTargets.Merged, Intent.TargetOverview);

        var text = Text(reply);
        Assert.Contains(
            """
            Kết quả từng năm
            2020
            08/08 chỉ tiêu đạt Nghị quyết Chi bộ Một · 07/07 chỉ tiêu đạt Nghị quyết Chi bộ Hai
            2021
            09/09 chỉ tiêu đạt và vượt Cả 2 nghị quyết
            2022
            06/07 chỉ tiêu đạt Cả 2 nghị quyết
            Nhiệm kỳ 2025–2030: 1 chỉ tiêu, 1 chưa đánh giá.
            """,
            text,
            StringComparison.Ordinal);
        Assert.Equal("Nhiệm kỳ 2020–2025: năm 2020 08/08; năm 2020 07/07; năm 2021 09/09; năm 2022 06/07 chỉ tiêu đạt.", Assert.IsType<Reply.Card>(reply).Summary);
    }

    [Fact]
    public async Task A_missed_target_that_no_record_names_is_not_guessed() =>
        Assert.Contains(
            "Năm 2022: 1 chỉ tiêu chưa đạt. Sổ sách chỉ ghi con số, không ghi chỉ tiêu nào chưa đạt.",
            Text(await Ask(SampleTargets.Merged, Intent.TargetStatus, ("status", "not_met"))),
            StringComparison.Ordinal);

    [Fact]
    public async Task Why_says_clause_by_clause_and_who_looks_after_it()
    {
        var text = Text(await Ask(SampleTargets.Cell, Intent.TargetFailDetail));

        Assert.StartsWith("Vì sao chưa đạt?\n1/7 chưa đạt\nNhiệm kỳ 2022–2024\n✘ Chỉ tiêu 7. Xếp loại đảng viên: không đạt\n", text, StringComparison.Ordinal);
        Assert.Contains("Phụ trách: Đồng chí Lâm Văn Thử", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_target_is_asked_by_number()
    {
        var reply = await Ask(SampleTargets.Cell, Intent.TargetProgress, ("target_no", 6));

        Assert.StartsWith(
            """
            Chỉ tiêu 6. Danh hiệu thi đua
            ★ Đạt và vượt
            Nhiệm kỳ 2022–2024
            ★ Chỉ tiêu 6. Danh hiệu thi đua: đạt và vượt
            Nguyên văn chỉ tiêu Danh hiệu thi đua.
            ✔ 14/14 cán bộ, công chức đạt lao động tiên tiến (100%) = 100%: đạt
            ✔ Phấn đấu: 3/14 cán bộ, công chức là chiến sĩ thi đua cơ sở (21,4%) > 15%: đạt
            ✔ Phấn đấu: 1 cán bộ, công chức được khen thưởng bậc cao hơn ≥ 1: đạt
            """,
            Text(reply),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_target_is_asked_by_words_without_marks() =>
        Assert.StartsWith("Chỉ tiêu 7. Xếp loại đảng viên\n✘ Không đạt\n", Text(await Ask(SampleTargets.Cell, Intent.TargetFailDetail, ("target_hint", "xep loai dang vien"))), StringComparison.Ordinal);

    [Fact]
    public async Task A_target_of_the_running_term_is_found_too()
    {
        var text = Text(await Ask(SampleTargets.Cell, Intent.TargetProgress, ("target_hint", "hoạt động, công trình")));

        Assert.StartsWith("Chỉ tiêu 8. Hoạt động cùng các đoàn thể\n⚠ Có nguy cơ không đạt\nNhiệm kỳ 2024–2027\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_that_is_not_there_is_said_to_be_missing()
    {
        Assert.Equal("Nhiệm kỳ 2022–2024 không có chỉ tiêu số 12: chỉ có 7 chỉ tiêu.", Assert.IsType<Reply.Words>(await Ask(SampleTargets.Cell, Intent.TargetProgress, ("target_no", 12))).Text);
        Assert.Contains("trồng cây", Assert.IsType<Reply.Words>(await Ask(SampleTargets.Cell, Intent.TargetProgress, ("target_hint", "trồng cây"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_cell_and_the_numbers_disagree_both_are_shown()
    {
        var cell = SampleTargets.Cell with { Results = [SampleTargets.Result("A7", ResultStatus.Met, new Measurement(1, 13) { Of = 14 }, new Measurement(2, 10) { Of = 14 })] };

        var text = Text(await Ask(cell, Intent.TargetProgress, ("target_no", 7)));

        Assert.Contains("✘ Không đạt", text, StringComparison.Ordinal);
        Assert.Contains("Chi bộ kết luận: đạt. Số liệu đã ghi cho kết quả khác; đề nghị kiểm tra lại.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_cells_targets_are_not_seen()
    {
        var tables = await SampleTargets.Store(SampleTargets.Cell with { Cell = new Cell("c2", "Chi bộ khác", "t1") });

        Assert.Equal(TargetsText.Blank, Assert.IsType<Reply.Words>(await Ask(tables, Intent.TargetOverview)).Text);
    }

    private static async Task<Reply> Ask(CellFile cell, Intent intent, params (string Name, object Value)[] slots) =>
        await Ask(await SampleTargets.Store(cell), intent, slots);

    private static async Task<Reply> Ask(ChiBoBot.Storage.ITables tables, Intent intent, params (string Name, object Value)[] slots)
    {
        await using var services = new ServiceCollection().AddSingleton(tables).AddSingleton<TimeProvider>(new FakeClock()).AddTargets().BuildServiceProvider();
        var said = new Slots();
        foreach (var (name, value) in slots)
        {
            said.Add(name, value);
        }

        var request = new Request(intent, said);
        return await new Routes().MapTargets().Find(request)!.Handle(services, request, SampleTargets.Turn(), default);
    }

    private static string Text(Reply reply) => CardText.Of(Assert.IsType<Reply.Card>(reply).Content);

    private static IEnumerable<int> Numbers(string text) =>
        text.Split('\n').Where(line => line.Contains(" Chỉ tiêu ", StringComparison.Ordinal) && line[0] is '✔' or '★' or '✘' or '⚠')
            .Where(line => line.Contains(" Chỉ tiêu ", StringComparison.Ordinal))
            .Select(line => int.Parse(line.Split(' ')[3].TrimEnd('.'), System.Globalization.CultureInfo.InvariantCulture));
}
