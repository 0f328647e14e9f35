using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.IdentityModel.Tokens;

namespace ChiBoBot.Teams.InboundAuth;

/// <summary>The keys that the issuer signed with at one moment.</summary>
internal sealed class KeySet(DateTimeOffset fetchedAt, IReadOnlyDictionary<string, SigningKey> keys)
{
    public const int LeastModulusBytes = 256;

    public DateTimeOffset FetchedAt { get; } = fetchedAt;

    public int Count => keys.Count;

    public SigningKey? Find(string id) => keys.GetValueOrDefault(id);

    /// <summary>Reads a JWKS document. What is no RSA signature key of at least 2,048 bits with an id is left out.</summary>
    public static KeySet Read(ReadOnlySpan<byte> jwks, DateTimeOffset now)
    {
        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var key in JsonSerializer.Deserialize(jwks, KeysJson.Default.KeysDocument)?.Keys ?? [])
        {
            if (key is { Kty: "RSA", Use: null or "sig", Kid: { Length: > 0 } id, N: { } modulus, E: { } exponent }
                && Decode(modulus) is { Length: >= LeastModulusBytes } n
                && Decode(exponent) is { Length: > 0 } e)
            {
                keys[id] = new SigningKey(new RsaSecurityKey(new RSAParameters { Modulus = n, Exponent = e }) { KeyId = id }, key.Endorsements ?? []);
            }
        }

        return new KeySet(now, keys);
    }

    private static byte[]? Decode(string base64Url)
    {
        try
        {
            return Base64UrlEncoder.DecodeBytes(base64Url);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

/// <summary>One of the issuer's keys and the channels that it speaks for.</summary>
internal sealed record SigningKey(RsaSecurityKey Key, IReadOnlyList<string> Endorsements);

/// <summary>The issuer's metadata; only where the keys are is of interest.</summary>
internal sealed record IssuerMetadata([property: JsonPropertyName("jwks_uri")] string? JwksUri);

internal sealed record KeysDocument(IReadOnlyList<KeyDocument?>? Keys);

internal sealed record KeyDocument(string? Kty, string? Use, string? Kid, string? N, string? E, IReadOnlyList<string>? Endorsements);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IssuerMetadata))]
[JsonSerializable(typeof(KeysDocument))]
internal sealed partial class KeysJson : JsonSerializerContext;
