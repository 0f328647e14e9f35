using ChiBoBot.Storage;
using ChiBoBot.Teams;

namespace ChiBoBot.Turns;

internal static partial class Log
{
    [LoggerMessage(300, LogLevel.Information, "{Kind} {ActivityId}: {Outcome} in {Milliseconds:F1} ms")]
    public static partial void Turn(this ILogger log, string kind, string activityId, Outcome outcome, double milliseconds);

    [LoggerMessage(301, LogLevel.Error, "Turn {ActivityId} failed (code {Code})")]
    public static partial void Fault(this ILogger log, string activityId, string code, Exception fault);

    [LoggerMessage(302, LogLevel.Warning, "Reply to {ActivityId} was not delivered: {Delivery} (HTTP {Status}, {Code})")]
    public static partial void Undelivered(this ILogger log, string activityId, Delivery delivery, int? status, string? code, Exception fault);

    [LoggerMessage(305, LogLevel.Information, "The card of the withdrawn command {Pending} still stands: {Delivery} (HTTP {Status}, {Code})")]
    public static partial void NotClosed(this ILogger log, string pending, Delivery delivery, int? status, string? code);

    [LoggerMessage(306, LogLevel.Warning, "The introduction was not delivered: {Delivery} (HTTP {Status}, {Code})")]
    public static partial void NotWelcomed(this ILogger log, Delivery delivery, int? status, string? code);

    [LoggerMessage(303, LogLevel.Information, "Turn {ActivityId} met a change by somebody else: {Conflict}")]
    public static partial void Conflicted(this ILogger log, string activityId, Conflict conflict);

    [LoggerMessage(304, LogLevel.Warning, "What turn {ActivityId} asked was not kept for the other instances")]
    public static partial void NotShared(this ILogger log, string activityId, Exception fault);

    [LoggerMessage(307, LogLevel.Warning, "Press {ActivityId} met a key that no record can have: an edited card, or a fault")]
    public static partial void NoSuchKey(this ILogger log, string activityId, Exception fault);
}
