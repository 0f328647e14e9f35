using ChiBoBot.Teams;

namespace ChiBoBot.Turns;

/// <summary>Where a member can be written to first: the own chat that is known, or the one that Teams opens for somebody met in the cell's group.</summary>
internal sealed class Reaches(OwnChats chats, Groups groups, IConnector connector)
{
    /// <param name="account">Asked for only where no own chat is known.</param>
    /// <returns>Null where the bot isn't installed for the member, or was removed.</returns>
    public async Task<Reach?> Find(string cellId, string memberId, Func<Task<Account>> account, CancellationToken cancel)
    {
        if (await chats.Find(cellId, memberId, cancel) is { } chat)
        {
            return chat.IsUninstalled ? null : new(chat.Conversation, null);
        }

        return await groups.Of(cellId, cancel) is { } group && await FindTeamsId(await account(), group, cancel) is { } person ? new(group, person) : null;
    }

    /// <summary>How Teams knows the person: as was seen, or as the group's roster has it.</summary>
    public async Task<string?> FindTeamsId(Account account, Conversation group, CancellationToken cancel) =>
        account.TeamsId ?? (account.ObjectId is { } objectId ? (await connector.FindMember(group, objectId, cancel))?.TeamsId : null);
}

/// <summary>A conversation, or with a person's Teams id the own chat of somebody met in it.</summary>
internal sealed record Reach(Conversation Conversation, string? Person);

/// <summary>A member's account, as far as it is known.</summary>
/// <param name="TeamsId">Null for who never spoke to the bot.</param>
internal sealed record Account(string? ObjectId, string? TeamsId);
