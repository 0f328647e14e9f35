using ChiBoBot.Cards;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Ledger;

/// <summary>“thôi khoan, chưa gửi vội”: what waits for a press is withdrawn, and nothing else happens.</summary>
internal sealed record CancelCommand
{
    public static CancelCommand Of(Request request) => new();
}

internal sealed class CancelCommandHandler(Pendings pendings, ITables tables) : IHandle<CancelCommand>
{
    /// <summary>Somebody who calls a halt right after a press means what was pressed.</summary>
    private static readonly TimeSpan JustDone = TimeSpan.FromMinutes(10);

    public async Task<Reply> Handle(CancelCommand asked, Turn turn, CancellationToken cancel)
    {
        if (turn.Asker.MemberId is null)
        {
            return Reply.Say(HelpText.Cancelled, Audience.Everyone);
        }

        var open = await pendings.Open(turn, cancel);
        if (open.Count > 0)
        {
            await pendings.Withdraw(open, cancel);
            return Reply.Say(LedgerText.Cancelled([.. open.Select(row => row.What)])) with { Withdrawn = [.. open.Select(row => row.Id)] };
        }

        return await Undoing.Last(tables, turn, JustDone, cancel) is { } done
            ? Reply.Show(LedgerCards.Undo(done.What, done.At, done.RowKey), LedgerText.UndoTitle)
            : Reply.Say(HelpText.Cancelled, Audience.Everyone);
    }
}
