using System.Collections.Concurrent;
using System.Globalization;
using Azure;

namespace ChiBoBot.Storage;

/// <summary>
/// What was read of the file, as long as it holds. It is used while the file is in the state that it is known to be of. Our own commits change in it what they changed in the file
/// and lead it on to the next state; after a commit by anybody else it is empty.
/// </summary>
/// <param name="state">The state that the file is in now, where it can be told.</param>
internal sealed class SqliteMemory(Func<SqliteState?> state)
{
    private const int MostBytes = 16 * 1024 * 1024;
    private const int MostListsOfAPartition = 64;
    private const int BytesOfAnEntry = 512;

    // All changes are made under the gate. Who only looks doesn't need it: what they find was true in the state that they saw, or became true since.
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<(string Table, string Partition, string Row), Task<RowReader?>> _rows = new();
    private readonly ConcurrentDictionary<(string Table, string Partition, RowRange Range), Task<IReadOnlyList<RowReader>>> _lists = new();
    private readonly Dictionary<(string Table, string Partition), List<RowRange>> _ranges = [];
    private volatile Moment? _moment;
    private bool _isChanging;
    private long _bytes;

    /// <summary>Looked at before anything is read, here or in the file; null where nothing may be taken from here or kept now.</summary>
    public Moment? Look()
    {
        if (state() is not { } now)
        {
            return null;
        }

        var moment = _moment;
        return moment?.State == now ? moment : Renew();
    }

    public Task<RowReader?>? Row(string table, string partition, string row) => _rows.GetValueOrDefault((table, partition, row));

    public Task<IReadOnlyList<RowReader>>? List(string table, string partition, RowRange range) => _lists.GetValueOrDefault((table, partition, range));

    /// <summary>Keeps what was read after that moment, unless there was a commit since: then it may be older than the commit.</summary>
    public Task<RowReader?> Keep(Moment moment, string table, string partition, string row, RowReader? found)
    {
        var answer = Task.FromResult(found);
        lock (_gate)
        {
            if (moment == _moment && _rows.TryAdd((table, partition, row), answer))
            {
                Grow(BytesOf(found));
            }
        }

        return answer;
    }

    public Task<IReadOnlyList<RowReader>> Keep(Moment moment, string table, string partition, RowRange range, IReadOnlyList<RowReader> found)
    {
        var answer = Task.FromResult(found);
        lock (_gate)
        {
            if (moment == _moment && _lists.TryAdd((table, partition, range), answer))
            {
                Note(table, partition, range);
                Grow(BytesOf(found));
            }
        }

        return answer;
    }

    /// <summary>A transaction of ours has begun and has changed nothing yet. Until it has ended, a new state of the file is no sign of others.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            _isChanging = false;
            Renew();
            _isChanging = true;
        }
    }

    /// <summary>Our transaction was committed with these changes, in the order in which they were made.</summary>
    public void End(IEnumerable<(Change Change, long Tag)> made)
    {
        lock (_gate)
        {
            _isChanging = false;
            if (_moment is { } before && state() is { } now && now.IsNextTo(before.State))
            {
                foreach (var (change, tag) in made)
                {
                    Apply(change, tag);
                }

                _moment = new(now);
            }
            else
            {
                _moment = null;
            }
        }
    }

    /// <summary>Our transaction has failed, at whichever point.</summary>
    public void Fail()
    {
        lock (_gate)
        {
            _isChanging = false;
            _moment = null;
        }
    }

    private Moment? Renew()
    {
        lock (_gate)
        {
            if (_isChanging || state() is not { } now)
            {
                return null;
            }

            if (_moment?.State != now)
            {
                Clear();
                _moment = new(now);
            }

            return _moment;
        }
    }

    private void Apply(Change change, long tag)
    {
        var (table, partition) = (change.Table, change.PartitionKey);
        if (_rows.TryGetValue((table, partition, change.RowKey), out var was))
        {
            var row = change.Kind == ChangeKind.Delete
                ? null
                : new RowReader(partition, change.RowKey, new ETag(tag.ToString(CultureInfo.InvariantCulture)), change.Properties);
            _rows[(table, partition, change.RowKey)] = Task.FromResult(row);
            _bytes += BytesOf(row) - BytesOf(was.Result);
        }

        if (_ranges.TryGetValue((table, partition), out var ranges))
        {
            for (var i = ranges.Count - 1; i >= 0; i--)
            {
                if (ranges[i].Holds(change.RowKey))
                {
                    Forget(table, partition, ranges[i]);
                    ranges.RemoveAt(i);
                }
            }
        }
    }

    private void Note(string table, string partition, RowRange range)
    {
        if (!_ranges.TryGetValue((table, partition), out var ranges))
        {
            _ranges.Add((table, partition), ranges = []);
        }

        if (ranges.Count == MostListsOfAPartition)
        {
            ranges.ForEach(old => Forget(table, partition, old));
            ranges.Clear();
        }

        ranges.Add(range);
    }

    private void Forget(string table, string partition, RowRange range)
    {
        if (_lists.TryRemove((table, partition, range), out var was))
        {
            _bytes -= BytesOf(was.Result);
        }
    }

    private void Grow(long bytes)
    {
        _bytes += bytes;
        if (_bytes > MostBytes)
        {
            Clear();
        }
    }

    private void Clear()
    {
        _rows.Clear();
        _lists.Clear();
        _ranges.Clear();
        _bytes = 0;
    }

    private static long BytesOf(RowReader? row) => BytesOfAnEntry + (row?.Size ?? 0);

    private static long BytesOf(IReadOnlyList<RowReader> rows) => BytesOfAnEntry + rows.Sum(row => BytesOf(row));

    /// <summary>A state of the file in which everything here is true.</summary>
    internal sealed class Moment(SqliteState state)
    {
        public SqliteState State { get; } = state;
    }
}
