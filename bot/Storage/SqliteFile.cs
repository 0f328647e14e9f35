using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ChiBoBot.Storage;

/// <summary>One open connection to the storage file, for one thread at a time, whose errors an operator can act on.</summary>
internal sealed class SqliteFile : IDisposable
{
    // "ChBB", so that `file` and we recognise our own.
    private const int Ours = 0x43684242;
    private const int Version = 1;
    private const int BusyMilliseconds = 10_000;

    private readonly string _path;
    private readonly sqlite3 _db;

    static SqliteFile() => Batteries_V2.Init();

    private SqliteFile(string path)
    {
        _path = path;
        var code = raw.sqlite3_open_v2(path, out _db, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX, null);
        if (code != raw.SQLITE_OK)
        {
            var failed = Failed(code);
            _db.Dispose();
            throw failed;
        }

        raw.sqlite3_extended_result_codes(_db, 1);
        raw.sqlite3_busy_timeout(_db, BusyMilliseconds);
    }

    /// <summary>Opens the file to write, making it and its folder where there are none.</summary>
    public static SqliteFile OpenToWrite(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            MakeForOwnerOnly(path);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnusableException(
                $"The storage file '{path}' can't be made. Make its folder and let the bot's user write to it, or set Storage:Path to another place.", failed);
        }

        return Ready(new SqliteFile(path), file =>
        {
            // Asked before anything is changed: another program's file stays as it is. Both answers are of one moment: somebody else may be making the file.
            file.Run("BEGIN");
            file.Recognise();
            file.Run("COMMIT");

            // UTF-16 big-endian makes SQLite's byte order of keys the ordinal order of .NET and of the table service.
            file.Run("PRAGMA encoding = 'UTF-16be'");
            file.KeepJournal();
            file.Run("PRAGMA synchronous = FULL");
            file.Run("BEGIN IMMEDIATE");
            if (!file.Recognise())
            {
                file.Run("CREATE TABLE stored (tbl TEXT NOT NULL, pk TEXT NOT NULL, rk TEXT NOT NULL, etag INTEGER NOT NULL, json BLOB NOT NULL, PRIMARY KEY (tbl, pk, rk)) STRICT, WITHOUT ROWID");
                file.Run("INSERT INTO stored VALUES ('', '', '', 0, x'7B7D')");
                file.Run($"PRAGMA application_id = {Ours}");
                file.Run($"PRAGMA user_version = {Version}");
            }

            file.Run("COMMIT");
        });
    }

    public static SqliteFile OpenToRead(string path) => Ready(new SqliteFile(path), file => file.Run("PRAGMA query_only = ON"));

    /// <summary>Tells the file's states, from the first commit in WAL mode on.</summary>
    public SqliteStates States() => new(_db);

    public SqliteStatement Prepare(string sql)
    {
        Ok(raw.sqlite3_prepare_v3(_db, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        return new SqliteStatement(this, statement);
    }

    /// <summary>How many rows the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(_db);

    public void Ok(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Failed(code);
        }
    }

    public Exception Failed(int code)
    {
        var words = _db.IsInvalid ? raw.sqlite3_errstr(code).utf8_to_string() : raw.sqlite3_errmsg(_db).utf8_to_string();
        var fault = new SqliteException(words, code & 0xFF, code);
        var advice = (code & 0xFF) switch
        {
            raw.SQLITE_NOTADB => "is not an SQLite file, or its beginning is damaged. Move it away and put the last backup in its place, or set Storage:Path to another file.",
            raw.SQLITE_CORRUPT => "is damaged. Stop the bot, keep a copy of the file, and put the last backup in its place, or save what can be read with the command: sqlite3 FILE .recover",
            raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH or raw.SQLITE_READONLY =>
                "can't be opened for writing. Let the bot's user write to the file and to its folder, or set Storage:Path to another place.",
            raw.SQLITE_FULL => "can't grow: its disk is full. Free some space; what was acknowledged is kept.",
            raw.SQLITE_IOERR => $"can't be read or written: its disk reports an error ({code}). Check the disk; the file must lie on a local one, not on a network share.",
            raw.SQLITE_BUSY => $"has been locked by another program for {BusyMilliseconds / 1000} seconds. Find that program (a backup, a second bot, an open editor) and stop it.",
            _ => null,
        };

        return advice is null ? fault : new StorageUnusableException($"The storage file '{_path}' {advice}", fault);
    }

    public void Run(string sql)
    {
        using var statement = Prepare(sql);
        statement.Run();
    }

    /// <summary>Ends a transaction that could not be finished, where SQLite has not done so itself.</summary>
    public void GiveUp() => raw.sqlite3_exec(_db, "ROLLBACK");

    public void Dispose() => _db.Dispose();

    // The file holds what members trust the cell with; SQLite gives the files beside it the same rights.
    private static void MakeForOwnerOnly(string path)
    {
        if (!OperatingSystem.IsWindows() && !Path.Exists(path))
        {
            File.Open(path, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.Write,
                Share = FileShare.ReadWrite,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }).Dispose();
        }
    }

    // Of several that turn the journal on at once SQLite refuses some on the spot rather than let them wait for each other. Asking to write waits until the others are done.
    private void KeepJournal()
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                Run("PRAGMA journal_mode = WAL");
                return;
            }
            catch (StorageUnusableException busy) when (busy.InnerException is SqliteException { SqliteErrorCode: raw.SQLITE_BUSY } && waited.ElapsedMilliseconds < BusyMilliseconds)
            {
                Run("BEGIN IMMEDIATE");
                Run("COMMIT");
            }
        }
    }

    // True for a file of ours, false for a new one.
    private bool Recognise()
    {
        if (Ask("PRAGMA application_id") == Ours)
        {
            return Ask("PRAGMA user_version") <= Version
                ? true
                : throw new StorageUnusableException($"The storage file '{_path}' was written by a newer version of ChiBoBot. Install that version or a newer one.");
        }

        return Ask("SELECT count(*) FROM sqlite_schema") == 0
            ? false
            : throw new StorageUnusableException($"The storage file '{_path}' belongs to another program. Set Storage:Path to a file of its own.");
    }

    private long Ask(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Long(0) : 0;
    }

    private static SqliteFile Ready(SqliteFile file, Action<SqliteFile> prepare)
    {
        try
        {
            prepare(file);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
