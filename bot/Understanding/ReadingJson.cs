using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ChiBoBot.Understanding;

/// <summary>Writes readings as <c>understand</c> prints them, one JSON object on a line.</summary>
internal static class ReadingJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(Reading reading, IReadOnlyList<string>? explanation)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            WriteRequest(writer, reading.Requests[0]);
            if (reading.Requests.Count > 1)
            {
                writer.WriteStartArray("also");
                foreach (var request in reading.Requests.Skip(1))
                {
                    writer.WriteStartObject();
                    WriteRequest(writer, request);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }

            writer.WriteNumber("confidence", reading.Confidence);
            writer.WriteBoolean("sure", reading.IsSure);
            writer.WriteStartArray("alternatives");
            foreach (var request in reading.Alternatives)
            {
                writer.WriteStartObject();
                WriteRequest(writer, request);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            if (explanation is not null)
            {
                writer.WriteStartArray("explain");
                foreach (var line in explanation)
                {
                    writer.WriteStringValue(line);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    public static string WriteError(string error)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("error", error);
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteRequest(Utf8JsonWriter writer, Request request)
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
}
