using ChiBoBot.Understanding.Particulars;

namespace ChiBoBot.Understanding.Learning;

/// <summary>Learns the particulars: which slots each intent carries, which values they take, and what speaks for each.</summary>
internal static class HeadTeacher
{
    private const int FewestOfValue = 2;

    public static List<Head> HeadsOf(IReadOnlyList<Labelled> corpus)
    {
        var intents = new SortedDictionary<string, ulong>(StringComparer.Ordinal);
        var values = new SortedDictionary<string, SortedDictionary<string, int>>(StringComparer.Ordinal);
        foreach (var request in corpus.SelectMany(l => l.Also.Prepend(l.Request)))
        {
            foreach (var (slot, value) in request.Slots)
            {
                if (slot is "ambiguous")
                {
                    continue;
                }

                intents[slot] = intents.GetValueOrDefault(slot) | (1UL << (int)request.Intent);
                if (!values.TryGetValue(slot, out var counts))
                {
                    values.Add(slot, counts = new(StringComparer.Ordinal));
                }

                var word = Values.Write(value);
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        }

        List<Head> heads = [];
        var first = 0;
        foreach (var (slot, counts) in values)
        {
            var literals = counts.Where(c => c.Value >= FewestOfValue && MayBeLearned(slot, c.Key)).Select(c => c.Key);
            string[] choices = Candidates.AreTaken(slot) ? ["", Head.AsFound, .. literals] : ["", .. literals];
            if (choices.Length > 1)
            {
                heads.Add(new(slot, intents[slot], choices, first));
                first += choices.Length;
            }
        }

        return heads;
    }

    /// <summary>The right choice for a head; -1 where the head cannot say it.</summary>
    public static int GoldOf(Head head, Slots gold, object? candidate)
    {
        foreach (var (slot, value) in gold)
        {
            if (slot == head.Slot)
            {
                return candidate is not null && Values.Agree(slot, value, candidate)
                    ? Array.IndexOf(head.Choices, Head.AsFound)
                    : Array.IndexOf(head.Choices, Values.Write(value));
            }
        }

        return 0;
    }

    private static bool MayBeLearned(string slot, string value) => slot switch
    {
        "person" => value == "self",
        "period" => !value.Contains(':'),
        "duty" or "message" or "topic" or "place" or "value" or "unit" or "target_hint" or "date" or "date_from" or "date_to" or "time" or "end_time" or "exclude" or "years" or "lead_time" or "duration" or "major" or "note" or "target_no" or "top" or "age_under" or "weekday" => false,
        "filter" => value is "committee" or "chính thức",
        _ => true,
    };
}
