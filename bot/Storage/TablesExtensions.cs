using Azure;

namespace ChiBoBot.Storage;

/// <summary>The tables, by the records that features know.</summary>
internal static class TablesExtensions
{
    public static async Task<Stored<T>?> Find<T>(this ITables tables, string partition, string row, CancellationToken cancel)
        where T : ITableRow<T> =>
        await tables.Find(T.Table, partition, row, cancel) is { } found ? found.As<T>() : null;

    public static async Task<IReadOnlyList<Stored<T>>> List<T>(this ITables tables, string partition, RowRange range, CancellationToken cancel)
        where T : ITableRow<T>
    {
        var found = await tables.List(T.Table, partition, range, cancel);
        var rows = new Stored<T>[found.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = found[i].As<T>();
        }

        return rows;
    }

    public static Task<ETag> Add<T>(this ITables tables, T row, CancellationToken cancel)
        where T : ITableRow<T> => tables.Commit(Change.Add(row), cancel);

    public static Task<ETag> Put<T>(this ITables tables, T row, CancellationToken cancel)
        where T : ITableRow<T> => tables.Commit(Change.Put(row), cancel);

    public static Task<ETag> Replace<T>(this ITables tables, Stored<T> read, T row, CancellationToken cancel)
        where T : ITableRow<T> => tables.Commit(Change.Replace(row, read.ETag), cancel);
}
