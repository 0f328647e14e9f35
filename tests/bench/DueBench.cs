using System.Diagnostics;
using System.Globalization;
using ChiBoBot.Due;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Tests;
using ChiBoBot.Tests.Due;
using ChiBoBot.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChiBoBot.Bench;

/// <summary>What a look round for what is due costs while the number of cells grows and what is due stays the same; and a simulated year.</summary>
internal static class DueBench
{
    private const int EntriesEach = 3;
    private const int DaysAhead = 7;
    private const int DueAtOnce = 100;
    private const int Rounds = 41;
    private const int Warm = 10;
    private const int IdleRounds = 50;
    private const int Writers = 16;

    public static async Task Sweep(int[] sizes)
    {
        Console.WriteLine("| cells | index rows | look with nothing due, ms | look with 100 due, ms |");
        Console.WriteLine("|---|---|---|---|");

        // The first size is measured twice: the first time warms the program up.
        foreach (var (cells, counts) in sizes.Select(size => (size, true)).Prepend((sizes[0], false)))
        {
            var folder = Directory.CreateTempSubdirectory("chibobot-bench-").FullName;
            using (var tables = new Sqlite(Path.Combine(folder, "chibobot.db")))
            {
                await Measure(tables, cells, counts);
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    public static async Task Year(int cells)
    {
        var clock = Stopwatch.StartNew();
        Console.WriteLine(await new DueYear(cells, seed: 1).Run());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cells} cells of {DueYear.People}, {clock.Elapsed.TotalSeconds:N0} s"));
    }

    private static async Task Measure(Sqlite tables, int cells, bool counts)
    {
        await tables.Prepare([DueEntry.Table, DueRow.Table], CancellationToken.None);
        var clock = new FakeClock(new DateTimeOffset(2026, 12, 3, 0, 0, 0, TimeSpan.Zero));
        await Fill(tables, cells, clock.GetUtcNow());
        var schedule = new Schedule(tables, new FreshEntries(clock), clock);
        IConnector connector = null!; // Nothing is sent.
        var sweeper = new Sweeper(
            tables, new Carrier(tables, connector, new Whereabouts(new Conversations(tables, clock), [], clock), [new Nothing()], clock, NullLogger<Carrier>.Instance), new FreshEntries(clock), clock, NullLogger<Sweeper>.Instance);
        await tables.Put(new DueMark(DueEntry.Hour(clock.GetUtcNow()).AddHours(-2)), CancellationToken.None);

        var busy = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < DueAtOnce; i++)
            {
                var cell = Cell(i * cells / DueAtOnce);
                await tables.Commit(await schedule.Plan(cell, "nothing", $"{round}", clock.GetUtcNow(), CancellationToken.None), CancellationToken.None);
            }

            busy.Add(await Time(async () => Expect(DueAtOnce, await sweeper.Pass(CancellationToken.None))));
        }

        var idle = new List<double>();
        for (var round = 0; round < IdleRounds; round++)
        {
            // What was read is remembered until somebody commits.
            await tables.Put(new DueMark(DueEntry.Hour(clock.GetUtcNow()).AddHours(-2)), CancellationToken.None);
            idle.Add(await Time(async () => Expect(0, await sweeper.Pass(CancellationToken.None))));
        }

        if (counts)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {cells:N0} | {cells * EntriesEach:N0} | {Median(idle):N2} | {Median([.. busy.Skip(Warm)]):N1} |"));
        }
    }

    /// <summary>Each cell has some things planned, spread over the days ahead.</summary>
    private static async Task Fill(Sqlite tables, int cells, DateTimeOffset now)
    {
        var partitions = Enumerable.Range(0, cells * EntriesEach)
            .Select(i => new DueEntry(now.AddMinutes(61 + ((long)i * 7919 % (DaysAhead * 24 * 60))), Cell(i / EntriesEach), "nothing", $"later-{i % EntriesEach}", "plan", now))
            .GroupBy(entry => entry.PartitionKey)
            .SelectMany(partition => partition.DistinctBy(entry => entry.RowKey).Select(Change.Put).Chunk(Limits.Changes));
        await Parallel.ForEachAsync(partitions, new ParallelOptions { MaxDegreeOfParallelism = Writers }, async (changes, cancel) => await tables.Commit(changes, cancel));
    }

    private static void Expect(int wanted, int found)
    {
        if (wanted != found)
        {
            throw new InvalidOperationException($"{wanted} things were due and {found} were found.");
        }
    }

    private static async Task<double> Time(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Cell(int cell) => string.Create(CultureInfo.InvariantCulture, $"cell-{cell:D6}");

    private sealed class Nothing : IDueKind
    {
        public string Name => "nothing";

        public Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel) => Task.FromResult<DueStep>(new DueStep.Done([]));
    }
}
