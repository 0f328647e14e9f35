namespace ChiBoBot.Teams;

/// <summary>What the door logs: ids, counts and reasons, never a token, a name or a text.</summary>
internal static partial class InboundLog
{
    [LoggerMessage(100, LogLevel.Warning, "A token was refused: {Reason} (iss {Issuer}, aud {Audience}, kid {KeyId}).")]
    public static partial void TokenRefused(this ILogger log, string reason, string issuer, string audience, string keyId);

    [LoggerMessage(101, LogLevel.Warning, "A request was refused: {Reason}.")]
    public static partial void RequestRefused(this ILogger log, string reason);

    [LoggerMessage(102, LogLevel.Information, "The issuer's keys were fetched: {Count}.")]
    public static partial void KeysFetched(this ILogger log, int count);

    [LoggerMessage(103, LogLevel.Warning, "The issuer's keys could not be fetched; keys from before: {KeysKnown}.")]
    public static partial void KeysNotFetched(this ILogger log, Exception failure, bool keysKnown);

    [LoggerMessage(104, LogLevel.Warning, "Anybody on this machine may speak as anybody: requests need no token.")]
    public static partial void Unauthenticated(this ILogger log);

    [LoggerMessage(105, LogLevel.Warning, "Activity {ActivityId} ({Kind}) takes longer than {Limit}; it was acknowledged and goes on.")]
    public static partial void TakesLonger(this ILogger log, string activityId, string kind, TimeSpan limit);

    [LoggerMessage(106, LogLevel.Error, "Activity {ActivityId} ({Kind}) failed.")]
    public static partial void Failed(this ILogger log, Exception failure, string activityId, string kind);

    [LoggerMessage(107, LogLevel.Warning, "The host stops before {Count} acknowledged turns are done.")]
    public static partial void Abandoned(this ILogger log, int count);
}
