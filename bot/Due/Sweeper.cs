using System.Collections.Concurrent;
using ChiBoBot.Storage;

namespace ChiBoBot.Due;

/// <summary>Looks round for what is due, over all cells: every few seconds through the index, and at once at what this instance has just planned.</summary>
internal sealed class Sweeper(ITables tables, Carrier carrier, FreshEntries fresh, TimeProvider clock, ILogger<Sweeper> log) : BackgroundService
{
    public static readonly TimeSpan Round = TimeSpan.FromSeconds(5);

    /// <summary>Whoever waited for the bot to start comes before what is due.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(1);

    // Clocks of instances differ a little, and an entry may be written as its hour ends.
    private static readonly TimeSpan HoursKept = TimeSpan.FromHours(2);

    private const int CellsAtOnce = 64;

    private readonly ConcurrentDictionary<(string Partition, string Row), DateTimeOffset> _notBefore = new();
    private readonly ConcurrentDictionary<(string Cell, string Kind, string Key), byte> _running = new();

    /// <summary>Goes through everything that is due now and waits until it is done.</summary>
    /// <returns>How many things were due; what is in the index before its plan isn't yet.</returns>
    public async Task<int> Pass(CancellationToken stopping)
    {
        using var places = new SemaphoreSlim(CellsAtOnce);
        var due = 0;
        try
        {
            await Look(places, () => Interlocked.Increment(ref due), stopping);
        }
        finally
        {
            await Free(places);
        }

        return due;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterStart, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(
            Forever(places => Regularly(places, stoppingToken), stoppingToken),
            Forever(places => Freshly(places, stoppingToken), stoppingToken));
    }

    /// <summary>Starts the work on what is due as places become free. What takes long, takes long beside the next round.</summary>
    private async Task Look(SemaphoreSlim places, Action wasDue, CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        Forget(now);
        var last = DueEntry.Hour(now);
        var first = (await tables.Find<DueMark>(DueMark.Key, DueMark.Key, stopping))?.Row.Hour ?? last - HoursKept;
        var emptyUpTo = first;

        // Several instances begin in different places, so that they seldom meet.
        var shift = Random.Shared.Next(DueEntry.Shards);
        for (var hour = first; hour <= last; hour = hour.AddHours(1))
        {
            var isEmpty = true;
            for (var i = 0; i < DueEntry.Shards; i++)
            {
                var entries = await tables.List<DueEntry>(DueEntry.PartitionOf(hour, (i + shift) % DueEntry.Shards), DueEntry.UpTo(now), stopping);
                isEmpty &= entries.Count == 0;
                foreach (var cell in ByCell(entries, now))
                {
                    await places.WaitAsync(stopping);
                    _ = Carry(cell, places, wasDue, stopping);
                }
            }

            if (isEmpty && emptyUpTo == hour && hour.AddHours(1) + HoursKept <= now)
            {
                emptyUpTo = hour.AddHours(1);
            }
        }

        if (emptyUpTo > first)
        {
            await tables.Put(new DueMark(emptyUpTo), stopping);
        }
    }

    /// <summary>One cell's things go one after another, in the order of their times; cells beside each other.</summary>
    private IEnumerable<IReadOnlyList<DueEntry>> ByCell(IReadOnlyList<Stored<DueEntry>> entries, DateTimeOffset now) => entries
        .Select(entry => entry.Row)
        .Where(entry => !_notBefore.TryGetValue((entry.PartitionKey, entry.RowKey), out var from) || from <= now)
        .GroupBy(entry => entry.CellId, (_, cell) => cell.ToList(), StringComparer.Ordinal);

    private async Task Carry(IReadOnlyList<DueEntry> cell, SemaphoreSlim places, Action wasDue, CancellationToken stopping)
    {
        await Task.Yield();
        foreach (var entry in cell)
        {
            if (!stopping.IsCancellationRequested && await Carry(entry) is not { IsUnplanned: true })
            {
                wasDue();
            }
        }

        places.Release();
    }

    private async Task Regularly(SemaphoreSlim places, CancellationToken stopping)
    {
        await Look(places, () => { }, stopping);
        await Task.Delay(Round, clock, stopping);
    }

    private async Task Freshly(SemaphoreSlim places, CancellationToken stopping)
    {
        var (entry, waited) = await fresh.Next(stopping);
        await places.WaitAsync(stopping);
        _ = Work();

        async Task Work()
        {
            if (await Carry(entry) is { IsUnplanned: true })
            {
                fresh.Later(entry, waited);
            }

            places.Release();
        }
    }

    /// <summary>Works until the bot stops, then waits for what was begun, so that its outcome is known.</summary>
    private async Task Forever(Func<SemaphoreSlim, Task> work, CancellationToken stopping)
    {
        using var places = new SemaphoreSlim(CellsAtOnce);
        await Task.Yield();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await work(places);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault)
            {
                log.RoundFailed(fault);
                await Task.Delay(Round, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Free(places);
    }

    private static async Task Free(SemaphoreSlim places)
    {
        for (var i = 0; i < CellsAtOnce; i++)
        {
            await places.WaitAsync();
        }
    }

    // Not cancelled when the bot stops: what is being posted is ended, so that its outcome is known.
    private async Task<Verdict.LookAgain?> Carry(DueEntry entry)
    {
        var thing = (entry.CellId, entry.Kind, entry.Key);
        if (!_running.TryAdd(thing, 0))
        {
            return null;
        }

        try
        {
            var later = await carrier.Carry(entry, CancellationToken.None);
            if (later is { IsUnplanned: false })
            {
                // A plan may be committed at this very moment, so what has none is looked at in every round.
                _notBefore[(entry.PartitionKey, entry.RowKey)] = later.At;
            }

            return later;
        }
        catch (Exception fault)
        {
            // One thing's fault is no other's: it stays in the index, and the next round looks again.
            log.ThingFailed(entry.CellId, entry.Kind, fault);
            return null;
        }
        finally
        {
            _running.TryRemove(thing, out _);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, from) in _notBefore)
        {
            if (from <= now)
            {
                _notBefore.TryRemove(key, out _);
            }
        }
    }
}
