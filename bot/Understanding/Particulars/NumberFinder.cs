using System.Globalization;
using ChiBoBot.Understanding.Dates;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding.Particulars;

/// <summary>Finds what numbers stand for: “chỉ tiêu số 3”, “top 5”, “từ 3 buổi trở lên”, “dưới 35 tuổi”, “40 năm tuổi Đảng”, “hai phần ba”, “trước một ngày”.</summary>
internal static class NumberFinder
{
    public static void Find(Sentence sentence, List<Finding> found)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            if (!Numbers.Read(sentence, i, out var number, out var length))
            {
                if (sentence[i] is { Kind: TokenKind.Pair, First: 2, Second: 3 })
                {
                    found.Add(new("threshold", "2/3", i, i + 1));
                }

                continue;
            }

            var before = sentence.Bare(i - 1);
            var after = sentence.Bare(i + length);
            if (after == "phan" && sentence.Bare(i + length + 1) == "ba")
            {
                found.Add(new("threshold", $"{number}/3", i, i + length + 2));
                i += length + 1;
                continue;
            }

            var finding = TargetNumber(sentence, i, number, length, before, after)
                ?? Age(number, i, length, before, after, sentence)
                ?? Years(number, i, length, before, after, sentence)
                ?? Meetings(number, i, length, before, after, sentence)
                ?? Rank(number, i, length, before, after, sentence)
                ?? Span(number, i, length, before, after, sentence)
                ?? Threshold(number, i, length, before, after);
            if (finding is { } one)
            {
                found.Add(one);
                i = Math.Max(i, one.To - 1);
            }
        }
    }

    private static Finding? TargetNumber(Sentence sentence, int i, int number, int length, string before, string after)
    {
        if (number > 99 || after is "%" or "phan" || (sentence[i].Kind == TokenKind.Word && before is "tieu" or "muc"))
        {
            return null;
        }

        var first = i;
        // “sos” is “số” with one stroke too few.
        if (before is "so" or "sos" or "thu" or "number")
        {
            first--;
        }

        var head = sentence.Bare(first - 1);
        var isTarget = (head is "tieu" && sentence.Bare(first - 2) is "chi")
            || head is "target" or "kpi"
            || (head is "muc" && first < i)
            || (head is "cai" && first < i && before == "so");
        return isTarget && !(first == i && after is "dang" or "cay" or "nguoi" or "nao" or "thang") ? new("target_no", number, first, i + length) : null;
    }

    private static Finding? Age(int number, int i, int length, string before, string after, Sentence sentence) =>
        number is >= 18 and < 100 && (before is "duoi" or "<" or "under" or "toi" or "chua" || (before == "hon" && sentence.Bare(i - 2) == "kem"))
            && after is not ("%" or "phan" or "nam" or "buoi") && !(before is "toi" or "chua" && after != "tuoi")
            ? new("age_under", number, i - 1, i + length)
            : null;

    private static Finding? Years(int number, int i, int length, string before, string after, Sentence sentence) =>
        number is >= 5 and <= 90 && ((after is "nam" && (sentence.Bare(i + length + 1) is "tuoi" or "vao" or "dang" or "ket" or "ngay" || before is "tron" or "du" or "huy" or "tren" or "moc"))
            || (after is "tuoi" && (sentence.Bare(i + length + 1) is "dang" || before is "tron")) || (before is "hieu") || (before is "tron" or "moc") || (after is "nam" && Mentions(sentence, "tuoi", "dang")))
            ? new("years", number, i, i + length)
            : null;

    private static Finding? Meetings(int number, int i, int length, string before, string after, Sentence sentence)
    {
        if (number > 60 || after is not ("buoi" or "lan" or "ky" or "cuoc" or "hom" or "bua"))
        {
            return null;
        }

        var later = sentence.Bare(i + length + 1) is "tro" or "do" || sentence.Bare(i + length + 2) is "tro";
        if (before is "tren" or "qua" or "hon")
        {
            return new("min_absent", number + 1, i, i + length + 1);
        }

        return later || sentence.Bare(i + length + 1) is "lien" || before is "tu" or "nhat" or "it" or "du" || sentence.Bare(i - 2) is "it"
            ? new("min_absent", number, i, i + length + 1)
            : null;
    }

    private static Finding? Rank(int number, int i, int length, string before, string after, Sentence sentence)
    {
        if (before == "top")
        {
            return new("top", number, i - 1, i + length);
        }

        if (before == "thu" && (sentence.Bare(i - 2) is "nguoi" or "dung" or "hang" || after is "la"))
        {
            return new("rank", number, i - 1, i + length);
        }

        return number is > 1 and < 30 && after is "nguoi" or "dong" or "dang" or "ban" && Mentions(sentence, "nhat", "nhieu") && before is not ("tu" or "du" or "chi")
            ? new("top", number, i, i + length)
            : null;
    }

    private static Finding? Span(int number, int i, int length, string before, string after, Sentence sentence)
    {
        var unit = after switch { "ngay" or "hom" => "d", "tieng" or "gio" => "h", "phut" => "m", "tuan" => "w", _ => "" };
        if (unit.Length == 0)
        {
            return null;
        }

        if (before is "truoc" || sentence.Bare(i + length + 1) is "truoc" || (sentence.Bare(i - 2) is "truoc" && before is "khoang" or "dung" or "do") || (after != "gio" && number < 61 && FollowsMeeting(sentence, i)))
        {
            return new("lead_time", string.Create(CultureInfo.InvariantCulture, $"{(unit == "w" ? number * 7 : number)}{(unit == "w" ? "d" : unit)}"), i - 1, i + length + 1);
        }

        var words = after switch { "phut" => "phút", "tieng" => "tiếng", "gio" => "giờ", "tuan" => "tuần", _ => null };
        return words is null ? null : new("duration", string.Create(CultureInfo.InvariantCulture, $"{number} {words}"), i, i + length + 1);
    }

    /// <summary>“trước buổi họp chi ủy một tiếng”; “buổi trước họp một tiếng” tells how long one was.</summary>
    private static bool FollowsMeeting(Sentence sentence, int i)
    {
        for (var at = i - 1; at >= Math.Max(0, i - 7) && sentence[at].After == Break.None; at--)
        {
            switch (sentence.Bare(at))
            {
                case "truoc":
                    return at < i - 1 && sentence.Bare(at - 1) is not ("lan" or "buoi" or "tuan" or "thang" or "nam" or "ky" or "hom" or "quy" or "bua" or "hop" or "cuoc");
                case "khoang" or "dung" or "do" or "hop" or "buoi" or "bua" or "hom" or "ngay" or "ky" or "phien" or "cuoc" or "gio" or "khi" or "luc" or "chi" or "bo" or "uy" or "sinh" or "hoat" or "mai" or "sang" or "chieu" or "nay" or "dien" or "ra" or "bat" or "dau" or "toi":
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

    private static Finding? Threshold(int number, int i, int length, string before, string after) =>
        after is "%" or "phan" && before is "tren" or "duoi" or "qua" or "hon" or "nhat" or ">" or "<"
            ? new("threshold", number.ToString(CultureInfo.InvariantCulture), i, i + length + 1)
            : null;

    private static bool Mentions(Sentence sentence, string first, string second)
    {
        var seen = false;
        for (var i = 0; i < sentence.Count; i++)
        {
            var bare = sentence.Bare(i);
            if (bare == second && seen)
            {
                return true;
            }

            seen |= bare == first;
        }

        return second is "nhieu" && seen;
    }
}
