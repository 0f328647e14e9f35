using SQLitePCL;

namespace ChiBoBot.Storage;

/// <summary>A prepared statement of one connection, bound and run many times.</summary>
internal sealed class SqliteStatement(SqliteFile file, sqlite3_stmt statement) : IDisposable
{
    public SqliteStatement Bind(int at, string value)
    {
        file.Ok(raw.sqlite3_bind_text16(statement, at, value));
        return this;
    }

    public SqliteStatement Bind(int at, long value)
    {
        file.Ok(raw.sqlite3_bind_int64(statement, at, value));
        return this;
    }

    public SqliteStatement Bind(int at, ReadOnlySpan<byte> value)
    {
        file.Ok(raw.sqlite3_bind_blob(statement, at, value));
        return this;
    }

    /// <summary>True while there is a row to read from.</summary>
    public bool Step() => raw.sqlite3_step(statement) switch
    {
        raw.SQLITE_ROW => true,
        raw.SQLITE_DONE => false,
        var code => throw file.Failed(code),
    };

    /// <summary>Runs to the end and says how many rows were changed.</summary>
    public int Run()
    {
        try
        {
            while (Step())
            {
            }

            return file.Changes;
        }
        finally
        {
            Reset();
        }
    }

    public long Long(int column) => raw.sqlite3_column_int64(statement, column);

    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public byte[] Blob(int column) => raw.sqlite3_column_blob(statement, column).ToArray();

    /// <summary>Lets go of what was read, so that the connection sees later changes.</summary>
    public void Reset() => raw.sqlite3_reset(statement);

    public void Dispose() => statement.Dispose();
}
