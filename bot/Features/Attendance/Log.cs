namespace ChiBoBot.Features.Attendance;

/// <summary>What Attendance notes: ids and counts, never names or reasons.</summary>
internal static partial class Log
{
    [LoggerMessage(600, LogLevel.Information, "Cell {CellId} opened the roll call of {EventId} (again: {Again})")]
    public static partial void Opened(this ILogger log, string cellId, string eventId, bool again);

    [LoggerMessage(601, LogLevel.Information, "Cell {CellId} closed the roll call of {EventId}: {Present} of {Summoned}")]
    public static partial void Closed(this ILogger log, string cellId, string eventId, int present, int summoned);

    [LoggerMessage(602, LogLevel.Information, "Cell {CellId}: {Count} marks were written for others at {EventId}")]
    public static partial void Written(this ILogger log, string cellId, string eventId, int count);

    [LoggerMessage(603, LogLevel.Information, "Cell {CellId}: an absence from {EventId} was decided: {State}")]
    public static partial void AbsenceDecided(this ILogger log, string cellId, string eventId, string state);
}
