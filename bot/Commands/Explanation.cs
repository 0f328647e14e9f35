using ChiBoBot.Cards;
using ChiBoBot.Understanding;
using ChiBoBot.Understanding.Learning;
using ChiBoBot.Understanding.Particulars;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Commands;

/// <summary>Says in Vietnamese how a sentence was read, for somebody who does not program.</summary>
internal static class Explanation
{
    private const int MostReasons = 6;

    public static IReadOnlyList<string> Of(string text, Reading reading, Reader reader, ReadingContext context)
    {
        var parts = new Parts();
        reader.Knowledge.Parts.Read(text, reader.NamesOf(context), parts);
        List<string> lines = [];
        if (text.Length > Cleaner.MostRead)
        {
            lines.Add(ReadingText.Cut(text.Length, Cleaner.MostRead));
        }

        lines.Add(ReadingText.ReadAs(TextFinder.Words(parts.Sentence, 0, parts.Sentence.Count)));
        AddMended(parts.Sentence, lines);
        foreach (var mention in parts.Mentions)
        {
            var typed = Typed(parts.Sentence, mention.From, mention.To);
            var members = mention.Members.Select(m => parts.Names.Members[m].Name).ToList();
            lines.Add(members.Count == 1 ? ReadingText.Named(typed, members[0]) : ReadingText.NamedSeveral(typed, members));
        }

        if (parts.Payload is { } payload)
        {
            lines.Add(ReadingText.Harmful(payload));
        }

        var previous = context.Previous is { } before && FollowUp.MayLean(parts.Sentence) ? before : null;
        if (previous is not null)
        {
            lines.Add(ReadingText.Leans(Title(previous)));
        }

        var first = reading.Requests[0];
        if (parts.Sentence.Count > 0)
        {
            reader.Specify(parts, first.Intent, previous);
            AddFound(parts, reading, lines);
        }

        lines.Add(ReadingText.Understood(Title(first), Particulars(first)));
        foreach (var other in reading.Requests.Skip(1))
        {
            lines.Add(ReadingText.AlsoUnderstood(Title(other), Particulars(other)));
        }

        AddReasons(parts, first.Intent, reader, lines);
        lines.Add(reading.IsSure
            ? ReadingText.Sure(reading.Confidence)
            : ReadingText.Unsure(reading.Confidence, reading.Alternatives.Prepend(first).Select(Title)));
        return lines;
    }

    /// <summary>What the words give, and what of it only stands in the story.</summary>
    private static void AddFound(Parts parts, Reading reading, List<string> lines)
    {
        foreach (var candidate in parts.Candidates.OrderBy(c => c.From))
        {
            var particular = SlotText.Of(candidate.Slot, Write(candidate.Value));
            if (candidate.Slot != "person" && candidate.To > candidate.From && candidate.From >= 0)
            {
                var isMeant = reading.Requests.Any(r => r.Slots.Any(s => s.Key == candidate.Slot && Values.Agree(s.Key, s.Value, candidate.Value)));
                var typed = Typed(parts.Sentence, candidate.From, candidate.To);
                lines.Add(isMeant ? ReadingText.Says(typed, particular) : ReadingText.OnlyTells(typed, particular));
            }
        }
    }

    /// <summary>The words that spoke loudest for the intent.</summary>
    private static void AddReasons(Parts parts, Intent intent, Reader reader, List<string> lines)
    {
        var sentence = parts.Sentence;
        var reasons = new List<(string Words, int Weight)>();
        for (var i = 0; i < sentence.Count; i++)
        {
            for (var length = 1; length <= 2 && i + length <= sentence.Count; length++)
            {
                var weight = FeatureReader.WordsAt(sentence, i, length) is { } feature ? reader.Knowledge.Intents.WeightOf(feature, (int)intent) : 0;
                if (weight > 0)
                {
                    reasons.Add((TextFinder.Words(sentence, i, i + length), weight));
                }
            }
        }

        var loudest = reasons.OrderByDescending(r => r.Weight).Select(r => r.Words).Distinct().Take(MostReasons).ToList();
        if (loudest.Count > 0)
        {
            lines.Add(ReadingText.Because(loudest));
        }
    }

    private static void AddMended(Sentence sentence, List<string> lines)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            if (!sentence[i].Mended)
            {
                continue;
            }

            // All words that one abbreviation stands for share its place in the text.
            var to = i + 1;
            while (to < sentence.Count && sentence[to].Start == sentence[i].Start)
            {
                to++;
            }

            lines.Add(ReadingText.Mended(Typed(sentence, i, to), TextFinder.Words(sentence, i, to)));
            i = to - 1;
        }
    }

    private static string Typed(Sentence sentence, int from, int to) => sentence.Typed(from, to).ToString();

    private static string Title(Request request) => IntentText.Title(IntentNames.NameOf(request.Intent));

    private static List<string> Particulars(Request request) => [.. request.Slots.Select(s => SlotText.Of(s.Key, Write(s.Value)))];

    private static string Write(object value) => Values.Write(value).TrimStart('#');
}
