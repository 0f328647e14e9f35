namespace ChiBoBot.Understanding.Particulars;

/// <summary>One particular that requests may carry, and what it may be: nothing, what the words themselves say, or a value that the corpus has.</summary>
/// <param name="Slot">The slot's name.</param>
/// <param name="Intents">Which intents carry it, one bit each.</param>
/// <param name="Choices">Nothing first, then <see cref="AsFound"/> where the words may carry the value, then values.</param>
/// <param name="First">Its first output in the model.</param>
internal sealed record Head(string Slot, ulong Intents, string[] Choices, int First)
{
    public const string AsFound = "=";

    public bool Serves(Intent intent) => (Intents & (1UL << (int)intent)) != 0;
}
