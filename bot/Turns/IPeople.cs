using ChiBoBot.Teams;

namespace ChiBoBot.Turns;

/// <summary>Tells who a sender is to which cell.</summary>
internal interface IPeople
{
    /// <summary>The asker, with the roles that their posts give on the day of <paramref name="at"/>; null for somebody no cell knows.</summary>
    Task<Asker?> Find(string tenantId, Sender sender, DateTimeOffset at, CancellationToken cancel);
}
