using System.Buffers;
using System.Net;
using ChiBoBot.Understanding.Names;

namespace ChiBoBot.Understanding.Sentences;

/// <summary>Turns what came from a keyboard, a phone or Teams into plain characters: marks composed, invisible characters, tags, entities and the bot's mention taken off, and cut to a length that a question has.</summary>
internal static class Cleaner
{
    /// <summary>Nobody asks a question of four thousand characters; what follows is not read.</summary>
    public const int MostRead = 4000;

    /// <summary>Room for the cleaned text.</summary>
    public const int MostKept = 2000;

    private const int LongestMention = 200;

    private static readonly string[] BotNames =
        ["tro ly chi bo", "bot chi bo", "chi bo bot", "tro ly ao", "tro ly so", "thu ky ao", "chibobot", "tro ly", "bot"];

    private static readonly SearchValues<char> Special = SearchValues.Create("<&@");

    /// <summary>Writes the cleaned text and says how long it is.</summary>
    public static int Clean(ReadOnlySpan<char> source, Span<char> text, NameIndex names)
    {
        source = source[..Math.Min(source.Length, MostRead)];
        if (source.ContainsAny(Special))
        {
            // Entities and tags are rare: only then is a string made.
            source = WithoutMarkup(WebUtility.HtmlDecode(new string(source)), names);
        }

        var length = 0;
        foreach (var c in source)
        {
            if (length == text.Length)
            {
                break;
            }

            if (Letters.IsLetterOrDigit(c))
            {
                text[length++] = c;
            }
            else if (c is >= '\u0300' and <= '\u036F')
            {
                if (length > 0)
                {
                    text[length - 1] = Letters.Compose(text[length - 1], c);
                }
            }
            else if (!IsInvisible(c))
            {
                text[length++] = char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c;
            }
        }

        return length;
    }

    private static bool IsInvisible(char c) =>
        c is '\u00AD' or '\u061C' or '\u180E' or '\uFEFF'
            or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069') or (>= '\uFE00' and <= '\uFE0F');

    private static char[] WithoutMarkup(string text, NameIndex names)
    {
        var kept = new char[text.Length];
        var length = 0;
        var leading = true;
        var hasMentions = text.Contains("</at>", StringComparison.OrdinalIgnoreCase);
        for (var i = 0; i < text.Length; i++)
        {
            var rest = text.AsSpan(i);
            leading = leading && (length == 0 || char.IsWhiteSpace(kept[length - 1]));
            if (hasMentions && rest.StartsWith("<at", StringComparison.OrdinalIgnoreCase) && MentionLength(rest, out var name) is > 0 and var mention)
            {
                if (IsBot(name) || (leading && !names.Contains(name)))
                {
                    i += mention - 1;
                }
                else
                {
                    i += rest.IndexOf('>');
                }

                kept[length++] = ' ';
            }
            else if (rest[0] == '@' && (i == 0 || !char.IsLetterOrDigit(text[i - 1])))
            {
                i += leading || IsBot(rest[1..]) ? PlainMentionLength(rest[1..], names) : 0;
                kept[length++] = ' ';
            }
            else if (TagLength(rest) is > 0 and var tag)
            {
                i += tag - 1;
                kept[length++] = ' ';
            }
            else
            {
                kept[length++] = rest[0];
            }
        }

        return kept[..length];
    }

    /// <summary><c>&lt;at id="0"&gt;Trợ lý&lt;/at&gt;</c>: its length with what it holds.</summary>
    private static int MentionLength(ReadOnlySpan<char> text, out ReadOnlySpan<char> name)
    {
        name = default;
        text = text[..Math.Min(text.Length, LongestMention)];
        var open = text.IndexOf('>');
        var close = text.IndexOf("</at>", StringComparison.OrdinalIgnoreCase);
        if (open < 0 || close < open || close - open > 100)
        {
            return 0;
        }

        name = text[(open + 1)..close].Trim();
        return close + "</at>".Length;
    }

    private static bool IsBot(ReadOnlySpan<char> name) => BotNameLength(name) > 0;

    private static int BotNameLength(ReadOnlySpan<char> name)
    {
        foreach (var bot in BotNames)
        {
            if (StartsWithBare(name, bot))
            {
                return bot.Length;
            }
        }

        return 0;
    }

    private static int PlainMentionLength(ReadOnlySpan<char> rest, NameIndex names)
    {
        if (BotNameLength(rest) is > 0 and var length)
        {
            return length;
        }

        if (names.StartsWithMember(rest))
        {
            return 0;
        }

        var end = rest.IndexOfAny(" ,:;\n");
        return end < 0 ? rest.Length : end;
    }

    private static bool StartsWithBare(ReadOnlySpan<char> text, string bare)
    {
        if (text.Length < bare.Length || (text.Length > bare.Length && char.IsLetterOrDigit(text[bare.Length])))
        {
            return false;
        }

        for (var i = 0; i < bare.Length; i++)
        {
            if (Letters.PlainOf(text[i]) != bare[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A tag begins with a letter, a slash or an exclamation mark and is closed soon; “&lt;35 tuổi” is none.</summary>
    private static int TagLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != '<' || !(char.IsAsciiLetter(text[1]) || text[1] is '/' or '!'))
        {
            return 0;
        }

        return text[..Math.Min(text.Length, 300)].IndexOf('>') + 1;
    }
}
