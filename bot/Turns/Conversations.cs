using ChiBoBot.Storage;
using ChiBoBot.Teams;

namespace ChiBoBot.Turns;

/// <summary>The conversations that the bot knows. Each inbound activity refreshes its own, and an own chat that did not change costs no storage call.</summary>
internal sealed class Conversations(ITables tables, TimeProvider clock)
{
    private const int Attempts = 5;

    private readonly RecentMap<string, ConversationRow> _known = new(TimeSpan.FromMinutes(5), 20_000, clock);

    /// <summary>
    /// Notes that the bot was spoken to here. An unknown conversation becomes known, a changed address is kept, an uninstalled one lives again.
    /// A group's row is read each time: another instance may have given it to another cell, and the next answer must not stand there any more.
    /// </summary>
    public async Task<ConversationRow> Seen(Conversation conversation, CancellationToken cancel)
    {
        if (conversation.Place == Place.Personal && _known.TryGet(conversation.Id, out var known) && known.Conversation.ServiceUrl == conversation.ServiceUrl && !known.IsAway)
        {
            return known;
        }

        return await Back(conversation, cancel);
    }

    /// <summary>The bot is here and may speak, whatever this instance remembers: another one may have noted its removal.</summary>
    public async Task<ConversationRow> Back(Conversation conversation, CancellationToken cancel) => (await Change(conversation, row => row with
    {
        Conversation = conversation with { ThreadRoot = null },
        IsUninstalled = false,
        IsClosed = false,
    }, cancel)).Row;

    /// <summary>Claims the introduction here: true for one caller only, however many install events arrive.</summary>
    public async Task<bool> ClaimWelcome(Conversation conversation, DateTimeOffset at, CancellationToken cancel) =>
        (await Change(conversation, row => row.WelcomedAt is null ? row with { WelcomedAt = at } : row, cancel)).Changed;

    /// <summary>Gives the claim of that moment back: the introduction did not arrive, and the next occasion is one.</summary>
    public Task ReturnWelcome(Conversation conversation, DateTimeOffset at, CancellationToken cancel) =>
        Change(conversation, row => row.WelcomedAt == at ? row with { WelcomedAt = null } : row, cancel);

    /// <summary>The bot was removed: nothing is sent there until it is spoken to again; a new install introduces it anew.</summary>
    public Task Uninstalled(Conversation conversation, CancellationToken cancel) =>
        Change(conversation, row => row with { IsUninstalled = true, WelcomedAt = null }, cancel);

    /// <summary>Blocked, muted, disabled, thrown out or gone: as if the bot had been removed, but it needs no second introduction.</summary>
    /// <returns>The conversation, where this is news.</returns>
    public async Task<ConversationRow?> Refused(Conversation conversation, CancellationToken cancel) =>
        await Change(conversation, row => row with { IsUninstalled = true }, cancel) is { Changed: true, Row: var row } ? row : null;

    /// <summary>The channel or its team was deleted or archived, or is back.</summary>
    public Task Close(Conversation conversation, bool isClosed, CancellationToken cancel) =>
        Change(conversation, row => row with { IsClosed = isClosed }, cancel);

    /// <summary>Makes the conversation a cell's own.</summary>
    public async Task Bind(Conversation conversation, string cellId, CancellationToken cancel)
    {
        if (conversation.TeamId is { } team)
        {
            await tables.Put(new TeamChannelRow(team, conversation.Id), cancel);
        }

        await Change(conversation, row => row with { CellId = cellId }, cancel);
    }

    /// <summary>The channels of a team that are, or once were, some cell's own.</summary>
    public async Task<IReadOnlyList<ConversationRow>> BoundIn(string teamId, CancellationToken cancel)
    {
        var found = new List<ConversationRow>();
        foreach (var channel in await tables.List<TeamChannelRow>(ConversationRow.KeyOf(teamId), TeamChannelRow.All, cancel))
        {
            if (await Find(channel.Row.ConversationId, cancel) is { CellId: not null } known)
            {
                found.Add(known);
            }
        }

        return found;
    }

    /// <summary>The conversation is no cell's any more.</summary>
    public Task Unbind(Conversation conversation, CancellationToken cancel) =>
        Change(conversation, row => row with { CellId = null }, cancel);

    /// <summary>The conversation as it stands, for an activity by which nobody speaks.</summary>
    public async Task<ConversationRow> Known(Conversation conversation, CancellationToken cancel) =>
        await Find(conversation.Id, cancel) ?? new ConversationRow(conversation with { ThreadRoot = null });

    /// <summary>The conversation as it is known now, also by what other instances saw; null where the bot never was.</summary>
    public async Task<ConversationRow?> Find(string conversationId, CancellationToken cancel) =>
        (await tables.Find<ConversationRow>(ConversationRow.KeyOf(conversationId), "conversation", cancel))?.Row;

    private async Task<(ConversationRow Row, bool Changed)> Change(Conversation conversation, Func<ConversationRow, ConversationRow> change, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var read = await tables.Find<ConversationRow>(ConversationRow.KeyOf(conversation.Id), "conversation", cancel);
            var row = change(read?.Row ?? new ConversationRow(conversation with { ThreadRoot = null }));
            try
            {
                var changed = row != read?.Row;
                if (changed)
                {
                    await (read is null ? tables.Add(row, cancel) : tables.Replace(read, row, cancel));
                }

                _known.Set(conversation.Id, row);
                return (row, changed);
            }
            catch (ConflictException) when (attempt < Attempts)
            {
                // Somebody changed it at the same moment: decide again on what is there now.
            }
        }
    }
}
