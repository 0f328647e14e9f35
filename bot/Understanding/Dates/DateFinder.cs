using System.Globalization;
using ChiBoBot.Understanding.Names;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding.Dates;

/// <summary>Finds days, weeks, months, quarters and years: “tuần sau nữa”, “quý III”, “6 tháng đầu năm”, “3/12”, “thứ Năm tuần tới”.</summary>
internal readonly struct DateFinder
{
    private readonly List<Finding> _found;
    private readonly Sentence _sentence;

    private DateFinder(Sentence sentence, List<Finding> found)
    {
        _sentence = sentence;
        _found = found;
    }

    public static void Find(Sentence sentence, List<Finding> found)
    {
        var finder = new DateFinder(sentence, found);
        for (var i = 0; i < sentence.Count;)
        {
            i += Math.Max(1, finder.At(i));
        }

        finder.JoinMonth();
        finder.JoinRange();
    }

    /// <summary>“tháng 4 ngày 17”, “tháng sau, ngày 10”: one date, said the other way round.</summary>
    private void JoinMonth()
    {
        for (var i = 0; i + 1 < _found.Count; i++)
        {
            var (month, day) = (_found[i], _found[i + 1]);
            if (month is { Slot: "period", Value: string period } && day is { Slot: "date", Value: string date } && date.StartsWith("---", StringComparison.Ordinal) && day.From == month.To)
            {
                var year = i + 2 < _found.Count && _found[i + 2] is { Slot: "period", Value: string said } third && third.From == day.To && said.StartsWith("year:", StringComparison.Ordinal) ? said[5..] : null;
                var joined = period.StartsWith("month:", StringComparison.Ordinal) ? $"{year ?? "-"}-{period.AsSpan(6)}-{date.AsSpan(3)}" : period == "next_month" ? $"next_month-{date.AsSpan(3)}" : null;
                if (joined is not null)
                {
                    _found[i] = new("date", joined, month.From, day.To);
                    _found.RemoveRange(i + 1, year is null ? 1 : 2);
                }
            }
        }
    }

    /// <summary>“từ 10/10 đến 20/10”: two dates with “đến” between them are one range.</summary>
    private void JoinRange()
    {
        var first = _found.FindIndex(f => f.Slot == "date");
        var last = _found.FindLastIndex(f => f.Slot == "date");
        if (first == last || _found.FindIndex(first + 1, f => f.Slot == "date") != last)
        {
            return;
        }

        var (start, end) = (_found[first], _found[last]);
        if (_sentence.Bare(start.To) is "den" or "toi" || _sentence.Bare(end.From - 1) is "den")
        {
            _found.RemoveAll(f => f.Slot == "date");
            var (from, to) = ((string)start.Value, (string)end.Value);

            // “từ ngày 6 đến ngày 10 tháng 4”: the month is said once for both, and so is the year.
            var whole = IsDayAlone(from) && !IsDayAlone(to) && char.IsAsciiDigit(to[^1]) ? $"{to.AsSpan(0, to.Length - 2)}{from.AsSpan(3)}" : from;
            _found.Add(start with { Slot = "date_from", Value = whole });
            _found.Add(end with { Slot = "date_to" });
        }
    }

    /// <summary>“từ 20 đến 27 tháng 3”: the days of one month.</summary>
    private int Range(int i)
    {
        if (_sentence.Kind(i + 1) is not TokenKind.Integer || At3(i) is not ("den" or "toi") || _sentence.Kind(i + 3) is not TokenKind.Integer || Bare(i + 4) != "thang" || _sentence.Kind(i + 5) is not TokenKind.Integer)
        {
            return 0;
        }

        var (first, last, month) = (_sentence[i + 1].First, _sentence[i + 3].First, _sentence[i + 5].First);
        if (first is < 1 or > 31 || last < first || last > 31 || month is < 1 or > 12 || IsCounting(i + 6))
        {
            return 0;
        }

        var end = i + 6;
        var year = YearAt(ref end) is > 0 and var said ? said.ToString(CultureInfo.InvariantCulture) : "-";
        Add("date_from", $"{year}-{month:00}-{first:00}", i, i + 2);
        return 3 + Add("date_to", $"{year}-{month:00}-{last:00}", i + 3, end);
    }

    /// <summary>“3 tháng 2 lần” counts.</summary>
    private bool IsCounting(int i) => Bare(i) is "lan" or "buoi" or "ky" or "cuoc" or "phien" or "nguoi" or "dong" or "dot" or "luot";

    /// <summary>“nửa cuối năm ngoái”, “nửa năm đầu nhiệm kỳ”.</summary>
    private bool IsOfOtherYear(int i) => Bare(i) is "ngoai" or "truoc" or "qua" or "te" or "nhiem" || _sentence.Kind(i) is TokenKind.Integer;

    /// <summary>“khóa trước giờ họp”, “điểm danh khóa này”: shut, not a term.</summary>
    private bool IsLock(int i) => Before(i) is "danh" or "bi" or "tu" or "da" or "lop" or "hoc" or "mo" || At3(i) is "gio" or "khi" or "luc";

    private static bool IsDayAlone(string date) => date.StartsWith("---", StringComparison.Ordinal);

    /// <summary>The year that is said there, “năm 2027”; 0 where none is.</summary>
    private int YearAt(ref int end)
    {
        if (Bare(end) != "nam" || _sentence.Kind(end + 1) is not TokenKind.Integer || _sentence[end + 1].First is not (> 1900 and < 2200))
        {
            return 0;
        }

        end += 2;
        return _sentence[end - 1].First;
    }

    /// <summary>What begins there; how many tokens it takes, 0 where nothing does.</summary>
    private int At(int i)
    {
        ref var token = ref _sentence[i];
        if (token.Person > 0)
        {
            return 0;
        }

        return token.Kind switch
        {
            TokenKind.Pair => DayAndMonth(i),
            TokenKind.Triple => FullDate(i),
            TokenKind.Integer => HalfYear(i) is > 0 and var half ? half : DayOfMonth(i) is > 0 and var day ? day : BareYear(i),
            TokenKind.Word => Word(i, token.Bare),
            _ => 0,
        };
    }

    private int Word(int i, string bare) => bare switch
    {
        "hom" or "bua" or "ngay" or "mung" or "mong" => Day(i),
        "sang" or "chieu" or "toi" or "trua" or "dem" => PartOfDay(i),
        "nay" when i == 0 && After(i) is not ("em" or "anh" or "chi" or "ban" or "tro" or "mai" or "ad" or "bot") && !(_sentence[i].Marked && !_sentence.Is(i, "nay", "")) => Add("period", "today", i, i + 1),
        "nay" when Before(i) is "hien" or "lau" or "den" or "toi" or "tu" => 0,
        "mai" => Tomorrow(i),
        // “ngày kia” is to come, “hôm kia” is past.
        "mot" when Before(i) is "ngay" or "hom" or "bua" && !_sentence.Is(i, "môtJ", "") => Add("period", "day_after_tomorrow", i, i + 1),
        "mot" when _sentence.Is(i, "môtS", "") && Before(i) is not ("mai" or "hai" or "ba" or "bon" or "tu" or "nam" or "sau" or "bay" or "tam" or "chin" or "muoi") => Add("period", "day_after_tomorrow", i, i + 1),
        "kia" when Before(i) is "ngay" => Add("period", "day_after_tomorrow", i, i + 1),
        "tuan" when Is(i, "tuânF") || (_sentence.Is(i, "tuân", "") && !_sentence[i].Capital && !Titles.IsTitle(Before(i)) && After(i) != "thu") => Week(i),
        "cuoi" when After(i) == "tuan" => Weekend(i),
        "thang" when Is(i, "thangS") => Month(i),
        "quy" when Is(i, "quyS") => Quarter(i),
        "nam" when Is(i, "năm") => Year(i),
        "nhiem" when After(i) == "ky" => Term(i, 2),
        "khoa" when Is(i, "khoaS") && After(i) is "truoc" or "cu" or "vua" or "nay" or "ni" && !IsLock(i) => Term(i, 1),
        "sau" when After(i) == "thang" && At3(i) == "dau" && Is(i, "sauS") => Add("period", "first_half", i, i + 4),
        "nua" when (After(i), At3(i)) is ("dau", "nam") or ("nam", "dau") && !IsOfOtherYear(i + 3) => Add("period", "first_half", i, i + 3),
        "nua" when (After(i), At3(i)) is ("cuoi", "nam") or ("nam", "cuoi") && !IsOfOtherYear(i + 3) => Add("period", "rest_of_year", i, i + 3),
        "dau" when After(i) == "nam" => YearSoFar(i),
        "con" when After(i) == "lai" && At3(i) == "cua" && Bare(i + 3) == "nam" => Add("period", "rest_of_year", i, i + 4),
        "thu" when Is(i, "thưS") || !_sentence[i].Marked || _sentence.Is(i, "thư", "") => Weekday(i),
        "chu" when After(i) == "nhat" && Before(i) != "lam" => WithWeek(i, "sun", 2),
        "tu" => Range(i),
        "today" => Add("period", "today", i, i + 1),
        "tomorrow" => Add("period", "tomorrow", i, i + 1),
        "yesterday" => Add("period", "yesterday", i, i + 1),
        "this" or "next" or "last" => English(i),
        "year" when After(i) == "to" && At3(i) == "date" => Add("period", "this_year", i, i + 3),
        "ytd" => Add("period", "this_year", i, i + 1),
        "first" when After(i) == "half" => Add("period", "first_half", i, i + 2),
        "weekend" => Add("period", "this_weekend", i, After(i) is "nay" or "ni" ? i + 2 : i + 1),
        "monday" => WithWeek(i, "mon", 1),
        "tuesday" => WithWeek(i, "tue", 1),
        "wednesday" => WithWeek(i, "wed", 1),
        "thursday" => WithWeek(i, "thu", 1),
        "friday" => WithWeek(i, "fri", 1),
        "saturday" => WithWeek(i, "sat", 1),
        "sunday" => WithWeek(i, "sun", 1),
        _ => 0,
    };

    private int Day(int i)
    {
        var next = After(i);
        switch (next)
        {
            case "nay" or "ni" when _sentence.Bare(i) is "hom" or "bua" or "ngay":
                return Add("period", "today", i, i + 2);
            case "qua" when _sentence.Bare(i) is "hom" or "bua" or "ngay":
                return Add("period", "yesterday", i, i + 2);
            case "mai" when _sentence.Bare(i) is "hom" or "bua" or "ngay":
                return Bare(i + 2) == "mot" ? 3 : Add("period", "tomorrow", i, i + 2);
            case "kia" or "mot" when _sentence.Bare(i) == "ngay" || next == "mot":
                return _sentence.Is(i + 1, "môtJ", "") ? 0 : Add("period", "day_after_tomorrow", i, i + 2);
            case "nao" or "may" or "bao":
                return 2;
            default:
                return Numbered(i);
        }
    }

    /// <summary>“ngày 3 tháng 12”, “mùng 5 tháng sau”, “ngày 25”.</summary>
    private int Numbered(int i)
    {
        if (_sentence.Kind(i + 1) is TokenKind.Pair)
        {
            return 1 + DayAndMonth(i + 1);
        }

        if (!Numbers.Read(_sentence, i + 1, out var day, out var length) || day is < 1 or > 31 || _sentence.Bare(i) == "bua")
        {
            return 0;
        }

        var to = i + 1 + length;
        if (Bare(to) == "thang" && !IsNextWord(to + 1) && Numbers.Read(_sentence, to + 1, out var month, out var monthLength) && month is >= 1 and <= 12)
        {
            var end = to + 1 + monthLength;
            var year = YearAt(ref end);
            return Date(day, month, year, i, end);
        }

        if (Bare(to) == "thang" && Bare(to + 1) is "sau" or "toi")
        {
            return Add("date", $"next_month-{day:00}", i, to + 2);
        }

        if (Bare(to) == "thang" && Bare(to + 1) is "nay")
        {
            return Add("date", $"---{day:00}", i, to + 2);
        }

        return _sentence.Bare(i) is "ngay" or "mung" or "mong" or "hom" && Bare(to) is not ("cong" or "lam" or "nua" or "phep") && !(length == 1 && Bare(to) == "ngay")
            ? Add("date", $"---{day:00}", i, to)
            : 0;
    }

    /// <summary>“thứ Ba 24 tháng 3”.</summary>
    private int DayOfMonth(int i) =>
        _sentence[i].First is >= 1 and <= 31 && After(i) == "thang" && !IsNextWord(i + 2) && _sentence.Kind(i + 2) is TokenKind.Integer && _sentence[i + 2].First is >= 1 and <= 12
        && Before(i) is not ("so" or "trong" or "moi" or "tieu" or "muc" or "duoc" or "gan" or "len" or "thanh")
        && !IsCounting(i + 3)
            ? DayOfMonthOfYear(i)
            : 0;

    private int DayOfMonthOfYear(int i)
    {
        var end = i + 3;
        var year = YearAt(ref end);
        return Date(_sentence[i].First, _sentence[i + 2].First, year, i, end);
    }

    private int PartOfDay(int i)
    {
        var part = _sentence.Bare(i);
        var isEvening = part is "toi" or "dem" or "trua";
        if (isEvening && _sentence[i].Marked && !_sentence.Is(i, "tôiS", "") && part == "toi")
        {
            return 0;
        }

        if (part == "sang" && IsMovedTo(i))
        {
            return 0;
        }

        var period = After(i) switch
        {
            "nay" or "ni" => "today",
            "qua" or "hom" when After(i) == "qua" || Bare(i + 2) == "qua" => "yesterday",
            "mai" => "tomorrow",
            "hom" or "ngay" when Bare(i + 2) == "nay" => "today",
            "ngay" when Bare(i + 2) == "mai" => "tomorrow",
            "mot" or "kia" => "day_after_tomorrow",
            _ => null,
        };
        if (part == "sang" && period is null && After(i) is "nam" or "tuan" or "thang" or "quy")
        {
            return 0;
        }

        if (period is null && Before(i) == "hoi" && part is "sang" or "chieu" or "trua")
        {
            // “hồi sáng” is this morning.
            Add("time_of_day", part == "sang" ? "morning" : "afternoon", i, i + 1);
            return Add("period", "today", i - 1, i + 1);
        }

        var length = period is null ? 1 : After(i) is "hom" or "ngay" ? 3 : 2;
        if (part is "sang" or "chieu" && (period is not null || IsTimeWord(i)))
        {
            Add("time_of_day", part == "sang" ? "morning" : "afternoon", i, i + 1);
        }

        return period is null ? 0 : Add("period", period, i, i + length);
    }

    /// <summary>“dời họp sang thứ Năm”: to, not in the morning.</summary>
    private bool IsMovedTo(int i)
    {
        if ((_sentence[i].Marked && !_sentence.Is(i, "sang", "")) || Before(i) is "buoi" or "tu" || _sentence[i - 1 < 0 ? 0 : i - 1].Kind is TokenKind.Clock or TokenKind.Integer || Before(i) == "gio")
        {
            return false;
        }

        for (var at = i - 1; at >= 0; at--)
        {
            if (_sentence.Bare(at) is "doi" or "chuyen" or "lui" or "hoan" or "day" && _sentence[at].After < Break.Stop)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>“sang” may be “to”, “chieu” is hardly anything else: a part of the day beside a day, a meeting or an hour.</summary>
    private bool IsTimeWord(int i)
    {
        if (_sentence[i].Marked)
        {
            return _sentence[i].Word!.Key is "sangS" or "chiêuF";
        }

        return Before(i) is "buoi" or "gio" or "hop" or "ruoi" or "vao" || After(i) is "thu" or "ngay" or "chu" or "hom" or "t2" || _sentence.Kind(i + 1) is TokenKind.Pair
            || _sentence.Kind(i - 1) is TokenKind.Clock || _sentence[i].Word?.Key is "sangS" or "chiêuF";
    }

    private int Tomorrow(int i)
    {
        // “mai mốt” is “some day”; “chiều mai” was taken with its part of the day.
        if (After(i) is "mot" or "sau" && !_sentence.Is(i + 1, "môtJ", ""))
        {
            return 2;
        }

        return Add("period", "tomorrow", i, i + 1);
    }

    private int Week(int i) => After(i) switch
    {
        "nay" or "ni" => Add("period", "this_week", i, i + 2),
        "sau" or "toi" => Bare(i + 2) == "nua" ? Add("period", "week_after_next", i, i + 3) : Add("period", "next_week", i, i + 2),
        "nua" when Before(i) is not ("mot" or "hai") => Add("period", "week_after_next", i, i + 2),
        "kia" => Add("period", "week_after_next", i, i + 2),
        "ke" or "tiep" when Bare(i + 2) is "tiep" or "theo" => Add("period", "next_week", i, i + 3),
        "truoc" or "qua" or "roi" or "vua" => Add("period", "last_week", i, i + 2),
        _ when Before(i) == "trong" => Add("period", "this_week", i, i + 1),
        _ when Before(i) == "sang" => Add("period", "next_week", i, i + 1),
        _ => 0,
    };

    private int Weekend(int i) => Bare(i + 2) is "sau" or "toi"
        ? Add("period", "next_week", i, i + 3)
        : Add("period", "this_weekend", i, Bare(i + 2) is "nay" or "ni" ? i + 3 : i + 2);

    private int Month(int i)
    {
        // “ngày tháng năm nào” asks for all of a date.
        var isAsked = After(i) == "nam" && (Before(i) == "ngay" || At3(i) is "nao" or "sinh" or "may");
        if (!isAsked && Numbers.Read(_sentence, i + 1, out var month, out var length) && month is >= 1 and <= 12 && !(_sentence[i + 1].Kind == TokenKind.Word && IsNextWord(i + 1)))
        {
            var to = i + 1 + length;
            return Add("period", $"month:{month:00}", i, to);
        }

        if (_sentence.Kind(i + 1) is TokenKind.Pair && _sentence[i + 1].Second > 1900)
        {
            return Add("period", $"month:{_sentence[i + 1].First:00}", i, i + 2);
        }

        if (IsCounted(i))
        {
            return 0;
        }

        if (Before(i) is "voi" or "vs" && After(i) is "truoc")
        {
            return Add("compare", "last_month", i, i + 2);
        }

        return After(i) switch
        {
            "nay" or "ni" => Add("period", "this_month", i, i + 2),
            "truoc" or "qua" or "roi" or "vua" => Add("period", "last_month", i, Bare(i + 2) is "roi" or "qua" ? i + 3 : i + 2),
            "sau" or "toi" => Bare(i + 2) == "nua" ? 3 : Add("period", "next_month", i, i + 2),
            "ke" or "tiep" when Bare(i + 2) is "tiep" or "theo" => Add("period", "next_month", i, i + 3),
            _ when Before(i) == "trong" && _sentence.Kind(i - 1) is TokenKind.Word => Add("period", "this_month", i, i + 1),
            _ when Before(i) == "sang" => Add("period", "next_month", i, i + 1),
            _ => 0,
        };
    }

    /// <summary>“sau” after “tháng” is “next” and not “six”, unless its mark says otherwise.</summary>
    private bool IsNextWord(int i) => i < _sentence.Count && _sentence.Bare(i) == "sau" && !_sentence.Is(i, "sauS", "");

    private int Quarter(int i)
    {
        var roman = After(i) switch { "i" => 1, "ii" => 2, "iii" => 3, "iv" => 4, _ => 0 };
        if (roman > 0)
        {
            return Add("period", $"quarter:{roman}", i, i + 2);
        }

        if (Numbers.Read(_sentence, i + 1, out var quarter, out var length) && quarter is >= 1 and <= 4)
        {
            return Add("period", $"quarter:{quarter}", i, i + 1 + length);
        }

        if (Before(i) is "voi" or "vs" && After(i) is "truoc")
        {
            return Add("compare", "last_quarter", i, i + 2);
        }

        return After(i) switch
        {
            "nay" or "ni" => Add("period", "this_quarter", i, i + 2),
            "truoc" or "qua" or "roi" or "vua" => Add("period", "last_quarter", i, i + 2),
            "sau" or "toi" => Add("period", "next_quarter", i, i + 2),
            "ke" or "tiep" when Bare(i + 2) is "tiep" or "theo" => Add("period", "next_quarter", i, i + 3),
            _ when Before(i) == "trong" => Add("period", "this_quarter", i, i + 1),
            _ => 0,
        };
    }

    private int Year(int i)
    {
        if (_sentence.Kind(i + 1) is TokenKind.Integer && _sentence[i + 1].First is >= 1930 and < 2100)
        {
            return Add("period", string.Create(CultureInfo.InvariantCulture, $"year:{_sentence[i + 1].First}"), i, i + 2);
        }

        var before = Before(i);
        if (IsCounted(i))
        {
            return 0;
        }

        if (before == "voi" && After(i) is "ngoai" or "truoc")
        {
            return Add("compare", "last_year", i, i + 2);
        }

        if (before == "cuoi" && Before(i - 1) is "den" or "toi")
        {
            return Add("period", "rest_of_year", i - 2, i + 1);
        }

        if (before == "het" && Before(i - 1) is "den" or "toi" or "tu" or "nay" or "cho")
        {
            return Add("period", "rest_of_year", i - 2, i + 1);
        }

        return After(i) switch
        {
            "nay" or "ni" => Add("period", "this_year", i, i + 2),
            "truoc" or "qua" or "roi" or "vua" => Add("period", "last_year", i, i + 2),
            // “trong năm, ngoài anh Thắng ra”: but for him.
            "ngoai" when _sentence[i].After == Break.None && _sentence.Is(i + 1, "ngoaiS", "ngoai") => Add("period", "last_year", i, i + 2),
            "te" when _sentence.Is(i + 1, "tê", "te") => Add("period", "last_year", i, i + 2),
            _ when before is "trong" or "ca" => Add("period", "this_year", i, i + 1),
            _ => 0,
        };
    }

    /// <summary>“bao nhiêu năm rồi”, “3 tháng qua”: so many of them, not which.</summary>
    private bool IsCounted(int i) => Before(i) is "nhieu" or "may" or "bao" or "bn" || _sentence.Kind(i - 1) is TokenKind.Integer;

    private int YearSoFar(int i) => Before(i) is "tu" || Bare(i + 2) is "den" or "toi" or "gio"
        ? Add("period", "this_year", i, i + 2)
        : 2;

    private int HalfYear(int i)
    {
        if (After(i) != "thang" || _sentence[i].First != 6)
        {
            return 0;
        }

        return At3(i) is "dau" or "cuoi" or "vua" or "qua"
            ? Add("period", At3(i) == "cuoi" ? "rest_of_year" : "first_half", i, Bare(i + 3) == "nam" ? i + 4 : i + 3)
            : 2;
    }

    private int BareYear(int i) =>
        _sentence[i].First is >= 1990 and < 2050 && Before(i) is "truoc" or "sau" or "tu" or "trong" or "ve" or "hoi" or "tai" or "nghi" or "quyet" or "tieu" or "in" or "since"
            ? Add("period", string.Create(CultureInfo.InvariantCulture, $"year:{_sentence[i].First}"), i, i + 1)
            : 0;

    /// <param name="length">How many words the term itself has: “nhiệm kỳ”, “khóa”.</param>
    private int Term(int i, int length) =>
        Bare(i + length) is "truoc" or "qua" or "vua" or "cu"
            ? Add("period", "last_term", i, i + length + 1)
            : Add("period", "term", i, Bare(i + length) is "nay" or "ni" ? i + length + 1 : i + length);

    private int Weekday(int i)
    {
        if (Before(i) is "bi" or "bai" || After(i) is "ky" or "tu" && Bare(i + 2) == "thu")
        {
            return 0;
        }

        // “người thứ hai” is the second one, “nhắc mọi người thứ hai 14h30” a day.
        var isTimed = _sentence.Kind(i + 2) is TokenKind.Clock || Bare(i + 2) == "tuan" || (_sentence.Kind(i + 2) is TokenKind.Integer && Bare(i + 3) == "gio");
        var ordinal = !isTimed && (Before(i) is "nguoi" or "lan" or "dung" or "buoi" or "cai");
        var day = After(i) switch
        {
            "hai" or "2" => "mon",
            "ba" or "3" => "tue",
            "tu" or "4" => "wed",
            "nam" or "5" => "thu",
            "sau" or "6" => "fri",
            "bay" or "7" => "sat",
            _ => _sentence.Kind(i + 1) is TokenKind.Integer && _sentence[i + 1].First is >= 2 and <= 7
                ? Days[_sentence[i + 1].First - 2]
                : null,
        };
        return day is null || ordinal ? 0 : WithWeek(i, day, 2);
    }

    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private static readonly string[] EnglishDays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>“thứ Sáu này”: the week stands beside the day.</summary>
    private int WithWeek(int i, string day, int length)
    {
        Add("weekday", day, i, i + length);
        var period = Bare(i + length) switch
        {
            "nay" or "ni" => "this_week",
            "toi" or "sau" when Bare(i + length + 1) != "thang" && !(_sentence[i + length].Marked && !_sentence.Is(i + length, "tơiS", "") && !_sentence.Is(i + length, "sau", "")) => "next_week",
            _ => null,
        };
        return period is null || Bare(i + length - 1) == "tuan" ? length : length + Add("period", period, i + length, i + length + 1);
    }

    private int English(int i)
    {
        if (_sentence.Bare(i) is "this" or "next" && Array.IndexOf(EnglishDays, After(i)) is >= 0 and var day)
        {
            Add("period", _sentence.Bare(i) == "next" ? "next_week" : "this_week", i, i + 1);
            return 1 + Add("weekday", Days[day], i + 1, i + 2);
        }

        var period = (_sentence.Bare(i), After(i)) switch
        {
            ("this", "week") => "this_week",
            ("this", "month") => "this_month",
            ("this", "quarter") => "this_quarter",
            ("this", "year") => "this_year",
            ("this", "weekend") => "this_weekend",
            ("next", "weekend") => "next_week",
            ("next", "week") => "next_week",
            ("next", "month") => "next_month",
            ("next", "quarter") => "next_quarter",
            ("last", "month") => "last_month",
            ("last", "quarter") => "last_quarter",
            ("last", "year") => "last_year",
            ("last", "week") => "last_week",
            ("this", "term") => "term",
            ("last", "term") => "last_term",
            _ => null,
        };
        return period is null ? 0 : Add(_sentence.Bare(i) == "last" && Before(i) is "voi" or "vs" or "to" or "than" ? "compare" : "period", period, i, i + 2);
    }

    private int DayAndMonth(int i)
    {
        ref var token = ref _sentence[i];
        if (token.Second > 1900 && token.First is >= 1 and <= 12)
        {
            return Add("period", $"month:{token.First:00}", i, i + 1);
        }

        return IsRatio(i) ? 0 : Date(token.First, token.Second, 0, i, i + 1);
    }

    /// <summary>“06/07 chỉ tiêu”: so many of so many.</summary>
    private bool IsRatio(int i) =>
        Before(i) is not ("ngay" or "hom" or "mung" or "sang" or "chieu" or "toi")
        && !(Before(i) is "tu" or "den" && After(i) == "chi" && At3(i) == "bo")
        && ((After(i) == "chi" && At3(i) != "bo") || After(i) is "dang" or "dong" or "nhiem" or "nguoi" or "muc" or "cay" or "ho" or "buoi" or "hoat" or "phieu" or "can" or "thanh" or "ct" or "bai" or "don"
            || Before(i) is "dat" or "duoc" or "la" or "thanh" or "len" or "ty" or "le");

    private int FullDate(int i)
    {
        ref var token = ref _sentence[i];
        return Date(token.First, token.Second, token.Third < 100 ? 2000 + token.Third : token.Third, i, i + 1);
    }

    private int Date(int day, int month, int year, int from, int to)
    {
        if (day is < 1 or > 31 || month is < 1 or > 12)
        {
            return 0;
        }

        return Add("date", year > 0 ? string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}-{day:00}") : $"--{month:00}-{day:00}", from, to);
    }

    private int Add(string slot, string value, int from, int to)
    {
        _found.Add(new(slot, value, from, to));
        return to - from;
    }

    private string After(int i) => _sentence.Bare(i + 1);

    private string Before(int i) => _sentence.Bare(i - 1);

    private string At3(int i) => _sentence.Bare(i + 2);

    private string Bare(int i) => _sentence.Bare(i);

    /// <summary>This word as typed, or as its neighbours suggest where the marks were left out.</summary>
    private bool Is(int i, string key) => _sentence[i] is var token && (token.Marked ? token.Word!.Key == key : token.Word is null || token.Word.Key == key || token.Bare is "thang" or "tuan" or "quy" or "nam");
}
