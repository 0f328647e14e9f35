using ChiBoBot.Due;
using ChiBoBot.Features.Reminders;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChiBoBot.Tests.Features.Reminders;

/// <summary>A cell's old and young rows on any engine, and the purge over them.</summary>
internal sealed class PurgeTrial(ITables tables, FakeClock clock, string cell)
{
    private DateTimeOffset Now => clock.GetUtcNow();

    /// <param name="old">So many things were done long ago.</param>
    public async Task Fill(int old)
    {
        await tables.Prepare([DueRow.Table, DueEntry.Table, ConversationRow.Table], default);
        var longAgo = Now - PurgeDue.KeepsDone - TimeSpan.FromDays(1);
        await Commit(Enumerable.Range(0, old).SelectMany(i => Thing($"old-{i}", longAgo, DueState.Sent)));
        await Commit(Enumerable.Range(0, 30).SelectMany(i => Thing($"reported-{i}", Now.AddDays(-35), DueState.Unknown)));
        await Commit(Thing("waits", longAgo, DueState.Waiting));
        await Commit(Thing("renewed", longAgo, DueState.Sent).Take(1).Append(Change.Put(new OutcomeRow(cell, "test", "renewed", "plan", DueState.Sent, Now.AddDays(-1)))));
        await Commit([Change.Put(new DueRow(cell, "test", "to come", Now.AddDays(2), null, "plan"))]);
        await Commit(Enumerable.Range(0, 200).Select(i => Change.Put(new InboxRow(cell, $"old-{i}") { At = Now - PurgeDue.KeepsPresses - TimeSpan.FromHours(1) })));
        await Commit(Enumerable.Range(0, 20).Select(i => Change.Put(new InboxRow(cell, $"new-{i}") { At = Now.AddDays(-3) })));
    }

    /// <summary>Purges, and sees that only what is old went, in batches that fit a commit, and nothing the second time.</summary>
    public async Task RunAndLook(int old)
    {
        var batches = await Run();

        Assert.InRange(batches, ((2 * old) + 200) / PurgeDue.Batch, (((2 * old) + 200) / (PurgeDue.Batch - 2)) + 3);
        var plans = (await tables.List<DueRow>(cell, RowRange.StartingWith(DueRow.KeyOf("test", "")), default)).Select(row => row.Row.Key).ToList();
        Assert.Equal([.. Enumerable.Range(0, 30).Select(i => $"reported-{i}").Order(StringComparer.Ordinal), "renewed", "to come", "waits"], plans.OrderBy(key => key.StartsWith("reported", StringComparison.Ordinal) ? 0 : 1).ThenBy(key => key, StringComparer.Ordinal));
        Assert.Equal(32, (await tables.List<OutcomeRow>(cell, RowRange.StartingWith(OutcomeRow.KeyOf("test", "")), default)).Count);
        Assert.Equal(20, (await tables.List<InboxRow>(cell, RowRange.StartingWith(InboxRow.Prefix), default)).Count);
        Assert.Equal(1, await Run());
    }

    /// <summary>Runs until nothing old is left, as the sweeper does.</summary>
    /// <returns>How many times it was asked.</returns>
    public async Task<int> Run()
    {
        var schedule = new Schedule(tables, new FreshEntries(clock), clock);
        var counted = new Counted(new PurgeDue(tables, schedule));
        using var sweeper = new Sweeper(tables, new Carrier(tables, new FakeConnector(), new Whereabouts(new Conversations(tables, clock), [], clock), [counted], clock, NullLogger<Carrier>.Instance), new FreshEntries(clock), clock, NullLogger<Sweeper>.Instance);
        await tables.Commit(await schedule.Plan(cell, PurgeDue.Kind, PurgeDue.Key, Now, default), default);
        while (await sweeper.Pass(default) > 0)
        {
            clock.Advance(TimeSpan.FromSeconds(2));
        }

        return counted.Times;
    }

    private IEnumerable<Change> Thing(string key, DateTimeOffset at, DueState state) =>
        [Change.Put(new DueRow(cell, "test", key, at, null, "plan")), Change.Put(new OutcomeRow(cell, "test", key, "plan", state, at))];

    private async Task Commit(IEnumerable<Change> changes)
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
