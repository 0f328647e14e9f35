using System.Text.Json;

namespace ChiBoBot.Teams.Wire;

/// <summary>Looks into what a client sent freely: what is missing or of another kind is simply not there.</summary>
internal static class Json
{
    private static readonly JsonElement Empty = JsonElement.Parse("{}"u8);

    /// <summary>An object without anything in it.</summary>
    public static JsonElement Nothing => Empty;

    public static string? Text(this JsonElement element, string name) =>
        Find(element, name) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;

    public static int? Number(this JsonElement element, string name) =>
        Find(element, name) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt32(out var number) ? number : null;

    public static JsonElement Object(this JsonElement element, string name) =>
        Find(element, name) is { ValueKind: JsonValueKind.Object } found ? found : Empty;

    public static IReadOnlyList<JsonElement> Items(this JsonElement element, string name) =>
        Find(element, name) is { ValueKind: JsonValueKind.Array } found ? [.. found.EnumerateArray()] : [];

    private static JsonElement? Find(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found : null;
}
