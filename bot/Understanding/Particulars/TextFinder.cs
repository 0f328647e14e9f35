using System.Globalization;
using System.Text;
using ChiBoBot.Understanding.Dates;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding.Particulars;

/// <summary>Finds particulars that are words of the sentence itself: which target, which place, what a reminder is to say.</summary>
internal static class TextFinder
{
    private static readonly string[] Units =
    [
        "đảng viên", "đồng chí", "sáng kiến", "mô hình", "hoạt động", "nhiệm vụ", "công trình", "hồ sơ", "chuyên đề", "lượt người", "đơn thư", "tin bài", "gia đình", "tập thể", "cá nhân", "bài viết",
    ];

    public static void Find(Parts parts, Intent intent)
    {
        var sentence = parts.Sentence;
        var found = parts.Findings;
        switch (intent)
        {
            case Intent.TargetProgress or Intent.TargetFailDetail or Intent.TargetStatus or Intent.TargetOverview:
                Number(sentence, found);
                Value(sentence, found);
                Hint(sentence, parts);
                break;
            case Intent.CmdRecordTarget:
                Number(sentence, found);
                Value(sentence, found);
                Hint(sentence, parts);
                break;
            case Intent.CmdCreateMeeting or Intent.CmdSendReminder:
                Place(sentence, found);
                Topic(sentence, found);
                AllDay(sentence, found);
                if (intent == Intent.CmdSendReminder)
                {
                    Message(sentence, parts);
                }

                break;
            case Intent.MemberByPost:
                Duty(sentence, found);
                found.RemoveAll(f => f.Slot == "duty" && parts.Hits.Exists(h => h.Slot == "post" && h.From < f.To && h.To > f.From));

                break;
            case Intent.MemberRoster:
                Filter(sentence, found);
                break;
            default:
                break;
        }
    }

    /// <summary>The words from one token up to another, lower case and with their marks.</summary>
    public static string Words(Sentence sentence, int from, int to)
    {
        var text = new StringBuilder();
        for (var i = from; i < to; i++)
        {
            ref var token = ref sentence[i];
            if (text.Length > 0 && token.Bare != "%")
            {
                text.Append(' ');
            }

            if (token.Word is { } word && token.Person == 0)
            {
                text.Append(word.Text);
            }
            else
            {
                foreach (var c in sentence.Typed(i, i + 1))
                {
                    text.Append(token.Person > 0 ? c : Letters.ToLower(c));
                }
            }
        }

        return text.ToString();
    }

    /// <summary>“thế số 6?”, “cái số 9 tới đâu rồi”: where targets are asked about, a number by itself is a target's.</summary>
    private static void Number(Sentence sentence, List<Finding> found)
    {
        for (var i = 0; i + 1 < sentence.Count && !found.Exists(f => f.Slot == "target_no"); i++)
        {
            if (sentence.Bare(i) == "so" && Numbers.Read(sentence, i + 1, out var number, out var length) && number is > 0 and < 100 && (i < 2 || sentence.Bare(i - 1) is not ("con" or "mot" or "ty" or "dong" or "quyet" or "dinh" or "hoach" or "thi" or "van" or "thoai" or "hieu" or "lan")))
            {
                found.Add(new("target_no", number, i, i + 1 + length));
            }
        }
    }

    /// <summary>A target that the phrases name, the longest of several; otherwise the words after “chỉ tiêu”.</summary>
    private static void Hint(Sentence sentence, Parts parts)
    {
        var best = default(Lexicon.Hit);
        foreach (var hit in parts.Hits)
        {
            if (hit.Slot == "target_hint" && hit.To - hit.From > best.To - best.From)
            {
                best = hit;
            }
        }

        var from = AfterTarget(sentence);
        var to = from;
        while (from > 0 && to < sentence.Count && to - from < 14 && sentence[to].Kind == TokenKind.Word && !EndsHint(sentence, to) && (to == from || sentence[to - 1].After == Break.None))
        {
            to++;
        }

        if (from > 0 && to - from >= 2 && (best.Slot is null || (from <= best.From && to - from > best.To - best.From)))
        {
            parts.Findings.Add(new("target_hint", Words(sentence, from, to), from, to));
        }
        else if (best.Slot is not null)
        {
            parts.Findings.Add(new("target_hint", best.Value, best.From, best.To));
        }
        else if (from == 0 && !parts.Findings.Exists(f => f.Slot == "target_no") && Asked(sentence) is var (first, last) && last - first is >= 2 and <= 8)
        {
            parts.Findings.Add(new("target_hint", Words(sentence, first, last), first, last));
        }
    }

