using ChiBoBot.Understanding.Lexicon;

namespace ChiBoBot.Understanding.Particulars;

/// <summary>One particular that requests may carry, and what it may be.</summary>
/// <param name="Slot">The slot's name.</param>
/// <param name="Intents">Which intents carry it, one bit each.</param>
/// <param name="Spoken">For each choice, for which intents a phrase that speaks for it alone is nearly always right, one bit each.</param>
/// <param name="Choices">Nothing first, then the values that are learned.</param>
/// <param name="First">Its first output in the model.</param>
internal sealed record Head(string Slot, ulong Intents, ulong[] Spoken, string[] Choices, int First)
{
    /// <summary>“họp chi bộ” says less than “chuyên đề” beside it.</summary>
    private const string General = "branch";

    /// <summary>How many outputs of the model it has: none where there is nothing to choose.</summary>
    public int Outputs => Choices.Length > 1 ? Choices.Length : 0;

    /// <summary>Whether its value is taken from the words where they give one.</summary>
    public bool IsTaken { get; } = Candidates.AreTaken(Slot);

    public bool Serves(Intent intent) => (Intents & (1UL << (int)intent)) != 0;

    /// <summary>The choice that the phrases found speak for with one voice, where the corpus shows that they can be believed; 0 otherwise.</summary>
    public int SpokenChoice(IReadOnlyList<Hit> hits, Intent intent) =>
        OnlyChoice(hits) is > 0 and var choice && (Spoken[choice] & (1UL << (int)intent)) != 0 ? choice : 0;

    /// <summary>The one choice that all phrases for this slot speak for; 0 where there is none or they differ.</summary>
    public int OnlyChoice(IReadOnlyList<Hit> hits)
    {
        string? value = null;
        foreach (var hit in hits)
        {
            if (hit.Slot != Slot || (value is not null && hit.Value == General))
            {
                continue;
            }

            if (value is not null && value != General && value != hit.Value)
            {
                return 0;
            }

            value = hit.Value;
        }

        return value is null ? 0 : Math.Max(0, Array.IndexOf(Choices, value));
    }
}
