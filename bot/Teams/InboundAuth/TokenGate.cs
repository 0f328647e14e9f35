using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChiBoBot.Teams.InboundAuth;

/// <summary>Looks at the token before anything else is read: denied unless every check passes, the cheap ones before any key is fetched.</summary>
internal sealed class TokenGate(IOptions<TeamsOptions> options, SigningKeys keys, TimeProvider clock, ILogger<TokenGate> log)
{
    private const string Scheme = "Bearer ";
    private const int LongestToken = 16 * 1024;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly RememberedTokens _remembered = new(options.Value.RememberedTokens);

    /// <summary>Whether tokens can be judged, or needn't be.</summary>
    public bool KeysKnown => keys.Known || options.Value.DangerouslyAllowUnauthenticatedRequests;

    /// <summary>Who holds the token, or why it is refused.</summary>
    public async ValueTask<(Caller? Caller, Refusal? Refusal)> Check(StringValues authorization)
    {
        if (authorization.Count != 1 || TokenIn(authorization[0]) is not { IsEmpty: false } token)
        {
            return Refused(Refusal.NoToken);
        }

        var fingerprint = Fingerprint.Of(token.Span);
        if (keys.Known && _remembered.Find(fingerprint, await keys.Get(), clock.GetUtcNow()) is { } known)
        {
            return (known, null);
        }

        var (caller, refusal) = await Validate(token.ToString());
        if (caller is not null)
        {
            _remembered.Put(fingerprint, caller, clock.GetUtcNow());
        }

        return (caller, refusal);
    }

    /// <summary>Reads a token that nobody signed and finds it so: all that this takes is loaded when the first real one comes.</summary>
    public Task Rehearse()
    {
        var token = new JsonWebToken(string.Join('.',
            Base64UrlEncoder.Encode("""{"alg":"RS256","kid":"-"}"""),
            Base64UrlEncoder.Encode("""{"serviceurl":"-"}"""),
            Base64UrlEncoder.Encode(new byte[KeySet.LeastModulusBytes])));
        var modulus = new byte[KeySet.LeastModulusBytes];
        Array.Fill(modulus, byte.MaxValue);
        var key = new RsaSecurityKey(new RSAParameters { Modulus = modulus, Exponent = [1, 0, 1] }) { KeyId = token.Kid };
        return IsSigned(Claims.Of(token), new SigningKey(key, []));
    }

    private static ReadOnlyMemory<char> TokenIn(string? header) =>
        header is not null
        && header.Length <= LongestToken
        && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && !header.AsSpan(Scheme.Length).ContainsAny(' ', ',', '\t')
            ? header.AsMemory(Scheme.Length)
            : default;

    private async Task<(Caller? Caller, Refusal? Refusal)> Validate(string encoded)
    {
        if (Read(encoded) is not { } token)
        {
            return Refused(Refusal.NotAToken);
        }

        if (token.Algorithm != SecurityAlgorithms.RsaSha256)
        {
            return Refused(Refusal.Algorithm, token);
        }

        if (token.Issuer != options.Value.Issuer)
        {
            return Refused(Refusal.Issuer, token);
        }

        if (!token.Audiences.Contains(options.Value.AppId, StringComparer.OrdinalIgnoreCase))
        {
            return Refused(Refusal.Audience, token);
        }

        var now = clock.GetUtcNow();
        if (token.Expires is not { } expires || now - Skew >= expires || now + Skew < token.NotBefore)
        {
            return Refused(Refusal.Lifetime, token);
        }

        if (token.KeyId is not { Length: > 0 } keyId)
        {
            return Refused(Refusal.UnknownKey, token);
        }

        if (await keys.Get(keyId) is not { } set)
        {
            return Refused(Refusal.NoKeys, token);
        }

        if (set.Find(keyId) is not { } key)
        {
            return Refused(Refusal.UnknownKey, token);
        }

        return await IsSigned(token, key)
            ? (new Caller(token.Service, key.Endorsements, expires, set), null)
            : Refused(Refusal.Signature, token);
    }

    /// <summary>What is left when the claims have been checked: the signature, by this one key and no other algorithm.</summary>
    private async Task<bool> IsSigned(Claims token, SigningKey key)
    {
        var result = await _handler.ValidateTokenAsync(token.Token, new TokenValidationParameters
        {
            IssuerSigningKey = key.Key,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireSignedTokens = true,
            TryAllIssuerSigningKeys = false,
            ValidIssuer = options.Value.Issuer,
            ValidAudiences = token.Audiences,

            // The library would ask the machine's clock; Validate has asked ours.
            LifetimeValidator = static (_, _, _, _) => true,
        });
        return result.IsValid;
    }

    private (Caller?, Refusal) Refused(Refusal refusal, Claims? token = null)
    {
        log.TokenRefused(refusal.Reason, Printable.Of(token?.Issuer), Printable.Of(token?.Audiences is [var first, ..] ? first : null), Printable.Of(token?.KeyId));
        return (null, refusal);
    }

    private static Claims? Read(string encoded)
    {
        try
        {
            return Claims.Of(new JsonWebToken(encoded));
        }
        catch (Exception)
        {
            // Whatever the library makes of a stranger's bytes, they are no token.
            return null;
        }
    }

    /// <summary>The claims that count, taken out once.</summary>
    private sealed record Claims(
        JsonWebToken Token,
        string Algorithm,
        string Issuer,
        IReadOnlyList<string> Audiences,
        string? KeyId,
        DateTimeOffset? Expires,
        DateTimeOffset NotBefore,
        Uri? Service)
    {
        public static Claims Of(JsonWebToken token) => new(
            token,
            token.Alg,
            token.Issuer,
            [.. token.Audiences],
            token.Kid,
            token.ValidTo == DateTime.MinValue ? null : new DateTimeOffset(token.ValidTo, TimeSpan.Zero),
            new DateTimeOffset(token.ValidFrom, TimeSpan.Zero),
            token.TryGetPayloadValue<string>("serviceurl", out var service) && Uri.TryCreate(service, UriKind.Absolute, out var address) ? address : null);
    }
}
