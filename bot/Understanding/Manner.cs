using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding;

/// <summary>Whether words ask, order or only address somebody.</summary>
internal static class Manner
{
    /// <summary>Whether these words ask or order something, rather than tell a story.</summary>
    public static bool Asks(Sentence sentence, int from, int to)
    {
        if (sentence.Bare(from) is "dung" or "khoi" or "de")
        {
            return false;
        }

        if (OpensWithOrder(sentence, from, to))
        {
            return true;
        }

        // “một là số điện thoại …, hai là …”
        var named = sentence.Bare(from) is "mot" or "hai" && sentence.Bare(from + 1) == "la" ? from + 2 : from;
        if (to - from <= 9 && sentence.Bare(named) is "so" or "han" or "danh" or "ty" or "tinh" or "sdt" or "email")
        {
            return true;
        }

        // “chưa kịp in cái nào”, “không biết gì”: after a denial these words ask nothing.
        var denied = false;
        for (var i = from; i < to; i++)
        {
            if (!denied && IsQuestion(sentence, i, to))
            {
                return true;
            }

            denied = sentence[i].After < Break.Comma && (denied || sentence.Bare(i) is "chua" or "khong" or "chang");
        }

        return false;
    }

    /// <summary>“Thôi”, “thôi khỏi em ạ”, “khoan đã”: nothing is said but that something shall not be.</summary>
    public static bool OnlyStops(Sentence sentence)
    {
        var stops = false;
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence.Bare(i) is "thoi" or "khoi" or "khoan" or "stop" or "cancel")
            {
                stops = true;
            }
            else if (sentence.Bare(i) is not ("nhe" or "nha" or "nhen" or "nghen" or "vay" or "a" or "em" or "anh" or "chi" or "bot" or "ad" or "da" or "nua" or "can"))
            {
                return false;
            }
        }

        return stops;
    }

    /// <summary>Whether an order stands there, after words of address at most.</summary>
    public static bool OpensWithOrder(Sentence sentence, int from, int to = int.MaxValue)
    {
        for (var i = from; i < Math.Min(Math.Min(to, sentence.Count), from + 5); i++)
        {
            if (IsOrder(sentence, i))
            {
                return true;
            }

            if (!IsAddress(sentence, i))
            {
                break;
            }
        }

        return false;
    }

    public static bool IsQuestion(Sentence sentence, int i, int to)
    {
        var before = sentence.Bare(i - 1);
        var after = i + 1 < to ? sentence.Bare(i + 1) : "";
        return sentence.Bare(i) switch
        {
            "ai" => before is not ("voi" or "khong" or "chang" or "de") && after is not ("cung" or "nay" or "lam" or "do" or "voi"),
            "gi" or "sao" => after is not "cung" && before is not ("lam" or "chang"),
            "nao" or "mo" => after is not "cung" && before is not ("lan" or "luc" or "chut"),
            "dau" => before is not ("tu" or "lau" or "buoi" or "danh" or "bat" or "lan") && after is not ("nam" or "thang" or "gio" or "buoi" or "tu"),
            "nhieu" or "nhiu" or "bn" => before == "bao" || after is "roi",
            "may" => after is "gio" or "nguoi" or "dong" or "buoi" or "lan" or "ngay" or "cai" or "cay" or "cuoc" or "phan" or "chi" or "nam" && !(before != "con" && Denies(sentence, i, to)),
            "gio" => before is "bao" or "may",
            "chua" or "khong" => i >= to - 2 || (i >= to - 3 && sentence[to - 1].After != Break.Comma),
            _ => false,
        };
    }

    private static bool Denies(Sentence sentence, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (sentence.Bare(i) is "chua" or "khong")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Words of address that may stand before an order: “em ơi”, “nhờ trợ lý”, “anh”.</summary>
    public static bool IsAddress(Sentence sentence, int i) => sentence[i].Person > 0 || sentence.Bare(i) is
        "em" or "anh" or "chi" or "oi" or "nho" or "tro" or "ly" or "ban" or "a" or "da" or "bot" or "ad" or "thoi" or "giup" or "chau" or "nhe" or "luon" or "viec" or "mot" or "la" or "lam" or "on" or "vay" or "de" or "nghi" or "kinh" or "xin" or "minh" or "bac" or "cu" or "the" or "thi";

    /// <summary>“nhắc”, “gửi”, “ghi”; not “nhắc là”, “ghi rằng”, which tell what was said.</summary>
    public static bool IsOrder(Sentence sentence, int i) => sentence.Bare(i + 1) is not ("la" or "rang") && sentence.Bare(i) switch
    {
        "cho" => sentence.Bare(i + 1) is "toi" or "em" or "anh" or "chi" or "minh" or "xin" or "xem" or "biet" or "chau" or "tui" or "coi" or "bac" or "hoi" or "ca" or "chi",
        "nhac" or "nhan" or "xuat" or "gui" or "ghi" or "tao" or "xem" or "liet" or "kiem" or "export" or "thong" or "mo" or "bat" or "check" or "len" or "dat" or "update" or "open" or "in" or "remind" or "coi" or "tinh" or "lap" or "doc" or "cap" => true,
        "lam" => sentence.Bare(i + 1) is "them" or "file" or "bao" or "cho" or "tu",
        "bao" => sentence.Bare(i + 1) is not ("nhieu" or "gio" or "cao" or "lau"),
        _ => false,
    };
}
