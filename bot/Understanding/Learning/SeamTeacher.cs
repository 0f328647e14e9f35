using ChiBoBot.Understanding.Names;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding.Learning;

/// <summary>Learns where a second request begins. The corpus says only which two a message holds: the seam is where its sides read best as those, and like other seams.</summary>
internal sealed class SeamTeacher(PartsReader reader, NameIndex names)
{
    private const ulong Seed = 20260204;

    /// <summary>How much a comma or a stop speaks for a place, before anything is learned of seams.</summary>
    private const double OfBreak = 1.5;

    /// <summary>Sides that read so badly as what they are labelled are not learned from.</summary>
    private const double Doubtful = 0.02;

    private readonly Parts _parts = new();
    private readonly Parts _half = new();
    private readonly FeatureList _features = new();
    private readonly List<Line> _lines = [];
    private TiltModel? _places;

    /// <summary>Finds the seams of all messages with two requests.</summary>
    /// <param name="corpus">All sentences.</param>
    /// <param name="intents">What was learned of intents from messages with one request.</param>
    public void Seek(IReadOnlyList<Labelled> corpus, SparseModel intents)
    {
        for (var i = 0; i < corpus.Count; i++)
        {
            if (corpus[i].Previous is null && Payloads.Find(corpus[i].Text) is null)
            {
                _lines.Add(new(i, corpus[i].Text, corpus[i].Also.Count == 0 ? null : Chances(corpus[i], intents)));
            }
        }

        for (var i = 0; i < 2; i++)
        {
            foreach (var line in _lines)
            {
                line.Seam = line.Chances is null ? 0 : Likeliest(line, _places);
            }

            _places = LearnPlaces(_lines);
        }
    }

    /// <summary>What stands before and after the seams that were found.</summary>
    public IEnumerable<(int Line, string Before, string After)> Halves()
    {
        foreach (var line in _lines)
        {
            if (line.Seam > 0 && line.Chances![line.Seam] > Math.Log(Doubtful))
            {
                reader.Read(line.Text, names, _parts);
                var (before, after) = TwoRequests.Halves(_parts.Sentence, line.Seam);
                yield return (line.At, before, after);
            }
        }
    }

    /// <summary>Learns what seams are like; both sides are weighed by what was learned from other lines, as those of new messages will be.</summary>
    /// <param name="unseen">What was learned of intents from other lines than that.</param>
    public Seams Learn(Func<int, SparseModel> unseen)
    {
        TiltModel[] others = [LearnPlaces([.. _lines.Where(l => l.At % 2 == 1)]), LearnPlaces([.. _lines.Where(l => l.At % 2 == 0)])];
        return new(_places!, LearnHalves(_lines, i => new(others[i % 2], others[i % 2]), unseen));
    }

    /// <summary>For each place how well both sides read as what they are labelled.</summary>
    private double[] Chances(Labelled line, SparseModel intents)
    {
        reader.Read(line.Text, names, _parts);
        var sentence = _parts.Sentence;
        var (first, second) = line.Also[0].Intent == Intent.OutOfScope ? (line.Also[0].Intent, line.Request.Intent) : (line.Request.Intent, line.Also[0].Intent);
        var chances = new double[sentence.Count];
        Span<double> likelihoods = stackalloc double[IntentNames.Count];
        for (var at = Seams.ShortestHalf; at <= sentence.Count - Seams.ShortestHalf; at++)
        {
            var (before, after) = TwoRequests.Halves(sentence, at);
            var chance = OfBoth(before, first, after, second, likelihoods);
            if (line.Also[0].Intent == Intent.OutOfScope)
            {
                chance = Math.Max(chance, OfBoth(before, second, after, first, likelihoods));
            }

            chances[at] = chance;
        }

        return chances;

        double OfBoth(string before, Intent first, string after, Intent second, Span<double> likelihoods)
        {
            TwoRequests.ReadHalf(before, names, reader, intents, null, _half, likelihoods);
            var chance = likelihoods[(int)first];
            TwoRequests.ReadHalf(after, names, reader, intents, first, _half, likelihoods);
            return Math.Log(Math.Max(1e-4, chance)) + Math.Log(Math.Max(1e-4, likelihoods[(int)second]));
        }
    }

