namespace ChiBoBot.Understanding.Sentences;

/// <summary>What people write for short, and what they mean by it beside which neighbours: “đc” is “được”, but “đồng chí” before a name or a post.</summary>
internal sealed class Abbreviations
{
    private readonly Dictionary<string, List<Meaning>> _meanings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Meaning>>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public Abbreviations(IEnumerable<string> lines)
    {
        _bySpan = _meanings.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var line in lines)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var fields = line.Split('\t');
            if (!_meanings.TryGetValue(fields[0], out var meanings))
            {
                _meanings.Add(fields[0], meanings = []);
            }

            var condition = fields.Length > 2 ? fields[2].Split(':') : ["", ""];
            meanings.Add(new(fields[1].Split(' '), condition[0], condition[1].Split('|')));
        }
    }

    public IEnumerable<string> Words => _meanings.Values.SelectMany(m => m).SelectMany(m => m.Words);

    /// <summary>The typed abbreviations with what they mean first, for making training sentences.</summary>
    public IEnumerable<(string Typed, string Meant)> All => _meanings.Select(m => (m.Key, string.Join(' ', m.Value[^1].Words)));

    public bool Has(ReadOnlySpan<char> lower) => _bySpan.ContainsKey(lower);

    /// <summary>What it means here; null where it is no abbreviation or none that fits.</summary>
    public string[]? Find(ReadOnlySpan<char> lower, ReadOnlySpan<char> previousBare, Neighbour next)
    {
        if (!_bySpan.TryGetValue(lower, out var meanings))
        {
            return null;
        }

        foreach (var meaning in meanings)
        {
            if (meaning.Fits(previousBare, next))
            {
                return meaning.Words;
            }
        }

        return null;
    }

    /// <summary>The word after an abbreviation.</summary>
    internal readonly ref struct Neighbour(ReadOnlySpan<char> bare, bool isName, bool isPost, bool isNumber)
    {
        public ReadOnlySpan<char> Bare { get; } = bare;

        public bool Is(string named) => named switch
        {
            "NAME" => isName,
            "POST" => isPost,
            "NUM" => isNumber,
            _ => Bare.SequenceEqual(named),
        };
    }

    private sealed record Meaning(string[] Words, string Side, string[] Neighbours)
    {
        public bool Fits(ReadOnlySpan<char> previousBare, Neighbour next)
        {
            if (Side.Length == 0)
            {
                return true;
            }

            foreach (var neighbour in Neighbours)
            {
                if (Side == "next" ? next.Is(neighbour) : neighbour == "NUM" ? previousBare is "#" : previousBare.SequenceEqual(neighbour))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
