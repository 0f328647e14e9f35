using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChiBoBot.Cards;

/// <summary>A card as the JSON that goes over the wire, with Vietnamese letters as they are.</summary>
public static class CardJson
{
    private static readonly CardJsonContext Wire = new(Options(indented: false));
    private static readonly CardJsonContext Readable = new(Options(indented: true));

    /// <summary>How a writer that cards are written into must escape.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    // The same card is sent again and again while nothing that it shows has changed.
    private static readonly ConditionalWeakTable<AdaptiveCard, byte[]> Written = [];

    public static void Write(Utf8JsonWriter writer, AdaptiveCard card) =>
        writer.WriteRawValue(Written.GetValue(card, static card => JsonSerializer.SerializeToUtf8Bytes(card, Wire.AdaptiveCard)), skipInputValidation: true);

    /// <summary>Indented, for the gallery and for people.</summary>
    public static string Indented(AdaptiveCard card) => JsonSerializer.Serialize(card, Readable.AdaptiveCard);

    private static JsonSerializerOptions Options(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = Encoder,
        WriteIndented = indented,
        NewLine = "\n",
    };
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(AdaptiveCard))]
internal sealed partial class CardJsonContext : JsonSerializerContext;
