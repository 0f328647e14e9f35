using System.Diagnostics;
using System.Globalization;
using System.Text;
using ChiBoBot.Understanding;
using ChiBoBot.Understanding.Learning;

namespace ChiBoBot.Bench.Understanding;

/// <summary>How fast sentences are read against a roster of sixty, beside a baseline that only normalises and splits them.</summary>
internal static class UnderstandingBench
{
    private const int Rounds = 20;

    public static void Run(string heldOut, TextWriter output)
    {
        var sentences = Labelled.ReadFile(heldOut).ConvertAll(l => l.Text);
        var load = Stopwatch.GetTimestamp();
        var reader = new Reader(Knowledge.Load());
        var loaded = Stopwatch.GetElapsedTime(load);
        var context = new ReadingContext(new DateOnly(2026, 9, 15), Roster());

        Measure(sentences, s => Split(s).Length);
        Measure(sentences, s => reader.Read(s, context).Requests.Count);
        var baseline = Measure(sentences, s => Split(s).Length);
        var reading = Measure(sentences, s => reader.Read(s, context).Requests.Count);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"model loaded in {loaded.TotalMilliseconds:0} ms; {sentences.Count} sentences, {Rounds} rounds, one core, 60 names"));
        output.WriteLine("                      sentences/s   p50 µs   p99 µs   bytes/sentence");
        Write(output, "normalise and split", baseline);
        Write(output, "read", reading);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio to the baseline: {baseline.PerSecond / reading.PerSecond:0.0} times"));
    }

    private static void Write(TextWriter output, string name, Figures figures) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-20} {figures.PerSecond,12:0} {figures.Median,8:0.0} {figures.Slow,8:0.0} {figures.Bytes,16:0}"));

    private static string[] Split(string text) => text.Normalize(NormalizationForm.FormC).ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static Figures Measure(List<string> sentences, Func<string, int> work)
    {
        var took = new double[sentences.Count * Rounds];
        var at = 0;
        var sum = 0;
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var sentence in sentences)
            {
                var one = Stopwatch.GetTimestamp();
                sum += work(sentence);
                took[at++] = Stopwatch.GetElapsedTime(one).TotalMicroseconds;
            }
        }

        var all = Stopwatch.GetElapsedTime(start);
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        Array.Sort(took);
        GC.KeepAlive(sum);
        return new(took.Length / all.TotalSeconds, took[took.Length / 2], took[took.Length * 99 / 100], (double)bytes / took.Length);
    }

    private static string[] Roster()
    {
        string[] families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ"];
        string[] given = ["Hải Nam", "Thị Mai", "Quang Thắng", "Thị Thu", "Anh Tuấn", "Kim Chi", "Văn Sơn", "Minh Khôi", "Thị Hoa", "Đức Dũng"];
        return [.. families.SelectMany(f => given.Select(g => $"{f} {g}"))];
    }

    private readonly record struct Figures(double PerSecond, double Median, double Slow, double Bytes);
}
