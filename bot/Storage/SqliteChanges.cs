using System.Globalization;
using Azure;

namespace ChiBoBot.Storage;

/// <summary>Makes single changes in the transaction that is open, and says what stands against one.</summary>
internal sealed class SqliteChanges(SqliteFile file) : IDisposable
{
    // No row has such a tag; in the statements it stands for "whatever the tag is".
    private const long AnyTag = -1;

    private readonly SqliteStatement _add = file.Prepare("INSERT INTO stored VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING");
    private readonly SqliteStatement _put = file.Prepare("INSERT INTO stored VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET etag = excluded.etag, json = excluded.json");
    private readonly SqliteStatement _replace = file.Prepare("UPDATE stored SET etag = ?4, json = ?5 WHERE tbl = ?1 AND pk = ?2 AND rk = ?3 AND (etag = ?6 OR ?6 = -1)");
    private readonly SqliteStatement _delete = file.Prepare("DELETE FROM stored WHERE tbl = ?1 AND pk = ?2 AND rk = ?3 AND (etag = ?6 OR ?6 = -1)");
    private readonly SqliteStatement _exists = file.Prepare("SELECT 1 FROM stored WHERE tbl = ?1 AND pk = ?2 AND rk = ?3");

    public ConflictException? Make(Change change, long tag)
    {
        var statement = change.Kind switch
        {
            ChangeKind.Add => _add,
            ChangeKind.Put => _put,
            ChangeKind.Replace => _replace.Bind(6, Expected(change)),
            _ => _delete.Bind(6, Expected(change)),
        };

        Name(statement, change);
        if (change.Kind != ChangeKind.Delete)
        {
            statement.Bind(4, tag).Bind(5, change.Properties.Span);
        }

        return statement.Run() == 1 ? null : new ConflictException(
            change.Kind == ChangeKind.Add ? Conflict.Exists : Exists(change) ? Conflict.Changed : Conflict.Missing,
            change.RowKey);
    }

    public void Dispose()
    {
        foreach (var statement in (SqliteStatement[])[_add, _put, _replace, _delete, _exists])
        {
            statement.Dispose();
        }
    }

    private bool Exists(Change change)
    {
        try
        {
            return Name(_exists, change).Step();
        }
        finally
        {
            _exists.Reset();
        }
    }

    private static SqliteStatement Name(SqliteStatement statement, Change change) =>
        statement.Bind(1, change.Table).Bind(2, change.PartitionKey).Bind(3, change.RowKey);

    // A tag that is not one of ours fits no row.
    private static long Expected(Change change) =>
        change.ETag == ETag.All ? AnyTag : long.TryParse(change.ETag.ToString(), CultureInfo.InvariantCulture, out var tag) && tag > 0 ? tag : 0;
}
