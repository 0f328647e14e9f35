using System.Diagnostics;
using System.Globalization;

namespace ChiBoBot.Bench;

/// <summary>From the start of a process to the reply of its first turn, the bare baseline and the bot by turns: what disturbs the machine disturbs both.</summary>
internal static class StartBench
{
    public static async Task Run(Stage stage, int starts)
    {
        var bare = new List<Beginning>();
        var bot = new List<Beginning>();
        for (var i = 0; i < starts; i++)
        {
            bare.Add(await Measure(stage, "bare", stage.StartBaseline));
            bot.Add(await Measure(stage, "bot", stage.StartBot));
        }

        Console.WriteLine("| start to first answered turn | ms | from | to | processor ms |");
        Console.WriteLine("|---|---|---|---|---|");
        Write("bare echo", bare);
        Write("bot", bot);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"ratio {Median(bot, b => b.Took) / Median(bare, b => b.Took):F2}, of processor time {Median(bot, b => b.Processor) / Median(bare, b => b.Processor):F2}\n"));
    }

    private static async Task<Beginning> Measure(Stage stage, string name, Func<Server> start)
    {
        var began = Stopwatch.GetTimestamp();
        using var server = start();
        await stage.Answered(new Target(name, server, stage.Question.Request));
        return new(Stopwatch.GetElapsedTime(began, stage.Sink.LastAt).TotalMilliseconds, server.Processor);
    }

    private static void Write(string name, List<Beginning> of) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {Median(of, b => b.Took):F0} | {of.Min(b => b.Took):F0} | {of.Max(b => b.Took):F0} | {Median(of, b => b.Processor):F0} |"));

    private static double Median(List<Beginning> of, Func<Beginning, double> value) => of.Select(value).Order().ElementAt(of.Count / 2);

    /// <param name="Took">Milliseconds until the reply reached the connector.</param>
    /// <param name="Processor">Milliseconds of processor time, user and system, that the process had used by then.</param>
    private readonly record struct Beginning(double Took, double Processor);
}
