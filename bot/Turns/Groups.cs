using ChiBoBot.Storage;
using ChiBoBot.Teams;

namespace ChiBoBot.Turns;

/// <summary>Where a cell talks: the groups and channels bound to it.</summary>
internal sealed class Groups(ITables tables, Conversations conversations)
{
    /// <summary>The cell's group, as it can be posted to now: the one bound last where there are several; null where none is bound, or the bot was removed from each or each is closed.</summary>
    public async Task<Conversation?> Of(string cellId, CancellationToken cancel) =>
        (await List(cellId, cancel)).FirstOrDefault(group => !group.IsAway)?.Conversation;

    /// <summary>Whether the cell has a group that can only now not be posted to: what belongs there waits.</summary>
    public async Task<bool> IsHeld(string cellId, CancellationToken cancel) => (await List(cellId, cancel)) is { Count: > 0 } groups && groups.All(group => group.IsAway);

    /// <summary>Makes the conversation the cell's own, in both directions. The conversation's own row comes first: where only it is there, nothing is posted yet.</summary>
    public async Task Bind(Conversation conversation, GroupRow group, CancellationToken cancel)
    {
        await conversations.Bind(conversation, group.CellId, cancel);
        await tables.Put(group, cancel);
    }

    /// <summary>All groups that are the cell's own, the one bound last first.</summary>
    public async Task<IReadOnlyList<ConversationRow>> List(string cellId, CancellationToken cancel)
    {
        var found = new List<ConversationRow>();
        foreach (var group in (await tables.List<GroupRow>(cellId, RowRange.StartingWith(GroupRow.Prefix), cancel)).OrderByDescending(group => group.Row.BoundAt))
        {
            if (await conversations.Find(group.Row.ConversationId, cancel) is { } known && known.CellId == cellId)
            {
                found.Add(known);
            }
        }

        return found;
    }
}
