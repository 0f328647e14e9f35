using System.Collections.Concurrent;

namespace ChiBoBot.Teams;

/// <summary>Turns that were acknowledged before they were done. The host waits for them when it stops, as long as it may.</summary>
internal sealed class OpenTurns(ILogger<OpenTurns> log) : IHostedService, IDisposable
{
    private readonly ConcurrentDictionary<Task, bool> _open = new();
    private readonly CancellationTokenSource _end = new();

    /// <summary>Cancelled when the host gives up waiting, not when it begins to stop: a turn in work is brought to its end.</summary>
    public CancellationToken End => _end.Token;

    public void Add(Task turn)
    {
        _open[turn] = true;
        _ = turn.ContinueWith(done => _open.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(_open.Keys).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            log.Abandoned(_open.Count);
        }

        await _end.CancelAsync();
    }

    public void Dispose() => _end.Dispose();
}
