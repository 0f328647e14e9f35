using ChiBoBot.Teams;
using ChiBoBot.Teams.Outbound;
using FsCheck;
using FsCheck.Fluent;

namespace ChiBoBot.Tests.Teams;

public sealed class PaceTests
{
    private static readonly Limit[] Sends =
        [new(7, TimeSpan.FromSeconds(1)), new(8, TimeSpan.FromSeconds(2)), new(60, TimeSpan.FromSeconds(30)), new(1800, TimeSpan.FromHours(1))];

    private readonly OutboundWorld _world = new();

    [Fact]
    public void However_calls_come_no_window_is_exceeded()
    {
        Prop.ForAll<ushort[]>(gaps =>
        {
            var windows = new SlidingWindows(Sends);
            var gone = new List<TimeSpan>();
            var now = TimeSpan.Zero;
            foreach (var gap in gaps.SelectMany(gap => Enumerable.Repeat(gap % 3000, (gap % 40) + 1)))
            {
                now = windows.Earliest(now + TimeSpan.FromMilliseconds(gap % 7 == 0 ? gap : 0));
                windows.Record(now);
                gone.Add(now);
            }

            return Sends.All(limit => Most(gone, limit.Within) <= limit.Count);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_hour_of_calls_without_a_pause_is_eighteen_hundred()
    {
        var windows = new SlidingWindows(Sends);
        var gone = new List<TimeSpan>();
        for (var now = windows.Earliest(TimeSpan.Zero); now < TimeSpan.FromHours(3); now = windows.Earliest(now))
        {
            windows.Record(now);
            gone.Add(now);
        }

        Assert.Equal(5400, gone.Count);
        Assert.Equal([7, 8, 60, 1800], Sends.Select(limit => Most(gone, limit.Within)));
        Assert.Equal(1800, windows.Count);
    }

    [Fact]
    public void A_limit_delays_no_longer_than_it_must()
    {
        var windows = new SlidingWindows([new(2, TimeSpan.FromSeconds(10))]);
        windows.Record(TimeSpan.FromSeconds(1));
        windows.Record(TimeSpan.FromSeconds(4));

        Assert.Equal(TimeSpan.FromSeconds(11), windows.Earliest(TimeSpan.FromSeconds(5)));
        Assert.Equal(TimeSpan.FromSeconds(12), windows.Earliest(TimeSpan.FromSeconds(12)));
    }

    [Fact]
    public async Task A_burst_into_one_conversation_is_delayed_and_none_is_lost()
    {
        var sends = Enumerable.Range(0, 100).Select(i => _world.Connector.Send(OutboundWorld.Chat, new Outgoing.Words($"{i}"), CancellationToken.None)).ToArray();

        await _world.Finish(Task.WhenAll(sends));

        Assert.Equal(100, _world.Teams.Calls.Count);
        var gone = _world.Teams.Calls.Select(call => call.At).ToList();
        Assert.Equal(7, Most(gone, TimeSpan.FromSeconds(1)));
        Assert.Equal(8, Most(gone, TimeSpan.FromSeconds(2)));
        Assert.Equal(60, Most(gone, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_tenant_is_sent_at_most_forty_a_second_over_all_its_conversations()
    {
        var sends = Enumerable.Range(0, 100)
            .Select(i => _world.Connector.Send(OutboundWorld.Chat with { Id = $"a:{i}" }, new Outgoing.Words("Mời họp."), CancellationToken.None))
            .ToArray();

        await _world.Finish(Task.WhenAll(sends));

        Assert.Equal(40, Most([.. _world.Teams.Calls.Select(call => call.At)], TimeSpan.FromSeconds(1)));
        Assert.Equal(TimeSpan.FromSeconds(2), _world.Teams.Calls.Max(call => call.At));
    }

    [Fact]
    public async Task Two_tenants_do_not_wait_for_each_other()
    {
        var sends = Enumerable.Range(0, 80)
            .Select(i => _world.Connector.Send(OutboundWorld.Chat with { Id = $"a:{i}", TenantId = $"t-{i % 2}" }, new Outgoing.Words("Mời họp."), CancellationToken.None))
            .ToArray();

        await _world.Finish(Task.WhenAll(sends));

        Assert.All(_world.Teams.Calls, call => Assert.Equal(TimeSpan.Zero, call.At));
    }

    [Fact]
    public async Task Roster_reads_have_their_own_limits()
    {
        var reads = Enumerable.Range(0, 40).Select(_ => _world.Connector.FindMember(OutboundWorld.Chat, "29:an", CancellationToken.None)).ToArray();

        await _world.Finish(Task.WhenAll(reads));

        var gone = _world.Teams.Calls.Select(call => call.At).ToList();
        Assert.Equal(14, Most(gone, TimeSpan.FromSeconds(1)));
        Assert.Equal(16, Most(gone, TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public async Task Retries_count_against_the_limits_too()
    {
        for (var i = 0; i < 30; i++)
        {
            _world.Teams.Answers(429, "", response => response.Headers.RetryAfter = new(TimeSpan.Zero));
        }

        for (var i = 0; i < 5; i++)
        {
            await _world.Fails(_world.Connector.Send(OutboundWorld.Chat, new Outgoing.Words("x"), CancellationToken.None));
        }

        Assert.Equal(7, Most([.. _world.Teams.Calls.Select(call => call.At)], TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Messages_of_a_conversation_go_one_at_a_time_in_the_order_they_were_handed_in()
    {
        var world = new OutboundWorld(new() { Credential = CredentialKind.None, AllowedHosts = ["localhost"], Paced = false });
        var chat = OutboundWorld.Chat with { ServiceUrl = new("http://localhost:1/") };
        int inside = 0, most = 0;
        for (var i = 0; i < 200; i++)
        {
            var id = i;
            world.Teams.Does(async _ =>
            {
                var now = Interlocked.Increment(ref inside);
                most = Math.Max(most, now);
                await Task.Yield();
                Interlocked.Decrement(ref inside);
                return ScriptedTeams.Created(id);
            });
        }

        var sends = Enumerable.Range(0, 200).Select(i => world.Connector.Send(chat, new Outgoing.Words($"{i}"), CancellationToken.None)).ToArray();
        var ids = await Task.WhenAll(sends);

        Assert.Equal(1, most);
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"{i}"), ids);
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $$"""{"type":"message","text":"{{i}}"}"""), world.Teams.Calls.Select(call => call.Body));
    }

    [Fact]
    public async Task A_slow_conversation_holds_up_no_other()
    {
        _world.Teams.IsSilent();
        using var cancel = new CancellationTokenSource();
        var slow = _world.Connector.Send(OutboundWorld.Chat, new Outgoing.Words("Chậm."), cancel.Token);
        var behind = _world.Connector.Send(OutboundWorld.Chat, new Outgoing.Words("Chờ."), CancellationToken.None);

        Assert.Equal("2", await _world.Say("Nhanh.", OutboundWorld.Chat with { Id = "a:khac" }));
        Assert.False(behind.IsCompleted);

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
        Assert.Equal("3", await _world.Finish(behind));
    }

    [Fact]
    public async Task A_flood_into_one_conversation_takes_no_memory_without_end()
    {
        var sends = Enumerable.Range(0, 600).Select(_ => _world.Connector.Send(OutboundWorld.Chat, new Outgoing.Words("x"), CancellationToken.None)).ToArray();

        // Seven are out, 512 wait.
        Assert.Equal(81, sends.Count(send => send.IsFaulted));
        var fault = await _world.Fails(sends[^1]);
        Assert.Equal((Delivery.Unavailable, "TooManyWaiting"), (fault.Delivery, fault.Code));
        Assert.Equal("8", await _world.Say("Nơi khác.", OutboundWorld.Chat with { Id = "a:khac" }));
    }

    [Fact]
    public async Task Lanes_that_nobody_uses_are_forgotten()
    {
        for (var hour = 0; hour < 5; hour++)
        {
            for (var i = 0; i < 1000; i++)
            {
                await _world.Say("x", OutboundWorld.Chat with { Id = $"a:{hour}-{i}", TenantId = $"t-{i % 50}" });
            }

            _world.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.InRange(_world.Pace.Lanes, 1, 3000);
    }

    [Fact]
    public void A_lane_in_use_is_not_forgotten()
    {
        var pace = new Pace(limited: false, _world.Clock);
        var kept = pace.Enter(Traffic.Send, "t", "a:0");
        for (var i = 1; i < 5000; i++)
        {
            pace.Leave(pace.Enter(Traffic.Send, "t", $"a:{i}"));
        }

        Assert.Same(kept, pace.Enter(Traffic.Send, "t", "a:0"));
        Assert.InRange(pace.Lanes, 1, 1100);
    }

    private static int Most(List<TimeSpan> gone, TimeSpan within) =>
        gone.Select((from, i) => gone.Skip(i).TakeWhile(at => at - from < within).Count()).DefaultIfEmpty(0).Max();
}
