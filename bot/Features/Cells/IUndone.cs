using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>What else belongs into the commit that takes an entry of the ledger back, because it was planned beside it.</summary>
internal interface IUndone
{
    /// <returns>Null where it can't be taken back any more, for something has begun with it.</returns>
    Task<IReadOnlyList<Change>?> Changes(AuditRow entry, CancellationToken cancel);
}