    /// <summary>“xử lý văn bản đúng hạn được bao nhiêu phần trăm”: what stands before the question, without the words that open it.</summary>
    private static (int From, int To)? Asked(Sentence sentence)
    {
        for (var i = 2; i < sentence.Count; i++)
        {
            var asks = sentence.Bare(i) switch
            {
                "duoc" or "dat" => sentence.Bare(i + 1) is "bao" or "may" or "den" or "toi" or "nhieu" || sentence.Kind(i + 1) is TokenKind.Integer or TokenKind.Decimal or TokenKind.Pair,
                "den" or "toi" => sentence.Bare(i + 1) is "dau" or "mo",
                "the" => sentence.Bare(i + 1) == "nao",
                "ra" => sentence.Bare(i + 1) == "sao",
                "con" => sentence.Bare(i + 1) is "thieu" or "hut" or "may" or "bao",
                "xong" => sentence.Bare(i + 1) is "chua",
                _ => false,
            };
            if (!asks)
            {
                continue;
            }

            var to = i;
            while (to > 1 && sentence.Bare(to - 1) is "lam" or "da" or "hien" or "dang" or "thi" or "moi" or "minh" or "bo" or "chi" or "cua" or "gio" or "nay" or "nam" or "thuc" or "man" or "tien" or "do" or "chung" or "ta" or "ma" or "la")
            {
                to--;
            }

            var from = to;
            while (from > 0 && sentence[from - 1].Kind == TokenKind.Word && sentence[from - 1].Person == 0 && sentence[from - 1].After == Break.None && !OpensQuestion(sentence, from - 1))
            {
                from--;
            }

            return (from, to);
        }

        return null;
    }

    private static bool OpensQuestion(Sentence sentence, int i) => sentence.Bare(i) switch
    {
        "viec" => sentence.Bare(i + 1) is not "lam",
        "vu" or "khoan" or "muc" or "cai" or "hoi" or "em" or "anh" or "chi" or "oi" or "xem" or "giup" or "cho" or "biet" or "toi" or "minh" or "do" or "phan" or "update" or "check" or "ve" or "la" or "roi" or "thi" or "ad" or "bot" or "ly" or "con" or "the" or "hien" or "coi" or "nhi" or "dot" or "chuyen" => true,
        _ => false,
    };

    /// <summary>Where the words after “chỉ tiêu” begin, “về” and “100 %” left out; 0 where it has none.</summary>
    private static int AfterTarget(Sentence sentence)
    {
        for (var i = 1; i < sentence.Count - 1; i++)
        {
            if (sentence.Bare(i) is not "tieu" || sentence.Bare(i - 1) is not "chi")
            {
                continue;
            }

            var from = i + 1;
            while (from < sentence.Count && (sentence.Bare(from) is "ve" or "la" || sentence[from].Bare is "%" || (sentence[from].Kind is TokenKind.Integer && from + 1 < sentence.Count && sentence[from + 1].Bare == "%")))
            {
                from++;
            }

            return from < sentence.Count && !StartsNoHint(sentence, from) ? from : 0;
        }

        return 0;
    }

    private static bool StartsNoHint(Sentence sentence, int i) => sentence.Bare(i) is
        "so" or "thu" or "nao" or "do" or "nay" or "kia" or "gi" or "nghi" or "cua" or "chua" or "khong" or "dat" or "hoan" or "co" or "bi" or "da" or "con" or "ay" or "minh" or "chi" or "em" or "anh" or "nhiem" or "ke" or "quy" or "thang" or "ra" or "the" or "den" or "toi" or "giup" && sentence.Bare(i + 1) is not ("ho" or "do") || EndsHint(sentence, i);

