using Azure;
using ChiBoBot.Storage;

namespace ChiBoBot.Tests.Features.Cells;

/// <summary>Tables that count what is written and stop working after so many commits, as when a process dies between two of them.</summary>
internal sealed class BrokenTables(ITables inner) : ITables
{
    /// <summary>How many more commits work.</summary>
    public int Left { get; set; } = int.MaxValue;

    public int Commits { get; private set; }

    /// <summary>Runs once, before the next commit, as if somebody else were faster.</summary>
    public Func<Task>? Before { get; set; }

    public Task<RowReader?> Find(string table, string partition, string row, CancellationToken cancel) => inner.Find(table, partition, row, cancel);

    public Task<IReadOnlyList<RowReader>> List(string table, string partition, RowRange range, CancellationToken cancel) =>
        inner.List(table, partition, range, cancel);

    public async Task<ETag> Commit(Change change, CancellationToken cancel)
    {
        await Count();
        return await inner.Commit(change, cancel);
    }

    public async Task Commit(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        await Count();
        await inner.Commit(changes, cancel);
    }

    public Task Prepare(IReadOnlyList<string> tables, CancellationToken cancel) => inner.Prepare(tables, cancel);

    public Task Check(CancellationToken cancel) => inner.Check(cancel);

    private async Task Count()
    {
        if (Before is { } before)
        {
            Before = null;
            await before();
        }

        if (Left-- <= 0)
        {
            throw new IOException("The process died here.");
        }

        Commits++;
    }
}
