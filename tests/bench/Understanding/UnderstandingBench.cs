using System.Diagnostics;
using System.Globalization;
using System.Text;
using ChiBoBot.Understanding;
using ChiBoBot.Understanding.Learning;

namespace ChiBoBot.Bench.Understanding;

/// <summary>How fast sentences are read against a roster of sixty, beside a baseline that only normalises and splits them.</summary>
internal static class UnderstandingBench
{
    private const int Rounds = 40;

    /// <summary>So much of the processor's time the runtime watches what is used most and compiles it once more for that. A bot that has run for a day has this behind it.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(6);

    public static void Run(string heldOut, TextWriter output)
    {
        var sentences = Labelled.ReadFile(heldOut).ConvertAll(l => l.Text);
        var load = Stopwatch.GetTimestamp();
        var reader = new Reader(Knowledge.Load());
        var loaded = Stopwatch.GetElapsedTime(load);
        var context = new ReadingContext(new DateOnly(2026, 9, 15), Roster());

        var first = Measure(sentences, s => reader.Read(s, context).Requests.Count, 1);
        while (Environment.CpuUsage.TotalTime < Settling)
        {
            Measure(sentences, s => Split(s).Length, 5);
            Measure(sentences, s => reader.Read(s, context).Requests.Count, 5);
        }

        var baseline = Measure(sentences, s => Split(s).Length, Rounds);
        var reading = Measure(sentences, s => reader.Read(s, context).Requests.Count, Rounds);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"model loaded in {loaded.TotalMilliseconds:0} ms; {sentences.Count} sentences, {Rounds} rounds, one core, 60 names"));
        output.WriteLine("                      sentences/s  /s of CPU   p50 µs   p99 µs   bytes/sentence");
        Write(output, "normalise and split", baseline);
        Write(output, "read", reading);
        Write(output, "read, best of rounds", reading.Best);
        Write(output, "read, first of all", first);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio to the baseline: {baseline.PerSecond / reading.PerSecond:0.0} times"));
    }

    private static void Write(TextWriter output, string name, Figures figures) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-20} {figures.PerSecond,12:0} {figures.PerProcessorSecond,10:0} {figures.Median,8:0.0} {figures.Slow,8:0.0} {figures.Bytes,16:0}"));

    private static string[] Split(string text) => text.Normalize(NormalizationForm.FormC).ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static Figures Measure(List<string> sentences, Func<string, int> work, int rounds)
    {
        var took = new double[sentences.Count * rounds];
        var best = new double[sentences.Count];
        Array.Fill(best, double.MaxValue);
        var sum = 0;
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var used = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        for (var at = 0; at < took.Length; at++)
        {
            var sentence = at % sentences.Count;
            var one = Stopwatch.GetTimestamp();
            sum += work(sentences[sentence]);
            took[at] = Stopwatch.GetElapsedTime(one).TotalMicroseconds;
            best[sentence] = Math.Min(best[sentence], took[at]);
        }

        var all = Stopwatch.GetElapsedTime(start);
        used = Environment.CpuUsage.TotalTime - used;
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        GC.KeepAlive(sum);
        return new(took.Length / all.TotalSeconds, took.Length / used.TotalSeconds, took, (double)bytes / took.Length) { BestTook = best };
    }

    private static string[] Roster()
    {
        string[] families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ"];
        string[] given = ["Hải Nam", "Thị Mai", "Quang Thắng", "Thị Thu", "Anh Tuấn", "Kim Chi", "Văn Sơn", "Minh Khôi", "Thị Hoa", "Đức Dũng"];
        return [.. families.SelectMany(f => given.Select(g => $"{f} {g}"))];
    }

    /// <param name="PerProcessorSecond">How many are read in a second of the processor's time: what counts where other programs run beside.</param>
    /// <param name="Took">How long each took, in µs.</param>
    private sealed record Figures(double PerSecond, double PerProcessorSecond, double[] Took, double Bytes)
    {
        /// <summary>How long each sentence took at its best: what a neighbour on the machine takes away is left out.</summary>
        public required double[] BestTook { get; init; }

        public Figures Best => new(1e6 / BestTook.Average(), 1e6 / BestTook.Average(), BestTook, Bytes) { BestTook = BestTook };

        public double Median => At(50);

        public double Slow => At(99);

        private double At(int percent) => Took.Order().ElementAt(Took.Length * percent / 100);
    }
}