    /// <summary>The word after the target's words; “trồng” is no “trong”, “thi đua” no “thì”.</summary>
    private static bool EndsHint(Sentence sentence, int i)
    {
        var next = sentence.Bare(i + 1);
        return sentence.Bare(i) switch
        {
            "trong" => next != "cay",
            "thi" => next is not ("dua" or "hanh"),
            "hoan" => next != "thanh" || sentence.Bare(i + 2) is not ("tot" or "xuat"),
            "dang" => next is not ("vien" or "ky" or "phi" or "bo"),
            "chi" => next is not ("tieu" or "dao") || next == "tieu",
            "ho" => next is not ("ngheo" or "so" or "dan") && sentence.Bare(i - 1) is not "ung",
            "giup" => next is not ("ho" or "do"),
            "quy" => next is not ("vi" or "khuyen" or "dinh" or "che"),
            "hien" => next is not ("mau" or "dat"),
            "cham" => next is not ("soc" or "lo"),
            "ghi" or "toi" or "den" or "dat" or "duoc" or "bao" or "the" or "ra" or "sao" or "chua" or "roi" or "vi" or "la" or "thanh" or "con" or "da" or "tai" or "may" or "co" or "bi" or "nay" or "gio" or "nao" or "khong" or "di" or "nhe"
                or "a" or "ha" or "do" or "ay" or "len" or "xong" or "ma" or "hut" or "thieu" or "tre" or "truot" or "kia" or "vuot" or "cua" or "nam" or "thang" or "em" or "vay" or "%" or "muc" or "gi" or "rang" or "nghen" or "ri" or "bua" or "ai" or "vao" or "cho" or "them" or "nua" or "moi" or "rua" or "lai" or "anh" => true,
            _ => false,
        };
    }

