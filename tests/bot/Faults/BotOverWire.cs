using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Core;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;
using ChiBoBot.Hosting;
using ChiBoBot.Storage;
using ChiBoBot.Teams.InboundAuth;
using ChiBoBot.Teams.Outbound;
using ChiBoBot.Tests.Storage;
using ChiBoBot.Tests.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace ChiBoBot.Tests.Faults;

/// <summary>The whole bot over real connections, with its checks on and the sample cell in a file; Teams' connector beside it fails as it is told.</summary>
internal sealed class BotOverWire : IAsyncDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly FakeClock _clock = new();
    private readonly ConcurrentQueue<Fault> _faults = [];
    private readonly ConcurrentQueue<string> _replies = [];
    private readonly HttpClient _client = new();
    private readonly WebApplication _connector;
    private readonly WebApplication _bot;
    private WebApplication? _other;
    private readonly TestIssuer _issuer;
    private int _messages;

    private BotOverWire()
    {
        _issuer = new(_clock);
        _connector = Connector();
        _connector.StartAsync().GetAwaiter().GetResult();
        _bot = Bot();
    }

    /// <summary>Where the bot is to answer to.</summary>
    public string Service => _connector.Urls.Single() + "/";

    public IServiceProvider Services => _bot.Services;

    /// <summary>All rows that are stored, in their order, without what is due by itself and without the index of calendars, which is worth nothing beside a cell's own row.</summary>
    public IReadOnlyList<string> Rows
    {
        get
        {
            using var file = new SqliteConnection($"Data Source={_folder.File("chibobot.db")};Mode=ReadOnly;Pooling=False");
            file.Open();
            using var command = file.CreateCommand();
            command.CommandText = "SELECT tbl || ' ' || pk || ' ' || rk || ' ' || hex(json) FROM stored WHERE tbl <> 'Due' AND rk NOT LIKE 'outcome|%' AND pk NOT LIKE 'c|%' ORDER BY tbl, pk, rk";
            using var rows = command.ExecuteReader();
            var found = new List<string>();
            while (rows.Read())
            {
                found.Add(rows.GetString(0));
            }

            return found;
        }
    }

    /// <summary>A message of the secretary's own chat; each has an id of its own.</summary>
    public string Message => $$$"""
        {"type":"message","id":"{{{++_messages}}}","timestamp":"2026-11-22T01:00:00Z","serviceUrl":"{{{Service}}}","channelId":"msteams","from":{"id":"29:1XJ","name":"Phan Thế Khải","aadObjectId":"{{{SampleCells.SecretaryObjectId}}}"},"conversation":{"conversationType":"personal","tenantId":"{{{SampleCells.TenantId}}}","id":"a:17I0kl9"},"recipient":{"id":"28:{{{TestIssuer.AppId}}}","name":"ChiBoBot"},"text":"chỉ tiêu nào chưa đạt?","channelData":{"tenant":{"id":"{{{SampleCells.TenantId}}}"} } }
        """;

    /// <summary>The same question by a card's button.</summary>
    public string Press => Changed(activity =>
    {
        (activity["type"], activity["name"], activity["replyToId"]) = ("invoke", "adaptiveCard/action", "1");
        activity.Remove("text");
        activity["value"] = JsonNode.Parse("""{"action":{"type":"Action.Execute","verb":"help.ask","data":{"text":"chỉ tiêu nào chưa đạt?"} },"trigger":"manual"}""");
    });

    /// <summary>A press of some button of the secretary's own chat.</summary>
    /// <param name="data">What the button carries, as JSON.</param>
    public string PressOf(string verb, string data) => Changed(activity =>
    {
        (activity["type"], activity["name"], activity["replyToId"]) = ("invoke", "adaptiveCard/action", "1");
        activity.Remove("text");
        activity["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = JsonNode.Parse(data) }, ["trigger"] = "manual" };
    });

    /// <summary>And by a button of the older kind.</summary>
    public string Submit => Changed(activity =>
    {
        activity.Remove("text");
        activity["replyToId"] = "1";
        activity["value"] = JsonNode.Parse("""{"verb":"help.ask","text":"chỉ tiêu nào chưa đạt?"}""");
    });

    /// <summary>A call for help in a group.</summary>
    public string InGroup => Changed(activity =>
    {
        activity["conversation"] = JsonNode.Parse($$"""{"isGroup":true,"conversationType":"groupChat","tenantId":"{{SampleCells.TenantId}}","id":"19:nhom@thread.v2"}""");
        activity["text"] = "<at>ChiBoBot</at> trợ giúp";
        activity["entities"] = JsonNode.Parse($$"""[{"type":"mention","mentioned":{"id":"28:{{TestIssuer.AppId}}","name":"ChiBoBot"},"text":"<at>ChiBoBot</at>"}]""");
    });

    public static async Task<BotOverWire> Start()
    {
        var world = new BotOverWire();
        await BotHost.Prepare(world._bot, default);
        await new CellImport(world._bot.Services.GetRequiredService<ITables>()).Run(CellFileReader.Read(SampleCells.Read(SampleCells.Names[0])).File!, default);
        await world._bot.StartAsync();

        // The first words in a chat are welcomed too; the rows count from after that.
        Assert.Equal("200 → 2", await world.Deliver(Encoding.UTF8.GetBytes(world.Message)));
        return world;
    }

    /// <summary>Delivers a body so many times at once while the connector fails so, and tells the statuses and how many replies reached the connector.</summary>
    public async Task<string> Deliver(byte[] body, string contentType = "application/json", int times = 1, params Fault[] faults)
    {
        _replies.Clear();
        foreach (var fault in faults)
        {
            _faults.Enqueue(fault);
        }

        var statuses = await Finish(Task.WhenAll(Enumerable.Range(0, times).Select(_ => Post(body, contentType))));
        Assert.Empty(_faults);
        Assert.All(_replies, reply => Assert.DoesNotContain("Exception", reply, StringComparison.Ordinal));
        return $"{string.Join(' ', statuses)} → {_replies.Count}";
    }

    /// <summary>Starts a second instance of the bot on the same file.</summary>
    public async Task StartOther()
    {
        _other = Bot();
        await BotHost.Prepare(_other, default);
        await _other.StartAsync();
    }

    /// <summary>Hands a press to an instance.</summary>
    /// <returns>What its answer says.</returns>
    public async Task<string> Hand(string press, bool toOther = false)
    {
        using var response = await Send(Encoding.UTF8.GetBytes(press), "application/json", toOther ? _other! : _bot);
        return await response.Content.ReadAsStringAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await (_other?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _bot.DisposeAsync();
        await _connector.DisposeAsync();
        _folder.Dispose();
    }

    private string Changed(Action<JsonObject> change)
    {
        var activity = JsonNode.Parse(Message)!.AsObject();
        change(activity);
        return activity.ToJsonString();
    }

    private async Task<int> Post(byte[] body, string contentType)
    {
        using var response = await Send(body, contentType, _bot);
        return (int)response.StatusCode;
    }

    private async Task<HttpResponseMessage> Send(byte[] body, string contentType, WebApplication bot)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, bot.Urls.Single() + "/api/messages") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        request.Headers.Authorization = new("Bearer", _issuer.Token(change: (_, payload) => payload["serviceurl"] = Service));
        return await _client.SendAsync(request);
    }

    private WebApplication Bot() => BotHost.Build(
        builder =>
        {
            builder.Logging.ClearProviders();
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["urls"] = "http://127.0.0.1:0",
                ["Storage:Path"] = _folder.File("chibobot.db"),
                ["Teams:AppId"] = TestIssuer.AppId,
                ["Teams:TenantIds:0"] = SampleCells.TenantId,
                ["Teams:AllowedServiceHosts:0"] = "127.0.0.1",
                ["Connector:Credential"] = nameof(CredentialKind.ClientSecret),
                ["Connector:TenantId"] = SampleCells.TenantId,
                ["Connector:ClientSecret"] = "s",
                ["Web:Address"] = "https://bot.example.org",
            });
            builder.Services.AddSingleton<TimeProvider>(_clock);
            // Teams' pace would be waited for by a clock that a press doesn't move.
            builder.Services.PostConfigure<ConnectorOptions>(options => options.Paced = false);
            builder.Services.AddSingleton(provider => new BotCredential(new ConnectorOptions { Credential = CredentialKind.ClientSecret }, _ => Token(), _clock, NullLogger<BotCredential>.Instance));
            builder.Services.AddSingleton(new IssuerHttp(_issuer));
        },
        "Production");

    /// <summary>Moves the clock over what the bot waits for between two attempts, and over nothing that was set for longer, however near it has come: a reply on its way would be given up.</summary>
    private async Task<T> Finish<T>(Task<T> work)
    {
        for (var since = Stopwatch.StartNew(); !work.IsCompleted && since.Elapsed < TimeSpan.FromSeconds(30); await Task.Yield())
        {
            if (_clock.NextDueOf(TimeSpan.FromSeconds(3)) is { } due && due - _clock.GetUtcNow() is var wait)
            {
                _clock.Advance(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
            }
        }

        return await work.WaitAsync(TimeSpan.Zero);
    }

    private WebApplication Connector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = builder.Build();
        connector.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            _faults.TryDequeue(out var fault);
            switch (fault)
            {
                case Fault.Reset:
                    context.Features.Get<IConnectionSocketFeature>()!.Socket.Close(0);
                    return;
                case Fault.Answer answer:
                    context.Response.StatusCode = answer.Status;
                    if (answer.RetryAfter is { } seconds)
                    {
                        context.Response.Headers.RetryAfter = $"{seconds}";
                    }

                    return;
                case Fault.Slow slow:
                    await Task.Delay(slow.By, _clock);
                    break;
            }

            _replies.Enqueue(body);
            context.Response.StatusCode = StatusCodes.Status201Created;
            await context.Response.WriteAsync("""{"id":"1"}""");
        });
        return connector;
    }

    private static TokenCredential Token()
    {
        var token = new Mock<TokenCredential>();
        token.Setup(one => one.GetTokenAsync(It.IsAny<TokenRequestContext>(), It.IsAny<CancellationToken>()))
            .Returns(new ValueTask<AccessToken>(new AccessToken("token", DateTimeOffset.MaxValue)));
        return token.Object;
    }
}

/// <summary>What the connector does instead of taking a reply in.</summary>
internal abstract record Fault
{
    private Fault()
    {
    }

    internal sealed record Answer(int Status, int? RetryAfter = null) : Fault;

    /// <summary>The connection is cut after the reply has arrived.</summary>
    internal sealed record Reset : Fault;

    /// <summary>It is taken in, but late.</summary>
    internal sealed record Slow(TimeSpan By) : Fault;
}
