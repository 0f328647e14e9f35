using System.Diagnostics.Metrics;
using ChiBoBot.Teams;

namespace ChiBoBot.Tests.Teams;

/// <summary>What an operator sees of the way out to Teams.</summary>
public sealed class WatchedTests
{
    private readonly OutboundWorld _world = new();

    [Fact]
    public async Task The_log_tells_what_happened_and_nothing_about_anybody()
    {
        _world.Teams.Answers(503, """{"error":{"code":"ServiceError","message":"for Nguyễn Văn An"}}""").Answers(403, """{"error":{"code":"BotDisabledByAdmin"}}""");
        await _world.Fails(_world.Connector.Send(OutboundWorld.Chat, new Outgoing.Words("Lời riêng."), CancellationToken.None));
        _world.Teams.Breaks().Breaks();
        await _world.Fails(_world.Connector.Send(OutboundWorld.Chat, new Outgoing.Words("Lời riêng."), CancellationToken.None));

        Assert.Equal(
            """
            Information 152 The connector's send goes again in 2.0 s, retry 1: HTTP 503, ServiceError.
            Information 153 The connector's send failed: Blocked (HTTP 403, BotDisabledByAdmin).
            Information 152 The connector's send goes again in 2.0 s, retry 1: HTTP 0, (null).
            Warning 153 The connector's send failed: Unknown (HTTP 0, ResponseEnded).
            """,
            _world.Log.All);
    }

    [Fact]
    public async Task A_refused_token_is_explained_to_the_operator()
    {
        _world.Teams.Answers(401).Answers(401);

        await _world.Fails(_world.Connector.Send(OutboundWorld.Chat, new Outgoing.Words("Chào."), CancellationToken.None));

        Assert.Contains(
            "Error 151 The connector refuses the bot's token (credential ClientSecret, client c-1, tenant t-1, scope https://api.botframework.com/.default).",
            _world.Log.All,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_and_retries_are_counted_without_ids()
    {
        var counted = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Scope == _world.Meters)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) =>
            counted.Add($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}"));
        listener.Start();
        _world.Teams.Answers(429).Answers(201).Answers(404);

        await _world.Say("Chào.");
        await _world.Finish(_world.Connector.FindMember(OutboundWorld.Chat, "29:an", CancellationToken.None));

        Assert.Equal(
            [
                "chibobot.connector.retries operation=send status=429",
                "chibobot.connector.calls operation=send outcome=ok status=201",
                "chibobot.connector.calls operation=find member outcome=Refused status=404",
            ],
            counted);
    }
}