    private static void Value(Sentence sentence, List<Finding> found)
    {
        var best = -1;
        var bestScore = -1;
        for (var i = 0; i < sentence.Count; i++)
        {
            if (!IsValue(sentence, i, found))
            {
                continue;
            }

            var score = sentence.Bare(i - 1) switch
            {
                "thanh" or "len" => 6,
                "la" or "duoc" or "dat" or "con" or "co" or "them" or "moi" or "lai" or "xuong" => 5,
                _ => 2,
            };
            score += i + 1 < sentence.Count && sentence[i + 1].Bare is "%" or "phan" ? 2 : 0;
            if (score >= bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        if (best < 0)
        {
            return;
        }

        ref var token = ref sentence[best];
        var length = 1;
        string value;
        if (token.Kind == TokenKind.Decimal)
        {
            value = sentence.Typed(best, best + 1).ToString().Replace(',', '.');
        }
        else if (token.Kind == TokenKind.Pair)
        {
            value = string.Create(CultureInfo.InvariantCulture, $"{token.First}/{token.Second}");
        }
        else
        {
            Numbers.Read(sentence, best, out var number, out length);
            value = number.ToString(CultureInfo.InvariantCulture);
        }

        found.Add(new("value", value, best, best + length));
        var after = best + length;
        if (after >= sentence.Count)
        {
            return;
        }

        if (sentence[after].Bare is "%" || (sentence.Bare(after) == "phan" && sentence.Bare(after + 1) == "tram"))
        {
            found.Add(new("unit", "percent", after, after + 1));
        }
        else if (sentence[after].Kind == TokenKind.Word && sentence[after - 1].After == Break.None && sentence.Bare(after) is not ("roi" or "nhe" or "giup" or "a" or "thoi" or "cho" or "di" or "vao" or "luon" or "nha" or "ho" or "nua" or "em" or "nghen" or "ghi")
            || sentence.Bare(after) == "ho" && sentence.Bare(after + 1) is not ("toi" or "anh" or "chi" or "em" or "minh" or "cai"))
        {
            var two = after + 1 < sentence.Count ? Words(sentence, after, after + 2) : "";
            var unit = Array.IndexOf(Units, two) >= 0 ? two : Words(sentence, after, after + 1);
            found.Add(new("unit", unit, after, after + 1));
        }
    }

    private static bool IsValue(Sentence sentence, int i, List<Finding> found)
    {
        foreach (var finding in found)
        {
            if (i >= finding.From && i < finding.To && finding.Slot is not ("threshold" or "years" or "age_under" or "date" or "top" or "min_absent"))
            {
                return false;
            }
        }

        return sentence[i].Kind switch
        {
            TokenKind.Decimal or TokenKind.Pair => true,
            TokenKind.Integer => true,
            TokenKind.Word => Numbers.Read(sentence, i, out _, out _) && sentence.Bare(i - 1) is "them" or "duoc" or "dat" or "la" or "thanh" && sentence.Bare(i) is not "nam" and not "tu",
            _ => false,
        };
    }

    private static void Place(Sentence sentence, List<Finding> found)
    {
        for (var i = sentence.Count - 1; i >= 0; i--)
        {
            switch (sentence.Bare(i))
            {
                case "phong" or "p" when sentence.Kind(i + 1) is TokenKind.Integer:
                    found.Add(new("place", string.Create(CultureInfo.InvariantCulture, $"phòng {sentence[i + 1].First}"), i, i + 2));
                    return;
                case "room" when sentence.Kind(i + 1) is TokenKind.Integer:
                    found.Add(new("place", string.Create(CultureInfo.InvariantCulture, $"phòng {sentence[i + 1].First}"), i, i + 2));
                    return;
                case "hoi" when sentence.Bare(i + 1) == "truong":
                    var to = i + 2;
                    to += sentence.Bare(to) is "lon" or "nho" or "chinh" or "a" or "b" ? 1 : 0;
                    to += sentence.Bare(to) == "tang" && sentence.Kind(to + 1) is TokenKind.Integer ? 2 : 0;
                    found.Add(new("place", Words(sentence, i, to), i, to));
                    return;
                case "phong" when sentence.Bare(i + 1) is "hop" or "bi" or "truyen" or "khach" or "giao" && sentence.Bare(i - 1) is not "doi":
                    var end = sentence.Bare(i + 1) is "hop" ? i + 2 : i + 3;
                    end += sentence.Bare(end) == "so" && sentence.Kind(end + 1) is TokenKind.Integer ? 2 : sentence.Bare(end) == "tang" && sentence.Kind(end + 1) is TokenKind.Integer ? 2 : sentence.Kind(end) is TokenKind.Integer ? 1 : sentence.Bare(end) is "lon" or "nho" ? 1 : 0;
                    end = Math.Min(end, sentence.Count);
                    if (end > i + 2 || sentence.Bare(i - 1) is "o" or "tai")
                    {
                        found.Add(new("place", Words(sentence, i, end), i, end));
                        return;
                    }

                    break;
                case "truc" when sentence.Bare(i + 1) == "tuyen":
                    found.Add(new("place", "trực tuyến", i, i + 2));
                    return;
                case "online":
                    found.Add(new("place", "trực tuyến", i, i + 1));
                    return;
                case "tang" when sentence.Kind(i + 1) is TokenKind.Integer:
                    var storey = i - (sentence.Bare(i - 1) == "sanh" ? 1 : 0);
                    found.Add(new("place", Words(sentence, storey, i + 2), storey, i + 2));
                    return;
                case "sang" or "qua" when sentence.Kind(i + 1) is TokenKind.Integer && sentence[i + 1].First is >= 100 and < 1000 && sentence.Bare(i + 2) is not ("gio" or "h"):
                    found.Add(new("place", string.Create(CultureInfo.InvariantCulture, $"phòng {sentence[i + 1].First}"), i + 1, i + 2));
                    return;
                case "tai" or "o" when i + 2 < sentence.Count && sentence.Bare(i + 1) is "nha" or "huyen" or "tru" or "uy" or "xa" or "truong" or "van" or "tinh" or "trung" or "khu" or "thon" or "ban":
                    var last = i + 1;
                    while (last < sentence.Count && last - i <= 5 && sentence[last].Kind == TokenKind.Word && (last == i + 1 || sentence[last - 1].After == Break.None)
                        && sentence.Bare(last) is not ("nhe" or "nha" or "giup" or "he" or "luc" or "ngay" or "vao" or "cho" or "nghen" or "a" or "sang" or "chieu") || (last == i + 1))
                    {
                        last++;
                    }

                    found.Add(new("place", Words(sentence, i + 1, last), i + 1, last));
                    return;
                default:
                    break;
            }
        }
    }

    private static void Topic(Sentence sentence, List<Finding> found)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            var from = sentence.Bare(i) switch
            {
                "de" when sentence.Bare(i - 1) == "chuyen" && sentence.Bare(i + 1) == "ve" => i + 2,
                "chu" when sentence.Bare(i + 1) == "de" => i + 2,
                "noi" when sentence.Bare(i + 1) == "dung" && sentence.Bare(i + 2) is not ("gi" or "chinh" or "cuoc" or "buoi" or "hop") => i + 2,
                "ban" when sentence.Bare(i + 1) == "ve" => i + 2,
                "ban" when sentence.Bare(i - 1) == "hop" && sentence.Bare(i + 1) is "cong" or "viec" or "chuyen" => i + 1,
                "trong" when sentence.Bare(i + 1) == "cay" => i,
                "tham" when sentence.Bare(i + 1) is "gia" or "mo" or "hoi" or "me" or "quan" => i,
                "don" when sentence.Bare(i + 1) == "ve" => i,
                "di" when sentence.Bare(i + 1) == "ve" && sentence.Bare(i + 2) == "nguon" => i,
                "ve" when sentence.Bare(i + 1) == "nguon" => i,
                "hien" when sentence.Bare(i + 1) == "mau" => i,
                "vieng" when sentence.Bare(i + 1) == "nghia" => i,
                "dang" when sentence.Bare(i + 1) == "huong" => i,
                _ => -1,
            };
            if (from < 0 || from >= sentence.Count)
            {
                continue;
            }

            var to = from;
            while (to < sentence.Count && to - from < 8 && sentence[to].Kind == TokenKind.Word && (to == from || sentence[to - 1].After == Break.None)
                && sentence.Bare(to) is not ("ngay" or "luc" or "sang" or "chieu" or "toi" or "vao" or "o" or "tai" or "cuoi" or "nhe" or "nha" or "giup" or "cho" or "ca" or "thu" or "hom" or "tuan" or "mai" or "bot" or "nghen" or "he"))
            {
                to++;
            }

            if (to > from)
            {
                found.Add(new("topic", Words(sentence, from, to), from, to));
                return;
            }
        }
    }

