using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Features.Targets;
using ChiBoBot.Tests.Storage;

namespace ChiBoBot.Tests.Features.Cells;

public class BoardsTests
{
    private static readonly PartRow<Deed> Seventh = new("c1", new Deed("d7", DeedKind.Work, "Sửa đường", new(2026, 9)) { Target = "B8" });

    [Fact]
    public async Task A_new_fact_brings_the_board_of_its_target_and_its_term()
    {
        var tables = await Imported(SampleTargets.Cell);

        var renewed = await new Boards(tables).Renewed("c1", [Change.Add(Seventh)], default);

        Assert.Equal([(ChangeKind.Replace, "board-target|2024|008|B8"), (ChangeKind.Replace, "board-term|2024")], renewed.Select(change => (change.Kind, change.RowKey)));
    }

    [Fact]
    public async Task The_renewed_boards_are_those_that_an_import_would_make()
    {
        var tables = await Imported(SampleTargets.Cell);
        var boards = new Boards(tables);
        await Commit(Change.Add(Seventh));
        await Commit(Change.Put(new PartRow<DecidedGrade>("c1", new(2025, Grade.Good) { Member = "m01" })));
        await Commit(Change.Put(new PartRow<OwnRule>("c1", new("grades", "quota.percent", "25", "Theo hướng dẫn của cấp trên"))));

        var whole = await Imported(SampleTargets.Cell with
        {
            Deeds = [Seventh.Part],
            Grades = [new(2025, Grade.Good) { Member = "m01" }],
            Rules = [new("grades", "quota.percent", "25", "Theo hướng dẫn của cấp trên")],
        });
        Assert.Equal(await Rows<TargetRow>(whole, TargetRow.Range), await Rows<TargetRow>(tables, TargetRow.Range));
        Assert.Equal(await Rows<TermRow>(whole, TermRow.Range), await Rows<TermRow>(tables, TermRow.Range));

        async Task Commit(Change change) => await tables.Commit([change, .. await boards.Renewed("c1", [change], default)], default);
    }

    [Fact]
    public async Task What_feeds_no_board_asks_for_nothing() =>
        Assert.Empty(await new Boards(await Imported(SampleTargets.Cell)).Renewed("c1", [Change.Put(new PartRow<Anniversary>("c1", new("a", 2, 3, "Ngày thành lập Đảng")))], default));

    [Fact]
    public async Task Taking_the_fact_away_again_leaves_the_board_as_it_was()
    {
        var tables = await Imported(SampleTargets.Cell);
        var before = await Rows<TargetRow>(tables, TargetRow.Range);
        await tables.Commit([Change.Add(Seventh), .. await new Boards(tables).Renewed("c1", [Change.Add(Seventh)], default)], default);

        var gone = Change.Delete(Seventh, Azure.ETag.All);
        await tables.Commit([gone, .. await new Boards(tables).Renewed("c1", [gone], default)], default);

        Assert.Equal(before, await Rows<TargetRow>(tables, TargetRow.Range));
    }

    [Fact]
    public async Task Two_facts_at_once_cannot_both_be_written_over_one_board()
    {
        var tables = await Imported(SampleTargets.Cell);
        var boards = new Boards(tables);
        var other = Change.Add(Seventh with { Part = Seventh.Part with { Id = "d8" } });
        IReadOnlyList<Change> first = [Change.Add(Seventh), .. await boards.Renewed("c1", [Change.Add(Seventh)], default)];
        IReadOnlyList<Change> second = [other, .. await boards.Renewed("c1", [other], default)];

        await tables.Commit(first, default);

        await Assert.ThrowsAsync<ConflictException>(() => tables.Commit(second, default));
    }

    private static async Task<InMemoryTables> Imported(CellFile cell)
    {
        var tables = new InMemoryTables();
        Assert.False((await new CellImport(tables).Run(cell, default)).IsRefused);
        return tables;
    }

    private static async Task<IReadOnlyList<string>> Rows<T>(InMemoryTables tables, RowRange range)
        where T : ITableRow<T> =>
        [.. (await tables.List<T>("c1", range, default)).Select(stored => stored.Row.RowKey + System.Text.Encoding.UTF8.GetString(Change.Put(stored.Row).Properties.Span))];
}
