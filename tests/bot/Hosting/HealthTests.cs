using Azure;
using ChiBoBot.Commands;
using ChiBoBot.Hosting;
using ChiBoBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Moq;

namespace ChiBoBot.Tests.Hosting;

/// <summary>A watchdog is told whether the bot lives, and what it waits for while it can't work.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task While_the_storage_does_not_answer_it_lives_but_is_not_ready()
    {
        var tables = new Mock<ITables>();
        tables.Setup(broken => broken.Check(It.IsAny<CancellationToken>())).ThrowsAsync(new RequestFailedException("no route"));
        await using var app = DemoStart.WithoutTeams(
            new Dictionary<string, string?> { ["urls"] = "http://127.0.0.1:0" },
            services => services.Replace(ServiceDescriptor.Singleton(tables.Object)));

        Assert.Equal("200 alive | 503 the storage does not answer", await Asked(app));
    }

    [Fact]
    public async Task A_storage_that_blocks_is_asked_once_however_many_ask_and_again_when_it_has_answered()
    {
        using var blocks = new ManualResetEventSlim();
        var clock = new FakeClock();
        var asked = 0;
        var tables = new Mock<ITables>();
        tables.Setup(blocked => blocked.Check(It.IsAny<CancellationToken>())).Returns(() =>
        {
            Interlocked.Increment(ref asked);
            blocks.Wait();
            return Task.CompletedTask;
        });
        await using var app = DemoStart.WithoutTeams(
            new Dictionary<string, string?> { ["urls"] = "http://127.0.0.1:0" },
            services => services.Replace(ServiceDescriptor.Singleton(tables.Object)).Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)).RemoveWorkers());
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        for (var i = 0; i < 3; i++)
        {
            var answer = Said(http, "/readyz");
            while (!answer.IsCompleted)
            {
                clock.Advance(TimeSpan.FromSeconds(5));
                await Task.Yield();
            }

            Assert.Equal("503 the storage does not answer", await answer);
        }

        Assert.Equal(1, asked);
        blocks.Set();
        Assert.Equal("200 ready", await Said(http, "/readyz"));
    }

    [Fact]
    public async Task While_the_issuers_keys_are_not_known_it_is_not_ready()
    {
        await using var app = BotHost.Build(
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
                {
                    ["urls"] = "http://127.0.0.1:0",
                    ["Teams:AppId"] = "7b1e2d3c-4a5f-4e6b-8c9d-0a1b2c3d4e5f",
                    ["Teams:TenantIds:0"] = "6f1a2b3c-0000-4000-8000-000000000001",
                    ["Teams:MetadataAddress"] = "http://127.0.0.1:9/nobody",
                    ["Connector:Credential"] = "ClientSecret",
                    ["Connector:TenantId"] = "6f1a2b3c-0000-4000-8000-000000000001",
                    ["Connector:ClientSecret"] = "s",
                });
                builder.Services.AddSingleton(Mock.Of<ITables>());
            },
            "Production");

        Assert.Equal("200 alive | 503 the token issuer's keys are not known yet", await Asked(app));
    }

    private static async Task<string> Asked(WebApplication app)
    {
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        return $"{await Said(http, "/healthz")} | {await Said(http, "/readyz")}";
    }

    private static async Task<string> Said(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return $"{(int)answer.StatusCode} {(await answer.Content.ReadAsStringAsync()).TrimEnd()}";
    }
}