    private static void AllDay(Sentence sentence, List<Finding> found)
    {
        for (var i = 0; i + 1 < sentence.Count; i++)
        {
            if (sentence.Bare(i) == "ca" && sentence.Bare(i + 1) == "ngay")
            {
                found.Add(new("all_day", true, i, i + 2));
                return;
            }
        }
    }

    /// <summary>What somebody is to be reminded to do: from a verb of doing to the end of the clause.</summary>
    private static void Message(Sentence sentence, Parts parts)
    {
        for (var i = 1; i < sentence.Count; i++)
        {
            if (sentence.Bare(i) is not ("mang" or "chuan" or "doc" or "gui" or "dem" or "viet" or "hoan" or "mac" or "in" or "ky" or "goi" or "dong" or "cap" or "lam") || sentence.Bare(i + 1) is "tin" or "nhac" or "thong" or "loi" or "ho" or "giup" or "cho")
            {
                continue;
            }

            if (i < 2 && sentence.Bare(i) is "gui" or "in" or "lam")
            {
                continue;
            }

            var to = i;
            while (to < sentence.Count && sentence[to].Kind == TokenKind.Word && (to == i || sentence[to - 1].After == Break.None)
                && !parts.Findings.Exists(f => f.From == to && f.Slot is "period" or "date" or "time" or "weekday" or "time_of_day")
                && sentence.Bare(to) is not ("nhe" or "nha" or "giup" or "hi" or "ad" or "nghen" or "voi" or "a" or "ngay" or "luc"))
            {
                to++;
            }

            if (to - i >= 2)
            {
                parts.Findings.Add(new("message", Words(sentence, i, to), i, to));
                return;
            }
        }
    }

