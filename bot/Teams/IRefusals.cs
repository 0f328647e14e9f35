namespace ChiBoBot.Teams;

/// <summary>Remembers where nothing may be posted: the bot was removed there or a post was refused for good, and nobody has spoken to it there since.</summary>
internal interface IRefusals
{
    Task<bool> Holds(Conversation at, CancellationToken cancel);

    /// <summary>Notes how a post failed there. What a later try may bring through changes nothing.</summary>
    Task Note(Conversation at, Delivery delivery, CancellationToken cancel);
}

/// <summary>What everybody who speaks to a person first has to ask.</summary>
internal static class Refusals
{
    /// <summary>As <see cref="IConnector.OpenPersonal"/>, but never a chat where nothing may be posted. Teams would open and fill it also after the bot was removed.</summary>
    public static async Task<Conversation> OpenPersonal(this IRefusals refusals, IConnector connector, Conversation near, string teamsId, CancellationToken cancel)
    {
        var chat = await connector.OpenPersonal(near, teamsId, cancel);
        return await refusals.Holds(chat, cancel) ? throw new ConnectorException(Delivery.NotInstalled, null, "Uninstalled") : chat;
    }
}
