using ChiBoBot.Understanding.Names;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding.Particulars;

/// <summary>What the words of a sentence themselves give for a slot.</summary>
internal static class Candidates
{
    /// <summary>Whether the slot's value is taken from what was found rather than learned value by value.</summary>
    public static bool AreTaken(string slot) => slot is
        "person" or "exclude" or "ambiguous" or "post" or "qualification" or "format" or "period" or "date" or "date_from" or "date_to" or "weekday" or "time" or "end_time" or "time_of_day"
        or "target_no" or "target_hint" or "top" or "rank" or "min_absent" or "age_under" or "years" or "value" or "unit" or "threshold" or "lead_time" or "duration"
        or "place" or "topic" or "message" or "duty" or "filter" or "all_day" or "report" or "compare";

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
            case "weekday":
                return Weekdays(parts) ?? FromFindings(parts, slot);
            case "time_of_day":
                // “2 giờ chiều” is a time already.
                return FromFindings(parts, "time") is null ? FromFindings(parts, slot) : null;
            default:
                return FromFindings(parts, slot);
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

    /// <summary>What was found for the slot: after a story the last of several, otherwise the first, but the new one where a meeting is moved.</summary>
    private static object? FromFindings(Parts parts, string slot)
    {
        object? first = null;
        object? last = null;
        var seam = Seam(parts.Sentence);
        var moved = Moved(parts.Sentence);
        var isDay = slot is "period" or "weekday" or "date" or "time_of_day";
        var movedDay = moved > 0 && isDay && parts.Findings.Exists(f => f.From >= moved && f.Slot is "period" or "weekday" or "date");
        foreach (var finding in parts.Findings)
        {
            if (finding.Slot != slot || (movedDay && finding.From < moved))
            {
                continue;
            }

            first ??= finding.Value;
            if (finding.From >= seam && (last is null || moved > 0))
            {
                last = finding.Value;
            }
        }

        return last ?? first;
    }

    /// <summary>“t2 t3 tuần sau”: two days side by side are both asked.</summary>
    private static string[]? Weekdays(Parts parts)
    {
        var days = parts.Findings.FindAll(f => f.Slot == "weekday");
        return days.Count == 2 && days[1].From - days[0].To <= 1 && Moved(parts.Sentence) == 0 && days[0].Value != days[1].Value
            ? [(string)days[0].Value, (string)days[1].Value]
            : null;
    }

    /// <summary>Where the last sentence of a message begins; for a long single sentence its last third.</summary>
    private static int Seam(Sentence sentence)
    {
        for (var i = sentence.Count - 1; i > 0; i--)
        {
            if (sentence[i - 1].After >= Break.Stop)
            {
                return i;
            }
        }

        return sentence.Count > 22 ? sentence.Count * 2 / 3 : 0;
    }

    /// <summary>“dời họp thứ Năm sang thứ Sáu”: where the new time begins; 0 where nothing is moved.</summary>
    private static int Moved(Sentence sentence)
    {
        var verb = false;
        for (var i = 0; i < sentence.Count; i++)
        {
            var bare = sentence.Bare(i);
            if (verb && bare is "sang" or "qua" or "thanh" or "lai" or "xuong" or "len" && !(bare == "sang" && sentence.Is(i, "sangS", "")) && !(bare == "qua" && sentence.Bare(i - 1) is "hom"))
            {
                return i;
            }

            verb |= bare is "doi" or "chuyen" or "lui" or "hoan" or "day" or "dat" or "roi";
        }

        return 0;
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
            if (hit.Slot != slot || (slot == "post" && parts.Sentence.Bare(hit.From - 1) is "hop" or "phien" or "buoi" or "lich"))
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

        if (slot == "report" && first == "overview" && all is not null)
        {
            // “tổng hợp” says how, the other word of what.
            return all[1];
        }

        return all is null || slot is "report" or "format" ? first : all.ToArray();
    }
}
