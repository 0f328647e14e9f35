using System.Globalization;
using System.Net;
using System.Text;

namespace ChiBoBot.Teams.Wire;

/// <summary>What a person wrote, freed of what Teams puts around it: the bot's own mention, markup, entities, odd spaces.</summary>
internal static class MessageText
{
    private const string MentionEnd = "</at>";

    /// <summary>No tag of Teams is longer; what looks like one and is belongs to the text.</summary>
    private const int LongestTag = 300;

    /// <summary>The words, and whether the bot itself is mentioned in them.</summary>
    public static (string Text, bool MentionsBot) Read(string? text, IReadOnlyList<Entity?>? entities, string botId, string? botName)
    {
        var mentions = Mention.All(entities, botId, botName);
        var mentionsBot = mentions.Exists(mention => mention.IsBot);
        if (string.IsNullOrEmpty(text))
        {
            return ("", mentionsBot);
        }

        var words = text;
        if (words.Contains('<', StringComparison.Ordinal))
        {
            (words, var met) = WithoutMarkup(words, mentions, botName);
            mentionsBot |= met;
        }

        foreach (var mention in mentions)
        {
            // Some clients write the mention without tags.
            if (mention is { IsBot: true, IsUsed: false, Plain: { Length: > 0 } plain })
            {
                words = words.Replace(plain, " ", StringComparison.Ordinal);
            }
        }

        return (Tidy(Decoded(words)), mentionsBot);
    }

    /// <summary>One line: NFC, single spaces, nothing invisible.</summary>
    public static string Tidy(string text)
    {
        if (IsTidy(text))
        {
            return text;
        }

        var tidy = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (tidy.Length > 0 && tidy[^1] != ' ')
                {
                    tidy.Append(' ');
                }
            }
            else if (!IsInvisible(c))
            {
                tidy.Append(c);
            }
        }

        if (tidy.Length > 0 && tidy[^1] == ' ')
        {
            tidy.Length--;
        }

        return Composition.Of(tidy.ToString());
    }

    /// <summary>Takes the bot's mentions and quote placeholders out; of other people's mentions the name stays.</summary>
    private static (string Text, bool MetBot) WithoutMarkup(string text, List<Mention> mentions, string? botName)
    {
        var plain = new StringBuilder(text.Length);
        var metBot = false;
        var lastEnd = text.LastIndexOf(MentionEnd, StringComparison.OrdinalIgnoreCase);
        var at = 0;
        while (text.IndexOf('<', at) is var tag and >= 0)
        {
            plain.Append(text, at, tag - at);
            var close = text.IndexOf('>', tag, Math.Min(LongestTag, text.Length - tag));
            if (close > 0 && close < lastEnd && IsTag(text, tag, "at"))
            {
                var end = text.IndexOf(MentionEnd, close, StringComparison.OrdinalIgnoreCase);
                var inner = text[(close + 1)..end];
                var label = Tidy(Decoded(inner));
                var isBot = Mention.Take(mentions, label) is { } mention ? mention.IsBot : label == botName;
                plain.Append(isBot ? " " : inner);
                metBot |= isBot;
                at = end + MentionEnd.Length;
            }
            else if (close > 0 && (IsTag(text, tag, "quoted") || IsTag(text, tag, "/quoted")))
            {
                plain.Append(' ');
                at = close + 1;
            }
            else
            {
                plain.Append('<');
                at = tag + 1;
            }
        }

        return (plain.Append(text, at, text.Length - at).ToString(), metBot);
    }

    private static bool IsTag(string text, int open, string name)
    {
        var after = open + 1 + name.Length;
        return after < text.Length
            && text.AsSpan(open + 1, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase)
            && (text[after] is '>' or '/' || char.IsWhiteSpace(text[after]));
    }

    private static string Decoded(string text) => text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;

    private static bool IsTidy(string text)
    {
        var previous = ' ';
        foreach (var c in text)
        {
            if (c > '~' ? char.IsWhiteSpace(c) || IsInvisible(c) || c is >= '\u0300' and <= '\u036F' : c < ' ' || (c == ' ' && previous == ' '))
            {
                return false;
            }

            previous = c;
        }

        return text.Length == 0 || previous != ' ';
    }

    private static bool IsInvisible(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control;

    /// <summary>A mention as the entities list it, found again in the text by its label.</summary>
    private sealed class Mention(bool isBot, string? label, string? plain)
    {
        public bool IsBot => isBot;

        /// <summary>How it stands in the text, where that is without a tag.</summary>
        public string? Plain => plain;

        public bool IsUsed { get; private set; }

        public static List<Mention> All(IReadOnlyList<Entity?>? entities, string botId, string? botName)
        {
            var mentions = new List<Mention>(0);
            foreach (var entity in entities ?? [])
            {
                if (entity is { Type: "mention", Mentioned: { } mentioned })
                {
                    var isBot = mentioned.Id == botId;

                    // The text is missing when the name has an ampersand.
                    var written = entity.Text ?? mentioned.Name ?? (isBot ? botName : null) ?? "";
                    var isTagged = written.StartsWith("<at", StringComparison.OrdinalIgnoreCase);
                    var inner = isTagged ? written[(written.IndexOf('>', StringComparison.Ordinal) + 1)..].Replace(MentionEnd, "", StringComparison.OrdinalIgnoreCase) : written;
                    mentions.Add(new Mention(isBot, Tidy(Decoded(inner)), isTagged ? null : entity.Text));
                }
            }

            return mentions;
        }

        /// <summary>The next mention with this label. Two people may have the same name: each stands for one place in the text, in order.</summary>
        public static Mention? Take(List<Mention> mentions, string label)
        {
            var found = mentions.Find(mention => !mention.IsUsed && mention.Is(label)) ?? mentions.Find(mention => mention.Is(label));
            if (found is not null)
            {
                found.IsUsed = true;
            }

            return found;
        }

        private bool Is(string other) => string.Equals(label, other, StringComparison.OrdinalIgnoreCase);
    }
}
