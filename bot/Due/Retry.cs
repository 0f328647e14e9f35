using ChiBoBot.Teams;

namespace ChiBoBot.Due;

/// <summary>What follows from a delivery that failed. Pure.</summary>
internal static class Retry
{
    /// <summary>The waits between tries; after the last one it has failed for good, some fifteen hours later.</summary>
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(4), TimeSpan.FromHours(6),
    ];

    /// <summary>The next try after so many failed ones; null where it was the last.</summary>
    public static DateTimeOffset? Next(int tries, DateTimeOffset now) => tries <= Waits.Length ? now + Waits[tries - 1] : null;

    /// <summary>What the delivery table says of the thing; <see cref="DueState.Waiting"/> where a later try may succeed.</summary>
    public static DueState StateOf(Delivery delivery) => delivery switch
    {
        Delivery.NotInstalled => DueState.NotInstalled,
        Delivery.Blocked => DueState.Blocked,
        Delivery.Gone => DueState.Gone,
        Delivery.Unavailable => DueState.Waiting,
        Delivery.Unknown => DueState.Unknown,
        _ => DueState.Failed,
    };
}
