using System.Net;
using ChiBoBot.Teams.InboundAuth;

namespace ChiBoBot.Tests.Teams;

/// <summary>When the issuer is asked for its keys, and what holds when it does not answer.</summary>
public class InboundKeysTests
{
    [Fact]
    public async Task The_keys_are_fetched_when_the_host_starts_and_not_again_for_a_day()
    {
        await using var host = await InboundHost.Start();
        Assert.Equal(1, host.Issuer.Fetches);
        Assert.True(host.Get<TokenGate>().KeysKnown);

        host.Clock.Advance(TimeSpan.FromHours(23.9));
        Assert.Equal(HttpStatusCode.OK, await host.Status());
        Assert.Equal(1, host.Issuer.Fetches);

        host.Clock.Advance(TimeSpan.FromHours(0.2));
        Assert.Equal(HttpStatusCode.OK, await host.Status());
        Assert.Equal(HttpStatusCode.OK, await host.Status());
        Assert.Equal(2, host.Issuer.Fetches);
    }

    [Fact]
    public async Task A_new_key_is_found_at_once()
    {
        await using var host = await InboundHost.Start();
        host.Issuer.Publish("second", TestIssuer.SecondKey, "msteams");

        Assert.Equal(HttpStatusCode.OK, await host.Status(token: host.Issuer.Token("second", TestIssuer.SecondKey)));

        Assert.Equal(2, host.Issuer.Fetches);
    }

    [Fact]
    public async Task A_flood_of_invented_keys_costs_one_fetch_an_hour()
    {
        await using var host = await InboundHost.Start();

        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await host.Status(token: host.Issuer.Token($"invented-{i}")));
            host.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(2, host.Issuer.Fetches);

