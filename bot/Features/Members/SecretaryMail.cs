using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Members;

/// <summary>Shows the secretary the claims that wait: at once where they have spoken to the bot before, otherwise when they next ask about members.</summary>
internal sealed class SecretaryMail(ITables tables, IMembers members, Contacts contacts, IConnector connector, IRefusals refusals, ILogger<SecretaryMail> log)
{
    /// <summary>Sends what the secretary has not seen yet of a claim.</summary>
    public async Task Tell(Turn turn, AccountRow account, Member member, CancellationToken cancel)
    {
        if (CardsOf(account, member) is not { Count: > 0 } cards || await FindSecretary(turn, account.CellId, cancel) is not { } teamsId)
        {
            return;
        }

        Conversation? chat = null;
        try
        {
            chat = await refusals.OpenPersonal(connector, turn.Conversation, teamsId, cancel);
            foreach (var (card, summary) in cards)
            {
                await connector.Send(chat, new Outgoing.Card(card, summary), cancel);
            }
        }
        catch (ConnectorException fault)
        {
            log.SecretaryNotTold(account.CellId, fault.Delivery);
            if (chat is not null)
            {
                await refusals.Note(chat, fault.Delivery, cancel);
            }

            if (fault.Delivery != Delivery.Unknown)
            {
                return;
            }
        }

        await MarkTold(account, cancel);
    }

    /// <summary>The cards of all claims in the cell that are open, whether they were sent before or not.</summary>
    public async Task<IReadOnlyList<(AdaptiveCard Card, string Summary)>> Waiting(string cellId, IReadOnlyList<Member> roster, CancellationToken cancel)
    {
        var waiting = new List<(AdaptiveCard, string)>();
        foreach (var account in await tables.List<AccountRow>(cellId, RowRange.StartingWith(AccountRow.Prefix), cancel))
        {
            if (roster.FirstOrDefault(member => member.Id == account.Row.MemberId) is { ObjectId: null } member)
            {
                waiting.AddRange(CardsOf(account.Row.ConfirmedObjectId is null ? Untold(account.Row) : account.Row, member));
            }
        }

        return waiting;
    }

    private static AccountRow Untold(AccountRow account) => account with
    {
        Claimants = [.. account.Claimants.Select(claimant => claimant with { IsTold = false })],
    };

    private static List<(AdaptiveCard Card, string Summary)> CardsOf(AccountRow account, Member member)
    {
        var cards = account.Claimants
            .Where(claimant => claimant is { State: ClaimState.Waiting, IsTold: false })
            .Select(claimant => (MembersCards.Claim(new(member.Id, member.Name, claimant.ObjectId, claimant.Name, claimant.Upn)), MembersText.ClaimTitle))
            .ToList();
        if (account.Claimants.Any(claimant => claimant is { State: ClaimState.Disputed, IsTold: false }))
        {
            cards.Add((MembersCards.Dispute(member.Name), MembersText.DisputeTitle));
        }

        return cards;
    }

    /// <summary>The Teams id of the secretary, or of the deputy where there is none; null where neither has spoken to the bot.</summary>
    private async Task<string?> FindSecretary(Turn turn, string cellId, CancellationToken cancel)
    {
        var holders = (await members.List(cellId, cancel))
            .Where(member => member.May(Act.ConfirmIdentity, turn.Today))
            .InOrder(turn.Today);
        foreach (var holder in holders)
        {
            if (await contacts.TeamsIdOf(cellId, holder, cancel) is { } teamsId)
            {
                return teamsId;
            }
        }

        return null;
    }

    private async Task MarkTold(AccountRow account, CancellationToken cancel)
    {
        var read = await tables.Find<AccountRow>(account.CellId, account.RowKey, cancel);
        if (read is null || !read.Row.Claimants.SequenceEqual(account.Claimants) || read.Row.Claimants.All(claimant => claimant.IsTold))
        {
            // It has changed meanwhile: what is new there is told with the next word.
            return;
        }

        try
        {
            await tables.Replace(read, Claims.Told(read.Row), cancel);
        }
        catch (ConflictException)
        {
            // The same: told once more is better than never.
        }
    }
}
