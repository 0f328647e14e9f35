using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Cells;

/// <summary>How the bot can speak to a member first: only to those who have spoken to it before.</summary>
internal sealed class Contacts(ITables tables)
{
    /// <summary>The id that Teams knows the member by; null for who has no account or never met the bot.</summary>
    public async Task<string?> TeamsIdOf(string cellId, Member member, CancellationToken cancel) => (await AccountOf(cellId, member, cancel)).TeamsId;

    /// <summary>The account that the cell's file names, or that the secretary confirmed.</summary>
    public async Task<Account> AccountOf(string cellId, Member member, CancellationToken cancel)
    {
        var objectId = member.ObjectId
            ?? (await tables.Find<AccountRow>(cellId, AccountRow.Prefix + member.Id, cancel))?.Row.ConfirmedObjectId;
        return objectId is null
            ? new(null, null)
            : new(objectId, (await tables.Find<PersonRow>(PersonRow.KeyOfObjectId(objectId), new PersonRow("", cellId, member.Id).RowKey, cancel))?.Row.TeamsId);
    }
}
