using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace ChiBoBot.Bench;

/// <summary>A token issuer of the bench's own, so that the bot's real checks run: metadata, keys and a signed token.</summary>
internal sealed class Issuer : IDisposable
{
    public const string AppId = "6a1f6c1e-0f5b-4c53-9d6f-2f6a4f2f8f11";
    public const string Name = "https://issuer.bench.example";

    private readonly RSA _key = RSA.Create(2048);
    private readonly HttpListener _listener = new();

    public Issuer(int port)
    {
        Address = new Uri($"http://127.0.0.1:{port}/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = Serve();
    }

    public Uri Address { get; }

    public Uri Metadata => new(Address, "metadata");

    /// <summary>The value of an Authorization header, good for an hour.</summary>
    public string Authorization(string serviceUrl, DateTimeOffset now)
    {
        var header = Encode("""{"typ":"JWT","alg":"RS256","kid":"bench"}""");
        var from = now.ToUnixTimeSeconds();
        var payload = Encode(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"serviceurl":"{{serviceUrl}}","nbf":{{from - 60}},"exp":{{from + 3600}},"iss":"{{Name}}","aud":"{{AppId}}"}"""));
        var signature = _key.SignData(Encoding.ASCII.GetBytes($"{header}.{payload}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"Bearer {header}.{payload}.{Encode(signature)}";
    }

    public void Dispose()
    {
        _listener.Close();
        _key.Dispose();
    }

    private static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private async Task Serve()
    {
        var key = _key.ExportParameters(false);
        var keys = $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"bench","n":"{{Encode(key.Modulus!)}}","e":"{{Encode(key.Exponent!)}}","endorsements":["msteams"]}]}""";
        var metadata = $$"""{"issuer":"{{Name}}","jwks_uri":"{{Address}}keys","id_token_signing_alg_values_supported":["RS256"]}""";
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                var body = Encoding.UTF8.GetBytes(context.Request.Url!.AbsolutePath == "/keys" ? keys : metadata);
                context.Response.ContentType = "application/json";
                await context.Response.OutputStream.WriteAsync(body);
                context.Response.Close();
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The bench is over.
        }
    }
}
