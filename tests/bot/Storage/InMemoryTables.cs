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
    private readonly Dictionary<(string Table, string Partition), SortedDictionary<string, RowReader>> _partitions = [];

    private long _tag;

    /// <summary>How many rows there are, of all tables.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _partitions.Values.Sum(rows => rows.Count);
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
            return Task.FromResult(Find(table, partition, row));
        }
    }

    public Task<IReadOnlyList<RowReader>> List(string table, string partition, RowRange range, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Limits.Key(partition);
        lock (_gate)
        {
            Known(table);
            return Task.FromResult<IReadOnlyList<RowReader>>(_partitions.TryGetValue((table, partition), out var rows)
                ?
                [
                    .. from row in rows
                       where (range.From is null || string.CompareOrdinal(row.Key, range.From) >= 0)
                           && (range.Below is null || string.CompareOrdinal(row.Key, range.Below) < 0)
                       select row.Value,
                ]
                : []);
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
        var there = Find(change.Table, change.PartitionKey, change.RowKey);
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
        var key = (change.Table, change.PartitionKey);
        if (change.Kind == ChangeKind.Delete)
        {
            _partitions[key].Remove(change.RowKey);
            if (_partitions[key].Count == 0)
            {
                _partitions.Remove(key);
            }

            return default;
        }

        if (!_partitions.TryGetValue(key, out var rows))
        {
            _partitions.Add(key, rows = new SortedDictionary<string, RowReader>(StringComparer.Ordinal));
        }

        var tag = new ETag((++_tag).ToString(CultureInfo.InvariantCulture));
        rows[change.RowKey] = new RowReader(change.PartitionKey, change.RowKey, tag, change.Properties);
        return tag;
    }

    private void Known(string table)
    {
        if (_tables.Count > 0 && !_tables.Contains(table))
        {
            throw new InvalidOperationException($"Table '{table}' was not prepared.");
        }
    }

    private RowReader? Find(string table, string partition, string row) =>
        _partitions.TryGetValue((table, partition), out var rows) ? rows.GetValueOrDefault(row) : null;
}
