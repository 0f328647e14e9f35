using System.Text;

namespace ChiBoBot.Teams.Outbound;

/// <summary>
/// Mentions as Teams takes them: what stands in the text and in the entity is the same, letter for letter, and without the letters
/// <c>&amp; &lt; &gt;</c>, over which Teams refuses the message or shows it badly. The id does the mentioning; the name is only shown.
/// </summary>
internal static class MentionWriter
{
    public static string Tag(string name) => $"<at>{name}</at>";

    /// <summary>The text with names that Teams takes, and who is mentioned by which name.</summary>
    public static (string Text, IReadOnlyList<(string Id, string Name)> Mentions) Alias(string text, IReadOnlyList<Sender> people)
    {
        var mentions = new List<(string, string)>(people.Count);
        foreach (var person in people)
        {
            var name = person.Name ?? "";
            var alias = Clean(name);
            if (alias.Length == 0)
            {
                throw ActivityWriter.Refused("MentionWithoutName", "Nobody can be mentioned without a name.");
            }

            var tag = Tag(name);
            if (text.Contains(tag, StringComparison.Ordinal))
            {
                text = text.Replace(tag, Tag(alias), StringComparison.Ordinal);
            }
            else if (!text.Contains(Tag(alias), StringComparison.Ordinal))
            {
                throw ActivityWriter.Refused("MentionNotInText", "The text doesn't name everybody who is mentioned, as <at>name</at>; Teams would refuse it.");
            }

            if (!mentions.Contains((person.TeamsId, alias)))
            {
                mentions.Add((person.TeamsId, alias));
            }
        }

        return (text, mentions);
    }

    private static string Clean(string name)
    {
        if (name.AsSpan().IndexOfAny('&', '<', '>') < 0)
        {
            return name.Trim();
        }

        var clean = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            var shown = letter is '&' or '<' or '>' ? ' ' : letter;
            if (shown != ' ' || (clean.Length > 0 && clean[^1] != ' '))
            {
                clean.Append(shown);
            }
        }

        return clean.ToString().TrimEnd();
    }
}
