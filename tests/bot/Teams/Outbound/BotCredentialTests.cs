using Azure.Core;
using ChiBoBot.Teams;
using ChiBoBot.Teams.Outbound;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace ChiBoBot.Tests.Teams;

public sealed class BotCredentialTests
{
    private readonly FakeClock _clock = new();
    private readonly Mock<TokenCredential> _azure = new();
    private readonly BotCredential _credential;
    private int _made;
    private int _asked;

    public BotCredentialTests()
    {
        _azure.Setup(azure => azure.GetTokenAsync(It.IsAny<TokenRequestContext>(), It.IsAny<CancellationToken>()))
            .Returns(() => new(new AccessToken($"t{++_asked}", _clock.GetUtcNow().AddHours(1))));
        _credential = Of(new() { Credential = CredentialKind.ClientSecret });
    }

    [Fact]
    public async Task The_token_is_asked_for_when_it_is_first_needed_and_kept()
    {
        Assert.Equal(0, _made);

        var first = await Header();
        Assert.Equal("Bearer t1", first);
        Assert.Same(first, await Header());
        Assert.Equal((1, 1), (_made, _asked));
        _azure.Verify(azure => azure.GetTokenAsync(
            It.Is<TokenRequestContext>(request => request.Scopes.Single() == "https://api.botframework.com/.default"), It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task Without_a_credential_there_is_no_token()
    {
        var none = Of(new() { Credential = CredentialKind.None });

        Assert.Null(await none.Header(CancellationToken.None));
        Assert.Equal(0, _made);
    }

    [Fact]
    public async Task The_token_is_renewed_five_minutes_before_its_end_while_the_old_one_serves()
    {
        await Header();
        _clock.Advance(TimeSpan.FromMinutes(54.9));
        Assert.Equal("Bearer t1", await Header());
        Assert.Equal(1, _asked);

        var renewal = new TaskCompletionSource<AccessToken>();
        _azure.Setup(azure => azure.GetTokenAsync(It.IsAny<TokenRequestContext>(), It.IsAny<CancellationToken>())).Returns(() => Count(renewal));
        _clock.Advance(TimeSpan.FromMinutes(0.2));

        Assert.Equal("Bearer t1", await Header());
        Assert.Equal("Bearer t1", await Header());
        Assert.Equal(2, _asked);
        renewal.SetResult(new AccessToken("new", _clock.GetUtcNow().AddHours(1)));
        Assert.Equal("Bearer new", await Header());
    }

    [Fact]
    public async Task Many_who_wait_ask_once()
    {
        var answer = new TaskCompletionSource<AccessToken>();
        _azure.Setup(azure => azure.GetTokenAsync(It.IsAny<TokenRequestContext>(), It.IsAny<CancellationToken>())).Returns(() => Count(answer));

        var waiting = Enumerable.Range(0, 50).Select(_ => Task.Run(Header)).ToArray();
        answer.SetResult(new AccessToken("t", _clock.GetUtcNow().AddHours(1)));

        Assert.All(await Task.WhenAll(waiting), header => Assert.Equal("Bearer t", header));
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task Whoever_stops_waiting_takes_the_token_from_nobody()
    {
        var answer = new TaskCompletionSource<AccessToken>();
        _azure.Setup(azure => azure.GetTokenAsync(It.IsAny<TokenRequestContext>(), It.IsAny<CancellationToken>())).Returns(() => Count(answer));
        using var cancel = new CancellationTokenSource();
        var leaving = _credential.Header(cancel.Token).AsTask();
        var staying = Header();

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        answer.SetResult(new AccessToken("t", _clock.GetUtcNow().AddHours(1)));

        Assert.Equal("Bearer t", await staying);
    }

    [Fact]
    public async Task A_refused_token_is_dropped_with_the_credential_that_keeps_it()
    {
        var refused = await Header();

        Assert.True(_credential.Drop(refused));
        Assert.Equal("Bearer t2", await Header());
        Assert.Equal((2, 2), (_made, _asked));
    }

    [Fact]
    public async Task An_old_token_drops_no_new_one()
    {
        var refused = await Header();
        _credential.Drop(refused);
        await Header();

        Assert.True(_credential.Drop(refused));
        Assert.Equal("Bearer t2", await Header());
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task A_failure_names_its_number_and_is_not_asked_for_again_at_once()
    {
        _azure.Setup(azure => azure.GetTokenAsync(It.IsAny<TokenRequestContext>(), It.IsAny<CancellationToken>()))
            .Returns(() => throw new InvalidOperationException($"{++_asked}: AADSTS700016: Application with identifier was not found in the directory 'Bot Framework'."));

        for (var i = 0; i < 3; i++)
        {
            var fault = await Assert.ThrowsAsync<ConnectorException>(Header);
            Assert.Equal((Delivery.Unavailable, "AADSTS700016"), (fault.Delivery, fault.Code));
        }

        Assert.Equal(1, _asked);
        _clock.Advance(TimeSpan.FromSeconds(6));
        await Assert.ThrowsAsync<ConnectorException>(Header);
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task A_failed_renewal_harms_nobody_while_the_token_is_good()
    {
        await Header();
        _azure.Setup(azure => azure.GetTokenAsync(It.IsAny<TokenRequestContext>(), It.IsAny<CancellationToken>())).Throws(new InvalidOperationException("down"));

        _clock.Advance(TimeSpan.FromMinutes(58));
        Assert.Equal("Bearer t1", await Header());
        _clock.Advance(TimeSpan.FromMinutes(3));
        await Assert.ThrowsAsync<ConnectorException>(Header);
    }

    [Theory]
    [InlineData("AADSTS700016", "Connector:TenantId")]
    [InlineData("AADSTS7000229", "service principal")]
    [InlineData("AADSTS7000222", "expired")]
    [InlineData(null, "Connector")]
    [InlineData("AADSTS1", "Connector")]
    public void An_operator_is_told_what_to_do(string? code, string hint) => Assert.Contains(hint, TokenHints.For(code), StringComparison.Ordinal);

    private ValueTask<AccessToken> Count(TaskCompletionSource<AccessToken> answer)
    {
        Interlocked.Increment(ref _asked);
        return new(answer.Task);
    }

    private async Task<string?> Header() => await _credential.Header(CancellationToken.None);

    private BotCredential Of(ConnectorOptions options) => new(options, Make, _clock, NullLogger<BotCredential>.Instance);

    private TokenCredential Make(ConnectorOptions options)
    {
        _made++;
        return _azure.Object;
    }
}
