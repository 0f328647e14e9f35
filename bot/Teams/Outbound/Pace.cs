namespace ChiBoBot.Teams.Outbound;

/// <summary>Keeps calls in order and within what Teams takes from one bot, by waiting: per conversation and for all of a tenant together.</summary>
internal sealed class Pace(bool limited, TimeProvider clock)
{
    private const int SweepEvery = 1024;
    private const int ManyLanes = 20_000;

    /// <summary>More than this nobody writes to one conversation in good faith, and the last would wait for minutes.</summary>
    private const int MostWaiting = 512;

    private static readonly TimeSpan LongestWindow = TimeSpan.FromHours(1);

    private static readonly Limit[] Sends =
        [new(7, TimeSpan.FromSeconds(1)), new(8, TimeSpan.FromSeconds(2)), new(60, TimeSpan.FromSeconds(30)), new(1800, LongestWindow)];

    private static readonly Limit[] Reads =
        [new(14, TimeSpan.FromSeconds(1)), new(16, TimeSpan.FromSeconds(2)), new(120, TimeSpan.FromSeconds(30)), new(3600, LongestWindow)];

    /// <summary>Teams takes 50; the rest is for the way there, which is not even.</summary>
    private static readonly Limit[] Tenant = [new(40, TimeSpan.FromSeconds(1))];

    private readonly Lock _gate = new();
    private readonly Dictionary<(Traffic, string Tenant, string Thread), Lane> _lanes = [];
    private readonly long _start = clock.GetTimestamp();
    private int _sweepAt = SweepEvery;

    /// <summary>How many lanes are kept.</summary>
    public int Lanes
    {
        get
        {
            lock (_gate)
            {
                return _lanes.Count;
            }
        }
    }

    /// <summary>The lane of a thread's sends or reads. Whoever enters leaves again.</summary>
    public Lane Enter(Traffic traffic, string tenant, string thread)
    {
        lock (_gate)
        {
            if (!_lanes.TryGetValue((traffic, tenant, thread), out var lane))
            {
                if (_lanes.Count >= _sweepAt)
                {
                    Sweep();
                }

                lane = new(Windows(traffic), clock, _start);
                _lanes.Add((traffic, tenant, thread), lane);
            }

            if (lane.Users >= MostWaiting && traffic != Traffic.All)
            {
                throw new ConnectorException(Delivery.Unavailable, null, "TooManyWaiting");
            }

            lane.Users++;
            return lane;
        }
    }

    public void Leave(Lane lane)
    {
        lock (_gate)
        {
            lane.Users--;
        }
    }

    /// <summary>Waits, in the turn of <paramref name="lane"/>, until one more call may go; it then counts as gone.</summary>
    public ValueTask Wait(Lane lane, string tenant, CancellationToken cancel) =>
        limited ? new(WaitBoth(lane, tenant, cancel)) : ValueTask.CompletedTask;

    private async Task WaitBoth(Lane lane, string tenant, CancellationToken cancel)
    {
        await lane.Open(cancel);

        var all = Enter(Traffic.All, tenant, "");
        try
        {
            await all.Turn(cancel);
            try
            {
                await all.Open(cancel);
                all.Go();
            }
            finally
            {
                all.EndTurn();
            }
        }
        finally
        {
            Leave(all);
        }

        lane.Go();
    }

    private SlidingWindows? Windows(Traffic traffic) =>
        !limited ? null : new(traffic switch
        {
            Traffic.Send => Sends,
            Traffic.Read => Reads,
            _ => Tenant,
        });

    /// <summary>Forgets lanes that nobody uses and no limit asks for. Where that leaves too many, the hour's limit is given up for the half minute's.</summary>
    private void Sweep()
    {
        Forget(LongestWindow);
        if (_lanes.Count > ManyLanes)
        {
            Forget(TimeSpan.FromSeconds(30));
        }

        _sweepAt = _lanes.Count + Math.Max(SweepEvery, _lanes.Count / 4);
    }

    private void Forget(TimeSpan quiet)
    {
        foreach (var (key, lane) in _lanes)
        {
            if (lane.IsIdle(quiet))
            {
                _lanes.Remove(key);
            }
        }
    }
}

/// <summary>What Teams counts apart.</summary>
internal enum Traffic
{
    /// <summary>Messages, changes of messages, new conversations.</summary>
    Send,

    /// <summary>Who is there, which channels.</summary>
    Read,

    /// <summary>Everything of one tenant.</summary>
    All,
}
