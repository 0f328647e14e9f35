using ChiBoBot.Understanding.Learning;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding;

/// <summary>What was learned of where a second request begins: first from the words around a place, then from what both sides read as.</summary>
internal sealed class Seams(TiltModel places, TiltModel halves)
{
    /// <summary>So few places of a sentence are read on both sides.</summary>
    public const int MostTried = 4;

    public const int ShortestHalf = 2;

    /// <summary>Below this, words around a place say so clearly that no second request begins there that its sides are not read.</summary>
    private const float Worth = -6;

    private const int Near = 6;

    public TiltModel Places { get; } = places;

    public TiltModel Halves { get; } = halves;

    /// <summary>The places that are worth a closer look, the likeliest first.</summary>
    public int Find(Sentence sentence, FeatureList features, Span<int> found)
    {
        var count = 0;
        Span<int> scores = stackalloc int[MostTried];
        var least = (int)(Worth / Places.Scale);
        for (var at = ShortestHalf; at <= sentence.Count - ShortestHalf; at++)
        {
            features.Clear();
            DescribePlace(sentence, at, features);
            var score = Places.Sum(features.All);
            if (score <= (count == MostTried ? scores[^1] : least))
            {
                continue;
            }

            count = Math.Min(count + 1, MostTried);
            var i = count - 1;
            for (; i > 0 && scores[i - 1] < score; i--)
            {
                (found[i], scores[i]) = (found[i - 1], scores[i - 1]);
            }

            (found[i], scores[i]) = (at, score);
        }

        return count;
    }

    /// <summary>How much speaks for two requests with a seam there, as a logarithm of odds.</summary>
    public float Score(Sentence sentence, int at, Half whole, Half first, Half second, FeatureList features)
    {
        features.Clear();
        DescribePlace(sentence, at, features);
        var place = Places.Sum(features.All) * Places.Scale;
        features.Clear();
        DescribeHalves(sentence, at, place, whole, first, second, features);
        return Halves.Sum(features.All) * Halves.Scale;
    }

    /// <summary>The words beside the place, how they are set off, and which stand near.</summary>
    public static void DescribePlace(Sentence sentence, int at, FeatureList features)
    {
        var (two, one, next, after) = (HashAt(sentence, at - 2), HashAt(sentence, at - 1), HashAt(sentence, at), HashAt(sentence, at + 1));
        var set = (uint)sentence[at - 1].After + 1;
        Add(features, 0, set);
        Add(features, 1, Hash.Join(set, one));
        Add(features, 2, Hash.Join(set, next));
        Add(features, 3, Hash.Join(one, next));
        Add(features, 4, Hash.Join(next, after));
        Add(features, 5, Hash.Join(set, Hash.Join(next, after)));
        Add(features, 6, Hash.Join(two, one));
        Add(features, 7, Hash.Join(one, Hash.Join(next, after)));
        Add(features, 8, Hash.Join(after, HashAt(sentence, at + 2)));
        Add(features, 9, Hash.Join(set, ((uint)Math.Min(at, 9) * 16) + (uint)Math.Min(sentence.Count - at, 9)));
        Add(features, 10, Hash.Join(set, (BreaksIn(sentence, 0, at - 1) * 4) + BreaksIn(sentence, at, sentence.Count - 1)));
        for (var i = Math.Max(0, at - Near); i < at; i++)
        {
            Add(features, 11, HashAt(sentence, i));
        }

        for (var i = at; i < Math.Min(sentence.Count, at + Near); i++)
        {
            Add(features, 12, HashAt(sentence, i));
        }
    }

    /// <summary>What both sides and the whole read as, and how surely.</summary>
    public static void DescribeHalves(Sentence sentence, int at, float place, Half whole, Half first, Half second, FeatureList features)
    {
        var (a, b, w) = ((uint)first.Intent + 1, (uint)second.Intent + 1, (uint)whole.Intent + 1);
        var same = (first.Intent == second.Intent ? 1u : 0) + (whole.Intent == first.Intent ? 2u : 0) + (whole.Intent == second.Intent ? 4u : 0);
        var (sureOfFirst, sureOfSecond, sureOfWhole) = (Level(first), Level(second), Level(whole));
        var levels = (sureOfFirst * 8) + sureOfSecond;
        Add(features, 20, a);
        Add(features, 21, b);
        Add(features, 22, Hash.Join(a, b));
        Add(features, 23, Hash.Join(a, sureOfFirst));
        Add(features, 24, Hash.Join(b, sureOfSecond));
        Add(features, 25, levels);
        Add(features, 26, Hash.Join(same, levels));
        Add(features, 27, Hash.Join(same, sureOfWhole));
        Add(features, 28, Hash.Join(w, same));
        Add(features, 29, Hash.Join(same, Hash.Join(Math.Min(sureOfFirst, sureOfSecond), sureOfWhole)));
        Add(features, 30, Hash.Join((uint)IntentNames.FamilyOf(first.Intent), (uint)IntentNames.FamilyOf(second.Intent)));
        Add(features, 31, Hash.Join(Hash.Join(a, b), w));
        var likely = (uint)Math.Clamp((int)(place + 6), 0, 12);
        Add(features, 32, likely);
        Add(features, 33, Hash.Join(likely, same));
        Add(features, 34, Hash.Join(likely, Math.Min(sureOfFirst, sureOfSecond)));
        Add(features, 35, Hash.Join(likely, sureOfWhole));
        for (var i = 0; i < at; i++)
        {
            Add(features, 36, HashAt(sentence, i));
        }

        for (var i = at; i < sentence.Count; i++)
        {
            Add(features, 37, HashAt(sentence, i));
        }

        Add(features, 38, HashAt(sentence, sentence.Count - 1));
        Add(features, 39, Hash.Join(HashAt(sentence, at), HashAt(sentence, at + 1)));
        Add(features, 40, Hash.Join(HashAt(sentence, at - 1), (uint)sentence[at - 1].After));
    }

    /// <summary>How sure, in seven steps.</summary>
    private static uint Level(Half half) => half.Likelihood switch { < 0.2 => 0, < 0.4 => 1, < 0.6 => 2, < 0.75 => 3, < 0.87 => 4, < 0.95 => 5, _ => 6 };

    private static uint BreaksIn(Sentence sentence, int from, int to)
    {
        var count = 0u;
        for (var i = from; i < to && count < 3; i++)
        {
            count += sentence[i].After >= Break.Comma ? 1u : 0;
        }

        return count;
    }

    private static void Add(FeatureList features, uint kind, uint value) => features.Add(Hash.Join((kind * 0x7FEB352Du) + 0x165667B1u, value));

    private static uint HashAt(Sentence sentence, int at)
    {
        if ((uint)at >= (uint)sentence.Count)
        {
            return 1;
        }

        ref readonly var token = ref sentence[at];
        return token.Person > 0 ? 3u : token.Kind == TokenKind.Word ? token.BareHash : 10u + (uint)token.Kind;
    }
}

/// <summary>What some words by themselves read as, and how surely.</summary>
/// <param name="IsKeptBack">Something that is refused is nearly as likely.</param>
internal readonly record struct Half(Intent Intent, double Likelihood, bool IsKeptBack);
