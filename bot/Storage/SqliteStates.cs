using System.Runtime.InteropServices;
using SQLitePCL;

namespace ChiBoBot.Storage;

/// <summary>A state of the file: what SQLite notes of the last commit (https://www.sqlite.org/walformat.html, “The WAL-Index Header”). Every commit, by whichever process, makes another one.</summary>
/// <remarks>Words of at most 64 bits: what holds <see cref="UInt128"/> can't be compiled ahead.</remarks>
/// <param name="Number">Counts the commits.</param>
internal readonly record struct SqliteState(uint Version, uint Unused, uint Number, uint Form, ulong Sizes, ulong FrameSum, ulong Salt, ulong Sum)
{
    /// <summary>Whether no more than one commit lies between.</summary>
    public bool IsNextTo(SqliteState before) => this == before || Number == unchecked(before.Number + 1);
}

/// <summary>Tells in which state the file is, by the header of the write-ahead log's index: shared memory, where SQLite too looks first whether what it knows still holds.</summary>
internal sealed unsafe partial class SqliteStates
{
    private const int FilePointer = 7;
    private const int ShmMap = 13;
    private const int IndexPage = 32 * 1024;

    private readonly sqlite3 _db;
    private readonly SqliteState* _header;

    /// <param name="db">A connection in WAL mode that has been written or read with.</param>
    public SqliteStates(sqlite3 db)
    {
        _db = db;
        void*** file = null;
        void* header = null;
        if (sqlite3_file_control(db, "main", FilePointer, &file) == raw.SQLITE_OK)
        {
            var methods = *file;
            ((delegate* unmanaged[Cdecl]<void*, int, int, int, void**, int>)methods[ShmMap])(file, 0, IndexPage, 0, &header);
        }

        _header = (SqliteState*)header;
    }

    /// <summary>The state now; null where it can't be told, e.g. while a commit is changing it.</summary>
    public SqliteState? Current
    {
        get
        {
            // The memory is there as long as the connection is.
            var held = false;
            try
            {
                _db.DangerousAddRef(ref held);
                if (_header is null)
                {
                    return null;
                }

                // SQLite writes the second copy before the first one, so that who finds them equal has read a whole one.
                var first = _header[0];
                Interlocked.MemoryBarrier();
                return first == _header[1] ? first : null;
            }
            finally
            {
                if (held)
                {
                    _db.DangerousRelease();
                }
            }
        }
    }

    [LibraryImport("e_sqlite3", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvCdecl)])]
    private static partial int sqlite3_file_control(sqlite3 db, string name, int operation, void* result);
}
