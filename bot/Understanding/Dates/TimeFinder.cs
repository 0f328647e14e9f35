using System.Globalization;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding.Dates;

/// <summary>Finds clock times: “14h30”, “2 giờ chiều”, “7 rưỡi tối”, “3 giờ kém 15”, “từ 8h đến 10h”.</summary>
internal static class TimeFinder
{
    public static void Find(Sentence sentence, List<Finding> found)
    {
        var isEnd = false;
        for (var i = 0; i < sentence.Count; i++)
        {
            if (!Read(sentence, i, out var hour, out var minute, out var length))
            {
                continue;
            }

            var slot = isEnd && (sentence.Bare(i - 1) is "den" or "toi" or "ket" or "xong" || IsJoined(sentence, i)) ? "end_time" : "time";
            var part = PartOfDay(sentence, i, i + length);
            hour = part switch
            {
                "chieu" when hour < 12 => hour + 12,
                "toi" or "dem" when hour is >= 5 and < 12 => hour + 12,
                "trua" when hour < 4 => hour + 12,
                "" when hour is >= 1 and <= 5 => hour + 12,
                _ => hour,
            };
            found.Add(new(slot, string.Create(CultureInfo.InvariantCulture, $"{hour % 24:00}:{minute:00}"), i, i + length));
            isEnd = true;
            i += length - 1;
        }
    }

    private static bool Read(Sentence sentence, int i, out int hour, out int minute, out int length)
    {
        (hour, minute, length) = (0, 0, 0);
        if (sentence[i].Kind == TokenKind.Clock)
        {
            (hour, minute, length) = (sentence[i].First, sentence[i].Second, 1);
            Refine(sentence, i + 1, ref hour, ref minute, ref length);
            return true;
        }

        if (!Numbers.Read(sentence, i, out hour, out var digits) || hour > 24 || IsPartOfWord(sentence, i))
        {
            return false;
        }

        var next = sentence.Bare(i + digits);
        if (next is "gio" && !IsDuration(sentence, i + digits))
        {
            length = digits + 1;
            if (Numbers.Read(sentence, i + length, out var minutes, out var words) && minutes < 60 && (words > 1 || sentence.Kind(i + length) is TokenKind.Integer) && !StartsDay(sentence, i + length))
            {
                minute = minutes;
                length += words;
                length += sentence.Bare(i + length) is "phut" ? 1 : 0;
            }
            else
            {
                Refine(sentence, i + length, ref hour, ref minute, ref length);
            }

            return true;
        }

        if (next is "ruoi" && (sentence[i].Kind == TokenKind.Integer || hour > 0))
        {
            (minute, length) = (30, digits + 1);
            return sentence.Bare(i + length) is not ("trieu" or "nam" or "thang");
        }

        return false;
    }

    /// <summary>“… rưỡi”, “… kém 15”.</summary>
    private static void Refine(Sentence sentence, int at, ref int hour, ref int minute, ref int length)
    {
        if (sentence.Bare(at) == "ruoi")
        {
            minute = 30;
            length++;
        }
        else if (sentence.Bare(at) == "kem" && Numbers.Read(sentence, at + 1, out var less, out var digits) && less is > 0 and < 60)
        {
            (hour, minute) = (hour - 1, 60 - less);
            length += 1 + digits;
        }
    }

    /// <summary>“14h-16h”: nothing but a dash between two times.</summary>
    private static bool IsJoined(Sentence sentence, int i) =>
        i > 0 && sentence[i - 1].Kind == TokenKind.Clock && sentence.Text[sentence[i - 1].End..sentence[i].Start].Trim() is "-" or "–" or "—";

    private static bool IsPartOfWord(Sentence sentence, int i) =>
        sentence[i].Kind == TokenKind.Word && sentence.Bare(i - 1) is "thu" or "dong" or "may";

    private static bool IsDuration(Sentence sentence, int at) => sentence.Bare(at + 1) is "dong" or "nua";

    private static bool StartsDay(Sentence sentence, int at) => sentence.Bare(at + 1) is "thang" or "chi" or "nguoi";

    private static string PartOfDay(Sentence sentence, int from, int to)
    {
        for (var i = to; i < Math.Min(sentence.Count, to + 2); i++)
        {
            if (IsPart(sentence, i))
            {
                return sentence.Bare(i);
            }
        }

        for (var i = from - 1; i >= Math.Max(0, from - 6); i--)
        {
            if (IsPart(sentence, i))
            {
                return sentence.Bare(i);
            }
        }

        for (var i = to + 2; i < Math.Min(sentence.Count, to + 6); i++)
        {
            if (IsPart(sentence, i) && sentence.Bare(i) != "toi")
            {
                return sentence.Bare(i);
            }
        }

        return "";
    }

    private static bool IsPart(Sentence sentence, int i) => sentence.Bare(i) switch
    {
        "sang" => !sentence[i].Marked ? sentence.Bare(i - 1) is not ("doi" or "chuyen" or "lui" or "day") : sentence.Is(i, "sangS", ""),
        "chieu" or "trua" or "dem" => true,
        "toi" => sentence[i].Marked ? sentence.Is(i, "tôiS", "") : sentence.Bare(i + 1) is "nay" or "mai" or "qua" || sentence[i].Word?.Key == "tôiS",
        _ => false,
    };
}
