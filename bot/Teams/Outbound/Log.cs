namespace ChiBoBot.Teams.Outbound;

/// <summary>What is told about going out to Teams: operations, statuses and codes, never to whom or what.</summary>
internal static partial class Log
{
    [LoggerMessage(150, LogLevel.Error, "No token for the connector (credential {Credential}, client {ClientId}, tenant {TenantId}, {Code}). {Hint}")]
    public static partial void NoToken(this ILogger log, Exception fault, CredentialKind? credential, string? clientId, string? tenantId, string? code, string hint);

    [LoggerMessage(151, LogLevel.Error, "The connector refuses the bot's token (credential {Credential}, client {ClientId}, tenant {TenantId}, scope {Scope}). The Azure Bot's app id must be this client, its type and tenant those of the app registration.")]
    public static partial void TokenRefused(this ILogger log, CredentialKind? credential, string? clientId, string? tenantId, string scope);

    [LoggerMessage(152, LogLevel.Information, "The connector's {Operation} goes again in {Seconds:0.0} s, retry {Retry}: HTTP {Status}, {Code}.")]
    public static partial void GoesAgain(this ILogger log, Exception? fault, string operation, double seconds, int retry, int status, string? code);

    [LoggerMessage(EventId = 153, Message = "The connector's {Operation} failed: {Delivery} (HTTP {Status}, {Code}).")]
    public static partial void Failed(this ILogger log, LogLevel level, Exception? fault, string operation, Delivery delivery, int status, string? code);

    [LoggerMessage(154, LogLevel.Information, "A tenant lives in the government cloud: its connector is {Host} from now on.")]
    public static partial void MovedToGovernment(this ILogger log, string host);
}
