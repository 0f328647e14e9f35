using Azure.Core;

namespace ChiBoBot.Teams.Outbound;

/// <summary>The bot's token, as the header's value: kept while it is good, renewed by one request however many wait for it.</summary>
internal sealed class BotCredential(
    ConnectorOptions options, Func<ConnectorOptions, TokenCredential> make, TimeProvider clock, ILogger<BotCredential> log)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>After a failure nobody asks again for so long, however many messages wait to go out.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>A connector that refuses even fresh tokens isn't helped by a new one for every message.</summary>
    private static readonly TimeSpan BetweenDrops = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private Held? _held;
    private Task<Held>? _fetch;
    private TokenCredential? _credential;
    private DateTimeOffset _askAgainAt = DateTimeOffset.MinValue;
    private DateTimeOffset _dropAgainAt = DateTimeOffset.MinValue;

    /// <summary>What the header <c>Authorization</c> says; null where the bot has no credential (the Playground).</summary>
    public ValueTask<string?> Header(CancellationToken cancel)
    {
        if (options.Credential == CredentialKind.None)
        {
            return default;
        }

        var now = clock.GetUtcNow();
        var held = Volatile.Read(ref _held);
        if (held is not null && now < held.RenewAt)
        {
            return new(held.Header);
        }

        var fetch = Fetch(now);
        return held is not null && now < held.ExpiresAt ? new(held.Header) : Await(fetch, cancel);
    }

    /// <summary>Forgets a token that the connector refused.</summary>
    /// <returns>Whether another one may be tried.</returns>
    public bool Drop(string? header)
    {
        if (header is null)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        lock (_gate)
        {
            if (!ReferenceEquals(_held?.Header, header))
            {
                return true;
            }

            if (now < _dropAgainAt)
            {
                return false;
            }

            _dropAgainAt = now + BetweenDrops;
            _held = null;

            // The credential keeps the token too; a new one has to ask.
            _credential = null;
            return true;
        }
    }

    private static async ValueTask<string?> Await(Task<Held> fetch, CancellationToken cancel) => (await fetch.WaitAsync(cancel)).Header;

    private Task<Held> Fetch(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_held is { } held && now < held.RenewAt)
            {
                // Renewed by another while this one came here.
                return Task.FromResult(held);
            }

            if (_fetch is null || _fetch.IsCompletedSuccessfully || (_fetch.IsCompleted && now >= _askAgainAt))
            {
                _fetch = Ask();

                // Nobody may be waiting: while the old token is good, a failure is only logged.
                _ = _fetch.ContinueWith(
                    static failed => _ = failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            }

            return _fetch;
        }
    }

    private async Task<Held> Ask()
    {
        try
        {
            using var limit = new CancellationTokenSource(Patience, clock);
            var credential = _credential ??= make(options);
            var token = await credential.GetTokenAsync(new TokenRequestContext([options.Scope]), limit.Token);
            var now = clock.GetUtcNow();
            var life = token.ExpiresOn - now;
            var held = new Held("Bearer " + token.Token, token.ExpiresOn - (life > Ahead * 2 ? Ahead : life / 2), token.ExpiresOn);
            lock (_gate)
            {
                _held = held;
            }

            return held;
        }
        catch (Exception fault)
        {
            lock (_gate)
            {
                _askAgainAt = clock.GetUtcNow() + Pause;
            }

            var code = TokenHints.Code(fault.ToString());
            log.NoToken(fault, options.Credential, options.ClientId, options.TenantId, code, TokenHints.For(code));
            throw new ConnectorException(Delivery.Unavailable, null, code ?? "NoToken", fault);
        }
    }

    private sealed record Held(string Header, DateTimeOffset RenewAt, DateTimeOffset ExpiresAt);
}
