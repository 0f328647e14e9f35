using ChiBoBot.Understanding.Learning;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding.Lexicon;

/// <summary>Fixed phrases and the slot value that each speaks for: “phó bí thư” is <c>post = deputy_secretary</c>.</summary>
internal sealed class PhraseBook
{
    public const int LongestPhrase = 6;

    /// <summary>No question has more.</summary>
    private const int MostHits = 60;

    // Each beginning of a phrase has a place, with the phrases that end there: what is no beginning is looked no further into.
    private readonly FeatureTable<int> _beginnings;
    private readonly Phrase[][] _phrases;

    public PhraseBook(IEnumerable<string> lines)
    {
        var ending = new Dictionary<uint, List<Phrase>>();
        foreach (var line in lines)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var fields = line.Split('\t');
            var words = fields[0].Split(' ');
            var keys = Array.ConvertAll(words, w => WordKey.Of(w));
            var bare = Array.ConvertAll(words, w => WordKey.BareOf(w));
            var hash = 0u;
            foreach (var word in bare)
            {
                hash = Hash.Join(hash, Hash.Of(word));
                ending.TryAdd(hash, []);
            }

            ending[hash].Add(new(Array.ConvertAll(keys, k => Hash.Of(k)), Array.ConvertAll(bare, b => Hash.Of(b)), string.Intern(fields[1]), string.Intern(fields[2])));
        }

        _beginnings = new(ending.Count);
        _phrases = [.. ending.Values.Select(phrases => phrases.ToArray())];
        foreach (var (hash, at) in ending.Keys.Select((hash, at) => (hash, at)))
        {
            _beginnings.Add(hash, at);
        }
    }

    /// <summary>Every phrase of the sentence; of two for the same slot that overlap only the longer.</summary>
    public void Find(Sentence sentence, List<Hit> hits)
    {
        hits.Clear();
        for (var from = 0; from < sentence.Count && hits.Count < MostHits; from++)
        {
            var hash = 0u;
            for (var length = 1; length <= LongestPhrase && from + length <= sentence.Count; length++)
            {
                ref var token = ref sentence[from + length - 1];
                if (token.Person > 0)
                {
                    break;
                }

                hash = Hash.Join(hash, token.BareHash);
                if (!_beginnings.TryFind(hash, out var at))
                {
                    break;
                }

                foreach (var phrase in _phrases[at])
                {
                    if (phrase.Fits(sentence, from))
                    {
                        Add(hits, new(from, from + length, phrase.Slot, phrase.Value, phrase.Tag));
                    }
                }
            }
        }
    }

    private static void Add(List<Hit> hits, Hit hit)
    {
        for (var i = hits.Count - 1; i >= 0; i--)
        {
            var other = hits[i];
            if (other.Slot == hit.Slot && other.To > hit.From && other.From < hit.To)
            {
                if (other.To - other.From >= hit.To - hit.From)
                {
                    return;
                }

                hits.RemoveAt(i);
            }
        }

        hits.Add(hit);
    }

    private sealed class Phrase(uint[] keys, uint[] bare, string slot, string value)
    {
        public string Slot { get; } = slot;

        public string Value { get; } = value;

        public uint Tag { get; } = Hash.Join(Hash.Of(slot), Hash.Of(value));

        public bool Fits(Sentence sentence, int from)
        {
            // The hash of a phrase that is longer may be this one's by chance.
            if (from + keys.Length > sentence.Count)
            {
                return false;
            }

            for (var i = 0; i < keys.Length; i++)
            {
                ref var token = ref sentence[from + i];
                if (token.BareHash != bare[i])
                {
                    return false;
                }

                // One word alone is told from its neighbours in spelling; in a longer phrase a wrong mark is a slip.
                if (keys.Length == 1 && token.Kind == TokenKind.Word && token.Word is { } word && word.Hash != keys[i])
                {
                    return false;
                }

                if (token.Marked && token.Word!.Hash != keys[i])
                {
                    return false;
                }
            }

            return true;
        }
    }
}

/// <summary>A phrase found from one token up to another, with the slot and value it speaks for.</summary>
internal readonly record struct Hit(int From, int To, string Slot, string Value, uint Tag);
