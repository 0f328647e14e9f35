using System.Globalization;
using System.Text;
using ChiBoBot.Understanding.Learning;
using ChiBoBot.Understanding.Particulars;

namespace ChiBoBot.Understanding;

/// <summary>Compares what the reader reads with what people say the sentences mean.</summary>
internal sealed class Evaluation
{
    private readonly SortedDictionary<string, Tally> _styles = new(StringComparer.Ordinal);
    private readonly Tally[] _intents = [.. Enumerable.Range(0, IntentNames.Count).Select(_ => new Tally())];
    private readonly SortedDictionary<string, SlotTally> _slots = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string Expected, string Read), int> _confusions = [];
    private readonly List<string> _costly = [];
    private readonly List<string> _misses = [];

    public Tally All { get; } = new();

    public Tally SlotLines { get; } = new();

    /// <summary>Messages with two requests of which both are read.</summary>
    public Tally Two { get; } = new();

    /// <summary>Messages with one request that are taken for two.</summary>
    public int Split { get; private set; }

    public SlotTally Slots { get; } = new();

    public int Unsure { get; private set; }

    public int SureAndWrong { get; private set; }

    public IReadOnlyDictionary<string, Tally> Styles => _styles;

    public IReadOnlyList<string> Costly => _costly;

    public static Evaluation Of(IReader reader, IEnumerable<Labelled> lines, DateOnly today, IReadOnlyList<string> names)
    {
        var evaluation = new Evaluation();
        foreach (var line in lines)
        {
            var previous = line.Previous is null ? null : reader.Read(line.Previous, new(today, names)).Requests[0];
            evaluation.Add(line, reader.Read(line.Text, new(today, names, previous)));
        }

        return evaluation;
    }

    public void Add(Labelled line, Reading reading)
    {
        var expected = line.Request.Intent;
        var read = reading.Requests[0].Intent;
        var right = read == expected;
        All.Count(right);
        _intents[(int)expected].Count(right);
        if (!_styles.TryGetValue(line.Style, out var style))
        {
            _styles.Add(line.Style, style = new());
        }

        style.Count(right);
        Unsure += reading.IsSure ? 0 : 1;
        SureAndWrong += reading.IsSure && !right ? 1 : 0;
        var both = line.Also.Select(a => a.Intent).SequenceEqual(reading.Requests.Skip(1).Select(r => r.Intent));
        if (line.Also.Count > 0)
        {
            Two.Count(right && both);
        }
        else if (!both)
        {
            Split++;
        }

        if (IsCostly(line, reading))
        {
            _costly.Add(Describe(line, reading));
        }

        if (!right)
        {
            var pair = (IntentNames.NameOf(expected), IntentNames.NameOf(read));
            _confusions[pair] = _confusions.GetValueOrDefault(pair) + 1;
        }

        if (!right || !both)
        {
            _misses.Add(Describe(line, reading));
        }

        if (!line.HasSlots)
        {
            return;
        }

        var wrongSlots = Compare(line.Request.Slots, right ? reading.Requests[0].Slots : Understanding.Slots.None);
        SlotLines.Count(right && wrongSlots.Length == 0);
        if (right && wrongSlots.Length > 0)
        {
            _misses.Add(Describe(line, reading) + "  " + wrongSlots);
        }
    }

    /// <summary>A command read where none was meant, or an answer to what must be refused.</summary>
    private static bool IsCostly(Labelled line, Reading reading)
    {
        foreach (var request in reading.Requests)
        {
            if (IntentNames.IsCommand(request.Intent) && request.Intent != line.Request.Intent && !line.Also.Any(a => a.Intent == request.Intent))
            {
                return true;
            }
        }

        return line.Request.Intent is Intent.ConfidentialRequest or Intent.UnsafeInput
            && reading.IsSure
            && reading.Requests[0].Intent is not (Intent.ConfidentialRequest or Intent.UnsafeInput or Intent.OutOfScope or Intent.Greeting or Intent.Thanks or Intent.Help or Intent.CancelCommand);
    }

    private string Compare(Slots expected, Slots read)
    {
        var wrong = new StringBuilder();
        foreach (var (slot, value) in expected)
        {
            var found = read.Has(slot) && Values.Agree(slot, value, read.First(s => s.Key == slot).Value);
            TallyOf(slot).Expect(found);
            if (!Values.IsSecondary(slot))
            {
                Slots.Expect(found);
            }

            if (!found && !Values.IsSecondary(slot))
            {
                wrong.Append(CultureInfo.InvariantCulture, $" -{slot}={Values.Write(value)}");
            }
        }

        foreach (var (slot, value) in read)
        {
            var right = expected.Has(slot) && Values.Agree(slot, expected.First(s => s.Key == slot).Value, value);
            TallyOf(slot).Read();
            if (!Values.IsSecondary(slot))
            {
                Slots.Read();
            }

            if (!right && !Values.IsSecondary(slot))
            {
                wrong.Append(CultureInfo.InvariantCulture, $" +{slot}={Values.Write(value)}");
            }
        }

        return wrong.ToString();
    }

    private SlotTally TallyOf(string slot)
    {
        if (!_slots.TryGetValue(slot, out var tally))
        {
            _slots.Add(slot, tally = new());
        }

        return tally;
    }

    private static string Describe(Labelled line, Reading reading) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Names(line.Also.Prepend(line.Request))} → {Names(reading.Requests)} ({reading.Confidence:0.00}{(reading.IsSure ? "" : ", unsure")}) [{line.Style}] {(line.Previous is null ? "" : line.Previous + " ⇒ ")}{line.Text}");

    private static string Names(IEnumerable<Request> requests) => string.Join(" + ", requests.Select(r => IntentNames.NameOf(r.Intent)));

    public void Write(TextWriter output)
    {
        output.WriteLine($"intents    {All}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"slots      (without the secondary ones) precision {Slots.Precision:0.0} %, recall {Slots.Recall:0.0} %; all slots of a line exact {SlotLines}"));
        output.WriteLine($"two        {Two}; {Split} with one request taken for two");
        output.WriteLine($"unsure     {Unsure}; sure and wrong {SureAndWrong}");
        output.WriteLine($"costly     {_costly.Count}");
        foreach (var line in _costly)
        {
            output.WriteLine("  " + line);
        }

        output.WriteLine("\nby style");
        foreach (var (style, tally) in _styles)
        {
            output.WriteLine($"  {style,-16} {tally}");
        }

        output.WriteLine("\nby intent");
        for (var i = 0; i < _intents.Length; i++)
        {
            if (_intents[i].Total > 0)
            {
                output.WriteLine($"  {IntentNames.NameOf((Intent)i),-30} {_intents[i]}");
            }
        }

        output.WriteLine("\nby slot");
        foreach (var (slot, tally) in _slots)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {slot,-16} precision {tally.Precision,5:0.0} %  recall {tally.Recall,5:0.0} %  ({tally.Right}/{tally.Expected})"));
        }

        output.WriteLine("\nconfusions");
        foreach (var ((expected, read), count) in _confusions.OrderByDescending(c => c.Value))
        {
            output.WriteLine($"  {count,3}  {expected} → {read}");
        }
    }

    public void WriteMisses(TextWriter output)
    {
        output.WriteLine("\nmisses");
        foreach (var line in _misses)
        {
            output.WriteLine("  " + line);
        }
    }

    /// <summary>So many right of so many.</summary>
    internal sealed class Tally
    {
        public int Right { get; private set; }

        public int Total { get; private set; }

        public double Percent => Total == 0 ? 100 : 100.0 * Right / Total;

        public void Count(bool right)
        {
            Total++;
            Right += right ? 1 : 0;
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Right}/{Total} = {Percent:0.00} %");
    }

    /// <summary>How many slots were expected, read, and read right.</summary>
    internal sealed class SlotTally
    {
        private int _read;

        public int Expected { get; private set; }

        public int Right { get; private set; }

        public double Precision => _read == 0 ? 100 : 100.0 * Right / _read;

        public double Recall => Expected == 0 ? 100 : 100.0 * Right / Expected;

        public void Expect(bool found)
        {
            Expected++;
            Right += found ? 1 : 0;
        }

        public void Read() => _read++;
    }
}
