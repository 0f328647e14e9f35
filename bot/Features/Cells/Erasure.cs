using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>Takes members' words away for good, however many. The ledger's entry, which tells that it was done and keeps none of them, is written with the first; broken off, it goes on when run again.</summary>
internal static class Erasure
{
    // A commit has at most 100 changes, some of them the entry's.
    private const int BatchLength = 90;

    public static async Task Commit(ITables tables, LedgerEntry entry, IEnumerable<Change> gone, CancellationToken cancel)
    {
        foreach (var (number, batch) in gone.Chunk(BatchLength).Index())
        {
            await tables.Commit(number == 0 ? entry.Beside(batch).Changes : batch, cancel);
        }
    }
}
