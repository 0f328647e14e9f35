using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChiBoBot.Storage;

namespace ChiBoBot.Bench;

/// <summary>The limit: a bare ASP.NET Core minimal API that parses the activity with source-generated JSON and posts an echo, without authentication.</summary>
internal static class Baseline
{
    /// <param name="database">Where <c>/durable</c> keeps a row of each turn.</param>
    public static async Task Run(int port, string database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        app.MapPost("/api/messages", async (HttpContext context) =>
        {
            var activity = (await JsonSerializer.DeserializeAsync(context.Request.Body, EchoJson.Default.EchoActivity))!;
            context.Response.StatusCode = await Echo(http, activity) ? 200 : 502;
        });
        using var tables = new Sqlite(database);
        await tables.Prepare([EchoRow.Table], CancellationToken.None);
        app.MapPost("/durable", async (HttpContext context) =>
        {
            var activity = (await JsonSerializer.DeserializeAsync(context.Request.Body, EchoJson.Default.EchoActivity))!;
            await tables.Commit(Change.Put(new EchoRow(activity.From.Id, activity.Id)), CancellationToken.None);
            context.Response.StatusCode = await Echo(http, activity) ? 200 : 502;
        });
        app.MapPost("/durable-answer", async (HttpContext context) =>
        {
            // The least that a press can be: read, one commit together with all others that wait, the answer in the response.
            var activity = (await JsonSerializer.DeserializeAsync(context.Request.Body, EchoJson.Default.EchoActivity))!;
            await tables.Commit(Change.Put(new EchoRow(activity.From.Id, activity.Id)), CancellationToken.None);
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(new EchoAnswer(200, "application/vnd.microsoft.activity.message", activity.Id), EchoJson.Default.EchoAnswer));
        });
        BenchEndpoints.Map(app);
        await app.RunAsync();
    }

    private static async Task<bool> Echo(HttpClient http, EchoActivity activity)
    {
        var reply = new EchoReply("message", activity.Text, activity.Recipient, activity.From, activity.Conversation, activity.Id);
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(reply, EchoJson.Default.EchoReply));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        using var response = await http.PostAsync(
            new Uri($"{activity.ServiceUrl}v3/conversations/{Uri.EscapeDataString(activity.Conversation.Id)}/activities/{Uri.EscapeDataString(activity.Id)}"),
            content);
        return response.IsSuccessStatusCode;
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

internal sealed record EchoActivity(string Type, string Id, string ServiceUrl, string ChannelId, EchoAccount From, EchoConversation Conversation, EchoAccount Recipient, string? Text);

internal sealed record EchoAnswer(int StatusCode, string Type, string Value);

/// <summary>What the durable echo stores: who sent what last.</summary>
internal sealed record EchoRow(string From, string ActivityId) : ITableRow<EchoRow>
{
    public static string Table => "Echoes";

    public string PartitionKey => "bench";

    public string RowKey => From;

    public void Write(RowWriter row) => row.Text("ActivityId", ActivityId);

    public static EchoRow Read(RowReader row) => new(row.RowKey, row.Text("ActivityId"));
}

internal sealed record EchoReply(string Type, string? Text, EchoAccount From, EchoAccount Recipient, EchoConversation Conversation, string ReplyToId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EchoActivity))]
[JsonSerializable(typeof(EchoReply))]
[JsonSerializable(typeof(EchoAnswer))]
internal sealed partial class EchoJson : JsonSerializerContext;
