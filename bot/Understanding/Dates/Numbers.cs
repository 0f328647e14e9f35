using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding.Dates;

/// <summary>Small numbers in digits or words: “3”, “ba”, “mười hai”, “II”.</summary>
internal static class Numbers
{
    /// <summary>The number that begins there, and how many tokens it takes; false where none does.</summary>
    public static bool Read(Sentence sentence, int at, out int number, out int length)
    {
        (number, length) = (0, 0);
        if (at < 0 || at >= sentence.Count)
        {
            return false;
        }

        ref var token = ref sentence[at];
        if (token.Kind == TokenKind.Integer)
        {
            (number, length) = (token.First, 1);
            return true;
        }

        if (token.Kind != TokenKind.Word || token.Person > 0)
        {
            return false;
        }

        var first = Word(token);
        if (first == 0)
        {
            return false;
        }

        (number, length) = (first, 1);
        if (at + 1 < sentence.Count && sentence[at + 1] is { Kind: TokenKind.Word, Person: 0 } next)
        {
            if (first == 10 && Word(next) is > 0 and < 10 and var unit)
            {
                (number, length) = (10 + unit, 2);
            }
            else if (first is > 1 and < 10 && (IsFive(sentence, at + 1) || (next.Is("môtS", "mot") && next.Marked)))
            {
                (number, length) = ((first * 10) + Word(next), 2);
            }
            else if (first < 10 && (next.Is("mươi", "muoi") || next.Is("chucJ", "chuc")))
            {
                (number, length) = (first * 10, 2);
                if (at + 2 < sentence.Count && sentence[at + 2].Kind == TokenKind.Word && Word(sentence[at + 2]) is > 0 and < 10 and var ones)
                {
                    (number, length) = (number + ones, 3);
                }
            }
        }

        return true;
    }

    /// <summary>“hai lăm”, with its mark: without it “so hai lam den dau” is done (“làm”) rather than counted.</summary>
    private static bool IsFive(Sentence sentence, int at) => sentence.Bare(at) == "lam" && sentence.Typed(at, at + 1).Contains('ă');

    private static int Word(in Token token) => token.Bare switch
    {
        "mot" when Means(token, "môtJ", "môtS") => 1,
        "hai" when Means(token, "hai", "hai") => 2,
        "ba" when Means(token, "ba", "ba") => 3,
        "bon" when Means(token, "bônS", "bônS") => 4,
        "tu" when Means(token, "tư", "tư") => 4,
        "nam" when Means(token, "năm", "năm") => 5,
        "lam" when Means(token, "lăm", "lăm") => 5,
        "sau" when Means(token, "sauS", "sauS") => 6,
        "bay" when Means(token, "bayR", "bayR") => 7,
        "tam" when Means(token, "tamS", "tamS") => 8,
        "chin" when Means(token, "chinS", "chinS") => 9,
        "muoi" when Means(token, "mươiF", "mươiF") => 10,
        _ => 0,
    };

    private static bool Means(in Token token, string key, string other) =>
        token.Word is null || !token.Marked || token.Word.Key == key || token.Word.Key == other;
}
