namespace ChiBoBot.Understanding.Sentences;

/// <summary>Puts the marks back where they were left out, by which words stand beside one another in the corpus: “hop chi bo thang nay” → “họp chi bộ tháng này”.</summary>
internal sealed class Restorer(Vocabulary vocabulary)
{
    private const int MostChoices = 6;

    public void Restore(Sentence sentence)
    {
        Span<double> scores = stackalloc double[MostChoices];
        Span<double> nextScores = stackalloc double[MostChoices];
        Span<byte> back = stackalloc byte[Sentence.MostTokens * MostChoices];
        var previousCount = 0;
        for (var i = 0; i < sentence.Count; i++)
        {
            var count = Choices(sentence, i);
            for (var choice = 0; choice < count; choice++)
            {
                var word = Choice(sentence, i, choice);
                var best = double.NegativeInfinity;
                for (var previous = 0; previous < Math.Max(previousCount, 1); previous++)
                {
                    var score = previousCount == 0 ? Score(null, word) : scores[previous] + Score(Choice(sentence, i - 1, previous), word);
                    if (score > best)
                    {
                        best = score;
                        back[(i * MostChoices) + choice] = (byte)previous;
                    }
                }

                nextScores[choice] = best;
            }

            nextScores[..count].CopyTo(scores);
            previousCount = count;
        }

        var chosen = 0;
        for (var choice = 1; choice < previousCount; choice++)
        {
            chosen = scores[choice] > scores[chosen] ? choice : chosen;
        }

        for (var i = sentence.Count - 1; i >= 0; i--)
        {
            ref var token = ref sentence[i];
            var previous = back[(i * MostChoices) + chosen];
            if (token is { Marked: false, Kind: TokenKind.Word, Person: 0 })
            {
                token.Word = Choice(sentence, i, chosen);
            }

            chosen = previous;
        }
    }

    private int Choices(Sentence sentence, int at)
    {
        ref var token = ref sentence[at];
        if (token.Marked || token.Kind != TokenKind.Word || token.Person > 0 || token.Unknown || !vocabulary.TryFindBare(token.Bare, out var bare))
        {
            return 1;
        }

        return Math.Min(bare.Words.Count, MostChoices);
    }

    private Word? Choice(Sentence sentence, int at, int choice)
    {
        ref var token = ref sentence[at];
        if (token.Marked)
        {
            return token.Word;
        }

        if (token.Kind != TokenKind.Word || token.Person > 0 || token.Unknown || !vocabulary.TryFindBare(token.Bare, out var bare))
        {
            return null;
        }

        if (sentence.HasMarks && !token.Mended)
        {
            // Where other words have their marks, a word that exists without any is meant without.
            foreach (var word in bare.Words)
            {
                if (word.Key == bare.Text && word.Count * 5 >= bare.Count)
                {
                    return word;
                }
            }
        }

        return bare.Words[choice];
    }

    private double Score(Word? previous, Word? word)
    {
        if (word is null)
        {
            return 0;
        }

        var together = vocabulary.PairCount(previous?.Id ?? -1, word.Id);
        return Logarithm(1 + (word.Count * 0.2)) + (3 * Logarithm(1 + (together * 2)));
    }

    /// <summary>Near enough to a logarithm, and the same on every machine: only which sum is larger counts.</summary>
    private static double Logarithm(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)((bits >> 52) & 0x7FF) - 1023;
        var fraction = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000) - 1;
        return exponent + (fraction * (1.35 - (0.35 * fraction)));
    }
}
