using System.Globalization;

namespace ChiBoBot.Bench;

/// <summary>Turns a second of the bot beside the bare baseline, in one run on one machine: read the ratios.</summary>
internal static class TurnsBench
{
    private const int Rounds = 3;
    private const int Starts = 11;
    private static readonly int[] AllConnections = [1, 16, 64];

    /// <param name="connections">Measures these numbers of connections alone, without the starts.</param>
    public static async Task Run(double seconds, int[] connections)
    {
        using var stage = await Stage.Set();
        if (connections.Length == 0)
        {
            await StartBench.Run(stage, Starts, program: null);
            connections = AllConnections;
        }

        using var baseline = stage.StartBaseline();
        using var bot = stage.StartBot();
        Target[] targets =
        [
            new("bare echo", baseline, stage.Question.Request),
            new("bot, question", bot, stage.Question.Request),
            new("bot, durable", bot, stage.Mark.Request),
        ];
        foreach (var target in targets)
        {
            await stage.Answered(target);
        }

        Console.WriteLine();
        Console.WriteLine("| target | connections | turns/s | ratio | p50 ms | p99 ms | p99 ratio | CPU us/turn | bytes/turn | failed |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var count in connections)
        {
            var rounds = targets.ToDictionary(target => target.Name, _ => new List<LoadResult>());
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var target in targets)
                {
                    var before = stage.Sink.Received;
                    var result = await Load.Run(target, count, TimeSpan.FromSeconds(seconds));
                    rounds[target.Name].Add(result with { Failed = result.Failed + (stage.Sink.Received == before ? 1 : 0) });
                }
            }

            var bare = Median(rounds[targets[0].Name]);
            foreach (var target in targets)
            {
                var result = Median(rounds[target.Name]);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {target.Name} | {count} | {result.PerSecond:F0} | {result.PerSecond / bare.PerSecond:F2} | {result.P50:F2} | {result.P99:F2} | {result.P99 / bare.P99:F2} | {result.CpuPerTurn:F0} | {result.AllocatedPerTurn:F0} | {result.Failed} |"));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nResident after load: bare {baseline.Resident:F0} MiB, bot {bot.Resident:F0} MiB"));
    }

    private static LoadResult Median(List<LoadResult> results)
    {
        double Of(Func<LoadResult, double> value) => results.Select(value).Order().ElementAt(results.Count / 2);
        return new LoadResult(Of(result => result.PerSecond), Of(result => result.P50), Of(result => result.P99), Of(result => result.CpuPerTurn), Of(result => result.AllocatedPerTurn), results.Sum(result => result.Failed));
    }
}
