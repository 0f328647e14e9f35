namespace ChiBoBot.Turns;

/// <summary>Gives the names that a cell's sentences may hold.</summary>
internal interface IRoster
{
    /// <summary>The full names of the cell's members; at most a minute old.</summary>
    ValueTask<IReadOnlyList<string>> NamesOf(string cellId, CancellationToken cancel);
}
