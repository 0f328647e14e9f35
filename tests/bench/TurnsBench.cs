using System.Diagnostics;
using System.Globalization;
using ChiBoBot.Features.Cells.Sample;

namespace ChiBoBot.Bench;

/// <summary>Turns a second of the bot beside the bare baseline, in one run on one machine: read the ratios.</summary>
internal static class TurnsBench
{
    private const int Rounds = 3;
    private const int Starts = 7;
    private static readonly int[] Connections = [1, 16, 64];

    public static async Task Run(double seconds)
    {
        var folder = Directory.CreateTempSubdirectory("chibobot-bench-").FullName;
        var database = Path.Combine(folder, "chibobot.db");
        await BotUnderTest.Seed(database);
        using var sink = new Sink();
        using var issuer = new Issuer(Server.FreePort());
        var service = $"http://127.0.0.1:{sink.Port}/";
        var authorization = issuer.Authorization(service, TimeProvider.System.GetUtcNow());
        Sample Say(string text) => new(authorization, service, SampleCells.TenantId, SampleCells.SecretaryObjectId, text);
        var question = Say("chỉ tiêu nào chưa đạt?");
        var mark = Say("tôi đã điểm danh chưa?");

        await Start(sink, "baseline", question, () => Server.Start("baseline"));
        await Start(sink, "bot", question, () => Server.Start("bot", issuer.Metadata.AbsoluteUri, database));

        using var baseline = Server.Start("baseline");
        using var bot = Server.Start("bot", issuer.Metadata.AbsoluteUri, database);
        Target[] targets =
        [
            new("bare echo", baseline.Port, question.Request),
            new("bot, question", bot.Port, question.Request),
            new("bot, durable", bot.Port, mark.Request),
        ];
        foreach (var target in targets)
        {
            await Answered(sink, target);
        }

        Console.WriteLine();
        Console.WriteLine("| target | connections | turns/s | ratio | p50 ms | p99 ms | p99 ratio | bytes/turn | failed |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var connections in Connections)
        {
            var rounds = targets.ToDictionary(target => target.Name, _ => new List<LoadResult>());
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var target in targets)
                {
                    var before = sink.Received;
                    var result = await Load.Run(target, connections, TimeSpan.FromSeconds(seconds));
                    rounds[target.Name].Add(result with { Failed = result.Failed + (sink.Received == before ? 1 : 0) });
                }
            }

            var bare = Median(rounds[targets[0].Name]);
            foreach (var target in targets)
            {
                var result = Median(rounds[target.Name]);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {target.Name} | {connections} | {result.PerSecond:F0} | {result.PerSecond / bare.PerSecond:F2} | {result.P50:F2} | {result.P99:F2} | {result.P99 / bare.P99:F2} | {result.AllocatedPerTurn:F0} | {result.Failed} |"));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nResident after load: bare {baseline.Resident:F0} MiB, bot {bot.Resident:F0} MiB"));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task Start(Sink sink, string name, Sample question, Func<Server> start)
    {
        var times = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            var began = Stopwatch.GetTimestamp();
            using var server = start();
            await Answered(sink, new Target(name, server.Port, question.Request));
            times.Add(Stopwatch.GetElapsedTime(began, sink.LastAt).TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Start to first answered turn, {name}: {times[Starts / 2]:F0} ms (median of {Starts}; {times[0]:F0} to {times[^1]:F0})"));
    }

    /// <summary>Sends one turn as soon as the server listens, until its reply has come.</summary>
    private static async Task Answered(Sink sink, Target target)
    {
        var before = sink.Received;
        for (var deadline = Stopwatch.GetTimestamp() + (30 * Stopwatch.Frequency); Stopwatch.GetTimestamp() < deadline;)
        {
            if (await Load.Once(target) && sink.Received > before)
            {
                return;
            }

            await Task.Delay(2);
        }

        throw new InvalidOperationException($"{target.Name} answered nothing.");
    }

    private static LoadResult Median(List<LoadResult> results)
    {
        double Of(Func<LoadResult, double> value) => results.Select(value).Order().ElementAt(results.Count / 2);
        return new LoadResult(Of(result => result.PerSecond), Of(result => result.P50), Of(result => result.P99), Of(result => result.AllocatedPerTurn), results.Sum(result => result.Failed));
    }
}
