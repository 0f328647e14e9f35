namespace ChiBoBot.Understanding.Sentences;

/// <summary>What each Vietnamese letter is made of: a lower-case letter without its tone, its tone, and the letter that is left when every mark is gone.</summary>
internal static class Letters
{
    /// <summary>Tone keys by tone number: level, sắc, huyền, hỏi, ngã, nặng. Upper case, so that a key never looks like a letter of a word.</summary>
    public const string ToneKeys = "\0SFRXJ";

    private const int Size = 0x1F00;

    private static readonly string[] Vowels =
    [
        "aáàảãạ", "ăắằẳẵặ", "âấầẩẫậ", "eéèẻẽẹ", "êếềểễệ", "iíìỉĩị",
        "oóòỏõọ", "ôốồổỗộ", "ơớờởỡợ", "uúùủũụ", "ưứừửữự", "yýỳỷỹỵ",
    ];

    private static readonly char[] Lowers = new char[Size];
    private static readonly char[] Bases = new char[Size];
    private static readonly char[] Plains = new char[Size];
    private static readonly byte[] Tones = new byte[Size];
    private static readonly Kind[] Kinds = new Kind[Size];

    static Letters()
    {
        for (var c = 0; c < Size; c++)
        {
            var lower = char.ToLowerInvariant((char)c);
            Lowers[c] = lower;
            Bases[c] = lower;
            Plains[c] = lower;
            Kinds[c] = (char.IsLetter((char)c) ? Kind.Letter : char.IsDigit((char)c) ? Kind.Digit : 0) | (char.IsUpper((char)c) ? Kind.Upper : 0);
        }

        foreach (var row in Vowels)
        {
            for (byte tone = 0; tone < row.Length; tone++)
            {
                foreach (var c in (char[])[row[tone], char.ToUpperInvariant(row[tone])])
                {
                    Bases[c] = row[0];
                    Tones[c] = tone;
                    Plains[c] = WithoutHat(row[0]);
                }
            }
        }

        Plains['đ'] = Plains['Đ'] = 'd';
    }

    /// <summary>What a character is.</summary>
    [Flags]
    private enum Kind : byte
    {
        Letter = 1,
        Digit = 2,
        Upper = 4,
    }

    public static bool IsLetter(char c) => c < Size ? (Kinds[c] & Kind.Letter) != 0 : char.IsLetter(c);

    public static bool IsLetterOrDigit(char c) => c < Size ? (Kinds[c] & (Kind.Letter | Kind.Digit)) != 0 : char.IsLetterOrDigit(c);

    public static bool IsUpper(char c) => c < Size ? (Kinds[c] & Kind.Upper) != 0 : char.IsUpper(c);

    public static char ToLower(char c) => c < Size ? Lowers[c] : char.ToLowerInvariant(c);

    public static void Lower(ReadOnlySpan<char> text, Span<char> lower)
    {
        for (var i = 0; i < text.Length; i++)
        {
            lower[i] = ToLower(text[i]);
        }
    }

    /// <summary>The letter without its tone: <c>ế</c> → <c>ê</c>.</summary>
    public static char BaseOf(char c) => c < Size ? Bases[c] : char.ToLowerInvariant(c);

    /// <summary>The letter without any mark: <c>ế</c> → <c>e</c>.</summary>
    public static char PlainOf(char c) => c < Size ? Plains[c] : char.ToLowerInvariant(c);

    public static int ToneOf(char c) => c < Size ? Tones[c] : 0;

    public static bool IsMarked(char c) => c < Size && Plains[c] != Lowers[c];

    public static bool IsVowel(char plain) => plain is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    /// <summary>The letter with a combining mark put on (phones send “e” + “◌̂” + “◌́” for “ế”); the letter itself where the two do not fit.</summary>
    public static char Compose(char letter, char mark)
    {
        var upper = char.IsUpper(letter);
        var lower = ToLower(letter);
        var composed = mark switch
        {
            '\u0301' => WithTone(lower, 1),
            '\u0300' => WithTone(lower, 2),
            '\u0309' => WithTone(lower, 3),
            '\u0303' => WithTone(lower, 4),
            '\u0323' => WithTone(lower, 5),
            '\u0302' or '\u0306' or '\u031B' => WithTone(Hat(BaseOf(lower), mark), ToneOf(lower)),
            _ => lower,
        };
        return upper ? char.ToUpperInvariant(composed) : composed;
    }

    /// <summary>The vowel with this tone; any other letter unchanged.</summary>
    public static char WithTone(char letter, int tone)
    {
        foreach (var row in Vowels)
        {
            if (row[0] == BaseOf(letter))
            {
                return row[tone];
            }
        }

        return letter;
    }

    private static char Hat(char letter, char mark) => (letter, mark) switch
    {
        ('a', '\u0302') => 'â',
        ('e', '\u0302') => 'ê',
        ('o', '\u0302') => 'ô',
        ('a', '\u0306') => 'ă',
        ('o', '\u031B') => 'ơ',
        ('u', '\u031B') => 'ư',
        _ => letter,
    };

    private static char WithoutHat(char letter) => letter switch
    {
        'ă' or 'â' => 'a',
        'ê' => 'e',
        'ô' or 'ơ' => 'o',
        'ư' => 'u',
        _ => letter,
    };
}
