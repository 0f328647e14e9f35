using ChiBoBot.Understanding.Lexicon;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding.Learning;

/// <summary>Draws the features of a sentence: single words, pairs, pairs with a gap, with and without marks; phrases, dates and names found; letters of unknown words.</summary>
internal static class FeatureReader
{
    private const uint Edge = 0x1D8AF066;
    private const uint Person = 0x51E0A1F3;

    /// <summary>Writes the features; the words of a name count as one.</summary>
    public static void Read(Parts parts, FeatureList features)
    {
        features.Clear();
        var sentence = parts.Sentence;
        Span<uint> edged = stackalloc uint[Sentence.MostTokens + 2];
        Span<uint> marks = stackalloc uint[Sentence.MostTokens];
        var count = Symbols(sentence, edged[1..], marks, features);
        (edged[0], edged[count + 1]) = (Edge, Edge);
        var symbols = edged.Slice(1, count);
        features.Add(Of(Kind.Always, 0));
        Hash.Join(Salt(Kind.Word), symbols, features.More(count));
        parts.WordFeatures = features.Count;
        AddPairs(Kind.Pair, edged[..(count + 1)], edged.Slice(1, count + 1), features);
        for (var i = 0; i < count; i++)
        {
            if (marks[i] != 0)
            {
                features.Add(Of(Kind.Marked, marks[i]));
            }

            if (i + 1 < count && (marks[i] != 0 || marks[i + 1] != 0))
            {
                features.Add(Of(Kind.MarkedPair, Hash.Join(marks[i] != 0 ? marks[i] : symbols[i], marks[i + 1] != 0 ? marks[i + 1] : symbols[i + 1])));
            }
        }

        parts.PairFeatures = features.Count;
        Found(parts, features);
        parts.ShortFeatures = features.Count;
        PhrasePairs(parts.Hits, features);
        if (count > 2)
        {
            AddPairs(Kind.Gap, symbols[..^2], symbols[2..], features);
        }

        LastClause(parts, features);
        features.Add(Of(Kind.Length, count < 4 ? (uint)count : count < 7 ? 5u : count < 12 ? 7u : count < 20 ? 12u : 20u));
    }

    /// <summary>What the same person asked before, for a sentence that may lean on it.</summary>
    public static void ReadPrevious(Parts parts, Intent previous, FeatureList features)
    {
        var sentence = parts.Sentence;
        var length = (uint)Math.Min(sentence.Count, 8);
        features.Add(Of(Kind.Previous, (uint)previous + 1));
        features.Add(Of(Kind.PreviousFamily, (uint)IntentNames.FamilyOf(previous) + 1));
        features.Add(Of(Kind.PreviousLength, Hash.Join((uint)previous + 1, length)));
        features.Add(Of(Kind.PreviousFamilyLength, Hash.Join((uint)IntentNames.FamilyOf(previous) + 1, length)));
        if (sentence.Count > 0)
        {
            var opening = sentence[0].BareHash is var hash && sentence.Bare(0) is "con" or "the" or "vay" or "ua" or "u" or "ok" ? hash : 1u;
            features.Add(Of(Kind.PreviousOpening, Hash.Join((uint)previous + 1, opening)));
            features.Add(Of(Kind.PreviousOpening, Hash.Join((uint)IntentNames.FamilyOf(previous) + 101, opening)));
        }

        foreach (ref readonly var token in sentence.Tokens)
        {
            features.Add(Of(Kind.PreviousWord, Hash.Join((uint)previous + 1, token.BareHash)));
            features.Add(Of(Kind.PreviousFamilyWord, Hash.Join((uint)IntentNames.FamilyOf(previous) + 1, token.BareHash)));
        }
    }

    /// <summary>What features there are of one intent only: each of these together with it.</summary>
    public static void AddOfIntent(ReadOnlySpan<uint> shared, Intent intent, FeatureList features)
    {
        var own = features.More(shared.Length);
        Hash.Join(shared, (uint)intent + 1, own);
        Hash.Join(Salt(Kind.OfIntent), own, own);
    }

    private static void AddPairs(Kind kind, ReadOnlySpan<uint> first, ReadOnlySpan<uint> second, FeatureList features)
    {
        var pairs = features.More(first.Length);
        Hash.Join(first, second, pairs);
        Hash.Join(Salt(kind), pairs, pairs);
    }

