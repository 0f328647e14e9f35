namespace ChiBoBot.Understanding.Sentences;

/// <summary>Reads what is written in digits: numbers, “71,4”, “06/07”, “3/12/2026”, “14h30” and document numbers.</summary>
internal static class Numerals
{
    private const int LongestDocument = 40;

    /// <summary>Adds the number at that place and says where it ends; 0 where there is none.</summary>
    public static int Read(ReadOnlySpan<char> text, int start, Sentence sentence)
    {
        var at = start;
        if (!Digits(text, ref at, out var first))
        {
            return 0;
        }

        if (IsDocument(text, start, at, out var documentEnd))
        {
            return Add(sentence, TokenKind.Document, start, documentEnd, 0, 0, 0);
        }

        if (Clock(text, at, ref first, out var clockEnd, out var minute))
        {
            return Add(sentence, TokenKind.Clock, start, clockEnd, first, minute, 0);
        }

        if (at + 1 < text.Length && text[at] is '/' or '-' or '.' or ',' && char.IsAsciiDigit(text[at + 1]))
        {
            return Joined(text, start, at, first, sentence);
        }

        // “5gio”, “3t”, “9ang”: letters follow at once, so somebody else parts them.
        return at < text.Length && Letters.IsLetter(text[at]) ? 0 : Add(sentence, TokenKind.Integer, start, at, first, 0, 0);
    }

    public static void AddInteger(ReadOnlySpan<char> text, int start, int end, Sentence sentence)
    {
        var at = start;
        Digits(text[..end], ref at, out var number);
        AddInteger(sentence, start, end - start, number);
    }

    public static void AddInteger(Sentence sentence, int start, int length, int number) =>
        Add(sentence, TokenKind.Integer, start, start + length, number, 0, 0);

    private static int Joined(ReadOnlySpan<char> text, int start, int at, int first, Sentence sentence)
    {
        var sign = text[at];
        var next = at + 1;
        Digits(text, ref next, out var second);
        if (sign is '.' or ',' && next - at == 4 && (next >= text.Length || !Letters.IsLetter(text[next])))
        {
            return Add(sentence, TokenKind.Integer, start, next, (first * 1000) + second, 0, 0);
        }

        if (sign != ',' && next + 1 < text.Length && text[next] == sign && char.IsAsciiDigit(text[next + 1]))
        {
            next++;
            Digits(text, ref next, out var third);
            return Add(sentence, TokenKind.Triple, start, next, first, second, third);
        }

        return Add(sentence, sign == ',' || (sign == '.' && second > 12) ? TokenKind.Decimal : TokenKind.Pair, start, next, first, second, 0);
    }

    private static int Add(Sentence sentence, TokenKind kind, int start, int end, int first, int second, int third)
    {
        ref var token = ref sentence.Add();
        token.Start = start;
        token.Length = end - start;
        token.Kind = kind;
        token.Bare = Symbol(kind, first);
        token.BareHash = Hash.Of(token.Bare);
        (token.First, token.Second, token.Third) = (first, second, third);
        return end;
    }

    /// <summary>What the learned part sees instead of the digits.</summary>
    private static string Symbol(TokenKind kind, int first) => kind switch
    {
        TokenKind.Integer when first is >= 1930 and < 2100 => "#year",
        TokenKind.Integer => "#",
        TokenKind.Decimal => "#,",
        TokenKind.Clock => "#h",
        TokenKind.Document => "#doc",
        _ => "#/",
    };

    private static bool Digits(ReadOnlySpan<char> text, ref int at, out int number)
    {
        var start = at;
        number = 0;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            number = Math.Min((number * 10) + (text[at] - '0'), 100_000_000);
            at++;
        }

        return at > start;
    }

    /// <summary>How long “pm” or “ am” is; 0 where there is none.</summary>
    private static int Meridiem(ReadOnlySpan<char> text, int at)
    {
        var length = at < text.Length && text[at] == ' ' ? 3 : 2;
        var end = at + length;
        return end <= text.Length && text[end - 1] is 'm' or 'M' && text[end - 2] is 'p' or 'P' or 'a' or 'A' && (end == text.Length || !Letters.IsLetterOrDigit(text[end])) ? length : 0;
    }

    /// <summary>“14h”, “14h30”, “14g30”, “14:30”, “3pm”.</summary>
    private static bool Clock(ReadOnlySpan<char> text, int at, ref int hour, out int end, out int minute)
    {
        (end, minute) = (at, 0);
        if (hour is >= 1 and <= 12 && Meridiem(text, at) is var length and > 0)
        {
            hour = (hour % 12) + (text[at + length - 2] is 'p' or 'P' ? 12 : 0);
            end = at + length;
            return true;
        }

        if (hour > 24 || at >= text.Length || !(text[at] is 'h' or 'H' or 'g' or ':'))
        {
            return false;
        }

        end = at + (text[at] is 'g' && at + 2 < text.Length && text[at + 1] == 'i' && text[at + 2] is 'o' or 'ờ' ? 3 : 1);
        var hasMinutes = Digits(text, ref end, out minute) && minute < 60;
        if (end < text.Length && text[end] is 'p' && hasMinutes)
        {
            end++;
        }

        return (hasMinutes || text[at] is 'h' or 'H' or 'g') && (end >= text.Length || !Letters.IsLetterOrDigit(text[end]));
    }

    /// <summary>“35-NQ/TW”, “30/2020/NĐ-CP”: digits and, after the signs, capital letters.</summary>
    private static bool IsDocument(ReadOnlySpan<char> text, int start, int digitsEnd, out int end)
    {
        end = digitsEnd;
        if (digitsEnd + 2 >= text.Length || !(text[digitsEnd] is '-' or '/'))
        {
            return false;
        }

        var letters = 0;
        var signs = 0;
        var i = start;
        while (i < Math.Min(text.Length, start + LongestDocument) && (Letters.IsLetterOrDigit(text[i]) || (text[i] is '-' or '/' && i + 1 < text.Length && Letters.IsLetterOrDigit(text[i + 1]))))
        {
            letters += Letters.IsLetter(text[i]) ? 1 : 0;
            signs += text[i] is '-' or '/' ? 1 : 0;
            i++;
        }

        end = i;
        return letters >= 2 && signs is >= 1 and <= 3 && Letters.IsLetter(text[i - 1]);
    }
}
