using System.Runtime.InteropServices;
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
    private readonly FeatureTable<Ending> _beginnings;
    private readonly Phrase[] _phrases;
    private readonly Spelt[] _words;

    public PhraseBook(IEnumerable<string> lines)
    {
        var ending = new Dictionary<uint, List<Phrase>>();
        List<Spelt> spelt = [];
        foreach (var line in lines)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var fields = line.Split('\t');
            var words = Array.ConvertAll(fields[0].Split(' '), w => new Spelt(Hash.Of(WordKey.BareOf(w)), Hash.Of(WordKey.Of(w))));
            var hash = 0u;
            foreach (var (bare, _) in words)
            {
                hash = Hash.Join(hash, bare);
                ending.TryAdd(hash, []);
            }

            ending[hash].Add(new(spelt.Count, words.Length, string.Intern(fields[1]), string.Intern(fields[2]), Hash.Join(Hash.Of(fields[1]), Hash.Of(fields[2]))));
            spelt.AddRange(words.AsSpan());
        }

        _words = [.. spelt];
        _beginnings = new(ending.Count);
        List<Phrase> all = [];
        foreach (var (hash, phrases) in ending)
        {
            _beginnings.Add(hash, new(all.Count, (ushort)phrases.Count));
            all.AddRange(phrases);
        }

        _phrases = [.. all];
    }

    /// <summary>Every phrase of the sentence; of two for the same slot that overlap only the longer.</summary>
    public void Find(Sentence sentence, List<Hit> hits)
    {
        hits.Clear();
        var tokens = sentence.Tokens;
        for (var from = 0; from < tokens.Length && hits.Count < MostHits; from++)
        {
            var rest = tokens[from..];
            var hash = 0u;
            for (var length = 1; length <= LongestPhrase && length <= rest.Length && rest[length - 1].Person == 0; length++)
            {
                hash = Hash.Join(hash, rest[length - 1].BareHash);
                if (!_beginnings.TryFind(hash, out var ending))
                {
                    break;
                }

                foreach (ref readonly var phrase in _phrases.AsSpan(ending.First, ending.Count))
                {
                    if (Fits(phrase, rest))
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

    private bool Fits(in Phrase phrase, ReadOnlySpan<Token> tokens)
    {
        // The hash of a phrase that is longer may be this one's by chance.
        if (phrase.Length > tokens.Length)
        {
            return false;
        }

        for (var i = 0; i < phrase.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            var (bare, key) = _words[phrase.First + i];
            if (token.BareHash != bare)
            {
                return false;
            }

            // One word alone is told from its neighbours in spelling; in a longer phrase a wrong mark is a slip.
            if ((token.Marked || (phrase.Length == 1 && token.Kind == TokenKind.Word)) && token.Word is { } word && word.Hash != key)
            {
                return false;
            }
        }

        return true;
    }

    /// <param name="First">Where its words begin among all.</param>
    private readonly record struct Phrase(int First, int Length, string Slot, string Value, uint Tag);

    /// <summary>A word of a phrase, without its marks and with them.</summary>
    private readonly record struct Spelt(uint Bare, uint Key);

    /// <summary>The phrases that end there.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Ending(int First, ushort Count);
}

/// <summary>A phrase found from one token up to another, with the slot and value it speaks for.</summary>
internal readonly record struct Hit(int From, int To, string Slot, string Value, uint Tag);
