namespace ChiBoBot.Teams.Outbound;

/// <summary>What to do about an answer that isn't 2xx.</summary>
internal enum Remedy
{
    /// <summary>Nothing: the same call would fail again.</summary>
    None,

    /// <summary>Wait and call again.</summary>
    Retry,

    /// <summary>Call again with a new token, once.</summary>
    FreshToken,

    /// <summary>Call the government cloud's host instead, once.</summary>
    OtherHost,
}

/// <summary>One line of Teams' error table. Without a code it stands for all other codes of the status.</summary>
internal sealed record FaultRule(int Status, string? Code, Remedy Remedy, Delivery Delivery)
{
    /// <summary>A gateway answered: the message may have been taken in behind it.</summary>
    public bool MayHaveArrived { get; init; }
}

/// <summary>Teams' error table. What it doesn't list isn't called again, as Teams asks.</summary>
internal static class Remedies
{
    private static readonly FaultRule Redirect = new(300, null, Remedy.None, Delivery.Refused);
    private static readonly FaultRule OtherClientFault = new(400, null, Remedy.None, Delivery.Refused);
    private static readonly FaultRule OtherServerFault = new(500, null, Remedy.None, Delivery.Unavailable) { MayHaveArrived = true };

    public static readonly IReadOnlyList<FaultRule> Table =
    [
        new(400, null, Remedy.None, Delivery.Refused),
        new(401, null, Remedy.FreshToken, Delivery.Refused),
        new(403, "BotDisabledByAdmin", Remedy.None, Delivery.Blocked),
        new(403, "BotNotInConversationRoster", Remedy.None, Delivery.NotInstalled),
        new(403, "ConversationBlockedByUser", Remedy.None, Delivery.Blocked),
        new(403, "MessageWritesBlocked", Remedy.None, Delivery.Blocked),
        new(403, "ForbiddenOperationException", Remedy.None, Delivery.NotInstalled),
        new(403, "InvalidBotApiHost", Remedy.OtherHost, Delivery.Refused),
        new(403, null, Remedy.None, Delivery.Refused),
        new(404, "ActivityNotFoundInConversation", Remedy.None, Delivery.Gone),
        new(404, "ConversationNotFound", Remedy.None, Delivery.Gone),
        new(404, "TARGETED_MESSAGE_EXPIRED_OR_DELETED", Remedy.None, Delivery.Gone),
        new(404, null, Remedy.None, Delivery.Refused),
        new(408, null, Remedy.None, Delivery.Unavailable) { MayHaveArrived = true },
        new(412, null, Remedy.Retry, Delivery.Unavailable),
        new(413, null, Remedy.None, Delivery.Refused),
        new(429, null, Remedy.Retry, Delivery.Unavailable),
        new(500, null, Remedy.None, Delivery.Unavailable) { MayHaveArrived = true },
        new(502, null, Remedy.Retry, Delivery.Unavailable) { MayHaveArrived = true },
        new(503, null, Remedy.Retry, Delivery.Unavailable),
        new(504, null, Remedy.Retry, Delivery.Unavailable) { MayHaveArrived = true },
    ];

    /// <summary>The line for an answer. Codes are looked for in all the words of the body: Teams doesn't always put them in the same place.</summary>
    public static FaultRule Find(int status, IReadOnlyList<string> words)
    {
        foreach (var rule in Table)
        {
            if (rule.Status == status && (rule.Code is null || words.Any(word => word.Contains(rule.Code, StringComparison.OrdinalIgnoreCase))))
            {
                return rule;
            }
        }

        return status switch
        {
            < 400 => Redirect,
            < 500 => OtherClientFault,
            _ => OtherServerFault,
        };
    }
}
