using System.Globalization;
using Azure;
using ChiBoBot.Storage;

namespace ChiBoBot.Tests.Storage;

/// <summary>The tables for tests of everything else: the same conflicts, limits and order as the real engines, held to them by the same contract suite.</summary>
/// <remarks>Takes every table until <see cref="Prepare"/> has named some.</remarks>
internal sealed class InMemoryTables : ITables
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _tables = [];
    private readonly SortedDictionary<(string Table, string Partition, string Row), RowReader> _rows = new(
        Comparer<(string Table, string Partition, string Row)>.Create(static (a, b) =>
            string.CompareOrdinal(a.Table, b.Table) is not 0 and var table ? table
            : string.CompareOrdinal(a.Partition, b.Partition) is not 0 and var partition ? partition
            : string.CompareOrdinal(a.Row, b.Row)));

    private long _tag;

    /// <summary>How many rows there are, of all tables.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _rows.Count;
            }
        }
    }

    public Task<RowReader?> Find(string table, string partition, string row, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Limits.Key(partition);
        Limits.Key(row);
        lock (_gate)
        {
            Known(table);
            return Task.FromResult(_rows.GetValueOrDefault((table, partition, row)));
        }
    }

    public Task<IReadOnlyList<RowReader>> List(string table, string partition, RowRange range, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Limits.Key(partition);
        lock (_gate)
        {
            Known(table);
            return Task.FromResult<IReadOnlyList<RowReader>>(
            [
                .. from row in _rows
                   where row.Key.Table == table && row.Key.Partition == partition
                       && (range.From is null || string.CompareOrdinal(row.Key.Row, range.From) >= 0)
                       && (range.Below is null || string.CompareOrdinal(row.Key.Row, range.Below) < 0)
                   select row.Value,
            ]);
        }
    }

    public Task<ETag> Commit(Change change, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Limits.Commit(change);
        return Make([change]);
    }

    public Task Commit(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Limits.Commit(changes);
        return Make(changes);
    }

    public Task Prepare(IReadOnlyList<string> tables, CancellationToken cancel)
    {
        lock (_gate)
        {
            foreach (var table in tables)
            {
                Limits.Table(table);
                _tables.Add(table);
            }
        }

        return Task.CompletedTask;
    }

    public Task Check(CancellationToken cancel) => Task.CompletedTask;

    private Task<ETag> Make(IReadOnlyList<Change> changes)
    {
        lock (_gate)
        {
            Known(changes[0].Table);
            foreach (var change in changes)
            {
                if (Against(change) is { } conflict)
                {
                    return Task.FromException<ETag>(new ConflictException(conflict, change.RowKey));
                }
            }

            ETag last = default;
            foreach (var change in changes)
            {
                last = Make(change);
            }

            return Task.FromResult(last);
        }
    }

    private Conflict? Against(Change change)
    {
        var there = _rows.GetValueOrDefault(Key(change));
        return change.Kind switch
        {
            ChangeKind.Put => null,
            ChangeKind.Add => there is null ? null : Conflict.Exists,
            _ when there is null => Conflict.Missing,
            _ => change.ETag == ETag.All || change.ETag == there.ETag ? null : Conflict.Changed,
        };
    }

    private ETag Make(Change change)
    {
        if (change.Kind == ChangeKind.Delete)
        {
            _rows.Remove(Key(change));
            return default;
        }

        var tag = new ETag((++_tag).ToString(CultureInfo.InvariantCulture));
        _rows[Key(change)] = new RowReader(change.PartitionKey, change.RowKey, tag, change.Properties);
        return tag;
    }

    private void Known(string table)
    {
        if (_tables.Count > 0 && !_tables.Contains(table))
        {
            throw new InvalidOperationException($"Table '{table}' was not prepared.");
        }
    }

    private static (string, string, string) Key(Change change) => (change.Table, change.PartitionKey, change.RowKey);
}
