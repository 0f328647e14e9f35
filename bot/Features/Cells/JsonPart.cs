using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ChiBoBot.Features.Cells;

/// <summary>One object of the file, read property by property. What is missing, of a wrong kind or unknown is noted, and reading goes on, so that one run finds every mistake.</summary>
internal sealed partial class JsonPart
{
    private const int LongestText = 2000;

    private readonly JsonElement _json;
    private readonly List<Mistake> _mistakes;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public JsonPart(JsonElement json, string path, List<Mistake> mistakes)
    {
        (_json, Path, _mistakes) = (json, path, mistakes);
        if (json.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined))
        {
            Note(path, $"is {Describe(json)}; it must be an object");
        }
    }

    public string Path { get; }

    /// <summary>Whether the text can be the id of a cell or of a part of it.</summary>
    public static bool IsId(string text) => IdForm().IsMatch(text);

    public string Id(string name)
    {
        var id = Text(name);
        if (id.Length > 0 && !IsId(id))
        {
            Note(At(name), $"'{id}' is no id: letters a–z and A–Z, digits, '-', '_' and '.', at most 64 of them");
            return "";
        }

        return id;
    }

    public string? IdOrNull(string name) => Has(name) ? Id(name) : null;

    public string Guid(string name)
    {
        var text = Text(name);
        if (text.Length > 0 && !System.Guid.TryParseExact(text, "D", out _))
        {
            Note(At(name), $"'{text}' is no GUID; it looks like 00000000-0000-0000-0000-000000000000");
            return "";
        }

        return text.ToLowerInvariant();
    }

    public string? GuidOrNull(string name) => Has(name) ? Guid(name) : null;

    public string Text(string name)
    {
        if (Get(name, "a text") is not { } value)
        {
            return "";
        }

        return ReadText(value, At(name));
    }

    public string? TextOrNull(string name) => Has(name) ? Text(name) : null;

    public IReadOnlyList<string> Texts(string name) =>
        [.. Elements(name).Select((value, i) => ReadText(value, $"{At(name)}[{i}]"))];

    public int Number(string name, int least, int most)
    {
        if (Get(name, "a whole number") is not { } value)
        {
            return least;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number))
        {
            Note(At(name), $"is {Describe(value)}; it must be a whole number");
            return least;
        }

        if (number < least || number > most)
        {
            Note(At(name), string.Create(CultureInfo.InvariantCulture, $"is {number}; it must be from {least} to {most}"));
        }

        return number;
    }

    public int? NumberOrNull(string name, int least, int most) => Has(name) ? Number(name, least, most) : null;

    public int Year(string name) => Number(name, 1800, 2200);

    public int? YearOrNull(string name) => Has(name) ? Year(name) : null;

    public decimal Decimal(string name)
    {
        if (Get(name, "a number") is not { } value)
        {
            return 0;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number))
        {
            Note(At(name), $"is {Describe(value)}; it must be a number");
            return 0;
        }

        return number;
    }

    public decimal? DecimalOrNull(string name) => Has(name) ? Decimal(name) : null;

    public bool Flag(string name)
    {
        if (!Has(name) || Get(name, "true or false") is not { } value)
        {
            return false;
        }

        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Note(At(name), $"is {Describe(value)}; it must be true or false");
        }

        return value.ValueKind == JsonValueKind.True;
    }

    /// <summary>One of the enum's names, the first letter small; only the <paramref name="allowed"/> ones where some are given.</summary>
    public T Word<T>(string name, params T[] allowed)
        where T : struct, Enum
    {
        var words = (allowed.Length > 0 ? allowed : Enum.GetValues<T>()).ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
        var choice = "one of " + string.Join(", ", words.Keys);
        if (Get(name, choice) is not { } value)
        {
            return default;
        }

        if (value.ValueKind != JsonValueKind.String || !words.TryGetValue(value.GetString()!, out var found))
        {
            Note(At(name), $"is {Describe(value)}; it must be {choice}");
            return default;
        }

        return found;
    }

    public T? WordOrNull<T>(string name)
        where T : struct, Enum => Has(name) ? Word<T>(name) : null;

    public PartialDate Date(string name)
    {
        // What can't be read never begins and has long ended, so that no second mistake follows from it.
        var unreadable = new PartialDate(9999);
        if (Get(name, "a date") is not { } value)
        {
            return unreadable;
        }

        if (value.ValueKind == JsonValueKind.String && PartialDate.TryParse(value.GetString()!, out var date) && date.Year is >= 1800 and <= 2200)
        {
            return date;
        }

        Note(At(name), $"is {Describe(value)}; it must be a date as 2023, 2023-10 or 2023-10-05");
        return unreadable;
    }

    public PartialDate? DateOrNull(string name)
    {
        if (!Has(name))
        {
            return null;
        }

        var date = Date(name);
        return date.Year == 9999 ? new PartialDate(1) : date;
    }

    public DateOnly Day(string name) => Exact<DateOnly>(name, "a day as 2023-10-05",
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);

    public TimeOnly? TimeOrNull(string name) => Has(name)
        ? Exact<TimeOnly>(name, "a time as 14:00",
            text => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null)
        : null;

    /// <summary>A day of every year, e.g. 02-03 for the 3rd of February.</summary>
    public (int Month, int Day) DayOfYear(string name)
    {
        var day = Exact<DateOnly>(name, "a day of the year as 02-03 (month-day)",
            text => DateOnly.TryParseExact("2000-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found) ? found : null);
        return (day.Month, day.Day);
    }

    public JsonPart Inner(string name) => new(Get(name, "an object") ?? default, At(name), _mistakes);

    public T? InnerOrNull<T>(string name, Func<JsonPart, T> read)
        where T : class => Has(name) ? Read(Inner(name), read) : null;

    public IReadOnlyList<T> List<T>(string name, Func<JsonPart, T> read) =>
        [.. Elements(name).Select((value, i) => Read(new JsonPart(value, $"{At(name)}[{i}]", _mistakes), read))];

    /// <summary>A list whose entries are texts or, where there is more to say, objects.</summary>
    public IReadOnlyList<T> TextsOr<T>(string name, Func<string, T> ofText, Func<JsonPart, T> read) =>
        [.. Elements(name).Select((value, i) => value.ValueKind == JsonValueKind.Object
            ? Read(new JsonPart(value, $"{At(name)}[{i}]", _mistakes), read)
            : ofText(ReadText(value, $"{At(name)}[{i}]")))];

    /// <summary>Notes every property that nobody asked for.</summary>
    public void Finish()
    {
        if (_json.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in _json.EnumerateObject())
        {
            if (!_asked.Contains(property.Name))
            {
                Note(At(property.Name), $"is unknown here; known are {string.Join(", ", _asked)}");
            }
        }
    }

    public void Note(string path, string problem) => _mistakes.Add(new Mistake(path, null, problem));

    private static T Read<T>(JsonPart part, Func<JsonPart, T> read)
    {
        var value = read(part);
        part.Finish();
        return value;
    }

    private string At(string name) => $"{Path}.{name}";

    private bool Has(string name)
    {
        _asked.Add(name);
        return _json.ValueKind == JsonValueKind.Object && _json.TryGetProperty(name, out _);
    }

    private JsonElement? Get(string name, string kind)
    {
        if (Has(name))
        {
            return _json.GetProperty(name);
        }

        if (_json.ValueKind == JsonValueKind.Object)
        {
            Note(At(name), $"is missing; it must be {kind}");
        }

        return null;
    }

    private JsonElement.ArrayEnumerator Elements(string name)
    {
        if (!Has(name))
        {
            return default;
        }

        var value = _json.GetProperty(name);
        if (value.ValueKind == JsonValueKind.Array)
        {
            return value.EnumerateArray();
        }

        Note(At(name), $"is {Describe(value)}; it must be a list");
        return default;
    }

    private T Exact<T>(string name, string form, Func<string, T?> parse)
        where T : struct
    {
        if (Get(name, form) is not { } value)
        {
            return default;
        }

        if (value.ValueKind == JsonValueKind.String && parse(value.GetString()!) is { } found)
        {
            return found;
        }

        Note(At(name), $"is {Describe(value)}; it must be {form}");
        return default;
    }

    private string ReadText(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            Note(path, $"is {Describe(value)}; it must be a text");
            return "";
        }

        var text = value.GetString()!.Replace('\u00A0', ' ').Trim();
        var problem = text switch
        {
            "" => "is empty",
            { Length: > LongestText } => $"is longer than {LongestText} characters",
            _ when text.Any(char.IsControl) => "contains a control character or a line break",
            _ when text.Any(IsCombining) => "contains letters with separate marks; save the file in composed letters (Unicode NFC)",
            _ => null,
        };
        if (problem is not null)
        {
            Note(path, problem);
            return "";
        }

        return text;
    }

    private static bool IsCombining(char sign) => CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark;

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { Length: <= 60 } text ? $"'{text}'" : "a long text",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "null",
        _ => value.GetRawText(),
    };

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdForm();
}
