namespace ChiBoBot.Understanding;

/// <summary>How a text was read.</summary>
/// <param name="Requests">What it asks, the first one first; never empty.</param>
/// <param name="Confidence">0 to 1: how sure the intent is; of several requests, that of the least sure one.</param>
/// <param name="Alternatives">Other readings worth offering, likeliest first.</param>
internal sealed record Reading(IReadOnlyList<Request> Requests, double Confidence, IReadOnlyList<Request> Alternatives)
{
    /// <summary>Sure enough to answer; otherwise the readings are offered to press.</summary>
    public required bool IsSure { get; init; }
}
