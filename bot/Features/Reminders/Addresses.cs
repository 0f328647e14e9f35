using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Reminders;

/// <summary>Where a member can be written to: the own chat that is known, or the one that Teams opens for somebody met in the cell's group.</summary>
internal sealed class Addresses(ITables tables, OwnChats chats, Groups groups, IConnector connector)
{
    /// <summary>Null where the bot isn't installed for the member, or was removed.</summary>
    public async Task<Address?> Find(Member member, string cellId, CancellationToken cancel)
    {
        if (await chats.Find(cellId, member.Id, cancel) is { } chat)
        {
            return chat.IsUninstalled ? null : new(chat.Conversation, null);
        }

        return await groups.Of(cellId, cancel) is { } group && await FindTeamsId(member, cellId, group, cancel) is { } teamsId
            ? new(group, teamsId)
            : null;
    }

    /// <summary>The id that a mention needs: as it was seen, or as the group's roster has it.</summary>
    public async Task<string?> FindTeamsId(Member member, string cellId, Conversation group, CancellationToken cancel) =>
        member.ObjectId is not { } objectId
            ? null
            : (await tables.Find<PersonRow>(PersonRow.KeyOfObjectId(objectId), new PersonRow("", cellId, member.Id).RowKey, cancel))?.Row.TeamsId
                ?? (await connector.FindMember(group, objectId, cancel))?.TeamsId;
}

/// <summary>A conversation, or with a person's Teams id the own chat of somebody met in it.</summary>
internal sealed record Address(Conversation Conversation, string? Person);
