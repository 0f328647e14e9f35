using ChiBoBot.Understanding.Learning;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding;

/// <summary>Decides from the likelihoods of all intents which one is answered, and whether it is sure enough to be. Where a wrong guess would hurt, it asks rather than guesses.</summary>
internal static class Judgement
{
    /// <summary>What was learned is surer of itself than it is right on sentences held back: so much.</summary>
    public const double Temperature = 4.5;

    /// <summary>Below this a reading is offered to press instead of answered; chosen by cross-validation on the corpus.</summary>
    public const double Sure = 0.5;

    /// <summary>A command is read only where all commands together are as likely as this: below, the likeliest reading that changes nothing is taken and the command offered.</summary>
    public const double SureOfCommand = 0.6;

    /// <summary>From here on a refusal (confidential, unsafe) that is not the likeliest reading still keeps the likeliest from being answered.</summary>
    public const double Doubt = 0.25;

    /// <summary>The same where somebody is named: what is private is mostly somebody's.</summary>
    public const double DoubtOfPerson = 0.12;

    /// <summary>How likely each intent is, the sentence having been taken apart.</summary>
    public static void Weigh(Parts parts, SparseModel intents, Intent? previous, Span<double> likelihoods)
    {
        if (previous is { } before)
        {
            FeatureReader.ReadPrevious(parts, before, parts.Features);
        }

        Span<int> scores = stackalloc int[SparseModel.RoomFor(IntentNames.Count)];
        scores.Clear();
        intents.Add(parts.Features.All, SparseModel.BlocksOf(0, IntentNames.Count), scores);

        for (var i = 0; i < likelihoods.Length; i++)
        {
            likelihoods[i] = scores[i] * (double)intents.Scale / Temperature;
        }

        Arithmetic.Softmax(likelihoods);
        Guards.Apply(parts, likelihoods);
    }

    public static Intent Choose(ReadOnlySpan<double> likelihoods, Parts parts, out bool isSure)
    {
        var best = Best(likelihoods, commands: true);
        var likelihood = likelihoods[(int)best];
        if (IsKeptBack(likelihoods, parts, best))
        {
            isSure = false;
            return IntentNames.IsCommand(best) ? Best(likelihoods, commands: false) : best;
        }

        if (IntentNames.IsCommand(best))
        {
            var calledOff = likelihoods[(int)Intent.CancelCommand];
            if (OfCommands(likelihoods) < SureOfCommand || (calledOff > 0.1 && Forbids(parts.Sentence)) || Mood.AsksInTheEnd(parts.Sentence) || Mood.TellsWhatIsDone(parts.Sentence))
            {
                isSure = false;
                return Best(likelihoods, commands: false);
            }
        }

        isSure = likelihood >= Sure;
        return best;
    }

    /// <summary>Whether what is refused is likely enough to keep another reading from being answered.</summary>
    public static bool IsKeptBack(ReadOnlySpan<double> likelihoods, Parts parts, Intent read) =>
        read is not (Intent.ConfidentialRequest or Intent.UnsafeInput)
        && likelihoods[(int)Intent.ConfidentialRequest] + likelihoods[(int)Intent.UnsafeInput] >= (parts.Mentions.Count > 0 ? DoubtOfPerson : Doubt);

    private static double OfCommands(ReadOnlySpan<double> likelihoods)
    {
        var sum = 0.0;
        for (var i = 0; i < likelihoods.Length; i++)
        {
            sum += IntentNames.IsCommand((Intent)i) ? likelihoods[i] : 0;
        }

        return sum;
    }

    private static Intent Best(ReadOnlySpan<double> likelihoods, bool commands)
    {
        var best = -1;
        for (var i = 0; i < likelihoods.Length; i++)
        {
            if ((commands || !IntentNames.IsCommand((Intent)i)) && (best < 0 || likelihoods[i] > likelihoods[best]))
            {
                best = i;
            }
        }

        return (Intent)best;
    }

    private static bool Forbids(Sentence sentence)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence.Bare(i) is "dung" or "khoi" or "thoi" or "khoan" or "huy" or "ngung" or "cam" or "mien")
            {
                return true;
            }
        }

        return false;
    }
}
