namespace ChiBoBot.Understanding.Sentences;

/// <summary>Puts the marks back where they were left out, by which words stand beside one another in the corpus: “hop chi bo thang nay” → “họp chi bộ tháng này”.</summary>
internal sealed class Restorer(Vocabulary vocabulary)
{
    public const int MostChoices = 6;

    public void Restore(Sentence sentence)
    {
        Span<double> scores = stackalloc double[MostChoices];
        Span<double> nextScores = stackalloc double[MostChoices];
        Span<byte> back = stackalloc byte[sentence.Count * MostChoices];
        ReadOnlySpan<Word> before = [];
        scores.Clear();
        for (var i = 0; i < sentence.Count; i++)
        {
            var words = Choices(ref sentence[i], sentence.HasMarks);
            if (words.Length <= 1 && before.Length <= 1)
            {
                // Nothing to choose: what this adds, it adds to all ways through the sentence alike.
                scores[0] = 0;
                back[i * MostChoices] = 0;
                before = words;
                continue;
            }

            for (var choice = 0; choice < Math.Max(words.Length, 1); choice++)
            {
                var best = double.NegativeInfinity;
                for (var previous = 0; previous < Math.Max(before.Length, 1); previous++)
                {
                    var score = scores[previous] + (words.IsEmpty ? 0 : Score(before.IsEmpty ? null : before[previous], words[choice]));
                    if (score > best)
                    {
                        best = score;
                        back[(i * MostChoices) + choice] = (byte)previous;
                    }
                }

                nextScores[choice] = best;
            }

            nextScores.CopyTo(scores);
            before = words;
        }

        var chosen = 0;
        for (var choice = 1; choice < before.Length; choice++)
        {
            chosen = scores[choice] > scores[chosen] ? choice : chosen;
        }

        for (var i = sentence.Count - 1; i >= 0; i--)
        {
            ref var token = ref sentence[i];
            if (token is { Marked: false, Kind: TokenKind.Word, Person: 0 })
            {
                var words = Choices(ref token, sentence.HasMarks);
                token.Word = words.IsEmpty ? null : words[chosen];
            }

            chosen = back[(i * MostChoices) + chosen];
        }
    }

    /// <summary>What the token may be; none where nothing is known.</summary>
    private static ReadOnlySpan<Word> Choices(ref Token token, bool hasMarks)
    {
        if (token.Marked)
        {
            return new(ref token.Word!);
        }

        if (token.Known is not { } bare || token.Person > 0)
        {
            return [];
        }

        return hasMarks && !token.Mended ? bare.ChoicesBesideMarks : bare.Choices;
    }

    private double Score(Word? previous, Word word) => word.Weight + vocabulary.PairWeight(previous?.Id ?? -1, word.Id);

    /// <summary>Near enough to a logarithm, and the same on every machine: only which sum is larger counts.</summary>
    public static double Logarithm(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)((bits >> 52) & 0x7FF) - 1023;
        var fraction = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000) - 1;
        return exponent + (fraction * (1.35 - (0.35 * fraction)));
    }
}
