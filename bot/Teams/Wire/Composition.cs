using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ChiBoBot.Teams.Wire;

/// <summary>
/// NFC for Vietnamese: a letter and the marks that some phones send after it become one letter. The app runs without ICU,
/// where <see cref="string.Normalize(System.Text.NormalizationForm)"/> silently changes nothing.
/// </summary>
internal static class Composition
{
    private const char Circumflex = '\u0302';
    private const char Breve = '\u0306';
    private const char Horn = '\u031B';

    /// <summary>The tones' marks, in the order of the columns of <see cref="Vowels"/>.</summary>
    private static ReadOnlySpan<char> Tones => ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];

    private static readonly char[][] Vowels =
    [
        ['a', 'á', 'à', 'ả', 'ã', 'ạ'],
        ['ă', 'ắ', 'ằ', 'ẳ', 'ẵ', 'ặ'],
        ['â', 'ấ', 'ầ', 'ẩ', 'ẫ', 'ậ'],
        ['e', 'é', 'è', 'ẻ', 'ẽ', 'ẹ'],
        ['ê', 'ế', 'ề', 'ể', 'ễ', 'ệ'],
        ['i', 'í', 'ì', 'ỉ', 'ĩ', 'ị'],
        ['o', 'ó', 'ò', 'ỏ', 'õ', 'ọ'],
        ['ô', 'ố', 'ồ', 'ổ', 'ỗ', 'ộ'],
        ['ơ', 'ớ', 'ờ', 'ở', 'ỡ', 'ợ'],
        ['u', 'ú', 'ù', 'ủ', 'ũ', 'ụ'],
        ['ư', 'ứ', 'ừ', 'ử', 'ữ', 'ự'],
        ['y', 'ý', 'ỳ', 'ỷ', 'ỹ', 'ỵ'],
    ];

    private static readonly SearchValues<char> Marks = SearchValues.Create(Circumflex, Breve, Horn, '\u0301', '\u0300', '\u0309', '\u0303', '\u0323');

    public static string Of(string text) => text.AsSpan().ContainsAny(Marks)
        ? Compose(text)
        : text;

    /// <summary>What was filled in on a card, with its texts composed. Hardly any form has a mark to compose: then it is the one that came.</summary>
    public static JsonElement Of(JsonElement form)
    {
        if (form.ValueKind != JsonValueKind.Object || !MayHoldMarks(JsonMarshal.GetRawUtf8Value(form)))
        {
            return form;
        }

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var property in form.EnumerateObject())
            {
                if (property.Value.ValueKind == JsonValueKind.String)
                {
                    json.WriteString(property.Name, Of(property.Value.GetString()!));
                }
                else
                {
                    property.WriteTo(json);
                }
            }

            json.WriteEndObject();
        }

        using var composed = JsonDocument.Parse(buffer.ToArray());
        return composed.RootElement.Clone();
    }

    /// <summary>A mark is two bytes of UTF-8, or an escape of its code.</summary>
    private static bool MayHoldMarks(ReadOnlySpan<byte> json) => json.IndexOfAny((byte)0xCC, (byte)0xCD) >= 0 || json.IndexOf("\\u03"u8) >= 0;

    private static string Compose(string text)
    {
        var letters = new char[text.Length];
        var count = 0;
        foreach (var c in text)
        {
            if (count > 0 && Marks.Contains(c) && With(letters[count - 1], c) is { } composed)
            {
                letters[count - 1] = composed;
            }
            else
            {
                letters[count++] = c;
            }
        }

        return new string(letters, 0, count);
    }

    /// <summary>The letter with one mark more, whichever of its marks came first; null where Vietnamese has no such letter.</summary>
    private static char? With(char letter, char mark)
    {
        var lower = char.ToLowerInvariant(letter);
        foreach (var vowel in Vowels)
        {
            var tone = Array.IndexOf(vowel, lower);
            if (tone < 0)
            {
                continue;
            }

            char? composed = Tones.IndexOf(mark) is var index and >= 0
                ? tone == 0 ? vowel[index + 1] : null
                : Array.Find(Vowels, other => other[0] == Shaped(vowel[0], mark))?[tone];
            return composed is { } found && char.IsUpper(letter) ? char.ToUpperInvariant(found) : composed;
        }

        return null;
    }

    private static char? Shaped(char vowel, char mark) => (vowel, mark) switch
    {
        ('a', Circumflex) => 'â',
        ('e', Circumflex) => 'ê',
        ('o', Circumflex) => 'ô',
        ('a', Breve) => 'ă',
        ('o', Horn) => 'ơ',
        ('u', Horn) => 'ư',
        _ => null,
    };
}
