using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChiBoBot.Cards;

/// <summary>A card as the JSON that goes over the wire, with Vietnamese letters as they are.</summary>
public static class CardJson
{
    private static readonly JsonWriterOptions Wire = new() { Encoder = Encoder };
    private static readonly JsonWriterOptions Readable = new() { Encoder = Encoder, Indented = true, NewLine = "\n" };

    /// <summary>How a writer that cards are written into must escape.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    // The same card is sent again and again while nothing that it shows has changed.
    private static readonly ConditionalWeakTable<AdaptiveCard, byte[]> Written = [];

    /// <summary>Writes a card that is sent again and again while nothing that it shows has changed. Each card that is remembered for this weighs on every garbage collection.</summary>
    public static void Write(Utf8JsonWriter writer, AdaptiveCard card) => writer.WriteRawValue(Written.GetValue(card, Bytes), skipInputValidation: true);

    /// <summary>A card that is written once.</summary>
    public static byte[] Bytes(AdaptiveCard card) => Bytes(card, Wire).ToArray();

    /// <summary>Indented, for the gallery and for people.</summary>
    public static string Indented(AdaptiveCard card) => Encoding.UTF8.GetString(Bytes(card, Readable));

    private static ReadOnlySpan<byte> Bytes(AdaptiveCard card, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            CardWriter.Write(json, card);
        }

        return buffer.WrittenSpan;
    }
}
