namespace ChiBoBot.Features.Cells;

/// <summary>Whether a member wants to be left alone in the own chat, for whoever would write there.</summary>
internal interface IPauses
{
    Task<bool> IsPaused(string cellId, string memberId, DateTimeOffset at, CancellationToken cancel);
}
