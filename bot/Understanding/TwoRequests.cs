using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding;

/// <summary>Finds a second request in one message: “Ai là thư ký, cho tôi luôn số máy của người đó.”</summary>
internal static class TwoRequests
{
    /// <summary>Both halves must be this sure by themselves; chosen on the corpus, where sentences with one request and many clauses are the rule.</summary>
    private const double Sure = 0.65;

    /// <summary>A half that is a command must be surer.</summary>
    private const double SureOfCommand = 0.75;

    /// <summary>A second half as sure as this needs no leaning on the first to be understood.</summary>
    public const double SureAlone = 0.8;

    /// <summary>Of two requests the whole makes little sense, so it is believed to ask nothing only from here on.</summary>
    private const double SureOfRefusal = 0.8;

    private const int ShortestHalf = 2;
    private const int LongestSentence = 60;
    private const int MostSeams = 5;

    /// <summary>Long enough, and with something between two halves that both ask.</summary>
    public static bool MayHold(Sentence sentence)
    {
        for (var i = ShortestHalf; i <= sentence.Count - ShortestHalf && sentence.Count <= LongestSentence; i++)
        {
            if (IsSeam(sentence, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Both requests with how sure the less sure one is; null where the message holds only one.</summary>
    public static (List<Request> Requests, double Likelihood)? Read(Parts parts, Reader reader, ReadingContext context, Request whole, double likelihood)
    {
        if (likelihood >= SureOfRefusal && (IntentNames.IsTalk(whole.Intent) || whole.Intent is Intent.UnsafeInput or Intent.CancelCommand))
        {
            return null;
        }

        var sentence = parts.Sentence;
        (List<Request>, double)? best = null;
        var most = 0.0;
        var seams = 0;
        for (var i = ShortestHalf; i <= sentence.Count - ShortestHalf && seams < MostSeams; i++)
        {
            if (!IsSeam(sentence, i))
            {
                continue;
            }

            seams++;
            var (first, sureOfFirst) = reader.ReadHalf(sentence.Typed(0, i).ToString(), context, null, IsSure);
            if (first is null || (IntentNames.IsCommand(first.Intent) && IsTold(sentence, i)))
            {
                continue;
            }

            var (second, sureOfSecond) = reader.ReadHalf(sentence.Typed(AfterConnective(sentence, i), sentence.Count).ToString(), context, first, IsSure);
            if (second is not null && second.Intent != first.Intent && !BelongsTo(first.Intent, second.Intent) && sureOfFirst * sureOfSecond > most)
            {
                (best, most) = (([first, second], Math.Min(sureOfFirst, sureOfSecond)), sureOfFirst * sureOfSecond);
            }
        }

        return best;
    }

    /// <summary>“vì sao không đạt, ai phụ trách”: the second half asks more of the first.</summary>
    private static bool BelongsTo(Intent first, Intent second) => first == Intent.TargetFailDetail && second is Intent.MemberByPost or Intent.TargetProgress or Intent.TargetStatus;

    private static bool IsSure(Intent half, double likelihood) =>
        likelihood >= (IntentNames.IsCommand(half) ? SureOfCommand : Sure)
        && !IntentNames.IsTalk(half) && half is not (Intent.UnsafeInput or Intent.CancelCommand);

    /// <summary>“Tôi bảo mở điểm danh từ 8 giờ, sao …”, “mới ghi kết quả xong, …”, “mở từ sáng rồi, …”: what was ordered before is told, not ordered.</summary>
    private static bool IsTold(Sentence sentence, int end) =>
        (sentence.Bare(end - 1) == "roi" && sentence[end - 1].After >= Break.Comma) || sentence.Bare(0) is "da" or "moi" or "vua" or "sao" || (sentence.Bare(1) is "bao" or "nho" or "da" or "moi" or "vua" && sentence.Bare(0) is "toi" or "anh" or "chi" or "em" or "minh" or "bac");

    private static bool IsSeam(Sentence sentence, int at) =>
        (sentence[at - 1].After >= Break.Comma || ConnectiveAt(sentence, at) > 0) && Asks(sentence, ClauseBefore(sentence, at), at) && Asks(sentence, AfterConnective(sentence, at), sentence.Count);

    /// <summary>Where the last clause before there begins: what stands before it may be a story.</summary>
    private static int ClauseBefore(Sentence sentence, int at)
    {
        var from = at - 1;
        while (from > 0 && sentence[from - 1].After < Break.Comma)
        {
            from--;
        }

        // “họp mấy giờ, ở đâu, …”: a short rest belongs to what stands before it.
        return at - from < 4 && from > 0 ? ClauseBefore(sentence, from) : from;
    }

    private static int AfterConnective(Sentence sentence, int at)
    {
        while (ConnectiveAt(sentence, at) is > 0 and var length && at + length < sentence.Count)
        {
            at += length;
        }

        return at;
    }

    /// <summary>How many words “và”, “với lại”, “đồng thời” … take there; 0 where nothing connects.</summary>
    private static int ConnectiveAt(Sentence sentence, int at)
    {
        var isTwo = sentence.Bare(at) switch
        {
            "dong" => sentence.Bare(at + 1) == "thoi",
            "voi" => sentence.Bare(at + 1) == "lai",
            "sau" => sentence.Bare(at + 1) == "do",
            "tien" => sentence.Bare(at + 1) == "the",
            "hai" => sentence.Bare(at + 1) == "la",
            "ngoai" => sentence.Bare(at + 1) == "ra",
            "cung" => sentence.Bare(at + 1) == "luc",
            "nhan" => sentence.Bare(at + 1) == "tien",
            _ => false,
        };
        var isOne = sentence.Bare(at) switch
        {
            "va" or "plus" => true,
            "xong" or "tien" or "ma" or "con" => IsFresh(sentence, at),
            "roi" => IsFresh(sentence, at) || IsOrder(sentence, at + 1),
            _ => false,
        };
        return isTwo ? 2 : isOne ? 1 : 0;
    }

    /// <summary>After a comma, or after another connective.</summary>
    private static bool IsFresh(Sentence sentence, int at) => at > 0 && (sentence[at - 1].After >= Break.Comma || ConnectiveAt(sentence, at - 1) > 0);

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

    public static bool IsOrder(Sentence sentence, int i) => sentence.Bare(i) switch
    {
        "cho" => sentence.Bare(i + 1) is "toi" or "em" or "anh" or "chi" or "minh" or "xin" or "xem" or "biet" or "chau" or "tui" or "coi" or "bac" or "hoi" or "ca" or "chi",
        "nhac" or "nhan" or "xuat" or "gui" or "ghi" or "tao" or "xem" or "liet" or "kiem" or "export" or "thong" or "mo" or "bat" or "check" or "len" or "dat" or "update" or "open" or "in" or "remind" or "coi" or "tinh" or "lap" or "doc" or "cap" => true,
        "lam" => sentence.Bare(i + 1) is "them" or "file" or "bao" or "cho" or "tu",
        "bao" => sentence.Bare(i + 1) is not ("nhieu" or "gio" or "cao" or "lau"),
        _ => false,
    };
}
