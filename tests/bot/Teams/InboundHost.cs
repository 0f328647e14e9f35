using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using ChiBoBot.Teams;
using ChiBoBot.Teams.InboundAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace ChiBoBot.Tests.Teams;

/// <summary>The door alone, in a real host: the test's issuer before it, a receiver that remembers behind it.</summary>
internal sealed class InboundHost : IAsyncDisposable
{
    public const string Tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47";
    public const string Message = """
        {"type":"message","id":"1485983408511","timestamp":"2026-11-22T01:00:00Z","serviceUrl":"https://smba.trafficmanager.net/apac/","channelId":"msteams",
         "from":{"id":"29:1XJ","name":"Nguyễn Thị Ánh","aadObjectId":"7faf8ab2-3d56-4244-b585-20c8a42ed2b8"},
         "conversation":{"conversationType":"personal","tenantId":"72f988bf-86f1-41af-91ab-2d7cd011db47","id":"a:17I0kl9"},
         "recipient":{"id":"28:11111111-2222-3333-4444-555555555555","name":"ChiBoBot"},
         "text":"chỉ tiêu nào chưa đạt?","channelData":{"tenant":{"id":"72f988bf-86f1-41af-91ab-2d7cd011db47"}}}
        """;

    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private InboundHost(WebApplication app, FakeClock clock, TestIssuer issuer, RecordingReceiver receiver, ListLog log)
    {
        (_app, Clock, Issuer, Receiver, Log) = (app, clock, issuer, receiver, log);
        _client = app.Urls.FirstOrDefault() is { } address ? new HttpClient { BaseAddress = new Uri(address) } : app.GetTestClient();
    }

    public FakeClock Clock { get; }

    public TestIssuer Issuer { get; }

    public RecordingReceiver Receiver { get; }

    public ListLog Log { get; }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public static async Task<InboundHost> Start(
        string environment = "Production",
        Action<TestIssuer>? issuer = null,
        Action<RecordingReceiver>? receiver = null,
        bool isOnTheWire = false,
        params (string Key, string? Value)[] settings)
    {
        var clock = new FakeClock();
        var testIssuer = new TestIssuer(clock);
        issuer?.Invoke(testIssuer);
        var recording = new RecordingReceiver();
        receiver?.Invoke(recording);
        var log = new ListLog();

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        if (isOnTheWire)
        {
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        }
        else
        {
            builder.WebHost.UseTestServer();
        }

        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Teams:AppId"] = TestIssuer.AppId,
            ["Teams:TenantIds:0"] = Tenant,
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => setting.Value));
        builder.Logging.AddProvider(log);
        builder.Services.AddRouting();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IReceiver>(recording);
        builder.Services.AddTeamsInbound();
        builder.Services.AddSingleton(new IssuerHttp(testIssuer));
        var app = builder.Build();
        app.UseRouting();
        app.MapTeams();
        await app.StartAsync();
        await Warm(app);
        return new InboundHost(app, clock, testIssuer, recording, log);
    }

    /// <summary>Posts a body with a good token, or with what the test says.</summary>
    public async Task<HttpResponseMessage> Post(string? body = null, string? token = null, Action<HttpRequestMessage>? change = null, CancellationToken cancel = default) =>
        await PostBytes(Encoding.UTF8.GetBytes(body ?? Message), token, change, cancel);

    public async Task<HttpResponseMessage> PostBytes(byte[] body, string? token = null, Action<HttpRequestMessage>? change = null, CancellationToken cancel = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json; charset=utf-8");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Issuer.Token());
        change?.Invoke(request);
        return await _client.SendAsync(request, cancel);
    }

    public async Task<HttpStatusCode> Status(string? body = null, string? token = null, Action<HttpRequestMessage>? change = null)
    {
        using var response = await Post(body, token, change);
        Assert.True(response.IsSuccessStatusCode || await response.Content.ReadAsStringAsync() == "", "A refusal has no body.");
        return response.StatusCode;
    }

    /// <summary>Posts as if from this address, with these headers as they are.</summary>
    public async Task<int> StatusFrom(string address, string body, params (string Name, StringValues Value)[] headers)
    {
        var context = await _app.GetTestServer().SendAsync(http =>
        {
            http.Connection.RemoteIpAddress = IPAddress.Parse(address);
            http.Request.Method = "POST";
            http.Request.Path = "/api/messages";
            http.Request.ContentType = "application/json";
            http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
            foreach (var (name, value) in headers)
            {
                http.Request.Headers[name] = value;
            }
        });
        return context.Response.StatusCode;
    }

    public async Task<HttpStatusCode> Send(HttpMethod method)
    {
        using var request = new HttpRequestMessage(method, "/api/messages");
        using var response = await _client.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>Sends these bytes over a connection of its own and reads the answer's first line; with nothing to wait for it hangs up.</summary>
    public async Task<string?> Raw(string request, bool hangUp = false)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _client.BaseAddress!.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request));
        if (hangUp)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync();
    }

    public Task Stop(CancellationToken cancel) => _app.StopAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>The keys are fetched when the host starts; the tests count from after that.</summary>
    private static async Task Warm(WebApplication app) => await app.Services.GetRequiredService<SigningKeys>().Get();
}

/// <summary>Remembers what came in and answers what it is told.</summary>
internal sealed class RecordingReceiver : IReceiver
{
    private readonly List<Inbound> _received = [];

    public IReadOnlyList<Inbound> Received => _received;

    public CancellationToken Cancel { get; private set; }

    public Func<Inbound, Task<Answer>> Answers { get; set; } = _ => Task.FromResult<Answer>(new Answer.Accepted());

    public async Task<Answer> Receive(Inbound inbound, CancellationToken cancel)
    {
        Cancel = cancel;
        _received.Add(inbound);
        return await Answers(inbound);
    }
}

/// <summary>Every line that was logged.</summary>
internal sealed class ListLog : ILoggerProvider, ILogger
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_gate)
        {
            _lines.Add($"{logLevel} {eventId.Id} {formatter(state, exception)} {exception}".TrimEnd());
        }
    }

    public void Dispose()
    {
    }
}
