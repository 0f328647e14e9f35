namespace ChiBoBot.Understanding.Particulars;

/// <summary>What some words of a sentence give for a slot, and whether the request means it.</summary>
/// <param name="IsAmbiguous">The words fit several members.</param>
/// <param name="Score">Above 0 it is meant; below it only stands in the story around the request.</param>
internal readonly record struct Candidate(string Slot, object Value, int From, int To, bool IsAmbiguous = false, int Score = 1)
{
    public bool IsMeant => Score > 0;
}