    private static void PhrasePairs(List<Hit> hits, FeatureList features)
    {
        for (var i = 0; i < hits.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (hits[i].Tag != hits[j].Tag)
                {
                    features.Add(Of(Kind.PhrasePair, Hash.Join(Math.Min(hits[i].Tag, hits[j].Tag), Math.Max(hits[i].Tag, hits[j].Tag))));
                }
            }
        }
    }

    /// <summary>After a story, what is asked mostly stands at the end.</summary>
    private static void LastClause(Parts parts, FeatureList features)
    {
        var sentence = parts.Sentence;
        var from = sentence.Count - 1;
        while (from > 0 && (sentence[from - 1].After == Break.None || sentence.Count - from < 4))
        {
            from--;
        }

        if (from <= 0)
        {
            return;
        }

        for (var i = from; i < sentence.Count; i++)
        {
            features.Add(Of(Kind.Last, sentence[i].Person > 0 ? Person : sentence[i].BareHash));
        }

        foreach (var hit in parts.Hits)
        {
            if (hit.From >= from)
            {
                features.Add(Of(Kind.LastPhrase, hit.Tag));
            }
        }
    }

    private static int Symbols(Sentence sentence, Span<uint> symbols, Span<uint> marks, FeatureList features)
    {
        var count = 0;
        for (var i = 0; i < sentence.Count; i++)
        {
            ref var token = ref sentence[i];
            if (token.Person > 0)
            {
                if (i == 0 || sentence[i - 1].Person != token.Person)
                {
                    symbols[count] = Person;
                    marks[count++] = 0;
                }

                continue;
            }

            symbols[count] = token.BareHash;
            marks[count++] = token.Marked && token.Word!.HasMarks ? token.Word.Hash : 0;
            if (token.Unknown)
            {
                Letters(token.Bare, features);
            }
        }

        return count;
    }

    private static void Letters(string word, FeatureList features)
    {
        for (var i = 0; i + 3 <= word.Length && i < 12; i++)
        {
            features.Add(Of(Kind.Letters, Hash.Of(word.AsSpan(i, 3))));
        }

        features.Add(Of(Kind.Unknown, 0));
    }

    private static void Found(Parts parts, FeatureList features)
    {
        var hits = parts.Hits;
        for (var i = 0; i < hits.Count; i++)
        {
            features.Add(Of(Kind.Phrase, hits[i].Tag));
        }

        foreach (var finding in parts.Findings)
        {
            var slot = Hash.Of(finding.Slot);
            features.Add(Of(Kind.Found, slot));
            if (finding is { Slot: "period" or "weekday", Value: string value })
            {
                var colon = value.IndexOf(':');
                features.Add(Of(Kind.FoundValue, Hash.Join(slot, Hash.Of(colon < 0 ? value : value.AsSpan(0, colon)))));
            }
        }

        features.Add(Of(Kind.Persons, (uint)Math.Min(parts.Mentions.Count, 2)));
    }

    /// <summary>The feature of one or two words that stand together; null where a name is among them.</summary>
    public static uint? WordsAt(Sentence sentence, int at, int length)
    {
        for (var i = at; i < at + length; i++)
        {
            if (sentence[i].Person > 0)
            {
                return null;
            }
        }

        return length switch
        {
            1 => Of(Kind.Word, sentence[at].BareHash),
            2 => Of(Kind.Pair, Hash.Join(sentence[at].BareHash, sentence[at + 1].BareHash)),
            _ => null,
        };
    }

    public static uint Of(Kind kind, uint value) => Hash.Join(Salt(kind), value);

    private static uint Salt(Kind kind) => ((uint)kind * 0x3C6EF372u) + 0x1B873593u;

    /// <summary>What a feature speaks of.</summary>
    internal enum Kind : uint
    {
        Always,
        Word,
        Pair,
        Marked,
        MarkedPair,
        Gap,
        Length,
        Letters,
        Unknown,
        Phrase,
        PhrasePair,
        Last,
        LastPhrase,
        Found,
        FoundValue,
        Persons,
        Previous,
        PreviousFamily,
        PreviousLength,
        PreviousFamilyLength,
        PreviousOpening,
        PreviousWord,
        PreviousFamilyWord,
        OfIntent,
    }
}
