namespace ChiBoBot.Teams.Wire;

/// <summary>Reads where an activity happened.</summary>
internal static class Places
{
    private const string ThreadMark = ";messageid=";

    public static Conversation Read(Activity activity, Uri service, string botId)
    {
        var account = activity.Conversation!;
        var id = account.Id!;
        var thread = id.IndexOf(ThreadMark, StringComparison.Ordinal);
        var place = Kind(account, activity.ChannelData);
        var channelId = activity.ChannelData?.Channel?.Id;
        var conversationId = thread < 0 ? id : id[..thread];
        return new Conversation(conversationId, place, TenantOf(activity) ?? "", service, botId)
        {
            ThreadRoot = thread < 0 ? null : id[(thread + ThreadMark.Length)..],
            TeamId = activity.ChannelData?.Team?.Id,
            ChannelId = channelId ?? (place == Place.Channel ? conversationId : null),
        };
    }

    /// <summary>The tenant, as both places that name it agree; null where they differ or neither does.</summary>
    public static string? TenantOf(Activity activity) => (activity.ChannelData?.Tenant?.Id, activity.Conversation?.TenantId) switch
    {
        ({ Length: > 0 } one, { Length: > 0 } other) => one.Equals(other, StringComparison.OrdinalIgnoreCase) ? one : null,
        ({ Length: > 0 } one, _) => one,
        (_, { Length: > 0 } other) => other,
        _ => null,
    };

    /// <summary>What isn't surely a person's own chat is taken for a group: a private answer must not go where others read.</summary>
    private static Place Kind(ConversationAccount account, ChannelData? data) => account.ConversationType switch
    {
        "personal" => Place.Personal,
        "channel" => Place.Channel,
        "groupChat" => Place.Group,
        null when account.IsGroup != true && account.Id!.StartsWith("a:", StringComparison.Ordinal) => Place.Personal,
        _ => data?.Channel is null && data?.Team is null ? Place.Group : Place.Channel,
    };
}
