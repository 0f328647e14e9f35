using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChiBoBot.Features.Cells;

/// <summary>A day, or only a month or a year where the papers say no more: “tháng 10/2023”.</summary>
[JsonConverter(typeof(JsonForm))]
internal readonly record struct PartialDate(int Year, int? Month = null, int? Day = null)
{
    /// <summary>The first day it can mean: from then on something holds.</summary>
    public DateOnly First => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day it can mean: until then something holds.</summary>
    public DateOnly Last => Day is { } day
        ? new DateOnly(Year, Month!.Value, day)
        : new DateOnly(Year, Month ?? 12, 1).AddMonths(1).AddDays(-1);

    public static PartialDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>Reads <c>2023</c>, <c>2023-10</c> or <c>2023-10-05</c>.</summary>
    public static bool TryParse(string text, out PartialDate date)
    {
        // Filled up to a whole day: for what is missing, the parser would first look at the machine's own clock and time zone.
        var whole = text.Length is 4 or 7 ? text + "-01-01"[(text.Length - 4)..] : text;
        if (!DateOnly.TryParseExact(whole, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            date = default;
            return false;
        }

        date = new PartialDate(day.Year, text.Length > 4 ? day.Month : null, text.Length > 7 ? day.Day : null);
        return true;
    }

    public static PartialDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is no day, month or year.");

    /// <summary>The form that <see cref="Parse"/> reads.</summary>
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("0000", CultureInfo.InvariantCulture),
        (_, null) => First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    internal sealed class JsonForm : JsonConverter<PartialDate>
    {
        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Parse(reader.GetString() ?? throw new JsonException("A date is a text."));

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
