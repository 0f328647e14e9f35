using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChiBoBot.Bench;

/// <summary>The limit: a bare ASP.NET Core minimal API that parses the activity with source-generated JSON and posts an echo, without authentication.</summary>
internal static class Baseline
{
    public static async Task Run(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        app.MapPost("/api/messages", async (HttpContext context) =>
        {
            var activity = (await JsonSerializer.DeserializeAsync(context.Request.Body, EchoJson.Default.EchoActivity))!;
            var reply = new EchoReply("message", activity.Text, activity.Recipient, activity.From, activity.Conversation, activity.Id);
            using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(reply, EchoJson.Default.EchoReply));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            using var response = await http.PostAsync(
                new Uri($"{activity.ServiceUrl}v3/conversations/{Uri.EscapeDataString(activity.Conversation.Id)}/activities/{Uri.EscapeDataString(activity.Id)}"),
                content);
            context.Response.StatusCode = response.IsSuccessStatusCode ? 200 : 502;
        });
        BenchEndpoints.Map(app);
        await app.RunAsync();
    }
}

/// <summary>What the parent process asks of each server.</summary>
internal static class BenchEndpoints
{
    // As a RequestDelegate: ASP.NET Core would make one from another lambda during the first request, and weigh on every start.
    public static void Map(WebApplication app) => app.MapGet("/bench/allocated", static (HttpContext context) =>
        context.Response.WriteAsync(GC.GetTotalAllocatedBytes(precise: true).ToString(System.Globalization.CultureInfo.InvariantCulture)));
}

internal sealed record EchoAccount(string Id, string? Name, string? AadObjectId);

internal sealed record EchoConversation(string Id, string? ConversationType, string? TenantId);

internal sealed record EchoActivity(string Type, string Id, string ServiceUrl, string ChannelId, EchoAccount From, EchoConversation Conversation, EchoAccount Recipient, string Text);

internal sealed record EchoReply(string Type, string Text, EchoAccount From, EchoAccount Recipient, EchoConversation Conversation, string ReplyToId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EchoActivity))]
[JsonSerializable(typeof(EchoReply))]
internal sealed partial class EchoJson : JsonSerializerContext;
