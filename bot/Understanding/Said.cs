using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding;

/// <summary>What a person said, for a feature that waits for certain words (“có mặt”, “hoàn tác”): as it was typed, in plain words, and as the reader took it.</summary>
internal sealed class Said(string text, Reading reading)
{
    private static readonly HashSet<string> Openings = new(StringComparer.Ordinal) { "da", "oi", "bot", "chibobot", "toi", "em", "minh", "xin" };
    private static readonly HashSet<string> Endings = new(StringComparer.Ordinal) { "a", "ah", "nhe", "nha", "nhen", "voi", "di", "luon", "roi", "oi", "bot", "chibobot", "ha" };

    private string? _plain;
    private string? _core;

    public string Text { get; } = text;

    public Reading Reading { get; } = reading;

    /// <summary>Its words in lower case, without marks and punctuation, one blank between them.</summary>
    public string Plain => _plain ??= PlainOf(Text);

    /// <summary><see cref="Plain"/> without the courtesies before and after it: “dạ em có mặt rồi ạ” is “co mat”. What is nothing but courtesy stays.</summary>
    public string Core => _core ??= CoreOf(Plain);

    /// <summary>The words of a text in lower case, without marks and punctuation.</summary>
    public static string PlainOf(string text)
    {
        Span<char> plain = stackalloc char[Math.Min(text.Length, Cleaner.MostKept)];
        var length = 0;
        foreach (var c in text.AsSpan(0, plain.Length))
        {
            if (c is >= '\u0300' and <= '\u036F')
            {
                // A phone's combining mark belongs to the letter before it.
                continue;
            }

            if (Letters.IsLetterOrDigit(c))
            {
                plain[length++] = Letters.PlainOf(c);
            }
            else if (length > 0 && plain[length - 1] != ' ')
            {
                plain[length++] = ' ';
            }
        }

        return new string(plain[..length].TrimEnd(' '));
    }

    private static string CoreOf(string plain)
    {
        var words = plain.Split(' ');
        var (from, to) = (0, words.Length);
        while (from < to - 1 && Openings.Contains(words[from]))
        {
            from++;
        }

        while (to - 1 > from && Endings.Contains(words[to - 1]))
        {
            to--;
        }

        return string.Join(' ', words, from, to - from);
    }
}
