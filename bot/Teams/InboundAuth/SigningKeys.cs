using System.Text.Json;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Teams.InboundAuth;

/// <summary>
/// The issuer's keys, fetched when they are needed: kept for a day, asked for anew at most once an hour because of a key that
/// nobody knows (anybody can invent one), and kept further where the issuer cannot be reached. A failure is never remembered as an answer.
/// </summary>
internal sealed class SigningKeys(IssuerHttp issuer, IOptions<TeamsOptions> options, TimeProvider clock, ILogger<SigningKeys> log)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan BetweenUnknownKeys = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private volatile KeySet? _current;
    private Task _running = Task.CompletedTask;
    private DateTimeOffset _askedForUnknownAt = DateTimeOffset.MinValue;
    private DateTimeOffset _failedAt = DateTimeOffset.MinValue;

    public bool Known => _current is not null;

    /// <summary>The keys, at most a day old if the issuer can be reached; null where they were never fetched.</summary>
    /// <param name="keyId">A key that is looked for: if it is unknown, the issuer is asked, within limits.</param>
    public ValueTask<KeySet?> Get(string? keyId = null)
    {
        var set = _current;
        return set is not null && clock.GetUtcNow() - set.FetchedAt < Lifetime && (keyId is null || set.Find(keyId) is not null)
            ? new(set)
            : new(Fresh());

        async Task<KeySet?> Fresh()
        {
            await Refresh(keyId);
            return _current;
        }
    }

    /// <summary>Fetches the keys where they are not known; joins in where that is under way.</summary>
    public Task Warm() => Known ? Task.CompletedTask : Refresh(null);

    private Task Refresh(string? keyId)
    {
        lock (_gate)
        {
            if (_running.IsCompleted && IsDue(keyId, clock.GetUtcNow()))
            {
                // On another thread: nothing is sent from within the lock.
                _running = Task.Run(Fetch);
            }

            return _running;
        }
    }

    private bool IsDue(string? keyId, DateTimeOffset now)
    {
        if (options.Value.DangerouslyAllowUnauthenticatedRequests)
        {
            return false;
        }

        if (_current is not { } set)
        {
            return true;
        }

        if (now - _failedAt < AfterFailure)
        {
            return false;
        }

        if (now - set.FetchedAt >= Lifetime)
        {
            return true;
        }

        if (keyId is null || set.Find(keyId) is not null || now - _askedForUnknownAt < BetweenUnknownKeys)
        {
            return false;
        }

        _askedForUnknownAt = now;
        return true;
    }

    private async Task Fetch()
    {
        try
        {
            using var document = new MemoryStream();
            await issuer.Read(options.Value.MetadataAddress, document);
            var metadata = JsonSerializer.Deserialize(document.GetBuffer().AsSpan(0, (int)document.Length), KeysJson.Default.IssuerMetadata);
            if (!Uri.TryCreate(metadata?.JwksUri, UriKind.Absolute, out var address) || !TeamsOptions.IsHttps(address))
            {
                throw new JsonException("The issuer's metadata names no https address of its keys.");
            }

            document.SetLength(0);
            await issuer.Read(address, document);
            var set = KeySet.Read(document.GetBuffer().AsSpan(0, (int)document.Length), clock.GetUtcNow());
            if (set.Count == 0)
            {
                throw new JsonException("The issuer's key set has no usable key.");
            }

            _current = set;
            log.KeysFetched(set.Count);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or OperationCanceledException or IOException)
        {
            lock (_gate)
            {
                _failedAt = clock.GetUtcNow();
                _askedForUnknownAt = DateTimeOffset.MinValue;
            }

            log.KeysNotFetched(failure, Known);
        }
    }
}
