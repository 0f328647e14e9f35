using ChiBoBot.Understanding.Learning;
using ChiBoBot.Understanding.Names;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding;

/// <summary>Finds a second request in one message: “Ai là thư ký, cho tôi luôn số máy của người đó.”</summary>
internal static class TwoRequests
{
    /// <summary>A second half as sure as this needs no leaning on the first to be understood.</summary>
    private const double SureAlone = 0.8;

    /// <summary>So much must speak for a seam, as a logarithm of odds: two requests are likelier than one.</summary>
    private const float SureOfSeam = 0;

    /// <summary>A half that is a command, or takes one back, must be as sure as this, where the whole is not read so.</summary>
    private const double SureOfCommand = 0.75;

    /// <summary>And so much must speak for the seam: what is only told of an order must not be carried out.</summary>
    private const float SureOfCommandSeam = 1.5f;

    private const int LongestSentence = 60;

    /// <summary>Where the second of two requests begins; 0 where the message holds only one.</summary>
    public static int Find(Parts parts, Half whole, Knowledge knowledge, Parts half)
    {
        var sentence = parts.Sentence;
        if (sentence.Count > LongestSentence)
        {
            return 0;
        }

        Span<int> places = stackalloc int[Seams.MostTried];
        var count = knowledge.Seams.Find(sentence, half.Features, places);
        if (count == 0)
        {
            return 0;
        }

        Span<double> likelihoods = stackalloc double[IntentNames.Count];
        var (seam, most) = (0, SureOfSeam);
        foreach (var at in places[..count])
        {
            if (IsWithin(parts, at))
            {
                continue;
            }

            var (before, after) = Halves(sentence, at);
            var first = ReadHalf(before, parts.Names, knowledge.Parts, knowledge.Intents, null, half, likelihoods);
            var second = ReadHalf(after, parts.Names, knowledge.Parts, knowledge.Intents, first.Intent, half, likelihoods);
            var score = knowledge.Seams.Score(sentence, at, whole, first, second, half.Features);
            // Where a half may have to be refused the message stays whole: its readings are offered then.
            if (score > most && !(first.IsKeptBack || second.IsKeptBack || IsRash(first, whole, score) || IsRash(second, whole, score) || IsTold(sentence, at, first) || TakesBack(first, second) || Loses(whole.Intent, first.Intent, second.Intent)))
            {
                (seam, most) = (at, score);
            }
        }

        return seam;
    }

    /// <summary>Whether a day, a time or a name goes on there: “8 rưỡi | sáng thứ ba”.</summary>
    private static bool IsWithin(Parts parts, int at) =>
        parts.Findings.Exists(f => f.From < at && at < f.To) || parts.Mentions.Exists(m => m.From < at && at < m.To);

    /// <summary>“Mới ghi kết quả sáng nay, …”, “đừng chờ nữa, …”: too little speaks for an order.</summary>
    private static bool IsRash(Half half, Half whole, float score) =>
        (IntentNames.IsCommand(half.Intent) || half.Intent == Intent.CancelCommand) && half.Intent != whole.Intent && (half.Likelihood < SureOfCommand || score < SureOfCommandSeam);

    /// <summary>“Chị thư ký đã ghi chỉ tiêu 4 đạt 90%, còn chỉ tiêu nào chưa đạt?”: what opens with no order and ends with a question tells of an order.</summary>
    private static bool IsTold(Sentence sentence, int at, Half first) =>
        IntentNames.IsCommand(first.Intent) && !Manner.OpensWithOrder(sentence, 0, at) && Mood.AsksInTheEnd(sentence);

    /// <summary>“Mở điểm danh đi. À thôi khỏi.” asks for nothing.</summary>
    private static bool TakesBack(Half first, Half second) => IntentNames.IsCommand(first.Intent) && second.Intent == Intent.CancelCommand;

    /// <summary>What is refused as a whole must not be answered in pieces.</summary>
    private static bool Loses(Intent whole, Intent first, Intent second) => whole is Intent.ConfidentialRequest or Intent.UnsafeInput && first != whole && second != whole;

    /// <summary>What was typed before a seam and from there on.</summary>
    public static (string Before, string After) Halves(Sentence sentence, int seam) =>
        (sentence.Text[sentence[0].Start..sentence[seam].Start].ToString(), sentence.Text[sentence[seam].Start..].ToString());

    /// <summary>Reads half of a message, by itself or as one that leans on the half before.</summary>
    public static Half ReadHalf(string text, NameIndex names, PartsReader reader, SparseModel intents, Intent? before, Parts parts, Span<double> likelihoods)
    {
        reader.Read(text, names, parts);
        if (parts.Sentence.Count == 0)
        {
            likelihoods.Clear();
            return new(Intent.OutOfScope, 1, IsKeptBack: false);
        }

        var alone = Weigh(parts, intents, null, likelihoods);
        return before is { } && alone.Likelihood < SureAlone && FollowUp.MayLean(parts.Sentence) ? Weigh(parts, intents, before, likelihoods) : alone;
    }

    /// <summary>How likely each intent is, the sentence having been taken apart, and which of them it is read as.</summary>
    public static Half Weigh(Parts parts, SparseModel intents, Intent? previous, Span<double> likelihoods)
    {
        Judgement.Weigh(parts, intents, previous, likelihoods);
        var intent = Judgement.Choose(likelihoods, parts, out _);
        return new(intent, likelihoods[(int)intent], Judgement.IsKeptBack(likelihoods, parts, intent));
    }
}