    /// <summary>The place whose sides read best, and which looks most like other seams as far as those are known.</summary>
    private int Likeliest(Line line, TiltModel? places)
    {
        reader.Read(line.Text, names, _parts);
        var sentence = _parts.Sentence;
        var (best, most) = (0, double.NegativeInfinity);
        for (var at = Seams.ShortestHalf; at <= sentence.Count - Seams.ShortestHalf; at++)
        {
            var chance = line.Chances![at];
            if (places is null)
            {
                chance += sentence[at - 1].After >= Break.Comma ? OfBreak : 0;
            }
            else
            {
                _features.Clear();
                Seams.DescribePlace(sentence, at, _features);
                chance += places.Sum(_features.All) * places.Scale;
            }

            (best, most) = chance > most ? (at, chance) : (best, most);
        }

        return best;
    }

    private TiltModel LearnPlaces(List<Line> lines)
    {
        List<Example> seen = [];
        foreach (var line in lines)
        {
            reader.Read(line.Text, names, _parts);
            var sentence = _parts.Sentence;
            for (var at = Seams.ShortestHalf; at <= sentence.Count - Seams.ShortestHalf; at++)
            {
                // Beside a seam it may begin as well.
                if (line.Seam > 0 && Math.Abs(line.Seam - at) == 1)
                {
                    continue;
                }

                _features.Clear();
                Seams.DescribePlace(sentence, at, _features);
                seen.Add(new(line.At, _features.All.ToArray(), line.Seam == at));
            }
        }

        return Learn(seen, hidden: 30, rounds: 8, worth: 3);
    }

    private TiltModel LearnHalves(List<Line> lines, Func<int, Seams> seams, Func<int, SparseModel> unseen)
    {
        List<Example> seen = [];
        Span<int> found = stackalloc int[Seams.MostTried];
        Span<double> likelihoods = stackalloc double[IntentNames.Count];
        foreach (var line in lines)
        {
            reader.Read(line.Text, names, _parts);
            var sentence = _parts.Sentence;
            var count = seams(line.At).Find(sentence, _features, found);
            if (count == 0)
            {
                continue;
            }

            var intents = unseen(line.At);
            var whole = TwoRequests.Weigh(_parts, intents, null, likelihoods);
            foreach (var at in found[..count])
            {
                if (line.Seam > 0 && Math.Abs(line.Seam - at) == 1)
                {
                    continue;
                }

                var (before, after) = TwoRequests.Halves(sentence, at);
                var first = TwoRequests.ReadHalf(before, names, reader, intents, null, _half, likelihoods);
                var second = TwoRequests.ReadHalf(after, names, reader, intents, first.Intent, _half, likelihoods);
                _features.Clear();
                Seams.DescribePlace(sentence, at, _features);
                var places = seams(line.At).Places;
                var place = places.Sum(_features.All) * places.Scale;
                _features.Clear();
                Seams.DescribeHalves(sentence, at, place, whole, first, second, _features);
                seen.Add(new(line.At, _features.All.ToArray(), line.Seam == at));
            }
        }

        return Learn(seen, hidden: 50, rounds: 12, worth: 1);
    }

    /// <param name="seen">What is learned from.</param>
    /// <param name="hidden">How many of a hundred features a step does not see.</param>
    /// <param name="rounds">How often each is seen.</param>
    /// <param name="worth">How much more a seam counts than a place that is none.</param>
    private static TiltModel Learn(List<Example> seen, int hidden, int rounds, float worth)
    {
        var shared = Teacher.Shared(seen.Select(s => (s.Line, s.Features)));
        var lessons = seen.Select(s => new Lesson([.. s.Features.Where(shared.Contains).Distinct()], [new(0, s.IsSeam ? 1 : 0)], s.IsSeam ? worth : 1)).ToList();
        return TiltModel.Of(new Learner(1, _ => (0, 2)) { Rate = 0.1, Hidden = hidden, Rounds = rounds }.Learn(lessons, Seed));
    }

    /// <param name="At">Where it stands in the corpus.</param>
    /// <param name="Text">What was typed.</param>
    /// <param name="Chances">For each place how well its sides read; null for one request.</param>
    private sealed record Line(int At, string Text, double[]? Chances)
    {
        /// <summary>Where the second request begins; 0 for none.</summary>
        public int Seam { get; set; }
    }

    private sealed record Example(int Line, uint[] Features, bool IsSeam);
}
