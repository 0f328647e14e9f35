using System.Text.Json;

namespace ChiBoBot.Understanding;

/// <summary>Takes the members' names out of a cell file (JSON with <c>members</c>) or a plain list, one name a line.</summary>
internal static class CellNames
{
    public static string[] ReadFile(string path) => Read(File.ReadAllText(path));

    public static string[] Read(string text) => text.AsSpan().TrimStart() is ['{' or '[', ..] ? FromJson(text) : FromLines(text);

    private static string[] FromJson(string text)
    {
        using var document = JsonDocument.Parse(text, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var members = document.RootElement;
        if (members.ValueKind == JsonValueKind.Object && !members.TryGetProperty("members", out members))
        {
            return [];
        }

        return members.ValueKind == JsonValueKind.Array ? [.. members.EnumerateArray().Select(NameOf).OfType<string>()] : [];
    }

    private static string? NameOf(JsonElement member) => member.ValueKind switch
    {
        JsonValueKind.String => member.GetString(),
        JsonValueKind.Object when member.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String => name.GetString(),
        JsonValueKind.Object when member.TryGetProperty("fullName", out var name) && name.ValueKind == JsonValueKind.String => name.GetString(),
        _ => null,
    };

    /// <summary>“Lương Thế Vĩnh Khang · nam · bí thư”: the name stands first.</summary>
    private static string[] FromLines(string text) =>
    [
        .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(l => l[0] != '#')
            .Select(l => l.Split(['·', '\t', ','], 2)[0].Trim())
            .Where(n => n.Length > 0),
    ];
}
