using System.Net.Http.Headers;
using ChiBoBot.Teams;
using Moq;

namespace ChiBoBot.Tests.Teams;

public sealed class FaultTests
{
    private static readonly Outgoing Hello = new Outgoing.Words("Chào đồng chí.");
    private readonly OutboundWorld _world = new();

    // Teams' error table, a row a line: what the caller is told, and how many calls were made.
    [Theory]
    [InlineData(400, "BadSyntax", nameof(Delivery.Refused), 1)]
    [InlineData(400, "Bad Argument", nameof(Delivery.Refused), 1)]
    [InlineData(403, "BotDisabledByAdmin", nameof(Delivery.Blocked), 1)]
    [InlineData(403, "BotNotInConversationRoster", nameof(Delivery.NotInstalled), 1)]
    [InlineData(403, "ConversationBlockedByUser", nameof(Delivery.Blocked), 1)]
    [InlineData(403, "ForbiddenOperationException", nameof(Delivery.NotInstalled), 1)]
    [InlineData(403, "NotEnoughPermissions", nameof(Delivery.Refused), 1)]
    [InlineData(404, "ActivityNotFoundInConversation", nameof(Delivery.Gone), 1)]
    [InlineData(404, "ConversationNotFound", nameof(Delivery.Gone), 1)]
    [InlineData(404, "TARGETED_MESSAGE_EXPIRED_OR_DELETED", nameof(Delivery.Gone), 1)]
    [InlineData(404, "Whatever", nameof(Delivery.Refused), 1)]
    [InlineData(408, "RequestTimeout", nameof(Delivery.Unavailable), 1)]
    [InlineData(409, "Conflict", nameof(Delivery.Refused), 1)]
    [InlineData(412, "PreconditionFailed", nameof(Delivery.Unavailable), 4)]
    [InlineData(413, "MessageSizeTooBig", nameof(Delivery.Refused), 1)]
    [InlineData(429, "Throttled", nameof(Delivery.Unavailable), 4)]
    [InlineData(500, "ServiceError", nameof(Delivery.Unavailable), 1)]
    [InlineData(501, "NotImplemented", nameof(Delivery.Unavailable), 1)]
    [InlineData(502, "ServiceError", nameof(Delivery.Unavailable), 4)]
    [InlineData(503, "ServiceError", nameof(Delivery.Unavailable), 4)]
    [InlineData(504, "GatewayTimeout", nameof(Delivery.Unavailable), 4)]
    public async Task Each_row_of_the_error_table_is_obeyed(int status, string code, string delivery, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            _world.Teams.Answers(status, $$$"""{"error":{"code":"{{{code}}}","message":"No."}}""");
        }

        var fault = await _world.Fails(_world.Connector.Send(OutboundWorld.Chat, Hello, CancellationToken.None));

        Assert.Equal(delivery, fault.Delivery.ToString());
        Assert.Equal(status, fault.Status);
        Assert.Equal(code.Replace(" ", "", StringComparison.Ordinal), fault.Code);
        Assert.Equal(calls, _world.Teams.Calls.Count);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_passing_trouble_loses_no_message(int status)
    {
        _world.Teams.Answers(status, "<html>Bad Gateway</html>");

        Assert.Equal("2", await _world.Say("Chào đồng chí."));
        Assert.Equal("0.0 2.0", _world.Teams.Times);
    }

    [Theory]
    [InlineData("""{"error":{"code":"Forbidden","message":"x","innerHttpError":{"statusCode":403}},"subCode":"MessageWritesBlocked"}""", nameof(Delivery.Blocked))]
    [InlineData("""{"error":{"code":"Forbidden","message":"The bot is blocked: ConversationBlockedByUser."}}""", nameof(Delivery.Blocked))]
    [InlineData("""{"error":{"code":"botnotinconversationroster"}}""", nameof(Delivery.NotInstalled))]
    [InlineData("""{"code":"BotDisabledByAdmin"}""", nameof(Delivery.Blocked))]
    [InlineData("<html><b>BotDisabledByAdmin</b></html>", nameof(Delivery.Blocked))]
    [InlineData("""{"error":{"code":"BotDisabledByAdmin","message":"cut""", nameof(Delivery.Blocked))]
    [InlineData("""{"error":{"code":17,"message":null}}""", nameof(Delivery.Refused))]
    [InlineData("[]", nameof(Delivery.Refused))]
    [InlineData("null", nameof(Delivery.Refused))]
    [InlineData("", nameof(Delivery.Refused))]
    [InlineData("<html><body>Forbidden</body></html>", nameof(Delivery.Refused))]
    public async Task A_code_is_found_wherever_it_stands(string body, string delivery)
    {
        _world.Teams.Answers(403, body);

        var fault = await _world.Fails(_world.Connector.Send(OutboundWorld.Chat, Hello, CancellationToken.None));

        Assert.Equal(delivery, fault.Delivery.ToString());
    }

