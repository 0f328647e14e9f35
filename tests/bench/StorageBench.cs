using System.Diagnostics;
using System.Globalization;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Bench;

/// <summary>Rows made durable one by one, by a lone writer and by sixteen turns at once, by turns on one file: what it gains that those who wait share a write to the disk.</summary>
internal static class StorageBench
{
    private const int Rounds = 5;
    private const int Many = 16;
    private static int Rows;

    public static async Task Run(double seconds)
    {
        var folder = Directory.CreateTempSubdirectory("chibobot-bench-").FullName;
        var rounds = new List<(double Alone, double Together)>();
        using (var tables = new Sqlite(Path.Combine(folder, "chibobot.db")))
        {
            await tables.Prepare([InboxRow.Table], CancellationToken.None);
            await Rate(tables, Many, 0.5);
            for (var round = 0; round < Rounds; round++)
            {
                rounds.Add((await Rate(tables, 1, seconds), await Rate(tables, Many, seconds)));
            }
        }

        Directory.Delete(folder, recursive: true);
        Console.WriteLine("| durable rows/s | median | from | to |");
        Console.WriteLine("|---|---|---|---|");
        Write("1 writer", [.. rounds.Select(round => round.Alone)]);
        Write($"{Many} writers", [.. rounds.Select(round => round.Together)]);
        Write("ratio", [.. rounds.Select(round => round.Together / round.Alone)]);
    }

    private static async Task<double> Rate(Sqlite tables, int writers, double seconds)
    {
        var end = Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency);
        var counts = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            for (; Stopwatch.GetTimestamp() < end; count++)
            {
                await tables.Commit(Change.Add(new InboxRow("cell", $"{Interlocked.Increment(ref Rows)}") { At = TimeProvider.System.GetUtcNow() }), CancellationToken.None);
            }

            return count;
        })));
        return counts.Sum() / seconds;
    }

    private static void Write(string name, double[] values)
    {
        Array.Sort(values);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {values[Rounds / 2]:N1} | {values[0]:N1} | {values[^1]:N1} |"));
    }
}
