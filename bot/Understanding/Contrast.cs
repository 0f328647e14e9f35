using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding;

/// <summary>Finds what is said only to be denied: of “không hỏi số lượng, tên người vắng hôm 10/3” the first half asks nothing.</summary>
internal static class Contrast
{
    private const int LongestAddress = 4;
    private const int ShortestRest = 2;

    /// <summary>Where that begins which is meant; 0 where nothing is denied, or nothing else is said.</summary>
    public static int End(Sentence sentence)
    {
        var from = 0;
        while (from < LongestAddress && Manner.IsAddress(sentence, from) && !Denies(sentence, from))
        {
            from++;
        }

        if (!Denies(sentence, from))
        {
            return 0;
        }

        for (var at = from + 2; at <= sentence.Count - ShortestRest; at++)
        {
            if (sentence.Bare(at) == "ma" && sentence.Bare(from + 1) is "phai" or "hoi")
            {
                return at + 1 <= sentence.Count - ShortestRest && !PointsBack(sentence, at + 1) ? at + 1 : 0;
            }

            if (sentence[at - 1].After >= Break.Comma)
            {
                return (sentence.Bare(from + 1) == "hoi" || Manner.Asks(sentence, at, sentence.Count)) && !PointsBack(sentence, at) ? at : 0;
            }
        }

        return 0;
    }

    /// <summary>“không hỏi …”, “không phải …”, “không cần …”, “đừng hủy …”.</summary>
    private static bool Denies(Sentence sentence, int at) => sentence.Bare(at) switch
    {
        "khong" or "chang" or "chua" => sentence.Bare(at + 1) is "hoi" or "phai" || (sentence.Bare(at + 1) == "can" && sentence.Bare(at + 2) is "biet" or "hoi" or "xem" or "danh" or "ten" or "so"),
        "dung" => sentence.Bare(at + 1) is "huy",
        _ => false,
    };

    /// <summary>“… chỉ hỏi anh ấy nộp chưa”: who is meant stands in what is denied.</summary>
    private static bool PointsBack(Sentence sentence, int from)
    {
        for (var i = from; i < sentence.Count; i++)
        {
            if (sentence.Bare(i) is "ay" or "do" or "kia" && sentence.Bare(i - 1) is "anh" or "chi" or "co" or "chu" or "bac" or "ong" or "ba" or "nguoi" or "hop" or "buoi" or "tieu")
            {
                return true;
            }
        }

        return false;
    }
}
