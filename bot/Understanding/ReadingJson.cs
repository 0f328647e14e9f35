using System.Text.Json;

namespace ChiBoBot.Understanding;

/// <summary>Writes readings as <c>understand</c> prints them, one JSON object on a line.</summary>
internal static class ReadingJson
{
    public static string Write(Reading reading, IReadOnlyList<string>? explanation)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, RequestJson.Options))
        {
            writer.WriteStartObject();
            RequestJson.Write(writer, reading.Requests[0]);
            if (reading.Requests.Count > 1)
            {
                writer.WriteStartArray("also");
                foreach (var request in reading.Requests.Skip(1))
                {
                    writer.WriteStartObject();
                    RequestJson.Write(writer, request);
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
                RequestJson.Write(writer, request);
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
        using (var writer = new Utf8JsonWriter(stream, RequestJson.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("error", error);
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
