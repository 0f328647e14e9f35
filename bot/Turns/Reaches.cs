using ChiBoBot.Teams;

namespace ChiBoBot.Turns;

/// <summary>Where a member can be written to first: the own chat that is known, or the one that Teams opens for somebody met in the cell's group.</summary>
internal sealed class Reaches(OwnChats chats, Groups groups, IConnector connector)
{
    /// <param name="objectId">The account, for which the group's roster is asked where nothing else is known.</param>
    /// <param name="teamsId">How Teams knows the member, asked for only where no own chat is known.</param>
    /// <returns>Null where the bot isn't installed for the member, or was removed.</returns>
    public async Task<Reach?> Find(string cellId, string memberId, string? objectId, Func<Task<string?>> teamsId, CancellationToken cancel)
    {
        if (await chats.Find(cellId, memberId, cancel) is { } chat)
        {
            return chat.IsUninstalled ? null : new(chat.Conversation, null);
        }

        if (await groups.Of(cellId, cancel) is not { } group)
        {
            return null;
        }

        var person = await teamsId() ?? (objectId is null ? null : (await connector.FindMember(group, objectId, cancel))?.TeamsId);
        return person is null ? null : new(group, person);
    }
}

/// <summary>A conversation, or with a person's Teams id the own chat of somebody met in it.</summary>
internal sealed record Reach(Conversation Conversation, string? Person);
