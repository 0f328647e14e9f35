namespace ChiBoBot.Storage;

/// <summary>Row keys from <paramref name="From"/> (inclusive) to below <paramref name="Below"/> (exclusive), compared ordinally; null leaves a side open.</summary>
internal readonly record struct RowRange(string? From, string? Below)
{
    /// <summary>Every row of the partition.</summary>
    public static RowRange All => default;

    /// <summary>The rows whose key begins with <paramref name="prefix"/>.</summary>
    public static RowRange StartingWith(string prefix) =>
        new(prefix, string.Concat(prefix.AsSpan(0, prefix.Length - 1), [(char)(prefix[^1] + 1)]));
}
