namespace ChiBoBot.Due;

/// <summary>What this instance has planned just now, by time: it looks at these by itself, so that “at once” is at once. Only a short cut; the index holds them all.</summary>
internal sealed class FreshEntries(TimeProvider clock)
{
    private const int Most = 10_000;

    // Further ahead than the sweep's own round there is nothing to be gained.
    private static readonly TimeSpan Near = TimeSpan.FromSeconds(10);

    // The plan's commit follows its entry by some milliseconds.
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(25);

    private readonly Lock _gate = new();
    private readonly PriorityQueue<(DueEntry Entry, TimeSpan Wait), DateTimeOffset> _entries = new();
    private TaskCompletionSource _added = New();

    public void Add(DueEntry entry) => Add(entry, FirstLook);

    /// <summary>Its plan was not there yet: look again, each time after four times as long, until the sweep has it anyway.</summary>
    public void Later(DueEntry entry, TimeSpan waited)
    {
        if (waited < TimeSpan.FromSeconds(2))
        {
            Add(entry, waited * 4);
        }
    }

    /// <summary>Takes the next one, when its time has come.</summary>
    public async Task<(DueEntry Entry, TimeSpan Waited)> Next(CancellationToken cancel)
    {
        while (true)
        {
            Task added;
            TimeSpan? wait;
            lock (_gate)
            {
                var now = clock.GetUtcNow();
                if (_entries.TryPeek(out var first, out var due) && due <= now)
                {
                    _entries.Dequeue();
                    return first;
                }

                wait = _entries.Count == 0 ? null : due - now;
                added = _added.Task;
            }

            if (wait is { } span)
            {
                await Task.WhenAny(added, Task.Delay(span, clock, cancel));
                cancel.ThrowIfCancellationRequested();
            }
            else
            {
                await added.WaitAsync(cancel);
            }
        }
    }

    private void Add(DueEntry entry, TimeSpan wait)
    {
        var now = clock.GetUtcNow();
        if (entry.At > now + Near)
        {
            return;
        }

        TaskCompletionSource added;
        lock (_gate)
        {
            if (_entries.Count >= Most)
            {
                return;
            }

            _entries.Enqueue((entry, wait), entry.At > now + wait ? entry.At : now + wait);
            (added, _added) = (_added, New());
        }

        added.SetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
