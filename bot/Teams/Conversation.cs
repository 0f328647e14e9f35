namespace ChiBoBot.Teams;

/// <summary>Where people and the bot talk: one person's chat, a group chat or a channel of a team. Enough to post there later.</summary>
/// <param name="Id">The conversation as the connector names it, without a thread's root.</param>
/// <param name="ServiceUrl">The connector's address. It came in an authenticated activity.</param>
internal sealed record Conversation(string Id, Place Place, string TenantId, Uri ServiceUrl, string BotId)
{
    /// <summary>The first message of the channel thread that is talked in; posts with it go into that thread.</summary>
    public string? ThreadRoot { get; init; }

    public string? TeamId { get; init; }

    public string? ChannelId { get; init; }
}

/// <summary>The kinds of conversation that Teams has.</summary>
internal enum Place
{
    Personal,
    Group,
    Channel,
}
