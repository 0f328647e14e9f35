using Azure;
using ChiBoBot.Storage;

namespace ChiBoBot.Tests.Due;

/// <summary>Tables whose caller dies before or after a chosen write; from then on nothing it does counts, until it is born anew.</summary>
internal sealed class CrashingTables(ITables inner) : ITables
{
    private int _writes = int.MaxValue;
    private bool _after;
    private bool _dead;

    public bool Crashed => _dead;

    /// <summary>Dies at that write, counted from now: before it is made, or just after.</summary>
    public void CrashAt(int write, bool after) => (_writes, _after, _dead) = (write, after, false);

    public void BeBornAnew() => (_writes, _dead) = (int.MaxValue, false);

    public Task<RowReader?> Find(string table, string partition, string row, CancellationToken cancel)
    {
        Live();
        return inner.Find(table, partition, row, cancel);
    }

    public Task<IReadOnlyList<RowReader>> List(string table, string partition, RowRange range, CancellationToken cancel)
    {
        Live();
        return inner.List(table, partition, range, cancel);
    }

    public Task<ETag> Commit(Change change, CancellationToken cancel) => Write(() => inner.Commit(change, cancel));

    public Task Commit(IReadOnlyList<Change> changes, CancellationToken cancel) => Write(async () =>
    {
        await inner.Commit(changes, cancel);
        return default(ETag);
    });

    public Task Prepare(IReadOnlyList<string> tables, CancellationToken cancel) => inner.Prepare(tables, cancel);

    public Task Check(CancellationToken cancel) => inner.Check(cancel);

    private async Task<ETag> Write(Func<Task<ETag>> write)
    {
        Live();
        _dead = --_writes == 0;
        if (_dead && !_after)
        {
            throw new InvalidOperationException("The bot has died.");
        }

        var tag = await write();
        Live();
        return tag;
    }

    private void Live()
    {
        if (_dead)
        {
            throw new InvalidOperationException("The bot is dead.");
        }
    }
}
