using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ChiBoBot.Understanding.Learning;

/// <summary>Where each learned feature has its place. Memory is slower than arithmetic: of a feature only a mark of two bytes is kept, eight marks lie together and are compared at once. Of two learned features with one mark on one shelf the first is found for both, which a model has once or so.</summary>
internal sealed class FeatureTable
{
    private const int Shelf = 8;

    private readonly ushort[] _marks;
    private readonly int _last;

    public FeatureTable(int count)
    {
        _last = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, count * 5 / 4 / Shelf)) - 1;
        _marks = new ushort[(_last + 1) * Shelf];
    }

    /// <summary>How many places there are, taken or not.</summary>
    public int Places => _marks.Length;

    /// <summary>Gives the feature a place.</summary>
    public int Add(uint feature)
    {
        for (var shelf = (int)feature & _last; ; shelf = (shelf + 1) & _last)
        {
            var free = _marks.AsSpan(shelf * Shelf, Shelf).IndexOf((ushort)0);
            if (free >= 0)
            {
                _marks[(shelf * Shelf) + free] = MarkOf(feature);
                return (shelf * Shelf) + free;
            }
        }
    }

    /// <summary>The place of a feature; -1 where it was not learned.</summary>
    public int Find(uint feature)
    {
        Span<int> place = stackalloc int[1];
        return Find([feature], place) > 0 ? place[0] : -1;
    }

    /// <summary>Writes the places of the features that were learned, and says how many those are.</summary>
    public int Find(ReadOnlySpan<uint> features, Span<int> places)
    {
        ref var marks = ref MemoryMarshal.GetArrayDataReference(_marks);
        var count = 0;
        foreach (var feature in features)
        {
            var mark = Vector128.Create(MarkOf(feature));
            var shelf = (int)feature & _last;
            uint found;
            while (true)
            {
                var here = Vector128.LoadUnsafe(ref marks, (nuint)(shelf * Shelf));
                found = Vector128.Equals(here, mark).ExtractMostSignificantBits();
                if (found != 0 || here.GetElement(Shelf - 1) == 0)
                {
                    break;
                }

                shelf = (shelf + 1) & _last;
            }

            // Written in any case: whether a feature was learned is nothing that the processor could foresee.
            places[count] = (shelf * Shelf) + BitOperations.TrailingZeroCount(found);
            count += found != 0 ? 1 : 0;
        }

        return count;
    }

    private static ushort MarkOf(uint feature) => (ushort)Math.Max(1, feature >> 16);
}