    private static void Duty(Sentence sentence, List<Finding> found)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            var from = sentence.Bare(i) switch
            {
                "phu" when sentence.Bare(i + 1) == "trach" => i + 2,
                "mang" => i + 1,
                "lo" when sentence.Bare(i + 1) is not ("mang" or "lang" or "vay") => i + 1,
                "theo" when sentence.Bare(i + 1) == "doi" => i,
                "nhiem" when sentence.Bare(i - 1) == "trach" && sentence.Bare(i - 2) == "chiu" => i + 1,
                "charge" => i + 1,
                "viec" => i + 1,
                "vu" => i + 1,
                "quan" when sentence.Bare(i + 1) == "tri" => i,
                "to" when sentence.Bare(i + 1) == "truong" => i,
                _ => -1,
            };
            if (from < 0)
            {
                continue;
            }

            from += sentence.Bare(from) is "ve" or "viec" or "mang" or "chuyen" or "phan" ? 1 : 0;
            var to = from;
            while (to < sentence.Count && sentence[to].Kind == TokenKind.Word && (to == from || sentence[to - 1].After == Break.None)
                && sentence.Bare(to) is not ("la" or "cua" or "trong" or "vay" or "the" or "nhi" or "a" or "giao" or "do" or "ai" or "ha" or "ri" or "rua" or "he" or "em" or "minh" or "hien" or "gi" or "nao" or "duoc"))
            {
                if (sentence.Bare(to) == "chi" && sentence.Bare(to + 1) == "bo")
                {
                    break;
                }

                to++;
            }

            if (to > from && to - from <= 8)
            {
                found.Add(new("duty", Words(sentence, from, to), from, to));
                return;
            }
        }
    }

    private static void Filter(Sentence sentence, List<Finding> found)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            switch (sentence.Bare(i))
            {
                case "tren" or "hon" or "qua" or "over" when Numbers.Read(sentence, i + 1, out var age, out var length) && age is > 17 and < 100 && sentence.Bare(i + 1 + length) is "tuoi" or "":
                    found.Add(new("filter", string.Create(CultureInfo.InvariantCulture, $"trên {age} tuổi"), i, i + 2));
                    return;
                case "lon" or "cao" or "gia" or "tre" or "it" or "nho" when sentence.Bare(i + 1) == "tuoi" && sentence.Bare(i + 2) == "nhat" || sentence.Bare(i + 1) == "nhat" && sentence.Bare(i) is "tre" or "gia":
                    var end = sentence.Bare(i + 1) == "nhat" ? i + 2 : i + 3;
                    found.Add(new("filter", Words(sentence, i, end), i, end));
                    return;
                case "dien":
                    var to = i;
                    while (to < sentence.Count && sentence[to].After == Break.None && sentence.Bare(to) is not ("quan" or "co" or "la" or "gom" or "thi" or "dang"))
                    {
                        to++;
                    }

                    to = sentence.Bare(to) == "quan" ? Math.Min(to + 2, sentence.Count) : to;
                    found.Add(new("filter", Words(sentence, i, to), i, to));
                    return;
                case "ho" when i > 0 && sentence.Bare(i - 1) is "nao" or "nguoi" or "ai" or "mang" or "vien" && i + 1 < sentence.Count:
                    found.Add(new("filter", Words(sentence, i, i + 2).ToLowerInvariant(), i, i + 2));
                    return;
                case "chinh" when sentence.Bare(i + 1) == "thuc":
                    found.Add(new("filter", "chính thức", i, i + 2));
                    return;
                case "tam" when sentence.Bare(i + 1) == "thoi":
                    found.Add(new("filter", "tạm thời", i, i + 2));
                    return;
                default:
                    break;
            }
        }
    }
}
