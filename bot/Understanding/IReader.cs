namespace ChiBoBot.Understanding;

/// <summary>Reads what a person typed. A pure function: the same text on the same day with the same names is read the same way.</summary>
internal interface IReader
{
    Reading Read(string text, ReadingContext context);
}

/// <summary>What a reading may lean on.</summary>
/// <param name="Today">The turn's day in Vietnam.</param>
/// <param name="Names">The full names of the cell's members.</param>
/// <param name="Previous">What the same person last asked in this conversation, if that was minutes ago.</param>
internal sealed record ReadingContext(DateOnly Today, IReadOnlyList<string> Names, Request? Previous = null);
