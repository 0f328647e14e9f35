using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ChiBoBot.Cards;
using ChiBoBot.Teams;

namespace ChiBoBot.Commands.Playground;

/// <summary>What the Playground reads at its start: who talks, in which conversations.</summary>
internal static class PlaygroundConfig
{
    /// <summary>The bot's application id in the demo.</summary>
    public const string AppId = "5e0c6f5a-7d0f-4b0e-9a38-1f6b2c3d4e5f";

    private const string BotId = "28:" + AppId;
    private const string GroupId = "19:demo-group@thread.v2";
    private const string TeamId = "19:demo-team@thread.tacv2";
    private const string ChannelId = "19:demo-channel@thread.tacv2";

    /// <summary>The Playground refuses any other number of people beside the one at the keyboard.</summary>
    private const int OtherPeople = 5;

    private static readonly JavaScriptEncoder Readable = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>Where several people talk: the group chat, the team's general channel, its other channel.</summary>
    public static IReadOnlyList<(string Id, Place Place)> Rooms { get; } =
        [(GroupId, Place.Group), (TeamId, Place.Channel), (ChannelId, Place.Channel)];

    public static string Yaml(DemoCast cast)
    {
        if (cast.Others.Count != OtherPeople)
        {
            throw new ArgumentException($"The Playground wants {OtherPeople} people beside the one at the keyboard, not {cast.Others.Count}.", nameof(cast));
        }

        var yaml = new StringBuilder();
        Line(yaml, $"version: {Text("0.1.1")}");
        Line(yaml, $"tenantId: {Text(cast.TenantId)}");
        Line(yaml, $"bot:");
        Line(yaml, $"  id: {Text(BotId)}");
        Line(yaml, $"  name: {Text("ChiBoBot")}");
        Line(yaml, $"currentUser:");
        Person(yaml, "  ", "  ", cast.Self);
        Line(yaml, $"users:");
        foreach (var person in cast.Others)
        {
            Person(yaml, "  - ", "    ", person);
        }

        Line(yaml, $"personalChat:");
        Line(yaml, $"  id: {Text(cast.OwnChat)}");
        Line(yaml, $"groupChat:");
        Line(yaml, $"  id: {Text(GroupId)}");
        Line(yaml, $"  name: {Text(DemoText.Group)}");
        Line(yaml, $"team:");
        Line(yaml, $"  id: {Text(TeamId)}");
        Line(yaml, $"  name: {Text(DemoText.Team)}");
        Line(yaml, $"  aadGroupId: {Text("b2a7f0f2-1c5f-4d58-8f0e-6a4c9d3e2b10")}");
        Line(yaml, $"  channels:");
        Line(yaml, $"    - id: {Text(ChannelId)}");
        Line(yaml, $"      name: {Text(DemoText.Channel)}");
        return yaml.ToString();
    }

    private static void Person(StringBuilder yaml, string first, string then, DemoPerson person)
    {
        var words = person.Name.Split(' ');
        Line(yaml, $"{first}id: {Text(person.TeamsId)}");
        Line(yaml, $"{then}name: {Text(person.Name)}");

        // The Playground spells it so.
        Line(yaml, $"{then}userPrincipleName: {Text(person.Upn)}");
        Line(yaml, $"{then}aadObjectId: {Text(person.ObjectId)}");
        Line(yaml, $"{then}givenName: {Text(words[^1])}");
        Line(yaml, $"{then}surname: {Text(words[0])}");
        Line(yaml, $"{then}email: {Text(person.Upn)}");
    }

    private static void Line(StringBuilder yaml, FormattableString line) =>
        yaml.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    /// <summary>A JSON string is a YAML string, whatever stands in it.</summary>
    private static string Text(string text) => $"\"{JsonEncodedText.Encode(text, Readable)}\"";
}
