using System.Diagnostics;
using System.Globalization;

namespace ChiBoBot.Bench;

/// <summary>From the start of a process to the reply of its first turn, the bare baseline and the bot by turns: what disturbs the machine disturbs both.</summary>
internal static class StartBench
{
    /// <param name="program">This bench, published in another way, whose bare echo is started too.</param>
    public static async Task Run(Stage stage, int starts, string? program)
    {
        // The one who asks has spoken with the bot before: it is the same person each time, and the first start is not counted.
        byte[] Known(long number) => stage.Question.Request(number * Sample.Askers);
        await Measure(stage, stage.StartBot, Known);

        var bare = new Starts("bare echo");
        var otherBare = new Starts("bare echo, published otherwise");
        var bot = new Starts("bot");
        var introduced = new Starts("bot, to somebody new");
        for (var i = 0; i < starts; i++)
        {
            var asker = 1 + (i % (Sample.Askers - 1));
            bare.Add(await Measure(stage, stage.StartBaseline, Known));
            bot.Add(await Measure(stage, stage.StartBot, Known));
            introduced.Add(await Measure(stage, stage.StartBot, number => stage.Question.Request((number * Sample.Askers) + asker)));
            if (program is not null)
            {
                otherBare.Add(await Measure(stage, () => stage.StartBaselineOf(program), Known));
            }
        }

        Console.WriteLine("| start to first answered turn | ms | from | to | processor ms | ratio | of processor time |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var of in new[] { bare, otherBare, bot, introduced }.Where(of => of.Count > 0))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {of.Name} | {of.Took:F0} | {of.Min(b => b.Took):F0} | {of.Max(b => b.Took):F0} | {of.Processor:F0} | {of.Took / bare.Took:F2} | {of.Processor / bare.Processor:F2} |"));
        }
    }

    private static async Task<Beginning> Measure(Stage stage, Func<Server> start, Func<long, byte[]> request)
    {
        var began = Stopwatch.GetTimestamp();
        using var server = start();
        await stage.Answered(new Target("started", server, request));
        return new(Stopwatch.GetElapsedTime(began, stage.Sink.LastAt).TotalMilliseconds, server.Processor);
    }

    private sealed class Starts(string name) : List<Beginning>
    {
        public string Name => name;

        public double Took => Median(b => b.Took);

        public double Processor => Median(b => b.Processor);

        private double Median(Func<Beginning, double> value) => this.Select(value).Order().ElementAt(Count / 2);
    }

    /// <param name="Took">Milliseconds until the reply reached the connector.</param>
    /// <param name="Processor">Milliseconds of processor time, user and system, that the process had used by then.</param>
    private readonly record struct Beginning(double Took, double Processor);
}
