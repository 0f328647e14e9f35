using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Targets.Sheets;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Features.Cells;
using ChiBoBot.Tests.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Tests.Features.Targets;

/// <summary>The secretary's spreadsheet: what it shows, what it changes, and what is wrong with it.</summary>
public class TargetSheetTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly string[] Headings = ["Nghị quyết", "Chỉ tiêu số", "Tên gọi", "Nguyên văn", "Phụ trách", "Vế", "Nội dung vế", "Kỳ", "Đạt", "Trên tổng số", "Kết luận", "Ghi chú"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_written_differs_in_nothing_when_it_is_read(bool isCsv)
    {
        var rows = TargetSheet.Write(SampleFiles.Council);
        using var stream = new MemoryStream();
        if (isCsv)
        {
            CsvSheet.Write(stream, rows);
        }
        else
        {
            new Workbook("Chỉ tiêu", rows, TargetSheet.Widths).Write(stream);
        }

        stream.Position = 0;
        var (plan, mistakes) = TargetSheet.Read(isCsv ? CsvSheet.Read(stream) : XlsxSheet.Read(stream), SampleFiles.Council, Today);

        Assert.Empty(mistakes);
        Assert.True(plan.IsEmpty);
        // 12 clauses in the old term, 13 in the one that runs.
        Assert.Equal(12 + 13, rows.Count(row => row[0] == "nq-2022" || row[0] == "nq-2024"));
    }

    [Fact]
    public void Each_line_is_a_clause_in_a_period()
    {
        var row = TargetSheet.Write(SampleFiles.Council).Single(row => row[0] == "nq-2022" && row[1] == "7" && row[5] == "2");

        Assert.Equal(
            ["nq-2022", "7", "Xếp loại đảng viên", SampleFiles.Council.Targets[6].Text, "m02", "2", "trên 20% đảng viên hoàn thành xuất sắc nhiệm vụ mỗi năm", "nhiệm kỳ", "10", "14", "Không đạt", SampleFiles.Council.Results[6].Note!],
            row);
    }

    [Fact]
    public void Only_what_differs_is_changed_and_what_is_not_there_stays()
    {
        var (plan, mistakes) = Read(
            ["nq-2024", "8", "", "", "", "1", "", "nhiệm kỳ", "7", "", "Đang thực hiện", ""],
            ["nq-2024", "3", "", "", "Lương Thị Thu Ngân", "1", "", "2025", "13", "13", "Đạt", ""],
            ["nq-2024", "3", "", "", "", "2", "", "2025", "3", "13", "", ""]);

        Assert.Empty(mistakes);
        Assert.Empty(plan.Targets);
        Assert.Equal(["B8 6 → 7", "B3  → 13/13 3/13 Met"], plan.Results.Select(change => change.Is.Target == "B8"
            ? $"B8 {change.Was!.Measurements[0].Count} → {change.Is.Measurements[0].Count}"
            : $"{change.Is.Target} {change.Was} → {string.Join(' ', change.Is.Measurements.Select(measured => $"{measured.Count}/{measured.Of}"))} {change.Is.Status}"));
        Assert.Equal(new PartialDate(2026, 11, 22), plan.Results[0].Is.Concluded);
    }

    [Fact]
    public void A_new_target_comes_with_its_clauses()
    {
        var (plan, mistakes) = Read(
            ["nq-2024", "9", "Sinh hoạt", "Mỗi tháng 90% dự họp; 2 mô hình.", "m04", "1", "ít nhất 90% đảng viên dự sinh hoạt mỗi tháng", "", "", "", "", ""],
            ["nq-2024", "9", "", "", "", "2", "2 mô hình tự quản", "", "", "", "", ""]);

        Assert.Empty(mistakes);
        var target = plan.Targets.Single().Is;
        Assert.Equal(("nq-2024.9", 9, "m04"), (target.Id, target.Number, target.Owner));
        Assert.Equal([(Metric.Present, Period.Month), (Metric.Done, Period.Term)], target.Clauses.Select(clause => (clause.Metric, clause.Period)));
    }

    [Theory]
    [InlineData("nq-2024 8 . . . 1 . 2025 ba . . .", "row 2, column “Đạt”: is 'ba'; it must be a whole number")]
    [InlineData("nq-2024 3 . . . 1 . 2025 13 . . .", "row 2, column “Trên tổng số”: is missing; a share has a whole")]
    [InlineData("nq-2024 3 . . . 1 . 2025 14 13 . .", "row 2, column “Đạt”: is 14, more than the whole (13)")]
    [InlineData("nq-2024 3 . . . 1 . năm 13 13 . .", "row 2, column “Kỳ”: is 'năm'; it must be a year or “nhiệm kỳ”")]
    [InlineData("nq-2024 3 . . . 1 . . 13 13 . .", "row 2, column “Kỳ”: is empty; a result has one")]
    [InlineData("nq-2024 3 . . . 1 . 2025 13 13 Tốt .", "row 2, column “Kết luận”: is 'Tốt'; it must be one of Đang thực hiện, Đạt, Đạt và vượt, Không đạt, Chưa đánh giá, Không áp dụng")]
    [InlineData("nq-2020 3 . . . 1 . . . . . .", "row 2, column “Nghị quyết”: 'nq-2020' is no resolution of the cell; there are nq-2022, nq-2024")]
    [InlineData("nq-2024 3 . . m99 1 . . . . . .", "row 2, column “Phụ trách”: 'm99' is no member of the cell: write the id or the full name")]
    [InlineData("nq-2024 3 . . . 1 tốt . . . . .", "row 2, column “Nội dung vế”: cannot be read: “thiếu con số phải đạt, ví dụ 100% hoặc ít nhất 10.”")]
    [InlineData("nq-2024 3 . . . 4 5_việc . . . . .", "row 2, column “Vế”: is 4, but the target has 2: clauses are numbered one after another")]
    [InlineData("nq-2024 9 . Câu . 1 5_việc . . . . .", "row 2, column “Tên gọi”: is empty; a new target needs one")]
    [InlineData("nq-2024 . . . . 1 . . . . . .", "row 2, column “Chỉ tiêu số”: is empty; it must be a whole number")]
    public void What_is_wrong_is_told_by_row_and_column(string line, string told)
    {
        var (plan, mistakes) = Read(line.Split(' ').Select(cell => cell == "." ? "" : cell.Replace('_', ' ')).ToArray());

        Assert.Equal([told], mistakes.Select(mistake => mistake.ToString()));
        Assert.True(plan.IsEmpty);
    }

    [Fact]
    public void Headings_may_stand_in_any_order_and_unknown_ones_are_told()
    {
        IReadOnlyList<SheetRow> rows = [new(1, ["Vế", "Chỉ tiêu số", "Nghị quyết", "Đạt", "Kỳ"]), new(2, ["1", "8", "nq-2024", "7", "Nhiệm kỳ"])];
        Assert.Equal(7, TargetSheet.Read(rows, SampleFiles.Council, Today).Plan.Results.Single().Is.Measurements[0].Count);

        var (_, mistakes) = TargetSheet.Read([new(1, ["Vế", "Chỉ tiêu số", "Lương"])], SampleFiles.Council, Today);
        Assert.Equal(["Lương", "Nghị quyết"], mistakes.Select(mistake => mistake.Column));
    }

    [Theory]
    [InlineData("Vế;Chỉ tiêu số;Nghị quyết\n1;8;nq-2024\n")]
    [InlineData("\uFEFFVế\tChỉ tiêu số\tNghị quyết\r\n1\t8\tnq-2024\r\n")]
    [InlineData("Vế,\"Chỉ tiêu số\",Nghị quyết\n1,8,'=nq-2024\n")]
    public void Csv_of_other_programs_is_read(string text)
    {
        var rows = CsvSheet.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)));

        Assert.Equal(["Vế", "Chỉ tiêu số", "Nghị quyết"], rows[0].Cells);
        Assert.Equal(["1", "8"], rows[1].Cells.Take(2));
        Assert.EndsWith("nq-2024", rows[1][2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_stored_is_in_the_ledger_and_in_the_boards_and_a_repeat_differs_in_nothing()
    {
        var tables = new InMemoryTables();
        await new CellImport(tables).Run(SampleFiles.Council, default);
        var boards = new Boards(tables);
        var turn = SampleTargets.Turn() with { Asker = new Asker("hdnd", "m01", "Phan Thế Khải", Role.Member | Role.Secretary) };
        SheetRow[] rows = [new(1, Headings), new(2, ["nq-2024", "8", "", "", "", "1", "", "nhiệm kỳ", "7", "", "", "Theo bảng tính"])];
        var plan = TargetSheet.Read(rows, await boards.Parts("hdnd", [], default), Today).Plan;

        Assert.True(await new TargetSheetImport(tables, boards).Store(plan, turn, default));

        Assert.Equal(7, (await tables.Find<TargetRow>("hdnd", "board-target|2024|008|B8", default))!.Row.Results[0].Measurements[0].Count);
        Assert.Equal(("m01", "nhập bảng tính: 0 chỉ tiêu, 1 kết quả"), (await tables.List<AuditRow>("hdnd", RowRange.StartingWith(AuditRow.Prefix), default)).Select(stored => (stored.Row.By, stored.Row.What)).Single());
        Assert.True(TargetSheet.Read(rows, await boards.Parts("hdnd", [], default), Today).Plan.IsEmpty);

        // The plan of before is not stored over it.
        Assert.False(await new TargetSheetImport(tables, boards).Store(plan, turn with { Id = "2" }, default));
    }

    [Fact]
    public void The_workbook_is_one_by_the_formats_own_rules()
    {
        using var stream = new MemoryStream();
        new Workbook("Chỉ tiêu", TargetSheet.Write(SampleFiles.Council), TargetSheet.Widths).Write(stream);
        stream.Position = 0;
        using var book = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(stream, false);

        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(book).Select(error => error.Description));
    }

    [Fact]
    public void A_file_that_is_no_workbook_is_refused() =>
        Assert.ThrowsAny<Exception>(() => XlsxSheet.Read(new MemoryStream("no workbook"u8.ToArray())));

    private static (TargetSheetPlan Plan, IReadOnlyList<SheetMistake> Mistakes) Read(params string[][] lines) =>
        TargetSheet.Read([new(1, Headings), .. lines.Select((line, i) => new SheetRow(i + 2, line))], SampleFiles.Council, Today);
}
