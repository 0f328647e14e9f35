using System.Globalization;
using Azure;

namespace ChiBoBot.Storage;

/// <summary>A connection that only reads, with its statements prepared. One thread at a time.</summary>
internal sealed class SqliteReads : IDisposable
{
    private readonly SqliteFile _file;
    private readonly SqliteStatement _one;
    private readonly SqliteStatement _from;
    private readonly SqliteStatement _between;

    public SqliteReads(string path)
    {
        _file = SqliteFile.OpenToRead(path);
        _one = _file.Prepare("SELECT etag, json FROM stored WHERE tbl = ?1 AND pk = ?2 AND rk = ?3");
        _from = _file.Prepare("SELECT etag, json, rk FROM stored WHERE tbl = ?1 AND pk = ?2 AND rk >= ?3 ORDER BY rk");
        _between = _file.Prepare("SELECT etag, json, rk FROM stored WHERE tbl = ?1 AND pk = ?2 AND rk >= ?3 AND rk < ?4 ORDER BY rk");
    }

    public RowReader? Find(string table, string partition, string row)
    {
        try
        {
            return _one.Bind(1, table).Bind(2, partition).Bind(3, row).Step() ? Read(_one, partition, row) : null;
        }
        finally
        {
            _one.Reset();
        }
    }

    public List<RowReader> List(string table, string partition, RowRange range)
    {
        var statement = range.Below is null ? _from : _between.Bind(4, range.Below);
        try
        {
            var rows = new List<RowReader>();
            statement.Bind(1, table).Bind(2, partition).Bind(3, range.From ?? "");
            while (statement.Step())
            {
                rows.Add(Read(statement, partition, statement.Text(2)));
            }

            return rows;
        }
        finally
        {
            statement.Reset();
        }
    }

    public void Dispose()
    {
        _one.Dispose();
        _from.Dispose();
        _between.Dispose();
        _file.Dispose();
    }

    private static RowReader Read(SqliteStatement found, string partition, string row) =>
        new(partition, row, new ETag(found.Long(0).ToString(CultureInfo.InvariantCulture)), found.Blob(1));
}
