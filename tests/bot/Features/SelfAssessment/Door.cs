using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ChiBoBot.Features.Cells;

namespace ChiBoBot.Tests.Features.SelfAssessment;

/// <summary>The bot's real endpoint: what Teams would send comes in over HTTP.</summary>
internal sealed class Door(Uri address, CellFile cell) : IDisposable
{
    private const string Bot = "28:5e0c6f5a-7d0f-4b0e-9a38-1f6b2c3d4e5f";

    private readonly HttpClient _http = new() { BaseAddress = address };
    private int _ids = 10_000;

    public void Dispose() => _http.Dispose();

    public async Task<string> Say(string text, string by, string at)
    {
        var activity = Activity("message", by, at);
        (activity["text"], activity["entities"]) = IsOwn(at)
            ? (text, new JsonArray())
            : ($"<at>ChiBoBot</at> {text}", new JsonArray(new JsonObject
            {
                ["type"] = "mention",
                ["mentioned"] = new JsonObject { ["id"] = Bot, ["name"] = "ChiBoBot" },
                ["text"] = "<at>ChiBoBot</at>",
            }));
        return await Post(activity);
    }

    public async Task<string> Press(string verb, Dictionary<string, string> data, string by, string at)
    {
        var activity = Activity("invoke", by, at);
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = verb,
                ["data"] = new JsonObject(data.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value))),
            },
            ["trigger"] = "manual",
        };
        return await Post(activity);
    }

    /// <summary>What the HTTP response shows: to the presser alone.</summary>
    private async Task<string> Post(JsonObject activity)
    {
        using var body = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(new Uri("/api/messages", UriKind.Relative), body);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }

    private JsonObject Activity(string type, string by, string at)
    {
        var member = cell.Members.Single(member => member.Id == by);
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = (++_ids).ToString(CultureInfo.InvariantCulture),
            ["serviceUrl"] = "https://localhost/teams/",
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = "29:" + member.ObjectId, ["name"] = member.Name, ["aadObjectId"] = member.ObjectId },
            ["conversation"] = new JsonObject
            {
                ["id"] = at,
                ["conversationType"] = IsOwn(at) ? "personal" : "groupChat",
                ["isGroup"] = !IsOwn(at),
                ["tenantId"] = cell.Cell.TenantId,
            },
            ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "ChiBoBot" },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = cell.Cell.TenantId } },
        };
    }

    private static bool IsOwn(string at) => at.StartsWith("a:", StringComparison.Ordinal);
}
