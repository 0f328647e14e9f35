using ChiBoBot.Understanding.Names;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding.Learning;

/// <summary>Counts the words of the corpus that were typed with their marks, and which follow one another.</summary>
internal sealed class WordCounter(NameIndex names)
{
    private readonly Dictionary<string, (string Text, int Count)> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), int> _pairs = [];

    public void Add(Labelled line)
    {
        // What people type without care, and what only programs read, is no measure of how words are spelt.
        if (line.Style is "unaccented" or "telex_slip" or "typo" or "abbreviated" || !HasMarks(line.Text) || Payloads.Find(line.Text) is not null)
        {
            return;
        }

        AddText(line.Text, 1);
        foreach (var (_, value) in line.Request.Slots)
        {
            if (value is string text && HasMarks(text) && !names.Contains(text))
            {
                AddText(text, 1);
            }
        }
    }

    /// <summary>Words that are known whether or not the corpus has them.</summary>
    public void AddKnown(string text) => AddText(text, 0);

    public Vocabulary Build()
    {
        var sorted = _words.OrderByDescending(w => w.Value.Count).ThenBy(w => w.Key, StringComparer.Ordinal).ToList();
        var ids = new Dictionary<string, int> { [""] = -1 };
        foreach (var (key, _) in sorted)
        {
            ids.Add(key, ids.Count - 1);
        }

        var pairs = _pairs
            .Where(p => p.Value > 0)
            .Select(p => (First: ids[p.Key.Item1], Second: ids[p.Key.Item2], Count: p.Value))
            .OrderBy(p => p.First).ThenBy(p => p.Second)
            .ToList();
        return Vocabulary.Of(sorted.Select(w => w.Value), pairs);
    }

    private void AddText(string text, int count)
    {
        var buffer = new char[Cleaner.MostKept];
        var cleaned = buffer.AsSpan(0, Cleaner.Clean(text, buffer, names));
        var previous = "";
        for (var i = 0; i < cleaned.Length; i++)
        {
            if (!char.IsLetter(cleaned[i]))
            {
                previous = char.IsWhiteSpace(cleaned[i]) ? previous : "";
                continue;
            }

            var start = i;
            while (i < cleaned.Length && char.IsLetterOrDigit(cleaned[i]))
            {
                i++;
            }

            var word = cleaned[start..i];
            i--;
            var key = WordKey.Of(word);
            var isName = start > 0 && char.IsUpper(word[0]) && names.TryFind(key, out _);
            if (isName || key.Length == 0 || word.ContainsAnyInRange('0', '9') || (word.Length == 1 && count == 0))
            {
                previous = "";
                continue;
            }

            var display = _words.TryGetValue(key, out var known) ? known.Text : new string(word).ToLowerInvariant();
            _words[key] = (display, known.Count + count);
            _pairs[(previous, key)] = _pairs.GetValueOrDefault((previous, key)) + count;
            previous = key;
        }
    }

    private static bool HasMarks(string text)
    {
        foreach (var c in text)
        {
            if (Letters.IsMarked(c))
            {
                return true;
            }
        }

        return false;
    }
}
