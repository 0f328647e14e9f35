using System.Diagnostics.CodeAnalysis;

namespace ChiBoBot.Teams.Outbound;

/// <summary>One queue to the connector (the sends to a conversation, its roster reads, everything of a tenant): one goes at a time, in the order of arrival, within limits.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The semaphore holds nothing to free: nobody asks for its wait handle.")]
internal sealed class Lane(SlidingWindows? windows, TimeProvider clock, long start)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Address? _address;

    /// <summary>How many are in it or waiting; guarded by <see cref="Pace"/>.</summary>
    public int Users { get; set; }

    /// <summary>The address that the lane's last call went to, so that a talk doesn't spell it anew for every message.</summary>
    public Address? Address
    {
        get => Volatile.Read(ref _address);
        set => Volatile.Write(ref _address, value);
    }

    private TimeSpan Now => clock.GetElapsedTime(start);

    /// <summary>Waits until everybody who came before has left. Who asks first, goes first.</summary>
    public Task Turn(CancellationToken cancel) => _turn.WaitAsync(cancel);

    public void EndTurn() => _turn.Release();

    /// <summary>Waits, in one's turn, until the limits let one more go.</summary>
    public ValueTask Open(CancellationToken cancel) =>
        windows is null || windows.Earliest(Now) <= Now ? ValueTask.CompletedTask : new(WaitOpen(windows, cancel));

    /// <summary>One goes now.</summary>
    public void Go() => windows?.Record(Now);

    /// <summary>Whether nobody is in it and nothing went for so long.</summary>
    public bool IsIdle(TimeSpan quiet) => Users == 0 && (windows?.Newest is not { } newest || Now - newest >= quiet);

    private async Task WaitOpen(SlidingWindows windows, CancellationToken cancel)
    {
        // A timer may fire a little early; the clock decides.
        for (var wait = windows.Earliest(Now) - Now; wait > TimeSpan.Zero; wait = windows.Earliest(Now) - Now)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), clock, cancel);
        }
    }
}
