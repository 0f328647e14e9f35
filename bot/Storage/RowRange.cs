namespace ChiBoBot.Storage;

/// <summary>Row keys from <paramref name="From"/> (inclusive) to below <paramref name="Below"/> (exclusive), compared ordinally; null leaves a side open.</summary>
internal readonly record struct RowRange(string? From, string? Below)
{
    /// <summary>Every row of the partition.</summary>
    public static RowRange All => default;

    /// <summary>The rows whose key begins with <paramref name="prefix"/>.</summary>
    public static RowRange StartingWith(string prefix) =>
        prefix.Length == 0 ? All : new(prefix, string.Concat(prefix.AsSpan(0, prefix.Length - 1), [(char)(prefix[^1] + 1)]));

    public bool Holds(string row) =>
        (From is null || string.CompareOrdinal(row, From) >= 0) && (Below is null || string.CompareOrdinal(row, Below) < 0);

    /// <summary>These rows of a partition, as the table protocol asks for them.</summary>
    public string Filter(string partition) => this switch
    {
        (null, null) => TableFilter.Of($"PartitionKey eq {partition}"),
        ({ } from, null) => TableFilter.Of($"PartitionKey eq {partition} and RowKey ge {from}"),
        (null, { } below) => TableFilter.Of($"PartitionKey eq {partition} and RowKey lt {below}"),
        ({ } from, { } below) => TableFilter.Of($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {below}"),
    };
}
