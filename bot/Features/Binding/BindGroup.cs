using Azure;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Binding;

/// <summary>The secretary pressed “Gắn nhóm”. The group's row is the key: pressing again changes nothing.</summary>
internal sealed class BindGroup(ITables tables, Conversations conversations, Pendings pendings) : IHandle<PendingForm>
{
    public const string Kind = "groups.bind";

    public async Task<Reply> Handle(PendingForm form, Turn turn, CancellationToken cancel)
    {
        if (await pendings.Find(turn, Kind, form.Pending, BindingJson.Default.BindingCommand, cancel) is not { } pending
            || await conversations.Find(pending.Content.ConversationId, cancel) is not { } known)
        {
            return Reply.Notify(TurnsText.NotPending);
        }

        if (known.CellId is { } other && other != turn.CellId)
        {
            return Reply.Replace(BindingCards.Said(BindingText.OtherCells), BindingText.BindTitle);
        }

        var cell = await tables.Find<CellRow>(turn.CellId, CellRow.Key, cancel) ?? throw new InvalidOperationException("An asker without a cell.");

        // The conversation's own row first: where only it is there, nothing is posted yet, and the press can be repeated.
        await conversations.Bind(known.Conversation, turn.CellId, cancel);
        var group = new GroupRow(turn.CellId, known.Conversation.Id) { BoundBy = turn.Asker.MemberId, BoundAt = turn.At };
        await tables.Commit(new LedgerEntry(turn, BindingText.BindWhat).Beside(Change.Put(group), pending.Done).Changes, cancel);
        return Reply.Replace(BindingCards.Said(BindingText.Bound(cell.Row.Cell.Name)), BindingText.BindTitle);
    }
}

/// <summary>The secretary pressed “Bỏ gắn”.</summary>
internal sealed class UnbindGroup(ITables tables, Conversations conversations, Pendings pendings) : IHandle<PendingForm>
{
    public const string Kind = "groups.unbind";

    public async Task<Reply> Handle(PendingForm form, Turn turn, CancellationToken cancel)
    {
        if (await pendings.Find(turn, Kind, form.Pending, BindingJson.Default.BindingCommand, cancel) is not { } pending
            || await conversations.Find(pending.Content.ConversationId, cancel) is not { } known || known.CellId != turn.CellId)
        {
            return Reply.Notify(TurnsText.NotPending);
        }

        await conversations.Unbind(known.Conversation, cancel);
        var entry = new LedgerEntry(turn, BindingText.UnbindWhat).Beside(pending.Done);
        var key = new GroupRow(turn.CellId, known.Conversation.Id) { BoundAt = turn.At }.RowKey;
        if (await tables.Find<GroupRow>(turn.CellId, key, cancel) is { } group)
        {
            entry.Beside(Change.Delete(group.Row, ETag.All));
        }

        await tables.Commit(entry.Changes, cancel);
        return Reply.Replace(BindingCards.Said(BindingText.Unbound), BindingText.UnbindTitle);
    }
}
