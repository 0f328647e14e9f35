using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChiBoBot.Conformance;

/// <summary>The smallest bot that talks the protocol: says what was said, on a card with one button. It proves the Playground, not us.</summary>
internal sealed class EchoBot : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();

    private EchoBot(WebApplication app) => _app = app;

    /// <summary>What arrived, oldest first.</summary>
    public ConcurrentQueue<JsonNode> Received { get; } = [];

    public Uri Address => new(_app.Urls.Single());

    public static async Task<EchoBot> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var bot = new EchoBot(app);
        app.MapPost("/api/messages", bot.Take);
        await app.StartAsync();
        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task Take(HttpContext context)
    {
        var activity = (await JsonNode.ParseAsync(context.Request.Body))!;
        Received.Enqueue(activity);
        switch ((string?)activity["type"], (string?)activity["text"])
        {
            case ("message", { Length: > 0 } text):
                await Send(activity, text);
                break;
            case ("invoke", _):
                await context.Response.WriteAsJsonAsync(new JsonObject
                {
                    ["statusCode"] = 200,
                    ["type"] = "application/vnd.microsoft.card.adaptive",
                    ["value"] = Card("Đã bấm", "Lại"),
                });
                break;
        }
    }

    private async Task Send(JsonNode activity, string text)
    {
        var conversation = Uri.EscapeDataString((string)activity["conversation"]!["id"]!);
        using var answer = await _http.PostAsJsonAsync($"{activity["serviceUrl"]}/v3/conversations/{conversation}/activities", new JsonObject
        {
            ["type"] = "message",
            ["from"] = activity["recipient"]!.DeepClone(),
            ["conversation"] = activity["conversation"]!.DeepClone(),
            ["recipient"] = activity["from"]!.DeepClone(),
            ["attachments"] = new JsonArray(new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.card.adaptive",
                ["content"] = Card($"Đồng chí nói: {text}", "Bấm thử"),
            }),
        });
        answer.EnsureSuccessStatusCode();
    }

    private static JsonNode Card(string text, string button) => JsonNode.Parse(
        $$$"""
        {"type":"AdaptiveCard","version":"1.5","body":[
          {"type":"TextBlock","text":{{{JsonSerializer.Serialize(text)}}},"wrap":true},
          {"type":"ActionSet","actions":[{"type":"Action.Execute","title":{{{JsonSerializer.Serialize(button)}}},"verb":"echo.press","data":{"id":"1"}}]}]}
        """)!;
}
