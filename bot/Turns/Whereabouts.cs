using ChiBoBot.Teams;

namespace ChiBoBot.Turns;

/// <summary>Follows what befalls the conversations that cells talk in. What they are called is nowhere kept, so a new name changes nothing.</summary>
internal sealed class Whereabouts(Conversations conversations, IEnumerable<IGroupWatch> watches, TimeProvider clock) : IRefusals
{
    public async Task<bool> Holds(Conversation at, CancellationToken cancel) => await conversations.Find(at.Id, cancel) is { IsAway: true };

    /// <summary>Teams doesn't always say that the bot was thrown out: then the first post that is refused for good does.</summary>
    public async Task Note(Conversation at, Delivery delivery, CancellationToken cancel)
    {
        var isForGood = delivery is Delivery.NotInstalled or Delivery.Blocked || (delivery == Delivery.Gone && at.ThreadRoot is null);
        if (isForGood && await conversations.Refused(at, cancel) is { CellId: not null } lost)
        {
            await Tell(lost, clock.GetUtcNow(), cancel);
        }
    }

    /// <summary>A channel or team was deleted, archived or brought back.</summary>
    public async Task Changed(Conversation where, string eventType, DateTimeOffset at, CancellationToken cancel)
    {
        bool? closes = eventType switch
        {
            "channelDeleted" or "teamArchived" or "teamDeleted" or "teamHardDeleted" => true,
            "channelRestored" or "teamRestored" or "teamUnarchived" => false,
            _ => null,
        };
        if (closes is not { } isClosed)
        {
            return;
        }

        foreach (var known in await Affected(where, ofTeam: eventType.StartsWith("team", StringComparison.Ordinal), cancel))
        {
            await conversations.Close(known.Conversation, isClosed, cancel);
            if (isClosed)
            {
                await Tell(known, at, cancel);
            }
        }
    }

    /// <summary>The bot was removed from here, and with a team from its channels.</summary>
    public async Task Uninstalled(Conversation where, DateTimeOffset at, CancellationToken cancel)
    {
        await conversations.Uninstalled(where, cancel);
        foreach (var known in await Affected(where, ofTeam: true, cancel))
        {
            await conversations.Uninstalled(known.Conversation, cancel);
            await Tell(known, at, cancel);
        }
    }

    /// <summary>The bot is back, and with a team in its channels.</summary>
    public async Task Installed(Conversation where, CancellationToken cancel)
    {
        await conversations.Back(where, cancel);
        foreach (var known in await Affected(where, ofTeam: true, cancel))
        {
            await conversations.Back(known.Conversation, cancel);
        }
    }

    /// <summary>The cells' own conversations that it is about.</summary>
    private async Task<IReadOnlyList<ConversationRow>> Affected(Conversation where, bool ofTeam, CancellationToken cancel)
    {
        if (where.Place == Place.Personal)
        {
            return [];
        }

        var own = await conversations.Find(ofTeam ? where.Id : where.ChannelId ?? where.Id, cancel);
        var channels = ofTeam && where.TeamId is { } team ? await conversations.BoundIn(team, cancel) : [];
        return own is { CellId: not null } ? [own, .. channels.Where(channel => channel.Conversation.Id != own.Conversation.Id)] : channels;
    }

    private async Task Tell(ConversationRow known, DateTimeOffset at, CancellationToken cancel)
    {
        foreach (var watch in watches)
        {
            await watch.Lost(known.CellId!, known.Conversation, at, cancel);
        }
    }
}
