using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ChiBoBot.Understanding;

/// <summary>A request as JSON, <c>{"intent", "slots"}</c>, as <c>understand</c> prints it and labelled sentences have it.</summary>
internal static class RequestJson
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(Request request)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            Write(writer, request);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static Request Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    public static void Write(Utf8JsonWriter writer, Request request)
    {
        writer.WriteString("intent", IntentNames.NameOf(request.Intent));
        writer.WriteStartObject("slots");
        foreach (var (slot, value) in request.Slots)
        {
            writer.WritePropertyName(slot);
            switch (value)
            {
                case bool flag:
                    writer.WriteBooleanValue(flag);
                    break;
                case int number:
                    writer.WriteNumberValue(number);
                    break;
                case IReadOnlyList<string> list:
                    writer.WriteStartArray();
                    foreach (var item in list)
                    {
                        writer.WriteStringValue(item);
                    }

                    writer.WriteEndArray();
                    break;
                default:
                    writer.WriteStringValue((string)value);
                    break;
            }
        }

        writer.WriteEndObject();
    }

    public static Request Read(JsonElement element)
    {
        var name = element.GetProperty("intent").GetString()!;
        var slots = new Slots();
        if (element.TryGetProperty("slots", out var values))
        {
            foreach (var slot in values.EnumerateObject())
            {
                slots.Add(slot.Name, ValueOf(slot.Value));
            }
        }

        return new(IntentNames.Find(name) ?? throw new JsonException($"No intent is called '{name}'."), slots);
    }

    private static object ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.GetInt32(),
        JsonValueKind.Array => value.EnumerateArray().Select(v => v.ToString()).ToArray(),
        _ => value.GetString()!,
    };
}
