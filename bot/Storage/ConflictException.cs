namespace ChiBoBot.Storage;

/// <summary>What is stored is not what a change expected: decide again on what is there now.</summary>
internal sealed class ConflictException(Conflict conflict, string rowKey)
    : Exception($"Row '{rowKey}': {conflict}.")
{
    public Conflict Conflict { get; } = conflict;

    public string RowKey { get; } = rowKey;
}

/// <summary>How the store and a change disagree.</summary>
internal enum Conflict
{
    /// <summary>A row that was to be new is there already.</summary>
    Exists,

    /// <summary>Somebody changed the row since it was read.</summary>
    Changed,

    /// <summary>The row is gone.</summary>
    Missing,
}
