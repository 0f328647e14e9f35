using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChiBoBot.Conformance;

public class PublishedBotTests(PublishedBot published) : IClassFixture<PublishedBot>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task It_serves_as_an_unprivileged_user_from_a_tree_it_cannot_write_to()
    {
        await using var issuer = await Issuer.Start();
        var address = new Uri($"http://127.0.0.1:{Ports.Next()}");
        using var bot = published.Start(
            new Dictionary<string, string>
            {
                ["ASPNETCORE_URLS"] = address.OriginalString,
                ["Teams__AppId"] = "7b1e2d3c-4a5f-4e6b-8c9d-0a1b2c3d4e5f",
                ["Teams__TenantIds__0"] = "6f1a2b3c-0000-4000-8000-000000000001",
                ["Teams__MetadataAddress"] = issuer.Metadata.AbsoluteUri,
                ["Connector__Credential"] = "ClientSecret",
                ["Connector__TenantId"] = "6f1a2b3c-0000-4000-8000-000000000001",
                ["Connector__ClientSecret"] = "not a secret",
                ["Storage__Path"] = Path.Combine(published.Data, "chibobot.db"),
            },
            "serve");
        var said = Task.WhenAll(bot.StandardOutput.ReadToEndAsync(), bot.StandardError.ReadToEndAsync());

        try
        {
            Assert.Equal(HttpStatusCode.OK, await Answer(new Uri(address, "/healthz"), bot, said));
            Assert.Equal(HttpStatusCode.OK, await Answer(new Uri(address, "/readyz"), bot, said));
            Assert.True(File.Exists(Path.Combine(published.Data, "chibobot.db")));
            using var asked = published.Start(new Dictionary<string, string>(), "health", new Uri(address, "/healthz").AbsoluteUri);
            await asked.WaitForExitAsync();
            Assert.Equal(0, asked.ExitCode);
        }
        finally
        {
            await PublishedBot.Terminate(bot);
        }

        Assert.Equal(0, bot.ExitCode);
    }

    [Fact]
    public async Task Its_turns_reach_the_collector_that_the_standard_variable_names()
    {
        await using var collector = await Collector.Start();
        var address = new Uri($"http://127.0.0.1:{Ports.Next()}");
        using var bot = published.Start(
            new Dictionary<string, string>
            {
                ["ASPNETCORE_URLS"] = address.OriginalString,
                ["DOTNET_ENVIRONMENT"] = "Development",
                ["Teams__AppId"] = "7b1e2d3c-4a5f-4e6b-8c9d-0a1b2c3d4e5f",
                ["Teams__DangerouslyAllowUnauthenticatedRequests"] = "true",
                ["Connector__Credential"] = "None",
                ["Storage__Path"] = Path.Combine(published.Data, "traced.db"),
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address.OriginalString,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            },
            "serve");
        var said = Task.WhenAll(bot.StandardOutput.ReadToEndAsync(), bot.StandardError.ReadToEndAsync());

        try
        {
            Assert.Equal(HttpStatusCode.OK, await Answer(new Uri(address, "/readyz"), bot, said));
            using var http = new HttpClient();
            using var typing = new StringContent(
                """{"type":"typing","id":"1","serviceUrl":"http://localhost:1/","channelId":"msteams","from":{"id":"29:1"},"conversation":{"conversationType":"personal","tenantId":"6f1a2b3c-0000-4000-8000-000000000001","id":"a:1"},"recipient":{"id":"28:7b1e2d3c-4a5f-4e6b-8c9d-0a1b2c3d4e5f"}}""",
                System.Text.Encoding.UTF8,
                "application/json");
            using var answer = await http.PostAsync(new Uri(address, "/api/messages"), typing);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        finally
        {
            await PublishedBot.Terminate(bot);
        }

        // What was gathered goes out at the end at the latest; strings stand in the protocol as they are.
        Assert.Contains("Other", collector.Received["/v1/traces"], StringComparison.Ordinal);
        Assert.Contains("chibobot.turns", collector.Received["/v1/metrics"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dead_bot_is_not_healthy()
    {
        using var asked = published.Start(new Dictionary<string, string>(), "health", $"http://127.0.0.1:{Ports.Next()}/healthz");
        await asked.WaitForExitAsync();

        Assert.Equal(1, asked.ExitCode);
    }

    /// <summary>The first 200, or what was answered last when patience ends.</summary>
    private static async Task<HttpStatusCode> Answer(Uri address, System.Diagnostics.Process bot, Task<string[]> said)
    {
        using var http = new HttpClient();
        using var limit = new CancellationTokenSource(Patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var last = HttpStatusCode.ServiceUnavailable;
        while (last != HttpStatusCode.OK)
        {
            Assert.False(bot.HasExited, bot.HasExited ? string.Concat(await said) : "");
            try
            {
                using var answer = await http.GetAsync(address, limit.Token);
                last = answer.StatusCode;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            if (limit.IsCancellationRequested || !await tick.WaitForNextTickAsync(CancellationToken.None))
            {
                break;
            }
        }

        return last;
    }

    /// <summary>Takes what an OpenTelemetry collector would, and keeps it by path.</summary>
    private sealed class Collector(WebApplication app) : IAsyncDisposable
    {
        public Uri Address => new(app.Urls.Single());

        public ConcurrentDictionary<string, string> Received { get; } = new();

        public static async Task<Collector> Start()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            var collector = new Collector(app);
            app.MapPost("/v1/{signal}", async (HttpRequest request) =>
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body);
                var text = System.Text.Encoding.Latin1.GetString(body.ToArray());
                collector.Received.AddOrUpdate(request.Path, text, (_, before) => before + text);
            });
            await app.StartAsync();
            return collector;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }

    /// <summary>Publishes one key, as Teams' issuer does.</summary>
    private sealed class Issuer(WebApplication app) : IAsyncDisposable
    {
        public Uri Metadata => new(new Uri(app.Urls.Single()), "/.well-known/openidconfiguration");

        public static async Task<Issuer> Start()
        {
            using var key = RSA.Create(2048);
            var (modulus, exponent) = (key.ExportParameters(false).Modulus, key.ExportParameters(false).Exponent);
            var keys = $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"k1","x5t":"k1","n":"{{Text(modulus)}}","e":"{{Text(exponent)}}","endorsements":["msteams"]}]}""";
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            app.MapGet("/.well-known/openidconfiguration", (HttpRequest request) => Results.Text(
                $$"""{"issuer":"https://api.botframework.com","jwks_uri":"http://{{request.Host}}/keys","id_token_signing_alg_values_supported":["RS256"]}""", "application/json"));
            app.MapGet("/keys", () => Results.Text(keys, "application/json"));
            await app.StartAsync();
            return new(app);
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private static string Text(byte[]? bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
    }
}
