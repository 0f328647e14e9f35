using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Targets;

/// <summary>Stores what a press changes: the records with their entry in the ledger, the boards that follow from them, and that the command is done, at once.</summary>
internal sealed class Commit(ITables tables, Boards boards)
{
    private const int Attempts = 5;

    /// <summary>Decides what the press changes and stores it; where somebody changed the same meanwhile, decides again on what is there now.</summary>
    /// <param name="decide">What is changed, or what is answered instead.</param>
    /// <returns>The answer of <paramref name="decide"/>, once what it changes is stored.</returns>
    public async Task<Reply> Run(Turn turn, Change done, Func<Task<(LedgerEntry? Entry, Reply Reply)>> decide, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (entry, reply) = await decide();
            if (entry is null)
            {
                return reply;
            }

            try
            {
                entry.Beside(done);
                await tables.Commit([.. entry.Changes, .. await boards.Renewed(turn.CellId, entry.Changes, cancel)], cancel);
                return reply;
            }
            catch (ConflictException conflict) when (attempt < Attempts && !IsDone(conflict))
            {
                // Somebody else's change came first.
            }
        }
    }

    private static bool IsDone(ConflictException conflict) =>
        conflict.RowKey.StartsWith(PendingRow.Prefix, StringComparison.Ordinal) || conflict.RowKey.StartsWith(InboxRow.Prefix, StringComparison.Ordinal);
}