        host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.Status(token: host.Issuer.Token("invented-too")));
        Assert.Equal(3, host.Issuer.Fetches);
    }

    [Fact]
    public async Task The_last_good_keys_are_kept_while_the_issuer_fails()
    {
        await using var host = await InboundHost.Start();
        host.Issuer.Fails = HttpStatusCode.BadGateway;

        host.Clock.Advance(TimeSpan.FromHours(30));
        Assert.Equal(HttpStatusCode.OK, await host.Status());
        var asked = host.Issuer.Requests;
        Assert.Equal(HttpStatusCode.OK, await host.Status());
        Assert.Equal(asked, host.Issuer.Requests);

        host.Issuer.Fails = null;
        host.Issuer.Withdraw("first");
        host.Issuer.Publish("second", TestIssuer.SecondKey, "msteams");
        host.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.Status());
        Assert.Equal(HttpStatusCode.OK, await host.Status(token: host.Issuer.Token("second", TestIssuer.SecondKey)));
    }

    [Fact]
    public async Task A_failed_first_fetch_never_sticks()
    {
        await using var host = await InboundHost.Start(issuer: issuer => issuer.Fails = HttpStatusCode.InternalServerError);
        Assert.False(host.Get<TokenGate>().KeysKnown);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await host.Status());

        host.Issuer.Fails = null;

        Assert.Equal(HttpStatusCode.OK, await host.Status());
        Assert.True(host.Get<TokenGate>().KeysKnown);
    }

    [Fact]
    public async Task Readiness_comes_true_without_a_request()
    {
        await using var host = await InboundHost.Start(issuer: issuer => issuer.Fails = HttpStatusCode.InternalServerError);

        host.Issuer.Fails = null;
        while (!host.Get<TokenGate>().KeysKnown)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }
    }

    [Fact]
    public async Task Many_at_once_ask_once()
    {
        await using var host = await InboundHost.Start();
        var gate = new TaskCompletionSource();
        host.Issuer.Gate = gate.Task;
        host.Clock.Advance(TimeSpan.FromHours(25));

        var tokens = Enumerable.Range(0, 8).Select(i => host.Issuer.Token(change: (_, payload) => payload["jti"] = $"{i}")).ToList();
        var requests = tokens.Select(token => host.Status(token: token)).ToList();
        gate.SetResult();

        Assert.All(await Task.WhenAll(requests), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(2, host.Issuer.Fetches);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":[null,{"kty":"EC","kid":"first","x":"AA","y":"AA"},{"kty":"RSA","kid":"first","n":"!!","e":"AQAB"},{"kty":"RSA","kid":"first"}]}""")]
    public async Task A_key_set_without_a_usable_key_does_not_replace_a_good_one(string document)
    {
        await using var host = await InboundHost.Start();
        host.Issuer.Document = document;

        host.Clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal(HttpStatusCode.OK, await host.Status());
        Assert.Equal(2, host.Issuer.Fetches);
    }

    [Fact]
    public async Task A_short_key_is_no_key()
    {
        await using var host = await InboundHost.Start(issuer: issuer => issuer.PublishWeak("weak"));

        Assert.Equal(HttpStatusCode.Unauthorized, await host.Status(token: host.Issuer.Token("weak")));
    }

    [Fact]
    public async Task A_remembered_token_dies_with_its_key()
    {
        await using var host = await InboundHost.Start();
        var token = host.Issuer.Token(change: (_, payload) => payload["exp"] = host.Clock.GetUtcNow().AddDays(7).ToUnixTimeSeconds());
        Assert.Equal(HttpStatusCode.OK, await host.Status(token: token));
        host.Issuer.Withdraw("first");
        host.Issuer.Publish("second", TestIssuer.SecondKey, "msteams");
        Assert.Equal(HttpStatusCode.OK, await host.Status(token: token));

        host.Clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal(HttpStatusCode.Unauthorized, await host.Status(token: token));
    }

    [Fact]
    public async Task A_remembered_token_dies_when_it_expires()
    {
        await using var host = await InboundHost.Start();
        var token = host.Issuer.Token();
        Assert.Equal(HttpStatusCode.OK, await host.Status(token: token));

        host.Clock.Advance(TimeSpan.FromMinutes(64));
        Assert.Equal(HttpStatusCode.OK, await host.Status(token: token));
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.Status(token: token));
    }

    [Fact]
    public void Remembered_tokens_are_bounded_and_the_dead_go_first()
    {
        var now = DateTimeOffset.UnixEpoch;
        var keys = new KeySet(now, new Dictionary<string, SigningKey>());
        var remembered = new RememberedTokens(capacity: 3);
        Caller Until(int minutes) => new(null, [], now.AddMinutes(minutes), keys);

        remembered.Put(Fingerprint.Of("a"), Until(1), now);
        remembered.Put(Fingerprint.Of("b"), Until(60), now);
        remembered.Put(Fingerprint.Of("c"), Until(60), now);
        remembered.Put(Fingerprint.Of("d"), Until(60), now.AddMinutes(2));

        Assert.Null(remembered.Find(Fingerprint.Of("a"), keys, now));
        Assert.NotNull(remembered.Find(Fingerprint.Of("b"), keys, now));
        Assert.NotNull(remembered.Find(Fingerprint.Of("d"), keys, now));

        for (var i = 0; i < 100; i++)
        {
            remembered.Put(Fingerprint.Of($"more {i}"), Until(60), now);
            Assert.InRange(remembered.Count, 1, 3);
        }
    }

    [Fact]
    public void A_remembered_token_counts_only_with_the_keys_that_proved_it()
    {
        var now = DateTimeOffset.UnixEpoch;
        var keys = new KeySet(now, new Dictionary<string, SigningKey>());
        var remembered = new RememberedTokens(capacity: 3);
        remembered.Put(Fingerprint.Of("a"), new Caller(null, [], now.AddHours(1), keys), now);

        Assert.NotNull(remembered.Find(Fingerprint.Of("a"), keys, now));
        Assert.Null(remembered.Find(Fingerprint.Of("a"), new KeySet(now, new Dictionary<string, SigningKey>()), now));
        Assert.Null(remembered.Find(Fingerprint.Of("b"), keys, now));
    }
}
