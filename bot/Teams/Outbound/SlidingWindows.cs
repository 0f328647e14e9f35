namespace ChiBoBot.Teams.Outbound;

/// <summary>At most so many in any stretch of time as long as that.</summary>
internal readonly record struct Limit(int Count, TimeSpan Within);

/// <summary>What went out lately, and when one more may go without exceeding any of several limits. Exact; knows no clock.</summary>
internal sealed class SlidingWindows(Limit[] limits)
{
    private readonly int _most = limits.Max(limit => limit.Count);
    private readonly TimeSpan _longest = limits.Max(limit => limit.Within);
    private TimeSpan[] _ring = [];
    private int _oldest;

    /// <summary>How many are remembered.</summary>
    public int Count { get; private set; }

    /// <summary>When the last one went.</summary>
    public TimeSpan? Newest => Count == 0 ? null : FromNewest(1);

    /// <summary>The first moment, not before <paramref name="now"/>, when one more may go.</summary>
    public TimeSpan Earliest(TimeSpan now)
    {
        var earliest = now;
        foreach (var limit in limits)
        {
            if (Count >= limit.Count)
            {
                var free = FromNewest(limit.Count) + limit.Within;
                earliest = free > earliest ? free : earliest;
            }
        }

        return earliest;
    }

    /// <summary>One went at this moment, which isn't before any recorded one.</summary>
    public void Record(TimeSpan at)
    {
        Forget(at);
        if (Count == _ring.Length)
        {
            Grow();
        }

        _ring[(_oldest + Count) % _ring.Length] = at;
        Count++;
    }

    /// <summary>Forgets what no limit asks for any more.</summary>
    private void Forget(TimeSpan now)
    {
        while (Count > 0 && (Count >= _most || now - _ring[_oldest] >= _longest))
        {
            _oldest = (_oldest + 1) % _ring.Length;
            Count--;
        }
    }

    private TimeSpan FromNewest(int nth) => _ring[(_oldest + Count - nth) % _ring.Length];

    private void Grow()
    {
        var larger = new TimeSpan[Math.Min(Math.Max(_ring.Length * 2, 4), _most)];
        for (var i = 0; i < Count; i++)
        {
            larger[i] = _ring[(_oldest + i) % _ring.Length];
        }

        _ring = larger;
        _oldest = 0;
    }
}
