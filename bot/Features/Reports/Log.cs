namespace ChiBoBot.Features.Reports;

internal static partial class Log
{
    [LoggerMessage(720, LogLevel.Information, "Cell {CellId}: an address for the report {Report} made")]
    public static partial void Offered(this ILogger log, string cellId, string report);

    [LoggerMessage(721, LogLevel.Information, "Cell {CellId}: the report {Report} served")]
    public static partial void Served(this ILogger log, string cellId, string report);
}
