using System.Collections;

namespace ChiBoBot.Understanding;

/// <summary>The particulars of a request by name, e.g. <c>status = not_met</c>, in the order they were found. A value is a text, a whole number, a flag or a list of texts.</summary>
internal sealed class Slots : IEnumerable<KeyValuePair<string, object>>
{
    public static readonly Slots None = [];

    private readonly List<KeyValuePair<string, object>> _values = [];

    public static Slots Of(string name, object value)
    {
        var slots = new Slots();
        slots.Add(name, value);
        return slots;
    }

    public int Count => _values.Count;

    public void Add(string name, object value) => _values.Add(new(name, value));

    /// <summary>Adds the value, or puts it in place of another.</summary>
    public void Set(string name, object value)
    {
        _values.RemoveAll(v => v.Key == name);
        Add(name, value);
    }

    public bool Has(string name) => Find(name) is not null;

    public string? Text(string name) => Find(name) as string;

    public int? Number(string name) => Find(name) as int?;

    public bool Flag(string name) => Find(name) is true;

    /// <summary>The texts of a list, or the one text as a list.</summary>
    public IReadOnlyList<string> Texts(string name) => Find(name) switch
    {
        string one => [one],
        IReadOnlyList<string> many => many,
        _ => [],
    };

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private object? Find(string name)
    {
        foreach (var (key, value) in _values)
        {
            if (key == name)
            {
                return value;
            }
        }

        return null;
    }
}
