using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Ledger;

/// <summary>A member pressed “Hoàn tác”. Pressing again finds the entry undone and changes nothing.</summary>
internal sealed class UndoEntry(ITables tables, Boards boards, IEnumerable<IUndone> undone) : IHandle<UndoForm>
{
    public async Task<Reply> Handle(UndoForm form, Turn turn, CancellationToken cancel)
    {
        var read = form.Entry.StartsWith(AuditRow.Prefix, StringComparison.Ordinal) && form.Entry.Length < 64
            ? await tables.Find<AuditRow>(turn.CellId, form.Entry, cancel)
            : null;
        if (read is null || read.Row.By != turn.Asker.MemberId)
        {
            return Reply.Notify(LedgerText.NotYours);
        }

        var entry = read.Row;
        if (entry.UndoneAt is not null)
        {
            return Reply.Replace(LedgerCards.Said(LedgerText.Undone(entry.What)), LedgerText.UndoTitle);
        }

        if (!Undoing.MayUndo(entry, turn))
        {
            return Reply.Notify(LedgerText.TooLate);
        }

        var stamp = turn.Key;
        if (await Undoing.Back(tables, entry, stamp, cancel) is not { } back)
        {
            return Reply.Notify(LedgerText.ChangedSince);
        }

        var beside = new List<Change>();
        foreach (var one in undone)
        {
            if (await one.Changes(entry, cancel) is not { } changes)
            {
                return Reply.Notify(LedgerText.ChangedSince);
            }

            beside.AddRange(changes);
        }

        await tables.Commit(
        [
            .. back,
            .. beside,
            .. await boards.Renewed(turn.CellId, back, cancel),
            Change.Replace(entry with { UndoneAt = turn.At }, read.ETag),
            Change.Add(new AuditRow(turn.CellId, turn.At, stamp)
            {
                By = entry.By,
                What = LedgerText.Undoing(entry.What),
                Changes = [.. entry.Changes.Select(made => new AuditedChange(made.Row, made.Is, made.Was))],
                IsUndo = true,
            }),
            Change.Add(InboxRow.Of(turn)),
        ], cancel);
        return Reply.Replace(LedgerCards.Said(LedgerText.Undone(entry.What)), LedgerText.UndoTitle);
    }
}
