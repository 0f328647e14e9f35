using ChiBoBot.Due;
using ChiBoBot.Features.Reminders;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;
using Microsoft.Extensions.Logging.Abstractions;

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
        await tables.Prepare([DueRow.Table, DueEntry.Table, ConversationRow.Table], default);
        var longAgo = Now - PurgeDue.KeepsDone - TimeSpan.FromDays(1);
        await Fill(tables, Enumerable.Range(0, old).SelectMany(i => Thing($"old-{i}", longAgo, DueState.Sent)));
        await Fill(tables, Enumerable.Range(0, 30).SelectMany(i => Thing($"reported-{i}", Now.AddDays(-35), DueState.Unknown)));
        await Fill(tables, Thing("waits", longAgo, DueState.Waiting));
        await Fill(tables, Thing("renewed", longAgo, DueState.Sent).Take(1).Append(Change.Put(new OutcomeRow(Cell, "test", "renewed", "plan", DueState.Sent, Now.AddDays(-1)))));
        await Fill(tables, [Change.Put(new DueRow(Cell, "test", "to come", Now.AddDays(2), null, "plan"))]);
        await Fill(tables, Enumerable.Range(0, 200).Select(i => Change.Put(new InboxRow(Cell, $"old-{i}") { At = Now - PurgeDue.KeepsPresses - TimeSpan.FromHours(1) })));
        await Fill(tables, Enumerable.Range(0, 20).Select(i => Change.Put(new InboxRow(Cell, $"new-{i}") { At = Now.AddDays(-3) })));

        var batches = await Purge(tables);

        Assert.InRange(batches, ((2 * old) + 200) / PurgeDue.Batch, (((2 * old) + 200) / (PurgeDue.Batch - 2)) + 3);
        var plans = (await tables.List<DueRow>(Cell, RowRange.StartingWith(DueRow.KeyOf("test", "")), default)).Select(row => row.Row.Key).ToList();
        Assert.Equal([.. Enumerable.Range(0, 30).Select(i => $"reported-{i}").Order(StringComparer.Ordinal), "renewed", "to come", "waits"], plans.OrderBy(key => key.StartsWith("reported", StringComparison.Ordinal) ? 0 : 1).ThenBy(key => key, StringComparer.Ordinal));
        Assert.Equal(32, (await tables.List<OutcomeRow>(Cell, RowRange.StartingWith(OutcomeRow.KeyOf("test", "")), default)).Count);
        Assert.Equal(20, (await tables.List<InboxRow>(Cell, RowRange.StartingWith(InboxRow.Prefix), default)).Count);
        Assert.Equal(1, await Purge(tables));
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

    /// <summary>Runs until nothing old is left, as the sweeper does.</summary>
    /// <returns>How many times it was asked.</returns>
    private async Task<int> Purge(ITables tables)
    {
        var schedule = new Schedule(tables, new FreshEntries(_clock), _clock);
        var counted = new Counted(new PurgeDue(tables, schedule));
        using var sweeper = new Sweeper(tables, new Carrier(tables, new FakeConnector(), new Whereabouts(new Conversations(tables, _clock), [], _clock), [counted], _clock, NullLogger<Carrier>.Instance), new FreshEntries(_clock), _clock, NullLogger<Sweeper>.Instance);
        await tables.Commit(await schedule.Plan(Cell, PurgeDue.Kind, PurgeDue.Key, Now, default), default);
        while (await sweeper.Pass(default) > 0)
        {
            _clock.Advance(TimeSpan.FromSeconds(2));
        }

        return counted.Times;
    }

    private static IEnumerable<Change> Thing(string key, DateTimeOffset at, DueState state) =>
        [Change.Put(new DueRow(Cell, "test", key, at, null, "plan")), Change.Put(new OutcomeRow(Cell, "test", key, "plan", state, at))];

    private static async Task Fill(ITables tables, IEnumerable<Change> changes)
    {
        foreach (var some in changes.Chunk(Limits.Changes))
        {
            await tables.Commit(some, default);
        }
    }

    private sealed class Counted(IDueKind inner) : IDueKind
    {
        public int Times { get; private set; }

        public string Name => inner.Name;

        public Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
        {
            Times++;
            return inner.Decide(thing, now, cancel);
        }
    }
}
