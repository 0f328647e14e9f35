using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>What else belongs into the commit that takes an entry of the ledger back, because it was planned beside it.</summary>
internal interface IUndone
{
    Task<IReadOnlyList<Change>> Changes(AuditRow entry, CancellationToken cancel);
}
