namespace ChiBoBot.Understanding.Particulars;

/// <summary>One particular that requests may carry, and what it may be.</summary>
/// <param name="Slot">The slot's name.</param>
/// <param name="Intents">Which intents carry it, one bit each.</param>
/// <param name="Choices">Nothing first, then the values that are learned.</param>
/// <param name="First">Its first output in the model.</param>
internal sealed record Head(string Slot, ulong Intents, string[] Choices, int First)
{
    /// <summary>How many outputs of the model it has: none where there is nothing to choose.</summary>
    public int Outputs => Choices.Length > 1 ? Choices.Length : 0;

    /// <summary>Whether its value is taken from the words where they give one.</summary>
    public bool IsTaken { get; } = Candidates.AreTaken(Slot);

    public bool Serves(Intent intent) => (Intents & (1UL << (int)intent)) != 0;
}
