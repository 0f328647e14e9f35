using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Targets.Sheets;

/// <summary>Stores what a table changes, with its author in the ledger and the boards that follow. Repeating it after it broke off stores what is left.</summary>
internal sealed class TargetSheetImport(ITables tables, Boards boards)
{
    // A commit holds 100 changes: with the boards of as many targets, the terms and the ledger's own rows.
    private const int AtOnce = 40;

    /// <returns>False where something that the plan was made from has changed since; nothing more was stored then.</returns>
    public async Task<bool> Store(TargetSheetPlan plan, Turn turn, CancellationToken cancel)
    {
        List<Func<LedgerEntry, Task<bool>>> steps =
        [
            .. plan.Targets.Select(change => (Func<LedgerEntry, Task<bool>>)(entry => Put(entry, change.Was, change.Is, turn.CellId, cancel))),
            .. plan.Results.Select(change => (Func<LedgerEntry, Task<bool>>)(entry => Put(entry, change.Was, change.Is, turn.CellId, cancel))),
        ];
        var part = 0;
        foreach (var together in steps.Chunk(AtOnce))
        {
            var at = turn with { Id = $"{turn.Id}-{part++}" };
            var entry = new LedgerEntry(at, TargetSheetText.Imported(plan.Targets.Count, plan.Results.Count));
            foreach (var step in together)
            {
                if (!await step(entry))
                {
                    return false;
                }
            }

            try
            {
                await tables.Commit([.. entry.Changes, .. await boards.Renewed(turn.CellId, entry.Changes, cancel)], cancel);
            }
            catch (ConflictException)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> Put<T>(LedgerEntry entry, T? was, T part, string cellId, CancellationToken cancel)
        where T : class, ICellPart<T>
    {
        var stored = await tables.Find<PartRow<T>>(cellId, PartRow<T>.KeyOf(part.Key), cancel);
        if ((stored is null ? null : Fingerprint.Of(stored.Row.Part)) != (was is null ? null : Fingerprint.Of(was)))
        {
            return false;
        }

        entry.Set(stored, new PartRow<T>(cellId, part) { Imported = stored?.Row.Imported });
        return true;
    }
}
