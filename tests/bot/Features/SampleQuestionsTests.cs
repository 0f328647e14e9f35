using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Events;
using ChiBoBot.Features.Targets;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Features.Cells;
using ChiBoBot.Tests.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;
using Microsoft.Extensions.DependencyInjection;

namespace ChiBoBot.Tests.Features;

/// <summary>The sample cells, imported as their files are, answer with the numbers of the report that they were made from.</summary>
public class SampleQuestionsTests
{
    [Fact]
    public async Task Of_seven_targets_four_are_met_two_exceeded_and_the_seventh_failed()
    {
        var text = Text(await Ask(SampleFiles.Council, Intent.TargetOverview));

        Assert.Contains("6/7 chỉ tiêu đạt\nNhiệm kỳ 2022–2024\n■■■■■■□ 85,7%\n4 đạt · 2 đạt và vượt · 1 không đạt\n", text, StringComparison.Ordinal);
        Assert.Contains("★ Chỉ tiêu 4. ", text, StringComparison.Ordinal);
        Assert.Contains("★ Chỉ tiêu 6. ", text, StringComparison.Ordinal);
        Assert.Contains("✘ Chỉ tiêu 7. Xếp loại đảng viên: không đạt\n", text, StringComparison.Ordinal);
        Assert.Contains("Nhiệm kỳ 2024–2027: 8 chỉ tiêu, 1 đang thực hiện, 7 chưa đánh giá.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_seventh_failed_for_one_member_of_fourteen()
    {
        var text = Text(await Ask(SampleFiles.Council, Intent.TargetStatus, ("status", "not_met")));

        Assert.Contains("✘ 13/14 đảng viên hoàn thành tốt nhiệm vụ trở lên (92,9%) < 100%: không đạt; 1/14 không hoàn thành nhiệm vụ (7,14%)\n", text, StringComparison.Ordinal);
        Assert.Contains("✔ 10/14 đảng viên hoàn thành xuất sắc nhiệm vụ (71,4%) > 20%: đạt\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_merged_cell_shows_its_years()
    {
        var text = Text(await Ask(SampleFiles.Merged, Intent.TargetOverview));

        Assert.Contains("2020\n08/08 chỉ tiêu đạt ", text, StringComparison.Ordinal);
        Assert.Contains(" · 07/07 chỉ tiêu đạt ", text, StringComparison.Ordinal);
        Assert.Contains("2021\n09/09 chỉ tiêu đạt và vượt ", text, StringComparison.Ordinal);
        Assert.Contains("2022\n06/07 chỉ tiêu đạt ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_branch_meeting_has_day_time_and_place() =>
        Assert.StartsWith(
            "14:00, Thứ Năm 03/12/2026\nSinh hoạt chi bộ định kỳ tháng 12/2026\nĐịa điểm: Phòng họp số 2, trụ sở Hội đồng nhân dân tỉnh\n",
            Text(await Ask(SampleFiles.Council, Intent.EventNext, ("event_type", "branch"))),
            StringComparison.Ordinal);

    [Fact]
    public async Task What_questions_read_follows_each_import()
    {
        var tables = new InMemoryTables();
        await new CellImport(tables).Run(SampleFiles.Council, default);
        await new CellImport(tables).Run(SampleFiles.Council with { Results = [.. SampleFiles.Council.Results.Where(result => result.Target != "A7")] }, default);

        Assert.Contains("6/7 chỉ tiêu đạt\nNhiệm kỳ 2022–2024\n■■■■■■□ 85,7%\n4 đạt · 2 đạt và vượt · 1 chưa đánh giá\n", Text(await Ask(tables, "hdnd", Intent.TargetOverview)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_bot_recorded_is_read_after_an_import_too()
    {
        var tables = new InMemoryTables();
        await new CellImport(tables).Run(SampleFiles.Council, default);
        await tables.Add(new PartRow<Result>("hdnd", new Result("B1", ResultStatus.Met) { Year = 2025, Measurements = [new(1, 1) { Of = 1 }] }), default);
        await new CellImport(tables).Run(SampleFiles.Council, default);

        Assert.Contains("Nhiệm kỳ 2024–2027\n", Text(await Ask(tables, "hdnd", Intent.TargetStatus, ("status", "met"))), StringComparison.Ordinal);
    }

    private static async Task<Reply> Ask(CellFile file, Intent intent, params (string Name, object Value)[] slots)
    {
        var tables = new InMemoryTables();
        await new CellImport(tables).Run(file, default);
        return await Ask(tables, file.Cell.Id, intent, slots);
    }

    private static async Task<Reply> Ask(ITables tables, string cellId, Intent intent, params (string Name, object Value)[] slots)
    {
        await using var services = new ServiceCollection().AddSingleton(tables).AddSingleton<TimeProvider>(new FakeClock()).AddTargets().AddEvents().BuildServiceProvider();
        var said = new Slots();
        foreach (var (name, value) in slots)
        {
            said.Add(name, value);
        }

        var turn = Targets.SampleTargets.Turn();
        var request = new Request(intent, said);
        return await new Routes().MapTargets().MapEvents().Find(request)!.Handle(services, request, turn with { Asker = turn.Asker with { CellId = cellId } }, default);
    }

    private static string Text(Reply reply) => CardText.Of(Assert.IsType<Reply.Card>(reply).Content);
}
