using System.Text.Json;

namespace ChiBoBot.Understanding.Learning;

/// <summary>A sentence with what a person says it means.</summary>
/// <param name="HasSlots">False where only the intent is labelled.</param>
internal sealed record Labelled(string Text, string Style, Request Request, bool HasSlots, string? Previous, IReadOnlyList<Request> Also)
{
    /// <summary>Reads a file of JSON lines.</summary>
    public static List<Labelled> ReadFile(string path)
    {
        List<Labelled> lines = [];
        foreach (var line in File.ReadLines(path))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add(Parse(line));
            }
        }

        return lines;
    }

    public static Labelled Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        return new(
            root.GetProperty("text").GetString()!,
            root.TryGetProperty("style", out var style) ? style.GetString()! : "",
            RequestJson.Read(root),
            root.TryGetProperty("slots", out _),
            root.TryGetProperty("previous", out var previous) ? previous.GetString() : null,
            root.TryGetProperty("also", out var also) ? [.. also.EnumerateArray().Select(RequestJson.Read)] : []);
    }
}
