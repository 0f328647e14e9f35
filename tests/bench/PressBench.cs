using System.Diagnostics;
using System.Globalization;

namespace ChiBoBot.Bench;

/// <summary>Acknowledged, durable presses a second beside a bare echo that makes one grouped durable commit a turn, in one run on one machine: read the ratios.</summary>
internal static class PressBench
{
    private const int Rounds = 3;
    private static readonly int[] AllConnections = [1, 16, 64];

    public static async Task Run(double seconds, int[] connections)
    {
        using var stage = await Stage.Set();
        using var baseline = stage.StartBaseline();
        using var bot = stage.StartBot();
        Target echo = new("bare echo with one durable commit", baseline, new PressSample("/durable", null, stage.Service).Request);
        Target answer = new("the same, answering without a post", baseline, new PressSample("/durable-answer", null, stage.Service).Request);
        Target press = new("bot, press", bot, new PressSample("/api/messages", stage.Authorization, stage.Service).Request);
        await Listens(echo);
        await Listens(answer);
        await Listens(press);
        Console.WriteLine("| target | connections | presses/s | ratio | p50 ms | p99 ms | CPU us/press | bytes/press | failed |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var count in connections.Length > 0 ? connections : AllConnections)
        {
            List<LoadResult> echoes = [];
            List<LoadResult> answers = [];
            List<LoadResult> presses = [];
            for (var round = 0; round < Rounds; round++)
            {
                echoes.Add(await Load.Run(echo, count, TimeSpan.FromSeconds(seconds)));
                answers.Add(await Load.Run(answer, count, TimeSpan.FromSeconds(seconds)));
                presses.Add(await Load.Run(press, count, TimeSpan.FromSeconds(seconds)));
            }

            var bare = Median(echoes);
            Write(echo.Name, count, bare, bare);
            Write(answer.Name, count, Median(answers), bare);
            Write(press.Name, count, Median(presses), bare);
        }
    }

    private static LoadResult Median(List<LoadResult> rounds) => rounds.OrderBy(result => result.PerSecond).ElementAt(Rounds / 2);

    private static void Write(string name, int connections, LoadResult result, LoadResult bare) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {connections} | {result.PerSecond:F0} | {result.PerSecond / bare.PerSecond:F2} | {result.P50:F2} | {result.P99:F2} | {result.CpuPerTurn:F0} | {result.AllocatedPerTurn:F0} | {result.Failed} |"));

    private static async Task Listens(Target target)
    {
        for (var deadline = Stopwatch.GetTimestamp() + (30 * Stopwatch.Frequency); !await Load.Once(target);)
        {
            if (Stopwatch.GetTimestamp() > deadline)
            {
                throw new InvalidOperationException($"{target.Name} answered nothing.");
            }

            await Task.Delay(2);
        }
    }
}
