using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding;

/// <summary>Finds a second request in one message: “Ai là thư ký, cho tôi luôn số máy của người đó.”</summary>
internal static class TwoRequests
{
    /// <summary>Both halves must be this sure by themselves; chosen by cross-validation on the corpus.</summary>
    public const double Sure = 0.6;

    private const int ShortestHalf = 2;

    /// <summary>Long enough, and with something between two halves.</summary>
    public static bool MayHold(Sentence sentence)
    {
        for (var i = ShortestHalf; i <= sentence.Count - ShortestHalf; i++)
        {
            if (IsSeam(sentence, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Both requests; null where the message holds only one.</summary>
    public static List<Request>? Read(string text, Parts parts, Reader reader, ReadingContext context, Request whole, ReadOnlySpan<double> likelihoods)
    {
        if (IntentNames.IsTalk(whole.Intent) || whole.Intent is Intent.UnsafeInput or Intent.CancelCommand || parts.Sentence.Count > 30)
        {
            return null;
        }

        var sentence = parts.Sentence;
        for (var i = ShortestHalf; i <= sentence.Count - ShortestHalf; i++)
        {
            if (!IsSeam(sentence, i))
            {
                continue;
            }

            var first = ReadHalf(sentence.Typed(0, i).ToString(), reader, context, null);
            if (first is null || (first.Intent != whole.Intent && likelihoods[(int)first.Intent] < 0.05))
            {
                continue;
            }

            var second = ReadHalf(sentence.Typed(i, sentence.Count).ToString(), reader, context, first);
            if (second is not null && second.Intent != first.Intent)
            {
                return [first, second];
            }
        }

        return null;
    }

    private static Request? ReadHalf(string text, Reader reader, ReadingContext context, Request? before)
    {
        var parts = new Parts();
        reader.Knowledge.Parts.Read(text, reader.NamesOf(context), parts);
        Span<double> likelihoods = stackalloc double[IntentNames.Count];
        reader.Weigh(parts, null, likelihoods);
        var intent = Judgement.Choose(likelihoods, parts.Sentence, out _);
        if (likelihoods[(int)intent] < Sure || IntentNames.IsTalk(intent) || intent is Intent.UnsafeInput or Intent.CancelCommand)
        {
            return null;
        }

        return reader.Specify(parts, intent, before is not null && PointsBack(parts.Sentence) ? before : null);
    }

    private static bool IsSeam(Sentence sentence, int at) =>
        sentence[at - 1].After >= Break.Comma
        || sentence.Bare(at) is "va" or "roi" or "xong" or "tien" or "dong" && (sentence.Bare(at) != "dong" || sentence.Bare(at + 1) == "thoi");

    /// <summary>“… của người đó”, “anh ấy”: the second half leans on the first.</summary>
    private static bool PointsBack(Sentence sentence)
    {
        for (var i = 1; i < sentence.Count; i++)
        {
            if (sentence.Bare(i) is "do" or "ay" && sentence.Bare(i - 1) is "nguoi" or "anh" or "chi" or "ong" or "ba" or "co" or "buoi" or "hom")
            {
                return true;
            }
        }

        return false;
    }
}
