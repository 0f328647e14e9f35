using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Targets;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Features.Cells;
using ChiBoBot.Tests.Storage;
using ChiBoBot.Understanding;

namespace ChiBoBot.Tests.Features.Targets;

public class TargetBoardsTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private readonly InMemoryTables _tables = new();
    private readonly TargetBoards _boards;

    public TargetBoardsTests() => _boards = new(_tables, new FakeClock());

    [Fact]
    public async Task Nothing_is_read_twice_while_nothing_changes()
    {
        await Import(SampleFiles.Council);

        Assert.Same(await Read(), await Read());
    }

    [Fact]
    public async Task A_changed_result_is_seen_at_once()
    {
        await Import(SampleFiles.Council);
        var before = await Read();
        await Import(SampleFiles.Council with
        {
            Results = [.. SampleFiles.Council.Results.Select(result => result.Target == "A7" ? result with { Measurements = [new(1, 14) { Of = 14 }, new(2, 10) { Of = 14 }] } : result)],
        });

        Assert.Equal(TargetOutcome.Failed, before.Verdicts[6].Outcome);
        Assert.Equal(TargetOutcome.Met, (await Read()).Verdicts[6].Outcome);
    }

    [Fact]
    public async Task Changed_words_of_a_target_are_seen_at_once()
    {
        await Import(SampleFiles.Council);
        await Read();
        await Import(SampleFiles.Council with { Targets = [.. SampleFiles.Council.Targets.Select(target => target.Id == "A1" ? target with { Title = "Khác" } : target)] });

        Assert.Equal("Khác", (await Read()).Verdicts[0].Row.Target.Title);
    }

    [Fact]
    public async Task Another_day_is_judged_anew()
    {
        await Import(SampleFiles.Council);

        var early = await _boards.Read("hdnd", Slots.None, underWay: true, new(2024, 10, 18), default);
        var late = await _boards.Read("hdnd", Slots.None, underWay: true, Today, default);

        Assert.Equal(TargetOutcome.NotYet, early.Verdicts[^1].Outcome);
        Assert.Equal(TargetOutcome.AtRisk, late.Verdicts[^1].Outcome);
    }

    [Fact]
    public async Task Each_cell_and_each_period_has_its_own_answer()
    {
        await Import(SampleFiles.Council);
        await Import(SampleFiles.Merged);

        Assert.Equal(7, (await Read()).Verdicts.Count);
        Assert.Equal(8, (await _boards.Read("hdnd", new() { { "period", "term" } }, underWay: false, Today, default)).Verdicts.Count);
        Assert.Empty((await _boards.Read("van-phong", Slots.None, underWay: false, Today, default)).Verdicts);
        Assert.NotNull((await _boards.Read("nobody", Slots.None, underWay: false, Today, default)).Empty);
    }

    [Fact]
    public async Task A_target_that_went_is_gone()
    {
        await Import(SampleFiles.Council);
        await Read();
        await Import(SampleFiles.Council with
        {
            Targets = [.. SampleFiles.Council.Targets.Where(target => target.Id != "A7")],
            Results = [.. SampleFiles.Council.Results.Where(result => result.Target != "A7")],
        });

        Assert.Equal(6, (await Read()).Verdicts.Count);
        Assert.Equal(14, (await _tables.List<TargetRow>("hdnd", TargetRow.Range, default)).Count);
    }

    [Theory]
    [InlineData("hdnd", 2)]
    [InlineData("van-phong", 2)]
    public async Task A_question_reads_twice_at_most_however_many_resolutions_it_is_about(string cell, int most)
    {
        await Import(SampleFiles.Council);
        await Import(SampleFiles.Merged);
        var reads = new List<string>();
        var tables = new Moq.Mock<ITables>();
        tables.Setup(store => store.List(Moq.It.IsAny<string>(), cell, Moq.It.IsAny<RowRange>(), Moq.It.IsAny<CancellationToken>()))
            .Returns((string table, string partition, RowRange range, CancellationToken cancel) =>
            {
                reads.Add(range.From!);
                return _tables.List(table, partition, range, cancel);
            });

        await new TargetBoards(tables.Object, new FakeClock()).Read(cell, new() { { "period", "overall" } }, underWay: false, Today, default);

        Assert.InRange(reads.Count, 1, most);
    }

    private Task<TargetBoard> Read() => _boards.Read("hdnd", Slots.None, underWay: false, Today, default);

    private Task<ImportReport> Import(CellFile file) => new CellImport(_tables).Run(file, default);
}
