using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Members;

/// <summary>First contact: an account with the user principal name of a member without an account becomes a claim, and the secretary is asked.</summary>
internal sealed class Newcomers(ITables tables, IConnector connector, SecretaryMail mail, ILogger<Newcomers> log) : INewcomers
{
    private const int Attempts = 5;

    public async Task<Reply?> Meet(Turn turn, CancellationToken cancel)
    {
        if (turn.Sender.ObjectId is not { } objectId || await FindUpn(turn, objectId, cancel) is not { } upn)
        {
            return null;
        }

        foreach (var entry in await tables.List<PersonRow>(PersonRow.KeyOfUpn(turn.Conversation.TenantId, upn), RowRange.All, cancel))
        {
            if (await FindFree(turn, entry.Row, upn, cancel) is { } member)
            {
                var newcomer = new Claimant(objectId, Plain(turn.Sender.Name) ?? upn, upn, turn.At, ClaimState.Waiting);
                var account = await Claim(entry.Row.CellId, member, newcomer, cancel);
                await mail.Tell(turn, account, member, cancel);
                return StateOf(account, objectId) switch
                {
                    ClaimState.Waiting => Reply.Say(MembersText.Claimed(member.Name)),
                    ClaimState.Disputed => Reply.Say(MembersText.Disputed()),
                    _ => null,
                };
            }
        }

        return null;
    }

    /// <summary>The user principal name as Teams' own roster gives it. What a person says of themselves counts for nothing.</summary>
    private async Task<string?> FindUpn(Turn turn, string objectId, CancellationToken cancel)
    {
        try
        {
            var found = await connector.FindMember(turn.Conversation, turn.Sender.TeamsId, cancel);
            return found is not null && string.Equals(found.ObjectId, objectId, StringComparison.OrdinalIgnoreCase) ? found.UserPrincipalName : null;
        }
        catch (ConnectorException fault)
        {
            log.RosterUnknown(turn.Id, fault.Delivery);
            return null;
        }
    }

    /// <summary>The member, if the name is theirs today and no file has given them an account.</summary>
    private async Task<Member?> FindFree(Turn turn, PersonRow entry, string upn, CancellationToken cancel)
    {
        var cell = await tables.Find<CellRow>(entry.CellId, CellRow.Key, cancel);
        var member = (await tables.Find<PartRow<Member>>(entry.CellId, PartRow<Member>.KeyOf(entry.MemberId), cancel))?.Row.Part;
        return cell is not null
            && string.Equals(cell.Row.Cell.TenantId, turn.Conversation.TenantId, StringComparison.OrdinalIgnoreCase)
            && member is { ObjectId: null }
            && string.Equals(member.Upn, upn, StringComparison.OrdinalIgnoreCase)
            && member.IsIn(turn.Today)
            ? member
            : null;
    }

    private async Task<AccountRow> Claim(string cellId, Member member, Claimant newcomer, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var read = await tables.Find<AccountRow>(cellId, AccountRow.Prefix + member.Id, cancel);
            var before = read?.Row ?? new AccountRow(cellId, member.Id);
            var after = Claims.Claim(before, newcomer);
            try
            {
                if (read is null)
                {
                    await tables.Add(after, cancel);
                }
                else if (!ReferenceEquals(before, after))
                {
                    await tables.Replace(read, after, cancel);
                }

                log.Claimed(cellId, member.Id, StateOf(after, newcomer.ObjectId));
                return after;
            }
            catch (ConflictException) when (attempt < Attempts)
            {
                // Another account came, or the secretary spoke, at the same moment.
            }
        }
    }

    /// <summary>The account's name without anything that a card would take for markup: whoever made the account chose it.</summary>
    private static string? Plain(string? name)
    {
        const int Longest = 100;
        var plain = string.Concat((name ?? "").Where(sign => char.IsLetterOrDigit(sign) || sign is ' ' or '-' or '.' or ',').Take(Longest)).Trim();
        return plain.Length > 0 ? plain : null;
    }

    private static ClaimState StateOf(AccountRow account, string objectId) =>
        account.Claimants.First(claimant => claimant.ObjectId == objectId).State;
}
