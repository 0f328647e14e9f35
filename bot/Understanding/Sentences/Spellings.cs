using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ChiBoBot.Understanding.Sentences;

/// <summary>Words as they are mostly typed, found by their letters at once. Only words with one reading stand here, whatever is beside them; all others are read letter by letter.</summary>
internal sealed class Spellings
{
    /// <summary>As many letters as are compared at once; of the language's own words all but a few.</summary>
    public const int Longest = 8;

    // Small, and few words are nearly all that people type: those stand together.
    private readonly ushort[] _places;
    private readonly Spelling[] _spellings;

    /// <summary>The first of two words that are typed alike is meant; what is typed most should come first.</summary>
    public Spellings(List<Spelling> words)
    {
        _places = new ushort[BitOperations.RoundUpToPowerOf2((uint)(words.Count + 1) * 2)];
        _spellings = new Spelling[words.Count + 1];
        var count = 1;
        foreach (var word in words)
        {
            ref var place = ref PlaceOf(word.Letters);
            if (place == 0)
            {
                _spellings[count] = word;
                place = checked((ushort)count++);
            }
        }
    }

    /// <summary>The word that begins at the first of these letters; one of nothing where it isn't known. At least <see cref="Longest"/> letters must be there, what follows the word being anything.</summary>
    public ref readonly Spelling Find(ReadOnlySpan<char> lower, int length) => ref _spellings[PlaceOf(Spelling.LettersOf(lower, length))];

    private ref ushort PlaceOf(Vector128<ushort> letters)
    {
        var halves = letters.AsUInt64();
        var hash = (halves[0] * 0x9E3779B97F4A7C15) ^ (halves[1] * 0xC2B2AE3D27D4EB4F);
        for (var at = (uint)(hash >> 40); ; at++)
        {
            ref var place = ref _places[at & (uint)(_places.Length - 1)];
            if (place == 0 || _spellings[place].Letters == letters)
            {
                return ref place;
            }
        }
    }
}

/// <summary>A word as it is typed.</summary>
/// <param name="Letters">Lower case, with zeros after the last.</param>
/// <param name="Word">The word, where it is typed with its marks.</param>
/// <param name="Bare">The word without its marks; nothing where no word is typed so.</param>
internal readonly record struct Spelling(Vector128<ushort> Letters, Word? Word, BareWord? Bare)
{
    private static readonly ushort[] OnesAndZeros = [.. Enumerable.Repeat(ushort.MaxValue, Spellings.Longest), .. Enumerable.Repeat((ushort)0, Spellings.Longest)];

    public static Spelling Of(string typed, Word? word, BareWord bare)
    {
        Span<char> letters = stackalloc char[Spellings.Longest];
        letters.Clear();
        typed.CopyTo(letters);
        return new(LettersOf(letters, typed.Length), word, bare);
    }

    /// <summary>The word's letters, of a text that goes on with anything.</summary>
    public static Vector128<ushort> LettersOf(ReadOnlySpan<char> lower, int length) =>
        Vector128.LoadUnsafe(ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(lower[..Spellings.Longest])))
        & Vector128.LoadUnsafe(ref OnesAndZeros[Spellings.Longest - length]);
}
