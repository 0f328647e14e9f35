namespace ChiBoBot.Teams;

/// <summary>A message did not go out, or nobody knows whether it did.</summary>
internal sealed class ConnectorException(Delivery delivery, int? status, string? code, Exception? inner = null)
    : Exception($"The connector: {delivery} (HTTP {status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}, {code ?? "no code"}).", inner)
{
    public Delivery Delivery { get; } = delivery;

    /// <summary>The HTTP status, or null where no response came.</summary>
    public int? Status { get; } = status;

    public string? Code { get; } = code;
}

/// <summary>What became of a message that failed.</summary>
internal enum Delivery
{
    /// <summary>Not delivered, and trying the same again will not help.</summary>
    Refused,

    /// <summary>The bot isn't installed there (any more): wait until it is installed or spoken to.</summary>
    NotInstalled,

    /// <summary>The person blocked or muted the bot, or the administrator disabled it: wait until spoken to.</summary>
    Blocked,

    /// <summary>The conversation or the message is gone.</summary>
    Gone,

    /// <summary>Not delivered after all tries; a later try may succeed.</summary>
    Unavailable,

    /// <summary>It may have been delivered: the connection broke or timed out after the request was sent.</summary>
    Unknown,
}
