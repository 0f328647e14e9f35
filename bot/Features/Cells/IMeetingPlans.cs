using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>What a feature wants planned with a meeting, beside its reminders.</summary>
internal interface IMeetingPlans
{
    /// <summary>What belongs into the commit that plans, moves, edits or brings back a meeting which is to come.</summary>
    Task<IReadOnlyList<Change>> Plans(string cellId, Event meeting, DateTimeOffset now, CancellationToken cancel);
}
