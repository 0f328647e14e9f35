namespace ChiBoBot.Teams;

/// <summary>Whoever posts what must not go out unnoticed is told of each attempt, so that it can be written down before anything can arrive.</summary>
internal interface IAttempts
{
    /// <summary>All waiting is over: what follows is the request itself. Where this throws, nothing is sent.</summary>
    Task Begins(CancellationToken cancel);

    /// <summary>It surely did not arrive, and some time passes before the next attempt.</summary>
    Task Waits(CancellationToken cancel);
}
