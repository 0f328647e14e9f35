using System.Runtime.InteropServices;
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

    /// <summary>Gathers what was found into one list, in no order of importance.</summary>
    public static void Gather(Parts parts)
    {
        var gathered = parts.Candidates;
        gathered.Clear();
        foreach (var finding in parts.Findings)
        {
            gathered.Add(new(finding.Slot, finding.Value, finding.From, finding.To));
        }

        foreach (var hit in parts.Hits)
        {
            // “của tôi” and the like only hint at the asker: what was learned decides.
            if (hit.Slot is not ("person" or "sense"))
            {
                gathered.Add(new(hit.Slot, hit.Value, hit.From, hit.To));
            }
        }

        foreach (var mention in parts.Mentions)
        {
            // “Anh Sơn bảo nộp rồi. Hà Văn Sơn đã gửi chưa?”: the full name says which one.
            if (mention.IsAmbiguous && parts.Mentions.Exists(m => !m.IsAmbiguous && mention.Members.Contains(m.Members[0])))
            {
                continue;
            }

            gathered.Add(new(IsExcluded(parts.Sentence, mention) ? "exclude" : "person", NameOf(parts, mention), mention.From, mention.To, mention.IsAmbiguous));
        }
    }

    /// <summary>The value that the words give and the request means; null where they give none.</summary>
    public static object? Find(Parts parts, string slot) => slot switch
    {
        "person" or "post" or "qualification" or "field" or "grade" => All(parts, slot),
        "report" => Report(parts),
        "weekday" => Weekdays(parts) ?? Likeliest(parts, slot),
        // “2 giờ chiều” is a time already.
        "time_of_day" => Likeliest(parts, "time") is null ? Likeliest(parts, slot) : null,
        _ => Likeliest(parts, slot),
    };

    /// <summary>“Chị Lan … số di động của chị ấy”: who stands in the story is meant after all, as nobody else is.</summary>
    public static void TakeBack(Parts parts, Intent intent)
    {
        var candidates = parts.Candidates;
        if (candidates.Exists(c => c is { Slot: "person" or "post", IsMeant: true }) || !(intent is Intent.AttendancePerson or Intent.ConfidentialRequest || PointsToPerson(parts.Sentence)))
        {
            return;
        }

        var last = candidates.FindLastIndex(c => c.Slot == "person");
        if (last >= 0)
        {
            candidates[last] = candidates[last] with { Score = 1 };
        }
    }

    private static bool PointsToPerson(Sentence sentence)
    {
        for (var i = 1; i < sentence.Count; i++)
        {
            if (sentence.Bare(i) is "ay" or "do" or "nay" or "no" && sentence.Bare(i - 1) is "anh" or "chi" or "co" or "ong" or "ba" or "bac" or "nguoi" or "cau")
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsAmbiguous(Parts parts) => parts.Candidates.Exists(c => c is { Slot: "person", IsAmbiguous: true, IsMeant: true });

    /// <summary>“ngoài anh Thắng ra”: the one who is not asked about.</summary>
    private static bool IsExcluded(Sentence sentence, Mention mention)
    {
        for (var i = mention.From - 1; i >= Math.Max(0, mention.From - 3); i--)
        {
            if (sentence.Bare(i) is "tru" || (sentence.Bare(i) == "ngoai" && !IsLastYear(sentence, i)) || (sentence.Bare(i) is "khong" && sentence.Bare(i + 1) is "tinh" or "ke"))
            {
                return true;
            }
        }

        return sentence.Bare(mention.To) == "khong" && sentence.Bare(mention.To + 1) == "tinh";
    }

    /// <summary>“năm ngoái anh Thắng” leaves nobody out; “trong năm, ngoài anh Thắng” does.</summary>
    private static bool IsLastYear(Sentence sentence, int at) => sentence[at].Marked
        ? sentence[at].Word!.Key == "ngoaiS"
        : sentence.Bare(at - 1) == "nam" && sentence[at - 1].After == Break.None && sentence.Bare(at - 2) is not ("trong" or "ca");

    public static bool Has(Parts parts, string slot)
    {
        foreach (ref readonly var candidate in CollectionsMarshal.AsSpan(parts.Candidates))
        {
            if (candidate.Slot == slot)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How much the phrases for one value of a slot speak for it; null where there are none.</summary>
    public static int? ScoreOf(Parts parts, string slot, string value)
    {
        int? most = null;
        foreach (ref readonly var candidate in CollectionsMarshal.AsSpan(parts.Candidates))
        {
            if (candidate.Slot == slot && (most is null || candidate.Score > most) && value.Equals(candidate.Value))
            {
                most = candidate.Score;
            }
        }

        return most;
    }

    private static object? Likeliest(Parts parts, string slot)
    {
        object? best = null;
        var most = 0;
        foreach (ref readonly var candidate in CollectionsMarshal.AsSpan(parts.Candidates))
        {
            if (candidate.Slot == slot && candidate.Score > most)
            {
                (best, most) = (candidate.Value, candidate.Score);
            }
        }

        return best;
    }

    /// <summary>The value, or the different ones in the order of the sentence.</summary>
    private static object? All(Parts parts, string slot)
    {
        object? first = null;
        List<string>? all = null;
        foreach (ref readonly var candidate in CollectionsMarshal.AsSpan(parts.Candidates))
        {
            if (candidate.Slot != slot || !candidate.IsMeant)
            {
                continue;
            }

            if (first is null)
            {
                first = candidate.Value;
            }
            else if (!candidate.Value.Equals(first) && !(all?.Contains((string)candidate.Value) ?? false))
            {
                (all ??= [(string)first]).Add((string)candidate.Value);
            }
        }

        return all?.ToArray() ?? first;
    }

    /// <summary>“tổng hợp” says how, the other word of what.</summary>
    private static object? Report(Parts parts) => All(parts, "report") switch
    {
        string[] several => Array.Find(several, r => r != "overview"),
        var one => one,
    };

    /// <summary>“t2 t3 tuần sau”: two days side by side are both asked.</summary>
    private static string[]? Weekdays(Parts parts)
    {
        Candidate? before = null;
        foreach (ref readonly var candidate in CollectionsMarshal.AsSpan(parts.Candidates))
        {
            if (candidate is not { Slot: "weekday", IsMeant: true })
            {
                continue;
            }

            if (before is { } first && candidate.From - first.To <= 1 && !first.Value.Equals(candidate.Value))
            {
                return [(string)first.Value, (string)candidate.Value];
            }

            before = candidate;
        }

        return null;
    }

    private static string NameOf(Parts parts, Mention mention)
    {
        var member = parts.Names.Members[mention.Members[0]];
        return mention.IsAmbiguous ? string.Join(' ', member.Words[^Math.Min(mention.To - mention.From, member.Words.Length)..].Select(w => w.Text)) : member.Name;
    }
}
