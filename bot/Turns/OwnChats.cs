using ChiBoBot.Storage;
using ChiBoBot.Teams;

namespace ChiBoBot.Turns;

/// <summary>The members' own chats with the bot, kept as they are seen.</summary>
internal sealed class OwnChats(ITables tables, Conversations conversations, TimeProvider clock)
{
    private readonly RecentMap<(string Cell, string Member), string> _known = new(TimeSpan.FromHours(1), 20_000, clock);

    /// <summary>Notes that the member talks to the bot here. What is known already costs no storage call.</summary>
    public ValueTask Seen(Asker asker, Conversation conversation, CancellationToken cancel) =>
        conversation.Place != Place.Personal || asker.MemberId is not { } member || (_known.TryGet((asker.CellId, member), out var known) && known == conversation.Id)
            ? ValueTask.CompletedTask
            : new(Keep(new OwnChatRow(asker.CellId, member, conversation.Id), cancel));

    /// <summary>The member's own chat as it can be posted to now; null where the member never spoke to the bot.</summary>
    public async Task<ConversationRow?> Find(string cellId, string memberId, CancellationToken cancel) =>
        await tables.Find<OwnChatRow>(cellId, OwnChatRow.Prefix + memberId, cancel) is { } chat ? await conversations.Find(chat.Row.ConversationId, cancel) : null;

    private async Task Keep(OwnChatRow chat, CancellationToken cancel)
    {
        if ((await tables.Find<OwnChatRow>(chat.CellId, chat.RowKey, cancel))?.Row != chat)
        {
            await tables.Put(chat, cancel);
        }

        _known.Set((chat.CellId, chat.MemberId), chat.ConversationId);
    }
}
