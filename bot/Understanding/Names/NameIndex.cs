using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding.Names;

/// <summary>The members' names of a cell, ready to be found in sentences: by any tail of the full name, with or without marks.</summary>
internal sealed class NameIndex
{
    public static readonly NameIndex Empty = new([]);

    private readonly Dictionary<string, List<int>> _byGiven = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Member, int Word)>> _byPart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Word> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BareWord> _bare = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> _wordsBySpan;
    private readonly Dictionary<string, BareWord>.AlternateLookup<ReadOnlySpan<char>> _bareBySpan;

    private readonly ulong[] _seen = new ulong[16];

    public NameIndex(IReadOnlyList<string> names)
    {
        Source = names;
        _wordsBySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _bareBySpan = _bare.GetAlternateLookup<ReadOnlySpan<char>>();
        var members = new List<Member>(names.Count);
        foreach (var name in names)
        {
            var parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var words = new Word[parts.Length];
            for (var i = 0; i < parts.Length; i++)
            {
                words[i] = WordOf(parts[i]);
                _seen[SeenAt(words[i].Bare.Hash)] |= 1UL << (int)(words[i].Bare.Hash & 63);
            }

            if (words.Length > 0)
            {
                Register(_byGiven, words[^1].Bare.Text, members.Count);
            }

            for (var i = 0; i + 1 < words.Length; i++)
            {
                RegisterPart(words[i].Bare.Text, members.Count, i);
            }

            members.Add(new(name, words, Array.Exists(words, w => w.Key == "thiJ")));
        }

        Members = members;
    }

    /// <summary>The list that this was made of.</summary>
    public IReadOnlyList<string> Source { get; }

    public IReadOnlyList<Member> Members { get; }

    public bool TryFind(ReadOnlySpan<char> key, out Word? word) => _wordsBySpan.TryGetValue(key, out word);

    public bool TryFindBare(ReadOnlySpan<char> bare, out BareWord? word) => _bareBySpan.TryGetValue(bare, out word);

    /// <summary>False for nearly all words that stand in no member's name: most are asked for in vain.</summary>
    public bool MayHold(uint bareHash) => (_seen[SeenAt(bareHash)] & (1UL << (int)(bareHash & 63))) != 0;

    /// <summary>Whether some member's given name is written so without its marks.</summary>
    public bool IsGiven(string bare) => _byGiven.ContainsKey(bare);

    public IReadOnlyList<int> WithGiven(string bare) => _byGiven.TryGetValue(bare, out var members) ? members : [];

    /// <summary>The members with this word before the given name, and where in the name it stands.</summary>
    public List<(int Member, int Word)>? WithPart(string bare) => _byPart.GetValueOrDefault(bare);

    /// <summary>The given name that is one slip away from an unknown word; null where none or several are.</summary>
    public string? FindNearGiven(string bare)
    {
        string? found = null;
        foreach (var given in _byGiven.Keys)
        {
            if (given.Length >= 3 && bare.Length >= 3 && Slips.AreOneApart(bare, given))
            {
                if (found is not null)
                {
                    return null;
                }

                found = given;
            }
        }

        return found;
    }

    public bool Contains(ReadOnlySpan<char> name)
    {
        foreach (var member in Members)
        {
            if (name.Equals(member.Name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    public bool StartsWithMember(ReadOnlySpan<char> text)
    {
        foreach (var member in Members)
        {
            if (text.StartsWith(member.Name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int SeenAt(uint bareHash) => (int)(bareHash >> 28);

    private Word WordOf(string part)
    {
        var key = WordKey.Of(part);
        if (_words.TryGetValue(key, out var word))
        {
            return word;
        }

        var bareText = WordKey.BareOf(part);
        if (!_bare.TryGetValue(bareText, out var bare))
        {
            _bare.Add(bareText, bare = new BareWord(bareText) { IsName = true });
        }

        word = new Word(-2, part, key, bare, 1);
        bare.Words.Add(word);
        _words.Add(key, word);
        return word;
    }

    private void RegisterPart(string bare, int member, int word)
    {
        if (!_byPart.TryGetValue(bare, out var list))
        {
            _byPart.Add(bare, list = []);
        }

        list.Add((member, word));
    }

    private static void Register(Dictionary<string, List<int>> index, string bare, int member)
    {
        if (!index.TryGetValue(bare, out var list))
        {
            index.Add(bare, list = []);
        }

        list.Add(member);
    }
}

/// <summary>A member's name.</summary>
/// <param name="Words">Family name first, given name last.</param>
/// <param name="IsWoman">The name has the middle name Thị, which only women bear.</param>
internal sealed record Member(string Name, Word[] Words, bool IsWoman);
