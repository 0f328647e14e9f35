using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using System.Text;
using Azure.Core;
using ChiBoBot.Teams;
using ChiBoBot.Teams.Outbound;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace ChiBoBot.Tests.Teams;

/// <summary>A connector whose other side is a script, whose clock stands still and whose dice are known.</summary>
internal sealed class OutboundWorld
{
    public static readonly Conversation Chat = new("a:1Xy", Place.Personal, "t-1", new Uri("https://smba.trafficmanager.net/apac/"), "28:bot");

    public static readonly Conversation Channel = new("19:kenh@thread.tacv2", Place.Channel, "t-1", new Uri("https://smba.trafficmanager.net/apac/"), "28:bot")
    {
        TeamId = "19:doi@thread.tacv2",
        ChannelId = "19:kenh@thread.tacv2",
    };

    public OutboundWorld(ConnectorOptions? options = null, double dice = 0.5)
    {
        Options = options ?? new ConnectorOptions { Credential = CredentialKind.ClientSecret, TenantId = "t-1", ClientId = "c-1", ClientSecret = "s" };
        Teams = new(Clock);
        Token.Setup(token => token.GetTokenAsync(It.IsAny<TokenRequestContext>(), It.IsAny<CancellationToken>()))
            .Returns(() => new(new AccessToken($"token-{++Tokens}", Clock.GetUtcNow().AddHours(1))));
        Credential = new(Options, _ => Token.Object, Clock, NullLogger<BotCredential>.Instance);
        var connections = new Connections(Options);
        Pace = new(Options.Paced, Clock);
        Meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        var courier = new Courier(
            new(Teams), connections, Credential, Pace, Options, new(Meters), Clock, new LoadedDice(dice), Log);
        Connector = new Connector(courier, connections, Pace);
    }

    public FakeClock Clock { get; } = new();

    public ConnectorOptions Options { get; }

    public ScriptedTeams Teams { get; }

    public Mock<TokenCredential> Token { get; } = new();

    public int Tokens { get; private set; }

    public BotCredential Credential { get; }

    public Pace Pace { get; }

    public IMeterFactory Meters { get; }

    public Lines Log { get; } = new();

    public IConnector Connector { get; }

    public Task<string?> Say(string text, Conversation? to = null) =>
        Finish(Connector.Send(to ?? Chat, new Outgoing.Words(text), CancellationToken.None));

    public async Task<ConnectorException> Fails(Task work) => await Assert.ThrowsAsync<ConnectorException>(() => Finish(work));

    public async Task<T> Finish<T>(Task<T> work)
    {
        await Finish((Task)work);
        return await work;
    }

    /// <summary>Moves the clock from wait to wait until the work is done. Time limits (30 s) aren't waits and don't fire.</summary>
    public async Task Finish(Task work)
    {
        for (var since = Stopwatch.StartNew(); !work.IsCompleted && since.Elapsed < TimeSpan.FromSeconds(30); await Task.Yield())
        {
            if (Clock.NextDue is { } due && due - Clock.GetUtcNow() is var wait && wait < TimeSpan.FromSeconds(25))
            {
                Clock.Advance(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
            }
        }

        Assert.True(work.IsCompleted, "The work stands still.");
        await work;
    }

    /// <summary>What the courier logged.</summary>
    internal sealed class Lines : ILogger<Courier>
    {
        private readonly List<string> _lines = [];

        public string All
        {
            get
            {
                lock (_lines)
                {
                    return string.Join('\n', _lines);
                }
            }
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines)
            {
                _lines.Add($"{logLevel} {eventId.Id} {formatter(state, exception)}");
            }
        }
    }

    /// <summary>Rolls the same number again and again.</summary>
    private sealed class LoadedDice(double number) : Random
    {
        public override double NextDouble() => number;
    }
}

/// <summary>Teams' side: answers from a script, then 201, and remembers what came.</summary>
internal sealed class ScriptedTeams(FakeClock clock) : HttpMessageHandler
{
    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> _script = [];
    private readonly List<Call> _calls = [];
    private readonly DateTimeOffset _start = clock.GetUtcNow();
    private int _next = 1;

    public IReadOnlyList<Call> Calls
    {
        get
        {
            lock (_calls)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>The seconds from the start at which calls came, to the tenth.</summary>
    public string Times => string.Join(" ", Calls.Select(call => call.At.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)));

    public ScriptedTeams Answers(int status, string body = "", Action<HttpResponseMessage>? and = null)
    {
        _script.Enqueue(_ =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            and?.Invoke(response);
            return Task.FromResult(response);
        });
        return this;
    }

    public ScriptedTeams Breaks(HttpRequestError how = HttpRequestError.ResponseEnded)
    {
        _script.Enqueue(_ => throw new HttpRequestException(how));
        return this;
    }

    public ScriptedTeams IsSilent()
    {
        _script.Enqueue(async cancel =>
        {
            await new TaskCompletionSource().Task.WaitAsync(cancel);
            throw new InvalidOperationException();
        });
        return this;
    }

    public ScriptedTeams Does(Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    public static HttpResponseMessage Created(int id) =>
        new(HttpStatusCode.Created) { Content = new StringContent($$"""{"id":"{{id}}"}""", Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Func<CancellationToken, Task<HttpResponseMessage>>? scripted;
        int id;
        lock (_calls)
        {
            _calls.Add(new(
                request.Method.Method,
                request.RequestUri!.AbsoluteUri,
                request.Headers.TryGetValues("Authorization", out var values) ? Assert.Single(values) : null,
                request.Content?.Headers.ContentType?.ToString(),
                body,
                clock.GetUtcNow() - _start));
            _script.TryDequeue(out scripted);
            id = _next++;
        }

        return scripted is null ? Created(id) : await scripted(cancellationToken);
    }

    internal sealed record Call(string Method, string Address, string? Authorization, string? ContentType, string Body, TimeSpan At);
}
