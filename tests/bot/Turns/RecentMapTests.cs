using ChiBoBot.Turns;

namespace ChiBoBot.Tests.Turns;

public class RecentMapTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public void A_value_is_remembered_for_at_least_its_span_and_for_less_than_two()
    {
        var map = new RecentMap<string, string>(TimeSpan.FromMinutes(10), 100, _clock);
        map.Set("a", "1");

        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.True(map.TryGet("a", out _));

        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.False(map.TryGet("a", out _));
    }

    [Fact]
    public void All_who_ask_at_once_get_the_first_value()
    {
        var map = new RecentMap<string, string>(TimeSpan.FromMinutes(10), 100, _clock);

        Assert.Equal("first", map.GetOrAdd("a", "first"));
        Assert.Equal("first", map.GetOrAdd("a", "second"));
    }

    [Fact]
    public void The_first_value_stays_when_it_has_grown_older()
    {
        var map = new RecentMap<string, string>(TimeSpan.FromMinutes(10), 100, _clock);
        map.GetOrAdd("a", "first");
        _clock.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal("first", map.GetOrAdd("a", "second"));
    }

    [Fact]
    public void A_flood_of_keys_does_not_grow_it_beyond_its_room()
    {
        var map = new RecentMap<int, string>(TimeSpan.FromMinutes(10), 100, _clock);
        for (var i = 0; i < 10_000; i++)
        {
            map.Set(i, "x");
        }

        Assert.InRange(Enumerable.Range(0, 10_000).Count(i => map.TryGet(i, out _)), 50, 100);
    }
}
