using System.Text.Json;

namespace ChiBoBot.Features.Cells;

/// <summary>On which line of a JSON text each path begins, which properties stand twice, and which texts are no Unicode.</summary>
internal sealed class JsonLines
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <summary>What is wrong with the text itself.</summary>
    public List<Mistake> Mistakes { get; } = [];

    public static JsonLines Of(ReadOnlySpan<byte> json)
    {
        var lines = new JsonLines();
        var reader = new Utf8JsonReader(json);
        var counted = 0;
        var line = 1;
        reader.Read();
        lines.Walk(ref reader, json, "$", ref counted, ref line);
        return lines;
    }

    /// <summary>The line of the path, or of the nearest thing around it that is there.</summary>
    public int? Find(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOfAny(['.', '['], end - 1))
        {
            if (_lines.TryGetValue(path[..end], out var line))
            {
                return line;
            }
        }

        return null;
    }

    private void Walk(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string path, ref int counted, ref int line)
    {
        Note(path, in reader, json, ref counted, ref line);
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
            {
                Walk(ref reader, json, $"{path}[{i}]", ref counted, ref line);
            }
        }
        else if (reader.TokenType == JsonTokenType.String)
        {
            Text(in reader, path, line);
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                Note(path, in reader, json, ref counted, ref line);
                var inner = $"{path}.{Text(in reader, path, line)}";
                if (!_lines.TryAdd(inner, line))
                {
                    Mistakes.Add(new Mistake(inner, line, "stands twice in its object"));
                }

                reader.Read();
                Walk(ref reader, json, inner, ref counted, ref line);
            }
        }
    }

    /// <summary>Half of a surrogate pair, which JSON can write and no text may have, shows itself only when the text is read.</summary>
    private string Text(in Utf8JsonReader reader, string path, int line)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            Mistakes.Add(new Mistake(path, line, "contains a text that is no valid Unicode"));
            return "";
        }
    }

    private void Note(string path, in Utf8JsonReader reader, ReadOnlySpan<byte> json, ref int counted, ref int line)
    {
        var start = (int)reader.TokenStartIndex;
        line += json[counted..start].Count((byte)'\n');
        counted = start;
        _lines.TryAdd(path, line);
    }
}
