using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding;

/// <summary>Whether a sentence that looks like a command asks in the end: “Mở điểm danh từ sáng rồi, ai còn chưa bấm?” tells of an order and gives none.</summary>
internal static class Mood
{
    private const int ShortestClause = 3;

    /// <summary>The last clause asks and orders nothing, and nothing before it was asked for as a favour.</summary>
    public static bool AsksInTheEnd(Sentence sentence)
    {
        var count = sentence.Count;
        var last = count - 1;
        while (last > 0 && (!IsSeam(sentence, last) || count - last < ShortestClause))
        {
            last--;
        }

        if (last > 0 ? IsCourteous(sentence, last) || Manner.OpensWithOrder(sentence, last) : Manner.OpensWithOrder(sentence, 0))
        {
            return false;
        }

        // A question word counts only where no order follows it: “ai chưa nộp thì nhắc giúp”.
        for (var i = count - 1; i >= Math.Max(last, 0); i--)
        {
            if (Manner.IsQuestion(sentence, i, count) && !(sentence.Bare(i) is "chua" or "khong" && i < count - 1))
            {
                return true;
            }

            if (Orders(sentence, i))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>“Chị thư ký đã ghi chỉ tiêu 4 đạt 90%.”: somebody has done it, and nothing more is asked.</summary>
    public static bool TellsWhatIsDone(Sentence sentence)
    {
        for (var i = 1; i + 2 < sentence.Count; i++)
        {
            if (sentence.Is(i, "đaX", "da") && IsSomebody(sentence, i - 1) && sentence.Bare(i + 1) is "nhac" or "nhan" or "gui" or "xuat" or "ghi" or "tao" or "mo" or "dat" or "lap" or "in" or "cap" or "len")
            {
                return IsTheEnd(sentence, i);
            }
        }

        return false;
    }

    private static bool IsSomebody(Sentence sentence, int i) =>
        sentence[i].Person > 0 || sentence.Bare(i) is "toi" or "em" or "anh" or "chi" or "minh" or "ky" or "thu" or "ong" or "bac" or "co" or "ho" or "no" or "tui";

    /// <summary>Whether the sentence goes on to no other clause, and to no word that asks for a favour or takes back what was done.</summary>
    private static bool IsTheEnd(Sentence sentence, int from)
    {
        for (var i = from; i < sentence.Count; i++)
        {
            if ((sentence[i].After != Break.None && i + 1 < sentence.Count) || sentence.Bare(i) is "giup" or "ho" or "gium" or "nham" or "sai" or "lai" or "voi" or "di" or "thi" or "ma" or "nen" or "chua" or "khong")
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A comma or stop, or “… rồi mà …”.</summary>
    private static bool IsSeam(Sentence sentence, int at) =>
        sentence[at - 1].After != Break.None || (sentence.Bare(at) == "ma" && sentence.Bare(at - 1) is "roi" or "mai" or "hoai");

    private static bool Orders(Sentence sentence, int i) =>
        i + 1 < sentence.Count && sentence.Bare(i) is "nhac" or "gui" or "xuat" or "ghi" or "tao" or "mo" or "thong"
        && sentence.Bare(i - 1) is not ("da" or "moi" or "duoc" or "nguoi" or "tin" or "sao" or "lai" or "ma")
        && sentence.Bare(i - 2) != "de";

    /// <summary>“Mở lại điểm danh giúp tôi, còn mấy người chưa bấm.”: before the seam stands an order all the same.</summary>
    private static bool IsCourteous(Sentence sentence, int seam)
    {
        for (var i = seam - 1; i >= Math.Max(0, seam - 3); i--)
        {
            if (sentence.Bare(i) is "giup" or "ho" or "gium" or "nhe" or "nha" or "voi" or "di" or "luon")
            {
                return true;
            }
        }

        return false;
    }
}
