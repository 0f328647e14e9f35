using System.Collections.Concurrent;

namespace ChiBoBot.Storage;

/// <summary>What was read while the file was in one state. As long as it is in that state, reading again would give the same.</summary>
internal sealed class SqliteMemory(SqliteState state)
{
    private const int MostBytes = 16 * 1024 * 1024;
    private const int BytesOfAnEntry = 512;

    private readonly ConcurrentDictionary<(string Table, string Partition, string Row), Task<RowReader?>> _rows = new();
    private readonly ConcurrentDictionary<(string Table, string Partition, RowRange Range), Task<IReadOnlyList<RowReader>>> _lists = new();
    private int _bytes;

    public bool IsOf(SqliteState other) => state == other && Volatile.Read(ref _bytes) < MostBytes;

    public Task<RowReader?>? Row(string table, string partition, string row) => _rows.GetValueOrDefault((table, partition, row));

    public Task<IReadOnlyList<RowReader>>? List(string table, string partition, RowRange range) => _lists.GetValueOrDefault((table, partition, range));

    public Task<RowReader?> Keep(string table, string partition, string row, RowReader? found)
    {
        var answer = Task.FromResult(found);
        _rows[(table, partition, row)] = answer;
        Interlocked.Add(ref _bytes, BytesOfAnEntry + (found?.Size ?? 0));
        return answer;
    }

    public Task<IReadOnlyList<RowReader>> Keep(string table, string partition, RowRange range, List<RowReader> found)
    {
        var answer = Task.FromResult<IReadOnlyList<RowReader>>(found);
        _lists[(table, partition, range)] = answer;
        Interlocked.Add(ref _bytes, BytesOfAnEntry + found.Sum(row => BytesOfAnEntry + row.Size));
        return answer;
    }
}
