namespace ChiBoBot.Due;

/// <summary>What is told of due things: cells, kinds and counts, never keys or texts.</summary>
internal static partial class Log
{
    [LoggerMessage(800, LogLevel.Information, "Due {Kind} of cell {CellId}: {State} {Reason}")]
    public static partial void Ended(this ILogger log, string cellId, string kind, DueState state, string? reason);

    [LoggerMessage(801, LogLevel.Warning, "Due {Kind} of cell {CellId} may have been posted twice, and nobody knows whether it arrived: it is not posted again.")]
    public static partial void LeftUnknown(this ILogger log, string cellId, string kind);

    [LoggerMessage(807, LogLevel.Warning, "Due {Kind} of cell {CellId} may have arrived unanswered: it is posted one more time.")]
    public static partial void PostedAgain(this ILogger log, string cellId, string kind);

    [LoggerMessage(802, LogLevel.Warning, "Nothing here knows the due kind {Kind}; it is left to another release.")]
    public static partial void UnknownKind(this ILogger log, string kind);

    [LoggerMessage(803, LogLevel.Error, "Due {Kind} of cell {CellId} could not be decided.")]
    public static partial void DecisionFailed(this ILogger log, string cellId, string kind, Exception fault);

    [LoggerMessage(804, LogLevel.Error, "Due {Kind} of cell {CellId} failed {Tries} times and is given up: {Reason}")]
    public static partial void GivenUp(this ILogger log, string cellId, string kind, int tries, string? reason);

    [LoggerMessage(805, LogLevel.Error, "Due {Kind} of cell {CellId} failed; the next round looks again.")]
    public static partial void ThingFailed(this ILogger log, string cellId, string kind, Exception fault);

    [LoggerMessage(806, LogLevel.Error, "A round through what is due failed; the next one begins in some seconds.")]
    public static partial void RoundFailed(this ILogger log, Exception fault);
}
