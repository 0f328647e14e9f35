using ChiBoBot.Cards;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Ledger;

/// <summary>“hoàn tác”</summary>
internal sealed record AskUndo
{
    public static AskUndo? Of(Said said) => said.Core is "hoan tac" or "undo" or "hoan tac giup" or "hoan tac viec vua roi" or "hoan tac thay doi vua roi" ? new() : null;
}

/// <summary>Shows the asker's last change that can still be undone, with the button that does it.</summary>
internal sealed class AskUndoHandler(ITables tables) : IHandle<AskUndo>
{
    public async Task<Reply> Handle(AskUndo asked, Turn turn, CancellationToken cancel) =>
        await Undoing.Last(tables, turn, Undoing.Within, cancel) is { } entry
            ? Reply.Show(LedgerCards.Undo(entry.What, entry.At, entry.RowKey), LedgerText.UndoTitle)
            : Reply.Say(LedgerText.NothingToUndo);
}
