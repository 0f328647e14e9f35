using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;

namespace ChiBoBot.Conformance;

/// <summary>Stands between a bot and the Playground, both ways, and plays what the Playground can't: a person who has blocked the bot, and members asked for by their Entra ids.</summary>
internal sealed class Between : IAsyncDisposable
{
    private const string Blocked = """{"error":{"code":"MessageWritesBlocked","message":"Thread writes blocked"}}""";

    private readonly HttpListener _listener = new();
    private readonly HttpClient _client = new();
    private readonly Uri _bot;
    private readonly Uri _playground;
    private readonly string _blocker;
    private readonly ConcurrentDictionary<string, string> _ownChats = new();
    private readonly Task _serving;

    /// <param name="blocker">The Teams id of the person who has blocked the bot.</param>
    public Between(Uri bot, Uri playground, string blocker)
    {
        (_bot, _playground, _blocker) = (bot, playground, blocker);
        Address = new Uri($"http://localhost:{Ports.Next()}/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _serving = Serve();
    }

    /// <summary>The Playground takes it for the bot, and the bot for Teams' connector.</summary>
    public Uri Address { get; }

    /// <summary>How many messages to the blocker were refused.</summary>
    public int Refused { get; private set; }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
        _client.Dispose();
    }

    private async Task Serve()
    {
        var calls = new List<Task>();
        while (true)
        {
            try
            {
                calls.Add(Answer(await _listener.GetContextAsync()));
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                await Task.WhenAll(calls);
                return;
            }
        }
    }

    private async Task Answer(HttpListenerContext call)
    {
        try
        {
            using var reader = new StreamReader(call.Request.InputStream);
            var (status, answer) = await Pass(call.Request.HttpMethod, call.Request.RawUrl!, await reader.ReadToEndAsync());
            call.Response.StatusCode = status;
            call.Response.ContentType = "application/json";
            await call.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer));
            call.Response.Close();
        }
        catch (Exception gone) when (gone is HttpListenerException or ObjectDisposedException or HttpRequestException)
        {
            call.Response.Abort();
        }
    }

    private async Task<(int Status, string Answer)> Pass(string method, string path, string body)
    {
        if (path == "/api/messages")
        {
            // What the bot answers is to come through here as well.
            return await Send(method, new Uri(_bot, path), body.Replace(_playground.AbsoluteUri, Address.AbsoluteUri, StringComparison.Ordinal));
        }

        if (_ownChats.TryGetValue(_blocker, out var own) && method == "POST" && path.Contains($"/conversations/{Uri.EscapeDataString(own)}/activities", StringComparison.Ordinal))
        {
            Refused++;
            return (403, Blocked);
        }

        var answer = await Send(method, new Uri(_playground, WithTeamsId(path)), body);
        if (method == "POST" && path.EndsWith("/v3/conversations", StringComparison.Ordinal) && answer.Status < 300)
        {
            using var asked = JsonDocument.Parse(body);
            using var opened = JsonDocument.Parse(answer.Answer);
            _ownChats[asked.RootElement.GetProperty("members")[0].GetProperty("id").GetString()!] = opened.RootElement.GetProperty("id").GetString()!;
        }

        return answer;
    }

    /// <summary>Teams knows members by their Entra ids too; the demo's Teams ids are made of these.</summary>
    private static string WithTeamsId(string path) =>
        path.Split('/') is [.., "members", var id] && Guid.TryParse(id, out _) ? $"{path[..^id.Length]}{Uri.EscapeDataString("29:" + id)}" : path;

    private async Task<(int Status, string Answer)> Send(string method, Uri to, string body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), to);
        if (body.Length > 0)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var answer = await _client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
