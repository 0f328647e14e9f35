using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using ChiBoBot.Understanding.Learning;

namespace ChiBoBot.Understanding.Sentences;

/// <summary>The words that the corpus and the lexicon know, and which of them follow one another.</summary>
internal sealed class Vocabulary
{
    private const int ShortestWithTypos = 4;

    private readonly Dictionary<string, Word> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BareWord> _bare = new(StringComparer.Ordinal);
    private readonly Dictionary<uint, List<BareWord>> _shortened = [];
    private readonly (int First, int Second, int Count)[] _pairs;
    private readonly FeatureTable<Pair> _pairTable;
    private readonly double[] _weightOfCount;
    private readonly Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> _wordsBySpan;
    private readonly Dictionary<string, BareWord>.AlternateLookup<ReadOnlySpan<char>> _bareBySpan;

    public Vocabulary(IEnumerable<(string Text, int Count)> words, IEnumerable<(int First, int Second, int Count)> pairs)
    {
        _wordsBySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _bareBySpan = _bare.GetAlternateLookup<ReadOnlySpan<char>>();
        (string Text, int Count)[] all = [.. words];

        // The frequent ones are made first, so that they stand side by side in memory.
        var order = new int[all.Length];
        var rarity = new int[all.Length];
        for (var i = 0; i < all.Length; i++)
        {
            (order[i], rarity[i]) = (i, -all[i].Count);
        }

        Array.Sort(rarity, order);
        var byId = new Word?[all.Length];
        foreach (var id in order)
        {
            byId[id] = Add(id, all[id].Text, all[id].Count);
        }

        foreach (var word in byId)
        {
            if (word is { Bare: { Choices.Length: 0 } bare })
            {
                AddShortened(bare);
                bare.Settle();
            }
        }

        _pairs = [.. pairs];
        _pairTable = new(_pairs.Length);
        foreach (var (first, second, count) in _pairs)
        {
            _pairTable.Add(Hash.Join((uint)first, (uint)second), new(checked((short)first), checked((short)second), checked((ushort)count)));
        }

        var most = 0;
        foreach (var pair in _pairs)
        {
            most = Math.Max(most, pair.Count);
        }

        _weightOfCount = new double[most + 1];
        for (var count = 1; count <= most; count++)
        {
            _weightOfCount[count] = 3 * Restorer.Logarithm(1 + (count * 2));
        }
    }

    public int Count => _words.Count;

    public void Write(BinaryWriter writer)
    {
        writer.Write(_words.Count);
        foreach (var word in _words.Values.OrderBy(w => w.Id))
        {
            writer.Write(word.Text);
            writer.Write7BitEncodedInt(word.Count);
        }

        writer.Write(_pairs.Length);
        foreach (var (first, second, count) in _pairs)
        {
            writer.Write(first);
            writer.Write(second);
            writer.Write7BitEncodedInt(count);
        }
    }

    public static Vocabulary Read(BinaryReader reader)
    {
        var words = new (string, int)[reader.ReadInt32()];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = (reader.ReadString(), reader.Read7BitEncodedInt());
        }

        var pairs = new (int, int, int)[reader.ReadInt32()];
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = (reader.ReadInt32(), reader.ReadInt32(), reader.Read7BitEncodedInt());
        }

        return new(words, pairs);
    }

    public bool TryFind(ReadOnlySpan<char> key, [NotNullWhen(true)] out Word? word) => _wordsBySpan.TryGetValue(key, out word);

    public bool TryFindBare(ReadOnlySpan<char> bare, [NotNullWhen(true)] out BareWord? word) => _bareBySpan.TryGetValue(bare, out word);

    /// <summary>How its words are mostly typed, but for those that may be short for something else.</summary>
    public Spellings SpellingsWithout(Abbreviations abbreviations)
    {
        List<Spelling> spellings = [];
        foreach (var word in _words.Values)
        {
            // Typed without marks it may be another word.
            Add(word.Text, word.HasMarks ? word : null, word.Bare);
        }

        foreach (var bare in _bare.Values)
        {
            Add(bare.Text, null, bare);
        }

        return new(spellings);

        void Add(string typed, Word? word, BareWord bare)
        {
            if (typed.Length <= Spellings.Longest && !abbreviations.Has(typed))
            {
                spellings.Add(Spelling.Of(typed, word, bare));
            }
        }
    }

    /// <summary>How much it speaks for the second word that the corpus has it beside the first; -1 stands for the sentence's edge.</summary>
    public double PairWeight(int first, int second) =>
        _pairTable.TryFind(Hash.Join((uint)first, (uint)second), out var pair) && pair.First == first && pair.Second == second ? _weightOfCount[pair.Count] : 0;

    /// <summary>The likeliest word that is one slip away: a letter missing, doubled, exchanged or swapped.</summary>
    public BareWord? FindNear(ReadOnlySpan<char> bare)
    {
        if (bare.Length < ShortestWithTypos || bare.Length > 12)
        {
            return null;
        }

        BareWord? best = null;
        Consider(Hash.Of(bare), bare, ref best);
        Span<char> shorter = stackalloc char[bare.Length - 1];
        for (var i = 0; i < bare.Length; i++)
        {
            bare[..i].CopyTo(shorter);
            bare[(i + 1)..].CopyTo(shorter[i..]);
            Consider(Hash.Of(shorter), bare, ref best);
        }

        return best;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Pair(short First, short Second, ushort Count);

    private void Consider(uint hash, ReadOnlySpan<char> typed, ref BareWord? best)
    {
        if (!_shortened.TryGetValue(hash, out var candidates))
        {
            return;
        }

        foreach (var candidate in candidates)
        {
            if ((best is null || candidate.Count > best.Count) && Slips.AreOneApart(typed, candidate.Text))
            {
                best = candidate;
            }
        }
    }

    private Word? Add(int id, string text, int count)
    {
        var key = WordKey.Of(text);
        var bareText = WordKey.BareOf(text);
        if (key.Length == 0 || _words.ContainsKey(key))
        {
            return null;
        }

        if (!_bare.TryGetValue(bareText, out var bare))
        {
            _bare.Add(bareText, bare = new BareWord(bareText));
        }

        var word = new Word(id, text, key, bare, count);
        _words.Add(key, word);
        bare.Words.Add(word);
        bare.Count += count;
        return word;
    }

    private void AddShortened(BareWord word)
    {
        if (word.Text.Length < ShortestWithTypos - 1 || word.Count < 3)
        {
            return;
        }

        AddShortened(Hash.Of(word.Text), word);
        Span<char> shorter = stackalloc char[word.Text.Length - 1];
        for (var i = 0; i < word.Text.Length; i++)
        {
            word.Text.AsSpan(0, i).CopyTo(shorter);
            word.Text.AsSpan(i + 1).CopyTo(shorter[i..]);
            AddShortened(Hash.Of(shorter), word);
        }
    }

    private void AddShortened(uint hash, BareWord word)
    {
        if (!_shortened.TryGetValue(hash, out var list))
        {
            _shortened.Add(hash, list = []);
        }

        if (list.Count == 0 || list[^1] != word)
        {
            list.Add(word);
        }
    }
}
