namespace ChiBoBot.Features.Events;

/// <summary>What Events notes: ids, never titles.</summary>
internal static partial class Log
{
    [LoggerMessage(620, LogLevel.Information, "Cell {CellId} planned {EventId}")]
    public static partial void Planned(this ILogger log, string cellId, string eventId);

    [LoggerMessage(621, LogLevel.Information, "Cell {CellId} moved {EventId}")]
    public static partial void Moved(this ILogger log, string cellId, string eventId);

    [LoggerMessage(624, LogLevel.Information, "Cell {CellId} edited {EventId}")]
    public static partial void Edited(this ILogger log, string cellId, string eventId);

    [LoggerMessage(622, LogLevel.Information, "Cell {CellId} cancelled {EventId}")]
    public static partial void Cancelled(this ILogger log, string cellId, string eventId);

    [LoggerMessage(623, LogLevel.Information, "Cell {CellId} planned {Count} regular meetings")]
    public static partial void PlannedRegular(this ILogger log, string cellId, int count);
}
