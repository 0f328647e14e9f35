using ChiBoBot.Understanding.Particulars;

namespace ChiBoBot.Understanding.Learning;

/// <summary>Learns the particulars: which slots each intent carries, which values they take, and what speaks for each.</summary>
internal static class HeadTeacher
{
    /// <summary>What fewer sentences say is not learned: the model has no room for every value.</summary>
    private const int FewestOfValue = 7;

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

        // A day may stand in any question about meetings, whether or not the corpus happens to have it there.
        foreach (var slot in (string[])["period", "date", "date_from", "date_to", "weekday", "time_of_day"])
        {
            if (intents.ContainsKey(slot))
            {
                intents[slot] |= AboutMeetings();
            }
        }

        // Who is asked about may be named by a post.
        if (intents.TryGetValue("person", out var persons) && intents.ContainsKey("post"))
        {
            intents["post"] |= persons & ~(1UL << (int)Intent.CmdSendReminder);
        }

        if (intents.ContainsKey("period"))
        {
            intents["period"] |= AboutYears();
        }

        List<Head> heads = [];
        var first = 0;
        foreach (var (slot, counts) in values)
        {
            string[] choices = ["", .. counts.Where(c => c.Value >= FewestOfValue && MayBeLearned(slot, c.Key)).Select(c => c.Key)];
            heads.Add(new(slot, intents[slot], choices, first));
            first += heads[^1].Outputs;
        }

        return first <= SparseModel.MostOutputs
            ? heads
            : throw new InvalidOperationException($"The corpus gives {first} values of particulars; the model holds {SparseModel.MostOutputs}.");
    }

    private static ulong AboutMeetings() => Enum.GetValues<Intent>()
        .Where(i => IntentNames.FamilyOf(i) is Family.Events or Family.Attendance || i is Intent.CmdCreateMeeting or Intent.CmdSendReminder or Intent.CmdOpenAttendance or Intent.CancelCommand or Intent.MemberAnniversary)
        .Aggregate(0UL, (bits, intent) => bits | (1UL << (int)intent));

    private static ulong AboutYears() => Enum.GetValues<Intent>()
        .Where(i => IntentNames.FamilyOf(i) is Family.Targets or Family.Assessment || i is Intent.CmdRecordTarget or Intent.CmdExportReport or Intent.ConfidentialRequest)
        .Aggregate(0UL, (bits, intent) => bits | (1UL << (int)intent));

    /// <summary>Whether the candidate is what a person says the sentence means.</summary>
    public static bool IsMeant(Candidate candidate, Slots gold)
    {
        foreach (var (slot, value) in gold)
        {
            if (slot == candidate.Slot)
            {
                return Values.IsFreeText(slot) || (value is IReadOnlyList<string> several
                    ? several.Any(one => Values.Agree(slot, one, candidate.Value))
                    : Values.Agree(slot, value, candidate.Value));
            }
        }

        return false;
    }

    /// <summary>The right choice for a head; -1 where the head cannot say it.</summary>
    public static int GoldOf(Head head, Slots gold)
    {
        foreach (var (slot, value) in gold)
        {
            if (slot == head.Slot)
            {
                return Array.IndexOf(head.Choices, Values.Write(value));
            }
        }

        return 0;
    }

    private static bool MayBeLearned(string slot, string value) => slot switch
    {
        // “bí thư và thư ký”: each is found by its own words.
        "post" or "qualification" => !value.Contains('|'),
        "person" => value == "self",
        "period" => !value.Contains(':'),
        "duty" or "message" or "topic" or "place" or "value" or "unit" or "target_hint" or "date" or "date_from" or "date_to" or "time" or "end_time" or "exclude" or "years" or "lead_time" or "duration" or "major" or "note" or "target_no" or "top" or "rank" or "min_absent" or "threshold" or "compare" or "age_under" or "weekday" => false,
        "filter" => value is "committee" or "chính thức",
        _ => true,
    };
}
