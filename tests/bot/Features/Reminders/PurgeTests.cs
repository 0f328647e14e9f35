using ChiBoBot.Storage;
using ChiBoBot.Tests.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Tests.Features.Reminders;

/// <summary>What nobody asks for any more goes, some rows at a time; what is under way, to come or in a report stays.</summary>
public sealed class PurgeTests : IDisposable
{
    private const string Cell = "hdnd";

    private readonly FakeClock _clock = new();
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private DateTimeOffset Now => _clock.GetUtcNow();

    [Theory]
    [InlineData(false, 3000)]
    [InlineData(true, 1500)]
    public async Task A_cells_old_rows_go_in_small_batches_and_nothing_else_does(bool onDisk, int old)
    {
        using var disk = onDisk ? new Sqlite(_folder.File("cells.db")) : null;
        ITables tables = disk is null ? new InMemoryTables() : disk;
        var trial = new PurgeTrial(tables, _clock, Cell);
        await trial.Fill(old);
        await trial.RunAndLook(old);
    }

    [Fact]
    public async Task What_somebody_asked_yesterday_is_forgotten_and_the_question_of_this_minute_is_not()
    {
        var tables = new InMemoryTables();
        await tables.Put(new OwnChatRow(Cell, "m01", "a:m01"), default);
        await tables.Put(new GroupRow(Cell, "19:group") { BoundAt = Now }, default);
        await tables.Put(new AskedRow("a:m01", "29:an", new Request(Intent.EventNext, Slots.None), Now.AddDays(-2)), default);
        await tables.Put(new AskedRow("19:group", "29:an", new Request(Intent.EventNext, Slots.None), Now.AddDays(-2)), default);
        await tables.Put(new AskedRow("19:group", "29:binh", new Request(Intent.EventNext, Slots.None), Now), default);

        await Purge(tables);

        Assert.Empty(await tables.List(AskedRow.Table, ConversationRow.KeyOf("a:m01"), AskedRow.All, default));
        Assert.Single(await tables.List(AskedRow.Table, ConversationRow.KeyOf("19:group"), AskedRow.All, default));
    }

    [Fact]
    public async Task A_cell_without_anything_old_loses_nothing()
    {
        var tables = new InMemoryTables();
        Assert.Equal(1, await Purge(tables));
    }

    private Task<int> Purge(ITables tables) => new PurgeTrial(tables, _clock, Cell).Run();
}
