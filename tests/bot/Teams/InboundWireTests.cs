using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChiBoBot.Teams;
using ChiBoBot.Teams.Wire;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Tests.Teams;

/// <summary>
/// Each file of <c>Wire</c> is an activity as Teams sends it, and the text beside it is how the bot understands it.
/// <c>CHIBOBOT_WRITE_WIRE=1</c> writes the texts anew.
/// </summary>
public class InboundWireTests
{
    private static readonly AnyJson Readable = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    private static readonly InboundReader Reader = new(Options.Create(new TeamsOptions { AppId = TestIssuer.AppId }));

    public static TheoryData<string> Files() =>
        [.. Directory.GetFiles(Folder(), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void An_activity_is_understood_as_the_text_beside_it_says(string name)
    {
        var path = Path.Combine(Folder(), name + ".txt");
        var understood = Describe(Read(name));
        if (Environment.GetEnvironmentVariable("CHIBOBOT_WRITE_WIRE") == "1")
        {
            File.WriteAllText(path, understood);
        }

        Assert.Equal(File.ReadAllText(path), understood);
    }

    [Fact]
    public void Every_kind_of_inbound_has_a_file()
    {
        var kinds = typeof(Inbound).GetNestedTypes(BindingFlags.NonPublic | BindingFlags.Public).Where(type => type.IsSubclassOf(typeof(Inbound))).Select(type => type.Name);
        var read = Directory.GetFiles(Folder(), "*.json").Select(file => Read(Path.GetFileNameWithoutExtension(file)).GetType().Name).Distinct();

        Assert.Equal(kinds.Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_event_without_an_id_gets_the_same_one_each_time_and_another_event_another()
    {
        var json = Json("event-without-id-or-sender");

        var first = Read(json, "").Envelope.ActivityId;

        Assert.StartsWith("h:", first, StringComparison.Ordinal);
        Assert.Equal(first, Read(json, "").Envelope.ActivityId);
        Assert.NotEqual(first, Read(json.Replace("29:lvb", "29:other", StringComparison.Ordinal), "").Envelope.ActivityId);
        Assert.NotEqual(first, Read(json.Replace("01:00:07", "01:00:08", StringComparison.Ordinal), "").Envelope.ActivityId);
        Assert.NotEqual(first, Read(json.Replace("19:a1b2c3", "19:other", StringComparison.Ordinal), "").Envelope.ActivityId);
    }

    [Theory]
    [InlineData(""" "conversationType":"personal","id":"a:1" """, Place.Personal)]
    [InlineData(""" "conversationType":"personal","id":"19:b7c1_d8e2@unq.gbl.spaces" """, Place.Personal)]
    [InlineData(""" "id":"19:b7c1_d8e2@unq.gbl.spaces" """, Place.Group)]
    [InlineData(""" "conversationType":"chat","id":"19:b7c1_d8e2@unq.gbl.spaces" """, Place.Group)]
    [InlineData(""" "conversationType":"groupChat","id":"a:1" """, Place.Group)]
    [InlineData(""" "id":"a:1" """, Place.Personal)]
    [InlineData(""" "isGroup":true,"id":"a:1" """, Place.Group)]
    [InlineData(""" "conversationType":"groupChat","id":"19:x@thread.v2" """, Place.Group)]
    [InlineData(""" "id":"19:x@thread.v2" """, Place.Group)]
    [InlineData(""" "conversationType":"somethingNew","id":"a:1" """, Place.Group)]
    [InlineData(""" "conversationType":"channel","id":"19:x@thread.tacv2" """, Place.Channel)]
    internal void What_is_not_surely_private_counts_as_a_group(string conversation, Place expected) =>
        Assert.Equal(expected, Read("""{"type":"typing","conversation":{""" + conversation + "}}", "").Envelope.Conversation.Place);

    [Theory]
    [InlineData("""{"type":"message","conversation":{"id":"a:1"}}""")]
    [InlineData("""{"type":"message","conversation":{"id":"a:1"},"from":{"name":"Nguyễn Thị Ánh"}}""")]
    [InlineData("""{"type":"invoke","name":"task/fetch","conversation":{"id":"a:1"},"from":{"id":""}}""")]
    [InlineData("""{"type":"message","from":{"id":"29:1"}}""")]
    [InlineData("""{"conversation":{"id":"a:1"},"from":{"id":"29:1"}}""")]
    public void Nobody_saying_something_nowhere_is_nothing(string json) =>
        Assert.Null(Reader.Read(ActivityBody.Parse(Encoding.UTF8.GetBytes(json))!, new Uri(TestIssuer.Service)));

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""{"action":5}""")]
    [InlineData("""{"action":{"verb":5,"data":"x"}}""")]
    [InlineData("""null""")]
    public void A_press_without_sense_is_a_press_of_nothing(string value)
    {
        var json = Json("press-execute");
        var from = json.IndexOf("\"value\":", StringComparison.Ordinal);

        var press = Assert.IsType<Inbound.CardPress>(Read(json[..from] + "\"value\":" + value + "}", ""));

        Assert.Equal("", press.Verb);
        Assert.Equal("{}", press.Data.GetRawText());
        Assert.True(press.IsInvoke);
    }

    [Fact]
    public void A_button_that_writes_a_sentence_is_a_message()
    {
        var json = Json("message-personal").Replace("\"text\":", "\"value\":{\"x\":1},\"text\":", StringComparison.Ordinal);

        Assert.Equal("chỉ tiêu nào chưa đạt?", Assert.IsType<Inbound.Message>(Read(json, "")).Text);
    }

    private static Inbound Read(string name) => Read(Json(name), name);

    private static Inbound Read(string json, string name) =>
        Reader.Read(ActivityBody.Parse(Encoding.UTF8.GetBytes(json)) ?? throw new InvalidOperationException($"{name} is no activity."), new Uri(TestIssuer.Service))
        ?? throw new InvalidOperationException($"{name} is nothing.");

    private static string Json(string name) => File.ReadAllText(Path.Combine(Folder(), name + ".json"));

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "Wire");

    /// <summary>The record's name and a line for each thing it says.</summary>
    private static string Describe(Inbound inbound)
    {
        var text = new StringBuilder(inbound.GetType().Name).Append('\n');
        foreach (var (name, value) in Said(inbound))
        {
            text.Append(name).Append(": ").Append(value).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<(string Name, string Value)> Said(object thing)
    {
        foreach (var property in thing.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            switch (property.GetValue(thing))
            {
                case null or false:
                    break;
                case Envelope or Conversation:
                    foreach (var inner in Said(property.GetValue(thing)!))
                    {
                        yield return inner;
                    }

                    break;
                case JsonElement json:
                    yield return (property.Name, JsonSerializer.Serialize(json, Readable.JsonElement));
                    break;
                case string words:
                    yield return (property.Name, $"“{words}”");
                    break;
                case IEnumerable several:
                    foreach (var one in several)
                    {
                        yield return (property.Name, one.ToString()!);
                    }

                    break;
                case var other:
                    yield return (property.Name, other.ToString()!);
                    break;
            }
        }
    }
}

[JsonSerializable(typeof(JsonElement))]
internal sealed partial class AnyJson : JsonSerializerContext;
