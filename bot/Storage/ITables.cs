using Azure;

namespace ChiBoBot.Storage;

/// <summary>The tables that the bot keeps: rows found by partition and row key, changed only with the tag they were read with.</summary>
/// <remarks>Keys are 1 to 512 characters without <c>/ \ # ?</c> and control characters. A string property holds at most 32,768 UTF-16 code units, a row at most 1 MiB
/// and 251 properties. Whatever breaks these limits (<see cref="Limits"/>) is an <see cref="ArgumentException"/> before anything is sent.
/// A store that can't be worked with as it is set up throws <see cref="StorageUnusableException"/>.</remarks>
internal interface ITables
{
    /// <summary>The row, or null where there is none.</summary>
    Task<RowReader?> Find(string table, string partition, string row, CancellationToken cancel);

    /// <summary>All rows of the range in the order of their keys (ordinal), however many pages that takes.</summary>
    Task<IReadOnlyList<RowReader>> List(string table, string partition, RowRange range, CancellationToken cancel);

    /// <summary>Makes one change. Throws <see cref="ConflictException"/> where what is stored is not what the change expects.</summary>
    /// <returns>The row's new tag; the default value after a removal.</returns>
    Task<ETag> Commit(Change change, CancellationToken cancel);

    /// <summary>Makes 1 to 100 changes of one partition of one table, all or none. Throws <see cref="ConflictException"/> with the key of the row that stood against it.</summary>
    Task Commit(IReadOnlyList<Change> changes, CancellationToken cancel);

    /// <summary>Opens the store and makes the tables where they are missing. Called once at start, before anything else; a table that is never named here is a fault to ask for.</summary>
    Task Prepare(IReadOnlyList<string> tables, CancellationToken cancel);

    /// <summary>Throws when the store does not answer.</summary>
    Task Check(CancellationToken cancel);
}
