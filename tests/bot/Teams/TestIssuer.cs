using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ChiBoBot.Tests.Teams;

/// <summary>A token issuer of our own: keys, metadata and key set behind an HTTP handler, and tokens of every kind, good and bad.</summary>
internal sealed class TestIssuer(TimeProvider clock) : HttpMessageHandler
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Issuer = "https://api.botframework.com";
    public const string Service = "https://smba.trafficmanager.net/apac/";

    public static readonly RSA FirstKey = RSA.Create(2048);
    public static readonly RSA SecondKey = RSA.Create(2048);
    private static readonly RSA WeakKey = RSA.Create(1024);

    private readonly Dictionary<string, (RSA Key, string[]? Endorsements)> _published = new() { ["first"] = (FirstKey, ["msteams", "webchat"]) };

    /// <summary>How often the key set was asked for.</summary>
    public int Fetches { get; private set; }

    /// <summary>How often anything was asked for.</summary>
    public int Requests { get; private set; }

    /// <summary>Answers with this status instead.</summary>
    public HttpStatusCode? Fails { get; set; }

    /// <summary>What the key set says instead.</summary>
    public string? Document { get; set; }

    /// <summary>The key set is held back until this is done.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public void Publish(string id, RSA key, params string[]? endorsements) => _published[id] = (key, endorsements);

    public void PublishWeak(string id) => Publish(id, WeakKey, "msteams");

    public void Withdraw(string id) => _published.Remove(id);

    /// <summary>A good token; <paramref name="change"/> makes it another.</summary>
    public string Token(string keyId = "first", RSA? key = null, Action<JsonObject, JsonObject>? change = null)
    {
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = keyId, ["x5t"] = keyId };
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var payload = new JsonObject
        {
            ["serviceurl"] = Service,
            ["nbf"] = now - 60,
            ["exp"] = now + 3600,
            ["iss"] = Issuer,
            ["aud"] = AppId,
        };
        change?.Invoke(header, payload);
        return Sign(header.ToJsonString(), payload.ToJsonString(), key ?? FirstKey);
    }

    public static string Sign(string header, string payload, RSA key) =>
        Signed(header, payload, bytes => key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public static string Signed(string header, string payload, Func<byte[], byte[]> sign)
    {
        var text = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header)) + "." + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload));
        return text + "." + Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(text)));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        if (request.RequestUri!.AbsolutePath.EndsWith("openidconfiguration", StringComparison.Ordinal))
        {
            return Reply("""{"issuer":"https://api.botframework.com","jwks_uri":"https://login.botframework.com/v1/.well-known/keys"}""");
        }

        Fetches++;
        var document = Document ?? KeySet();
        await Gate;
        return Reply(document);
    }

    private HttpResponseMessage Reply(string text) => Fails is { } status
        ? new HttpResponseMessage(status)
        : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(text, Encoding.UTF8, "application/json") };

    private string KeySet()
    {
        var keys = new JsonArray();
        foreach (var (id, (key, endorsements)) in _published)
        {
            var parameters = key.ExportParameters(includePrivateParameters: false);
            var entry = new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = id,
                ["n"] = Base64Url.EncodeToString(parameters.Modulus),
                ["e"] = Base64Url.EncodeToString(parameters.Exponent),
            };
            if (endorsements is not null)
            {
                entry["endorsements"] = new JsonArray([.. endorsements.Select(channel => JsonValue.Create(channel))]);
            }

            keys.Add((JsonNode)entry);
        }

        return new JsonObject { ["keys"] = keys }.ToJsonString();
    }
}
