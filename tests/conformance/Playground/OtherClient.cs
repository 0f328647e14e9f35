using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ChiBoBot.Commands;
using ChiBoBot.Commands.Playground;
using ChiBoBot.Features.Cells.Sample;

namespace ChiBoBot.Conformance;

/// <summary>Another member presses in the group, in their own client: the Playground hands on any activity.</summary>
internal static class OtherClient
{
    /// <remarks>Each person presses each kind of button once: another press of it would be taken for the same one, delivered again.</remarks>
    public static async Task Press(Uri playground, DemoPerson who, string verb, IReadOnlyDictionary<string, string> data)
    {
        var (group, _) = PlaygroundConfig.Rooms[0];
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes($$$"""
            {"type":"invoke","id":"{{{verb}}}-{{{who.ObjectId}}}","name":"adaptiveCard/action","channelId":"msteams","serviceUrl":"{{{new Uri(playground, "/_connector").AbsoluteUri}}}",
             "from":{"id":"{{{who.TeamsId}}}","name":"{{{who.Name}}}","aadObjectId":"{{{who.ObjectId}}}"},
             "conversation":{"id":"{{{group}}}","isGroup":true,"conversationType":"groupChat","tenantId":"{{{SampleCells.TenantId}}}"},
             "recipient":{"id":"28:{{{PlaygroundConfig.AppId}}}","name":"ChiBoBot"},"channelData":{"tenant":{"id":"{{{SampleCells.TenantId}}}"}},
             "value":{"action":{"type":"Action.Execute","verb":"{{{verb}}}","data":{{{JsonSerializer.Serialize(data)}}} },"trigger":"manual"}}
            """));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        using var http = new HttpClient();
        using var response = await http.PostAsync(new Uri(playground, "/_internal/v1/customActivities"), body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }
}
