namespace ChiBoBot.Teams;

/// <summary>Teams' side of the talk: posts, changes, asks who is there. Every call may throw <see cref="ConnectorException"/>.</summary>
internal interface IConnector
{
    /// <summary>Posts a message into the conversation (into its thread where it has one).</summary>
    /// <returns>The message's id, or null where Teams gave none.</returns>
    /// <remarks>Where nobody knows whether the message arrived (the connection broke after it was sent), it is sent once more: a lost answer is worse than a rare double. A gateway's 502 and 504 are retried as Teams asks.</remarks>
    Task<string?> Send(Conversation to, Outgoing message, CancellationToken cancel);

    /// <summary>
    /// Posts as <see cref="Send"/> does, but a message that may have arrived is not sent again: the call ends with <see cref="Delivery.Unknown"/>.
    /// For what must not reach anybody twice unnoticed, e.g. a reminder.
    /// </summary>
    Task<string?> SendOnce(Conversation to, Outgoing message, IAttempts attempts, CancellationToken cancel);

    /// <summary>Changes a message of the bot.</summary>
    Task Update(Conversation at, string messageId, Outgoing message, CancellationToken cancel);

    /// <summary>Takes a message of the bot back.</summary>
    Task Delete(Conversation at, string messageId, CancellationToken cancel);

    /// <summary>The bot's own chat with a person who is met in <paramref name="near"/>; the same one however often it is asked for.</summary>
    Task<Conversation> OpenPersonal(Conversation near, string teamsId, CancellationToken cancel);

    /// <summary>Starts a new thread in the channel of <paramref name="near"/> and posts the message as its root.</summary>
    Task<Conversation> StartThread(Conversation near, string channelId, Outgoing message, CancellationToken cancel);

    /// <summary>A person of the conversation by Teams id, object id or UPN; null where the person isn't in it.</summary>
    Task<RosterMember?> FindMember(Conversation at, string id, CancellationToken cancel);

    /// <summary>Everybody in the conversation, page by page.</summary>
    IAsyncEnumerable<RosterMember> ListMembers(Conversation at, CancellationToken cancel);

    /// <summary>Who got a message. A connector that can't tell names nobody.</summary>
    Task<IReadOnlyList<RosterMember>> ListRecipients(Conversation at, string messageId, CancellationToken cancel) => Task.FromResult<IReadOnlyList<RosterMember>>([]);

    Task<TeamDetails> GetTeam(Conversation at, string teamId, CancellationToken cancel);

    Task<IReadOnlyList<ChannelDetails>> ListChannels(Conversation at, string teamId, CancellationToken cancel);
}
