namespace ChiBoBot.Features.Cells;

/// <summary>What is being waited for from each member, e.g. the roll call that is open or the self-assessment round: so that only those who have not answered are reminded.</summary>
internal interface IAwaited
{
    /// <summary>What it is about, as sentences name it: <c>attendance</c>, <c>assessment</c>.</summary>
    string About { get; }

    /// <summary>The ids of the members who are still waited for; null where nothing is being waited for now.</summary>
    /// <param name="eventId">The meeting that it is about; null for whichever is open.</param>
    Task<IReadOnlyList<string>?> Find(string cellId, string? eventId, DateTimeOffset at, CancellationToken cancel);
}
