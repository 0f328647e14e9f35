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
    private readonly Lazy<Dictionary<uint, List<BareWord>>> _shortened;
    private readonly FeatureTable<Pair> _pairs;
    private readonly double[] _weightOfCount;
    private readonly Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> _wordsBySpan;
    private readonly Dictionary<string, BareWord>.AlternateLookup<ReadOnlySpan<char>> _bareBySpan;

    /// <param name="words">The frequent ones first, so that they stand side by side in memory; of those counted alike in the order of their keys.</param>
    private Vocabulary((string Text, int Count)[] words, FeatureTable<Pair> pairs, int most)
    {
        _wordsBySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _bareBySpan = _bare.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var id = 0; id < words.Length; id++)
        {
            Add(id, words[id].Text, words[id].Count);
        }

        foreach (var bare in _bare.Values)
        {
            bare.Settle();
        }

        _pairs = pairs;
        _weightOfCount = new double[most + 1];
        for (var count = 1; count <= most; count++)
        {
            _weightOfCount[count] = 3 * Restorer.Logarithm(1 + (count * 2));
        }

        // Needed by nobody before the first slip.
        _shortened = new(Shortened);
    }

    public int Count => _words.Count;

    /// <summary>Knows the words that were counted, and which follow one another, by their places among the words.</summary>
    public static Vocabulary Of(IEnumerable<(string Text, int Count)> words, IReadOnlyCollection<(int First, int Second, int Count)> pairs)
    {
        var table = new FeatureTable<Pair>(pairs.Count);
        var most = 0;
        foreach (var (first, second, count) in pairs)
        {
            table.Add(Hash.Join((uint)first, (uint)second), new(checked((short)first), checked((short)second), checked((ushort)count)));
            most = Math.Max(most, count);
        }

        return new([.. words], table, most);
    }

    public void Write(BinaryWriter writer)
    {
        var words = _words.Values.OrderBy(w => w.Id).ToList();
        writer.Write(string.Join(' ', words.Select(w => w.Text)));
        foreach (var word in words)
        {
            writer.Write7BitEncodedInt(word.Count);
        }

        _pairs.Write(writer);
        writer.Write(_weightOfCount.Length - 1);
    }

    public static Vocabulary Read(BinaryReader reader)
    {
        var words = Array.ConvertAll(reader.ReadString().Split(' '), text => (text, 0));
        for (var i = 0; i < words.Length; i++)
        {
            words[i].Item2 = reader.Read7BitEncodedInt();
        }

        return new(words, FeatureTable<Pair>.Read(reader), reader.ReadInt32());
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
        _pairs.TryFind(Hash.Join((uint)first, (uint)second), out var pair) && pair.First == first && pair.Second == second ? _weightOfCount[pair.Count] : 0;

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
        if (!_shortened.Value.TryGetValue(hash, out var candidates))
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

    private void Add(int id, string text, int count)
    {
        var key = WordKey.Of(text);
        var bareText = WordKey.BareOf(text);
        if (!_bare.TryGetValue(bareText, out var bare))
        {
            _bare.Add(bareText, bare = new BareWord(bareText));
        }

        _words.Add(key, new Word(id, text, key, bare, count));
        bare.Words.Add(_words[key]);
        bare.Count += count;
    }

    /// <summary>The words by what is left of them when a letter is missing.</summary>
    private Dictionary<uint, List<BareWord>> Shortened()
    {
        var shortened = new Dictionary<uint, List<BareWord>>();
        Span<char> buffer = stackalloc char[WordKey.MaxLength];
        foreach (var word in _bare.Values)
        {
            if (word.Text.Length < ShortestWithTypos - 1 || word.Count < 3)
            {
                continue;
            }

            Add(Hash.Of(word.Text), word);
            var shorter = buffer[..(word.Text.Length - 1)];
            for (var i = 0; i < word.Text.Length; i++)
            {
                word.Text.AsSpan(0, i).CopyTo(shorter);
                word.Text.AsSpan(i + 1).CopyTo(shorter[i..]);
                Add(Hash.Of(shorter), word);
            }
        }

        return shortened;

        void Add(uint hash, BareWord word)
        {
            if (!shortened.TryGetValue(hash, out var list))
            {
                shortened.Add(hash, list = []);
            }

            if (list.Count == 0 || list[^1] != word)
            {
                list.Add(word);
            }
        }
    }
}
