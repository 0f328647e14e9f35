using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net.Sockets;
using ChiBoBot.Teams;
using ChiBoBot.Teams.Outbound;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace ChiBoBot.Tests.Teams;

/// <summary>The real connections, against a small server on loopback.</summary>
public sealed class OverSocketsTests : IAsyncLifetime, IDisposable
{
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _script = [];
    private readonly ConcurrentQueue<(string Target, string Body, string Connection)> _received = [];
    private readonly FakeClock _clock = new();
    private int _ids;
    private WebApplication? _sink;
    private ConnectorHttp? _http;
    private Conversation _chat = OutboundWorld.Chat;
    private Connector? _connector;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        _sink = builder.Build();
        _sink.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
            _received.Enqueue((target, await reader.ReadToEndAsync(), context.Connection.Id));
            if (_script.TryDequeue(out var scripted))
            {
                await scripted(context);
                return;
            }

            context.Response.StatusCode = 201;
            await context.Response.WriteAsync($$"""{"id":"{{Interlocked.Increment(ref _ids)}}"}""");
        });
        await _sink.StartAsync();

        var options = new ConnectorOptions { Credential = CredentialKind.None, AllowedHosts = ["127.0.0.1"], Paced = false };
        _http = new(ConnectorHttp.Sockets());
        var connections = new Connections(options);
        var pace = new Pace(options.Paced, _clock);
        var meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        _connector = new(
            new(
                _http,
                connections,
                new(options, Credentials.Make, _clock, NullLogger<BotCredential>.Instance),
                pace,
                options,
                new(meters),
                _clock,
                new Random(1),
                NullLogger<Courier>.Instance),
            connections,
            pace);
        var address = _sink.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        _chat = OutboundWorld.Chat with { ServiceUrl = new Uri(address + "/_connector") };
    }

    public Task DisposeAsync() => _sink!.DisposeAsync().AsTask();

    public void Dispose() => _http?.Dispose();

    [Fact]
    public async Task Messages_go_over_one_connection_that_is_kept()
    {
        for (var i = 1; i <= 20; i++)
        {
            Assert.Equal($"{i}", await Say($"Câu {i}"));
        }

        Assert.Equal("/_connector/v3/conversations/a%3A1Xy/activities", _received.First().Target);
        Assert.Equal("""{"type":"message","text":"Câu 1"}""", _received.First().Body);
        Assert.Single(_received.Select(received => received.Connection).Distinct());
    }

    [Fact]
    public async Task A_reset_loses_no_reply()
    {
        _script.Enqueue(Reset);

        Assert.Equal("1", await Say("Chào đồng chí."));
        Assert.Equal(2, _received.Count);
    }

    [Fact]
    public async Task A_reset_is_told_to_whoever_sends_once()
    {
        _script.Enqueue(Reset);

        var fault = await Assert.ThrowsAsync<ConnectorException>(() => Finish(_connector!.SendOnce(_chat, new Outgoing.Words("Nhắc họp."), Mock.Of<IAttempts>(), CancellationToken.None)));

        Assert.Equal(Delivery.Unknown, fault.Delivery);
        Assert.Single(_received);
    }

    [Fact]
    public async Task Nobody_listening_is_known_to_be_undelivered()
    {
        await _sink!.StopAsync();

        var fault = await Assert.ThrowsAsync<ConnectorException>(() => Finish(_connector!.SendOnce(_chat, new Outgoing.Words("Nhắc họp."), Mock.Of<IAttempts>(), CancellationToken.None)));

        Assert.Equal((Delivery.Unavailable, "ConnectionError"), (fault.Delivery, fault.Code));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        _script.Enqueue(context =>
        {
            context.Response.Redirect("/elsewhere", permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });

        var fault = await Assert.ThrowsAsync<ConnectorException>(() => Say("Chào đồng chí."));

        Assert.Equal(307, fault.Status);
        Assert.Single(_received);
    }

    [Fact]
    public async Task An_answer_cut_off_after_its_status_is_an_accepted_message_without_an_id()
    {
        using var server = new TcpListener(System.Net.IPAddress.Loopback, 0);
        server.Start();
        var serving = Task.Run(async () =>
        {
            using var client = await server.AcceptTcpClientAsync();
            var stream = client.GetStream();
            var buffer = new byte[4096];
            for (var length = 0; length == 0 || buffer[length - 1] != '}';)
            {
                length += await stream.ReadAsync(buffer.AsMemory(length));
            }

            await stream.WriteAsync("HTTP/1.1 201 Created\r\nContent-Length: 1000\r\n\r\n{\"id\":"u8.ToArray());
        });
        _chat = _chat with { ServiceUrl = new($"http://{server.LocalEndpoint}") };

        Assert.Null(await Say("Chào đồng chí."));
        await serving;
        Assert.False(server.Pending());
    }

    [Fact]
    public async Task Many_conversations_at_once_each_get_their_own_words()
    {
        var sends = Enumerable.Range(0, 100).Select(i => _connector!.Send(
            _chat with { Id = $"a:{i}" }, new Outgoing.Words($"Gửi {i}: {new string('ơ', i * 7)}"), CancellationToken.None));

        Assert.Equal(100, (await Finish(Task.WhenAll(sends))).Distinct().Count());
        Assert.All(_received, received =>
        {
            var i = int.Parse(received.Target.Split("a%3A")[1].Split('/')[0], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal($$"""{"type":"message","text":"Gửi {{i}}: {{new string('ơ', i * 7)}}"}""", received.Body);
        });
    }

    private static Task Reset(HttpContext context)
    {
        var socket = context.Features.Get<IConnectionSocketFeature>()!.Socket;
        socket.LingerState = new(true, 0);
        socket.Close();
        return Task.CompletedTask;
    }

    private Task<string?> Say(string text) => Finish(_connector!.Send(_chat, new Outgoing.Words(text), CancellationToken.None));

    private async Task<T> Finish<T>(Task<T> work)
    {
        while (!work.IsCompleted)
        {
            if (_clock.NextDue is { } due && due - _clock.GetUtcNow() < TimeSpan.FromSeconds(25))
            {
                _clock.Advance(due - _clock.GetUtcNow());
            }

            await Task.Yield();
        }

        return await work;
    }
}
