using System.CommandLine;
using ChiBoBot.Commands;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.SelfAssessment;
using ChiBoBot.Storage;

namespace ChiBoBot.Tests.Features.SelfAssessment;

/// <summary>What members wrote is kept for the current year and three before it; then a command erases it, and says so in the ledger. The grades stay.</summary>
public class RetentionTests
{
    [Fact]
    public async Task Nothing_is_erased_while_it_must_be_kept_without_apply_or_by_somebody_else()
    {
        await using var talk = await Lived();

        Assert.EndsWith("Nothing is older.\n", await Run(talk, "2029-12-31", apply: true), StringComparison.Ordinal);
        Assert.EndsWith("Kiểm điểm, tự đánh giá năm 2026: 7 texts\nNothing is erased yet. Run it again with --apply; it can't be taken back.\n", await Run(talk, "2030-01-01", apply: false), StringComparison.Ordinal);
        Assert.Equal("'m05' is neither the secretary nor the deputy of 'hdnd', and may not have texts erased.\n", await Run(talk, "2030-01-01", apply: true, by: "m05"));
        Assert.Equal(7, await Texts(talk));
    }

    [Fact]
    public async Task After_three_years_the_texts_go_the_grade_stays_the_ledger_tells_and_a_second_run_finds_nothing()
    {
        await using var talk = await Lived();

        Assert.Contains("Kiểm điểm, tự đánh giá năm 2026: 7 texts erased\n", await Run(talk, "2030-01-01", apply: true), StringComparison.Ordinal);

        Assert.Equal(0, await Texts(talk));
        Assert.Single(await talk.Tables.List<PartRow<DecidedGrade>>("hdnd", RowRange.StartingWith(GradeFacts.KeyOf(2026, "m05")), default));
        Assert.EndsWith("Nothing is older.\n", await Run(talk, "2030-01-01", apply: true), StringComparison.Ordinal);
        var entry = Assert.Single(await talk.Tables.List<AuditRow>("hdnd", RowRange.StartingWith(AuditRow.Prefix), default), row => row.Row.What.Contains("hết thời hạn lưu", StringComparison.Ordinal)).Row;
        Assert.Equal(("m01", "xóa 7 nội dung đã viết, đợt “Kiểm điểm, tự đánh giá năm 2026”, hết thời hạn lưu"), (entry.By, entry.What));
    }

    [Fact]
    public async Task A_round_that_is_open_is_left_alone_whatever_its_year()
    {
        await using var talk = await Talk.Begin();
        await talk.Open();
        await talk.HandIn("m05");

        Assert.EndsWith("Nothing is older.\n", await Run(talk, "2031-01-01", apply: true), StringComparison.Ordinal);
    }

    /// <summary>m05 has handed in six sections, was decided on and has objected.</summary>
    private static async Task<Talk> Lived()
    {
        var talk = await Talk.Begin();
        await talk.Open();
        await talk.HandIn("m05");
        await talk.RateAndObject("m05", "Tôi đề nghị xem lại.");
        return talk;
    }

    private static async Task<int> Texts(Talk talk) =>
        (await talk.Tables.List(CellRow.Table, "hdnd", RowRange.StartingWith("answers|"), default)).Count
        + (await talk.Tables.List(CellRow.Table, "hdnd", RowRange.StartingWith("objection|"), default)).Count;

    private static async Task<string> Run(Talk talk, string day, bool apply, string by = "m01")
    {
        using var written = new StringWriter { NewLine = "\n" };
        var clock = new FakeClock(DateTimeOffset.Parse(day + "T08:00:00+07:00", System.Globalization.CultureInfo.InvariantCulture));
        await RetentionCommand.Run(talk.Services, "hdnd", by, apply, new InvocationConfiguration { Output = written, Error = written }, clock, default);
        return written.ToString();
    }
}
