using System.Collections.Concurrent;
using Azure;

namespace ChiBoBot.Storage;

/// <summary>The tables in one SQLite file: for a small office's own server, and for trying the bot out.</summary>
internal sealed class Sqlite(string path) : ITables, IDisposable
{
    private readonly Lock _gate = new();
    private readonly ConcurrentBag<SqliteReads> _resting = [];
    private volatile HashSet<string> _tables = [];
    private volatile SqliteWrites? _writes;
    private volatile bool _disposed;

    /// <summary>Opens the file and makes it where there is none. Throws <see cref="StorageUnusableException"/> where that can't be.</summary>
    public Task Prepare(IReadOnlyList<string> tables, CancellationToken cancel)
    {
        foreach (var table in tables)
        {
            Limits.Table(table);
        }

        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _writes ??= new SqliteWrites(path);
            _tables = [.. _tables, .. tables];
        }

        return Task.CompletedTask;
    }

    // Reading takes microseconds here, so it is done on the caller's thread; and less than one where it is remembered.
    public Task<RowReader?> Find(string table, string partition, string row, CancellationToken cancel)
    {
        var memory = Known(table).Memory;
        var moment = memory.Look();
        if (moment is not null && memory.Row(table, partition, row) is { } known)
        {
            return known;
        }

        Limits.Key(partition);
        Limits.Key(row);
        cancel.ThrowIfCancellationRequested();

        var reads = Take();
        try
        {
            var found = reads.Find(table, partition, row);
            return moment is null ? Task.FromResult(found) : memory.Keep(moment, table, partition, row, found);
        }
        finally
        {
            GiveBack(reads);
        }
    }

    public Task<IReadOnlyList<RowReader>> List(string table, string partition, RowRange range, CancellationToken cancel)
    {
        var memory = Known(table).Memory;
        var moment = memory.Look();
        if (moment is not null && memory.List(table, partition, range) is { } known)
        {
            return known;
        }

        Limits.Key(partition);
        cancel.ThrowIfCancellationRequested();

        var reads = Take();
        try
        {
            IReadOnlyList<RowReader> found = reads.List(table, partition, range);
            return moment is null ? Task.FromResult(found) : memory.Keep(moment, table, partition, range, found);
        }
        finally
        {
            GiveBack(reads);
        }
    }

    public Task<ETag> Commit(Change change, CancellationToken cancel)
    {
        var writes = Known(change.Table);
        Limits.Commit(change);
        return writes.Commit([change], cancel);
    }

    public Task Commit(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        Limits.Commit(changes);
        return Known(changes[0].Table).Commit(changes, cancel);
    }

    public Task Check(CancellationToken cancel)
    {
        Open();
        var reads = Take();
        try
        {
            reads.Find("", "", "");
        }
        finally
        {
            GiveBack(reads);
        }

        return Task.CompletedTask;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            while (_resting.TryTake(out var reads))
            {
                reads.Dispose();
            }

            _writes?.Dispose();
        }
    }

    private SqliteWrites Open()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _writes ?? throw new InvalidOperationException("The storage was not prepared.");
    }

    private SqliteWrites Known(string table)
    {
        var writes = Open();
        return _tables.Contains(table) ? writes : throw new InvalidOperationException($"Table '{table}' was not prepared.");
    }

    // A thread takes what it gave back itself, which its processor still knows.
    private SqliteReads Take() => _resting.TryTake(out var reads) ? reads : new SqliteReads(path);

    private void GiveBack(SqliteReads reads)
    {
        _resting.Add(reads);
        if (_disposed && _resting.TryTake(out var late))
        {
            late.Dispose();
        }
    }
}
