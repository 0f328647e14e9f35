using ChiBoBot.Storage;

namespace ChiBoBot.Due;

/// <summary>Puts things on the list of what is due. The index is written at once; the returned change is the truth and goes into the caller's commit. Without that commit nothing happens.</summary>
/// <remarks>
/// One key is one thing: planning it again as it is changes nothing, planning it for another time moves it. What was surely posted is not posted a second time,
/// whatever is planned; where nobody knows, it is posted once more. Nobody has to be told after the commit: this instance looks by itself within moments of a plan's time, every other one within seconds.
/// </remarks>
internal sealed class Schedule(ITables tables, FreshEntries fresh, TimeProvider clock)
{
    /// <summary>A card that many people change at once is renewed no oftener than this.</summary>
    private static readonly TimeSpan Grid = TimeSpan.FromSeconds(3);

    private volatile bool _isMarked;

    /// <summary>Plans a thing. A moment that has passed means at once.</summary>
    public Task<Change> Plan(string cellId, string kind, string key, DateTimeOffset at, CancellationToken cancel, string? payload = null) =>
        Plan(new DueRow(cellId, kind, key, at, payload, DueRow.IdOf(at, payload, null)), cancel);

    /// <summary>The thing is looked at once more though it may be done already, e.g. a card whose data this commit changes. Many refreshes within a few seconds become one.</summary>
    /// <param name="because">What makes this refresh another than the last, e.g. the turn's id.</param>
    public Task<Change> Refresh(string cellId, string kind, string key, string because, CancellationToken cancel, string? payload = null)
    {
        var now = clock.GetUtcNow();
        var at = new DateTimeOffset(((now.UtcTicks / Grid.Ticks) + 1) * Grid.Ticks, TimeSpan.Zero);
        return Plan(new DueRow(cellId, kind, key, at, payload, DueRow.IdOf(at, payload, because)), cancel);
    }

    /// <summary>Somebody says that what failed, or may not have arrived, is to be posted once more.</summary>
    public Task<Change> Repeat(DueThing thing, string because, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return Plan(new DueRow(thing.CellId, thing.Kind, thing.Key, now, thing.Payload, DueRow.IdOf(now, thing.Payload, because)) { MayRepeat = true }, cancel);
    }

    /// <summary>Nothing is to happen any more. A message that is out stays.</summary>
    public static Change Withdraw(string cellId, string kind, string key, DateTimeOffset now) =>
        Change.Put(new DueRow(cellId, kind, key, now, null, "withdrawn") { IsWithdrawn = true });

    /// <summary>What is planned under the key and what became of it; null where nothing ever was.</summary>
    public async Task<DueThing?> Find(string cellId, string kind, string key, CancellationToken cancel)
    {
        var outcome = tables.Find<OutcomeRow>(cellId, OutcomeRow.KeyOf(kind, key), cancel);
        var plan = await tables.Find<DueRow>(cellId, DueRow.KeyOf(kind, key), cancel);
        return plan is null ? null : Thing(plan.Row, (await outcome)?.Row);
    }

    /// <summary>All things of a kind whose key begins so, in two range reads.</summary>
    public async Task<IReadOnlyList<DueThing>> List(string cellId, string kind, string keyPrefix, CancellationToken cancel)
    {
        var reading = tables.List<OutcomeRow>(cellId, RowRange.StartingWith(OutcomeRow.KeyOf(kind, keyPrefix)), cancel);
        var plans = await tables.List<DueRow>(cellId, RowRange.StartingWith(DueRow.KeyOf(kind, keyPrefix)), cancel);
        var outcomes = (await reading).ToDictionary(outcome => outcome.Row.Key, outcome => outcome.Row);
        return [.. plans.Select(plan => Thing(plan.Row, outcomes.GetValueOrDefault(plan.Row.Key)))];
    }

    public static DueThing Thing(DueRow plan, OutcomeRow? outcome) =>
        new(plan.CellId, plan.Kind, plan.Key, plan.At, plan.Payload) { Outcome = outcome, IsWithdrawn = plan.IsWithdrawn };

    private async Task<Change> Plan(DueRow plan, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await EnsureMark(now, cancel);
        var entry = new DueEntry(plan.At > now ? plan.At : now, plan.CellId, plan.Kind, plan.Key, plan.PlanId, now);
        await tables.Put(entry, cancel);
        fresh.Add(entry);
        return Change.Put(plan);
    }

    /// <summary>The first entry of all may be written by an import, days before the bot first runs.</summary>
    private async Task EnsureMark(DateTimeOffset now, CancellationToken cancel)
    {
        if (_isMarked)
        {
            return;
        }

        try
        {
            await tables.Add(new DueMark(DueEntry.Hour(now)), cancel);
        }
        catch (ConflictException)
        {
            // It is there, as ever but once.
        }

        _isMarked = true;
    }
}
