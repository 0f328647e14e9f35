using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChiBoBot.Cards;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>What a card about a sheet or a round sends: ids, and in <see cref="Fields"/> what was typed.</summary>
internal sealed record SheetForm(string Round)
{
    /// <summary>Whose paper form the clerk enters.</summary>
    public string? Member { get; init; }

    public string? Section { get; init; }

    /// <summary>The revision of the section that the card showed.</summary>
    public string? Revision { get; init; }

    /// <summary>Where to go after saving.</summary>
    public string? Go { get; init; }

    public string? Page { get; init; }

    /// <summary>A name, or a part of it, to look for. Not called as the field is: what has a property of its own is no field.</summary>
    public string NameSought => Text("find").Trim();

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Fields { get; set; }

    public int RevisionNumber => int.TryParse(Revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public int PageNumber => int.TryParse(Page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;

    /// <summary>The page that the pressed button stands on, where leaving it is to be thought over.</summary>
    public int? PageLeft => int.TryParse(Text("from"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A field as it was typed; empty where it wasn't.</summary>
    public string Text(string name) => Fields is not null && Fields.TryGetValue(name, out var value) ? Of(value) : "";

    /// <summary>The fields with a prefix, without it.</summary>
    public IReadOnlyDictionary<string, string> Typed(string prefix) => (Fields ?? [])
        .Where(field => field.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(field => field.Key[prefix.Length..], field => Of(field.Value), StringComparer.Ordinal);

    private static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => "",
    };

    public IReadOnlyDictionary<string, string> Answers => Typed(AssessmentCards.FieldPrefix);
}
