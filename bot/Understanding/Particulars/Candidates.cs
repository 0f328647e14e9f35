using ChiBoBot.Understanding.Names;

namespace ChiBoBot.Understanding.Particulars;

/// <summary>What the words of a sentence themselves give for a slot.</summary>
internal static class Candidates
{
    /// <summary>Whether the slot's value is taken from what was found rather than learned value by value.</summary>
    public static bool AreTaken(string slot) => slot is
        "person" or "exclude" or "ambiguous" or "post" or "qualification" or "format" or "period" or "date" or "date_from" or "date_to" or "weekday" or "time" or "end_time" or "time_of_day"
        or "target_no" or "target_hint" or "top" or "rank" or "min_absent" or "age_under" or "years" or "value" or "unit" or "threshold" or "lead_time" or "duration"
        or "place" or "topic" or "message" or "duty" or "filter" or "all_day" or "report";

    /// <summary>The value that the words give; null where they give none.</summary>
    public static object? Find(Parts parts, string slot)
    {
        switch (slot)
        {
            case "person":
                return Person(parts);
            case "exclude":
                return Excluded(parts) is { } excluded ? parts.Names.Members[excluded.Members[0]].Name : null;
            case "post" or "qualification" or "format" or "report":
                return FromPhrases(parts, slot);
            default:
                foreach (var finding in parts.Findings)
                {
                    if (finding.Slot == slot)
                    {
                        return finding.Value;
                    }
                }

                return null;
        }
    }

    /// <summary>“ngoài anh Thắng ra”: the one who is not asked about.</summary>
    public static Mention? Excluded(Parts parts)
    {
        foreach (var mention in parts.Mentions)
        {
            for (var i = mention.From - 1; i >= Math.Max(0, mention.From - 3); i--)
            {
                if (parts.Sentence.Bare(i) is "ngoai" or "tru" || (parts.Sentence.Bare(i) is "khong" && parts.Sentence.Bare(i + 1) is "tinh" or "ke"))
                {
                    return mention;
                }
            }

            if (parts.Sentence.Bare(mention.To) == "khong" && parts.Sentence.Bare(mention.To + 1) == "tinh")
            {
                return mention;
            }
        }

        return null;
    }

    /// <summary>The member named, several in the order of the sentence, or a bare given name that fits two.</summary>
    public static object? Person(Parts parts)
    {
        var excluded = Excluded(parts);
        string? first = null;
        List<string>? all = null;
        foreach (var mention in parts.Mentions)
        {
            if (mention == excluded)
            {
                continue;
            }

            var name = NameOf(parts, mention);
            if (first is null)
            {
                first = name;
            }
            else if (name != first && !(all?.Contains(name) ?? false))
            {
                (all ??= [first]).Add(name);
            }
        }

        return all is null ? first : all.ToArray();
    }

    public static bool IsAmbiguous(Parts parts)
    {
        foreach (var mention in parts.Mentions)
        {
            if (mention.IsAmbiguous)
            {
                return true;
            }
        }

        return false;
    }

    private static string NameOf(Parts parts, Mention mention)
    {
        var member = parts.Names.Members[mention.Members[0]];
        return mention.IsAmbiguous ? string.Join(' ', member.Words[^Math.Min(mention.To - mention.From, member.Words.Length)..].Select(w => w.Text)) : member.Name;
    }

    private static object? FromPhrases(Parts parts, string slot)
    {
        string? first = null;
        List<string>? all = null;
        foreach (var hit in parts.Hits)
        {
            if (hit.Slot != slot)
            {
                continue;
            }

            if (first is null)
            {
                first = hit.Value;
            }
            else if (hit.Value != first && !(all?.Contains(hit.Value) ?? false))
            {
                (all ??= [first]).Add(hit.Value);
            }
        }

        return all is null || slot is "report" or "format" ? first : all.ToArray();
    }
}
