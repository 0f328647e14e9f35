using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ChiBoBot.Turns;

/// <summary>Remembers values for a while, in bounded room: what is older than two spans is gone, and so is the older half when there is too much.</summary>
internal sealed class RecentMap<TKey, TValue>(TimeSpan span, int capacity, TimeProvider clock)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _turning = new();
    private Generations _now = new(new(), new(), clock.GetTimestamp());

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        var now = Current();
        return now.Young.TryGetValue(key, out value) || now.Old.TryGetValue(key, out value);
    }

    public void Set(TKey key, TValue value)
    {
        var now = Current();
        if (now.Young.TryAdd(key, value))
        {
            Interlocked.Increment(ref now.Count);
        }
        else
        {
            now.Young[key] = value;
        }
    }

    /// <summary>The value that is there, or this one: the same for all who ask at one moment.</summary>
    public TValue GetOrAdd(TKey key, TValue value)
    {
        // Under the lock, so that a key can't be added beside its own value moving to the older half.
        lock (_turning)
        {
            var now = Current();
            if (now.Old.TryGetValue(key, out var there) || now.Young.TryGetValue(key, out there))
            {
                return there;
            }

            Set(key, value);
            return value;
        }
    }

    private Generations Current()
    {
        var now = Volatile.Read(ref _now);
        if (!IsDue(now))
        {
            return now;
        }

        lock (_turning)
        {
            if (IsDue(_now))
            {
                var stale = clock.GetElapsedTime(_now.Since) >= span * 2;
                Volatile.Write(ref _now, new(new(), stale ? new() : _now.Young, clock.GetTimestamp()));
            }

            return _now;
        }
    }

    private bool IsDue(Generations now) => clock.GetElapsedTime(now.Since) >= span || now.Count >= capacity / 2;

    private sealed class Generations(ConcurrentDictionary<TKey, TValue> young, ConcurrentDictionary<TKey, TValue> old, long since)
    {
        // A concurrent dictionary's own count takes all its locks.
        public int Count;

        public ConcurrentDictionary<TKey, TValue> Young { get; } = young;

        public ConcurrentDictionary<TKey, TValue> Old { get; } = old;

        public long Since { get; } = since;
    }
}