    [Fact]
    public async Task A_code_can_carry_no_line_break_into_the_log()
    {
        _world.Teams.Answers(400, """{"error":{"code":"Bad\r\ninfo: forged"}}""");

        var fault = await _world.Fails(_world.Connector.Send(OutboundWorld.Chat, Hello, CancellationToken.None));

        Assert.Equal("Badinfoforged", fault.Code);
    }

    [Fact]
    public async Task Retry_After_in_seconds_wins_over_the_own_schedule()
    {
        _world.Teams.Answers(429, "", and: response => response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(7)));

        await _world.Say("Chào đồng chí.");

        Assert.Equal("0.0 7.0", _world.Teams.Times);
    }

    [Fact]
    public async Task Retry_After_as_a_date_wins_too()
    {
        var date = _world.Clock.GetUtcNow().AddSeconds(11);
        _world.Teams.Answers(503, "", and: response => response.Headers.RetryAfter = new RetryConditionHeaderValue(date));

        await _world.Say("Chào đồng chí.");

        Assert.Equal("0.0 11.0", _world.Teams.Times);
    }

    [Fact]
    public async Task A_Retry_After_in_the_past_means_now()
    {
        var date = _world.Clock.GetUtcNow().AddMinutes(-1);
        _world.Teams.Answers(503, "", and: response => response.Headers.RetryAfter = new RetryConditionHeaderValue(date));

        await _world.Say("Chào đồng chí.");

        Assert.Equal("0.0 0.0", _world.Teams.Times);
    }

    [Fact]
    public async Task A_Retry_After_longer_than_anybody_waits_ends_the_call()
    {
        _world.Teams.Answers(429, "", and: response => response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromMinutes(30)));

        var fault = await _world.Fails(_world.Connector.Send(OutboundWorld.Chat, Hello, CancellationToken.None));

        Assert.Equal(Delivery.Unavailable, fault.Delivery);
        Assert.Single(_world.Teams.Calls);
    }

    [Theory]
    [InlineData(0.0, "0.0 1.6 4.8 11.2")]
    [InlineData(0.5, "0.0 2.0 6.0 14.0")]
    [InlineData(1.0, "0.0 2.4 7.2 16.8")]
    public async Task Retries_double_their_distance_a_fifth_more_or_less(double dice, string times)
    {
        var world = new OutboundWorld(dice: dice);
        world.Teams.Answers(502).Answers(502).Answers(502).Answers(502);

        await world.Fails(world.Connector.Send(OutboundWorld.Chat, Hello, CancellationToken.None));

        Assert.Equal(times, world.Teams.Times);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once()
    {
        _world.Teams.Answers(401, """{"message":"Authorization has been denied for this request."}""");

        Assert.Equal("2", await _world.Say("Chào đồng chí."));
        Assert.Equal(["Bearer token-1", "Bearer token-2"], _world.Teams.Calls.Select(call => call.Authorization));
    }

    [Fact]
    public async Task A_token_refused_twice_ends_the_call()
    {
        _world.Teams.Answers(401).Answers(401);

        var fault = await _world.Fails(_world.Connector.Send(OutboundWorld.Chat, Hello, CancellationToken.None));

        Assert.Equal(Delivery.Refused, fault.Delivery);
        Assert.Equal(2, _world.Teams.Calls.Count);
    }

    [Fact]
    public async Task A_connector_that_refuses_every_token_costs_one_new_token_a_minute()
    {
        for (var i = 0; i < 20; i++)
        {
            _world.Teams.Answers(401);
        }

        for (var i = 0; i < 10; i++)
        {
            await _world.Fails(_world.Connector.Send(OutboundWorld.Chat with { Id = $"a:{i}" }, Hello, CancellationToken.None));
        }

        Assert.Equal(2, _world.Tokens);
        Assert.Equal(11, _world.Teams.Calls.Count);
    }

    [Fact]
    public async Task A_connection_that_did_not_come_about_is_tried_again()
    {
        _world.Teams.Breaks(HttpRequestError.ConnectionError).Breaks(HttpRequestError.NameResolutionError).Breaks(HttpRequestError.SecureConnectionError);

        Assert.Equal("4", await _world.Finish(_world.Connector.SendOnce(OutboundWorld.Chat, Hello, Mock.Of<IAttempts>(), CancellationToken.None)));
    }

    [Fact]
    public async Task A_connection_that_never_comes_about_leaves_the_message_undelivered()
    {
        for (var i = 0; i < 4; i++)
        {
            _world.Teams.Breaks(HttpRequestError.ConnectionError);
        }

        var fault = await _world.Fails(_world.Connector.Send(OutboundWorld.Chat, Hello, CancellationToken.None));

        Assert.Equal(Delivery.Unavailable, fault.Delivery);
        Assert.Null(fault.Status);
        Assert.Equal("ConnectionError", fault.Code);
    }

    [Fact]
    public async Task A_connection_that_takes_too_long_was_never_sent_anything()
    {
        _world.Teams.Does(_ => throw new TaskCanceledException("", new TimeoutException()));

        Assert.Equal("2", await _world.Finish(_world.Connector.SendOnce(OutboundWorld.Chat, Hello, Mock.Of<IAttempts>(), CancellationToken.None)));
    }

    [Fact]
    public async Task A_reply_that_may_have_arrived_is_sent_once_more()
    {
        _world.Teams.Breaks();

        Assert.Equal("2", await _world.Say("Chào đồng chí."));
    }

    [Fact]
    public async Task A_reply_that_may_have_arrived_twice_is_left_at_that()
    {
        _world.Teams.Breaks().Breaks();

        var fault = await _world.Fails(_world.Connector.Send(OutboundWorld.Chat, Hello, CancellationToken.None));

        Assert.Equal(Delivery.Unknown, fault.Delivery);
        Assert.Equal(2, _world.Teams.Calls.Count);
    }

    [Fact]
    public async Task A_reply_that_may_have_arrived_before_the_connector_went_away_stays_unknown()
    {
        _world.Teams.Breaks().Answers(503).Answers(503).Answers(503);

        var fault = await _world.Fails(_world.Connector.Send(OutboundWorld.Chat, Hello, CancellationToken.None));

        Assert.Equal(Delivery.Unknown, fault.Delivery);
    }

    [Fact]
    public async Task Whoever_sends_once_is_told_that_nobody_knows()
    {
        _world.Teams.Breaks();

        var fault = await _world.Fails(_world.Connector.SendOnce(OutboundWorld.Chat, Hello, Mock.Of<IAttempts>(), CancellationToken.None));

        Assert.Equal(Delivery.Unknown, fault.Delivery);
        Assert.Single(_world.Teams.Calls);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task What_is_sent_once_is_not_sent_again_behind_a_gateway(int status)
    {
        _world.Teams.Answers(status);

        var fault = await _world.Fails(_world.Connector.SendOnce(OutboundWorld.Chat, Hello, Mock.Of<IAttempts>(), CancellationToken.None));

        Assert.Equal(Delivery.Unknown, fault.Delivery);
        Assert.Single(_world.Teams.Calls);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task What_is_sent_once_goes_again_where_it_surely_did_not_arrive(int status)
    {
        _world.Teams.Answers(status);

        Assert.Equal("2", await _world.Finish(_world.Connector.SendOnce(OutboundWorld.Chat, Hello, Mock.Of<IAttempts>(), CancellationToken.None)));
    }

    [Fact]
    public async Task Each_attempt_is_told_right_before_its_request_and_again_when_it_surely_failed_and_another_is_waited_for()
    {
        var heard = new List<string>();
        var attempts = new Mock<IAttempts>();
        attempts.Setup(told => told.Begins(It.IsAny<CancellationToken>())).Callback(() => heard.Add("begins " + _world.Teams.Calls.Count)).Returns(Task.CompletedTask);
        attempts.Setup(told => told.Waits(It.IsAny<CancellationToken>())).Callback(() => heard.Add("waits " + _world.Teams.Calls.Count)).Returns(Task.CompletedTask);
        _world.Teams.Answers(429).Breaks();

        var fault = await _world.Fails(_world.Connector.SendOnce(OutboundWorld.Chat, Hello, attempts.Object, CancellationToken.None));

        Assert.Equal(Delivery.Unknown, fault.Delivery);
        Assert.Equal(["begins 0", "waits 1", "begins 1"], heard);
    }

    [Fact]
    public async Task What_can_not_be_noted_is_not_sent()
    {
        var attempts = new Mock<IAttempts>();
        attempts.Setup(told => told.Begins(It.IsAny<CancellationToken>())).ThrowsAsync(new InvalidOperationException("Another has it."));

        await Assert.ThrowsAsync<InvalidOperationException>(() => _world.Connector.SendOnce(OutboundWorld.Chat, Hello, attempts.Object, CancellationToken.None));

        Assert.Empty(_world.Teams.Calls);
    }

    [Fact]
    public async Task No_answer_in_half_a_minute_is_silence()
    {
        _world.Teams.IsSilent();
        var sending = _world.Connector.SendOnce(OutboundWorld.Chat, Hello, Mock.Of<IAttempts>(), CancellationToken.None);

        _world.Clock.Advance(TimeSpan.FromSeconds(29.9));
        Assert.False(sending.IsCompleted);
        _world.Clock.Advance(TimeSpan.FromSeconds(0.2));

        Assert.Equal(Delivery.Unknown, (await _world.Fails(sending)).Delivery);
    }

    [Fact]
    public async Task Whoever_gives_up_is_not_kept_waiting()
    {
        using var cancel = new CancellationTokenSource();
        _world.Teams.Answers(503);
        var sending = _world.Connector.Send(OutboundWorld.Chat, Hello, cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Single(_world.Teams.Calls);
    }

    [Fact]
    public async Task A_message_taken_in_whose_id_got_lost_is_not_sent_again()
    {
        _world.Teams.Does(_ => Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.Created) { Content = new StreamContent(new Broken()) }));

        Assert.Null(await _world.Say("Chào đồng chí."));
        Assert.Single(_world.Teams.Calls);
    }

    [Fact]
    public async Task Changes_are_made_again_after_silence()
    {
        _world.Teams.Breaks().Breaks().Breaks();

        await _world.Finish(_world.Connector.Update(OutboundWorld.Chat, "5", Hello, CancellationToken.None));

        Assert.Equal(4, _world.Teams.Calls.Count);
    }

    [Fact]
    public async Task A_tenant_in_the_government_cloud_is_followed_there_and_stays_there()
    {
        _world.Teams.Answers(403, """{"error":{"code":"InvalidBotApiHost","message":"Invalid bot API host."}}""");

        await _world.Say("Một.");
        await _world.Say("Hai.");

        Assert.Equal(
            [
                "https://smba.trafficmanager.net/apac/v3/conversations/a%3A1Xy/activities",
                "https://smba.infra.gcc.teams.microsoft.com/teams/v3/conversations/a%3A1Xy/activities",
                "https://smba.infra.gcc.teams.microsoft.com/teams/v3/conversations/a%3A1Xy/activities",
            ],
            _world.Teams.Calls.Select(call => call.Address));
    }

    [Fact]
    public async Task The_host_is_changed_once()
    {
        _world.Teams.Answers(403, """{"error":{"code":"InvalidBotApiHost"}}""").Answers(403, """{"error":{"code":"InvalidBotApiHost"}}""");

        var fault = await _world.Fails(_world.Connector.Send(OutboundWorld.Chat, Hello, CancellationToken.None));

        Assert.Equal("InvalidBotApiHost", fault.Code);
        Assert.Equal(2, _world.Teams.Calls.Count);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    public async Task A_redirect_is_refused(int status)
    {
        _world.Teams.Answers(status, "", and: response => response.Headers.Location = new Uri("https://smba.trafficmanager.net/teams/"));

        var fault = await _world.Fails(_world.Connector.Send(OutboundWorld.Chat, Hello, CancellationToken.None));

        Assert.Equal(Delivery.Refused, fault.Delivery);
        Assert.Equal(status, fault.Status);
    }

    private sealed class Broken : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("reset");
    }
}
