namespace ChiBoBot.Features.SelfAssessment;

internal static partial class Log
{
    [LoggerMessage(700, LogLevel.Information, "Cell {CellId}: round {Round} opened for {Members} members")]
    public static partial void Opened(this ILogger log, string cellId, string round, int members);

    [LoggerMessage(701, LogLevel.Information, "Cell {CellId}: round {Round} closed, {HandedIn} of {Members} handed in")]
    public static partial void Closed(this ILogger log, string cellId, string round, int handedIn, int members);

    [LoggerMessage(702, LogLevel.Information, "Cell {CellId}: a sheet of round {Round} handed in, version {Version}, on paper {OnPaper}")]
    public static partial void HandedIn(this ILogger log, string cellId, string round, int version, bool onPaper);

    [LoggerMessage(703, LogLevel.Information, "Cell {CellId}: a sheet of round {Round} withdrawn")]
    public static partial void Withdrawn(this ILogger log, string cellId, string round);

    [LoggerMessage(704, LogLevel.Information, "Cell {CellId}: a sheet of round {Round} given back")]
    public static partial void Reopened(this ILogger log, string cellId, string round);

    [LoggerMessage(705, LogLevel.Information, "Cell {CellId}: {Texts} texts of round {Round} put aside")]
    public static partial void Kept(this ILogger log, string cellId, string round, int texts);

    [LoggerMessage(706, LogLevel.Information, "Cell {CellId}: {Members} proposals recorded in round {Round}")]
    public static partial void Proposed(this ILogger log, string cellId, string round, int members);

    [LoggerMessage(707, LogLevel.Information, "Cell {CellId}: {Members} decisions recorded in round {Round}")]
    public static partial void Decided(this ILogger log, string cellId, string round, int members);

    [LoggerMessage(708, LogLevel.Information, "Cell {CellId}: an objection in round {Round} is answered")]
    public static partial void Answered(this ILogger log, string cellId, string round);
}
