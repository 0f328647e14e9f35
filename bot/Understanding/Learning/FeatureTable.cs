using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ChiBoBot.Understanding.Learning;

/// <summary>What is kept for each learned feature. Memory is slower than arithmetic: of a feature only a mark of two bytes is kept, eight marks are compared at once, and what is kept for the eight lies beside them on the same line of the processor's cache. Of two learned features with one mark on one shelf the first is found for both, which a model has once or so.</summary>
internal sealed class FeatureTable<T>
    where T : unmanaged
{
    private const int Shelf = 8;
    private const int CacheLine = 64;
    private const int Kept = Shelf * sizeof(ushort);

    private readonly byte[] _memory;
    private readonly int _first;
    private readonly uint _last;

    public FeatureTable(int count)
        : this(BitOperations.RoundUpToPowerOf2((uint)(count * 5 / 4 / Shelf) + 1) - 1)
    {
    }

    private unsafe FeatureTable(uint last)
    {
        _last = last;
        _memory = GC.AllocateArray<byte>((int)((_last + 1) * Size) + CacheLine, pinned: true);
        _first = (int)(-(nint)Unsafe.AsPointer(ref _memory[0]) & (CacheLine - 1));
    }

    /// <summary>How long a shelf is: no more than a line of the cache.</summary>
    private static uint Size => BitOperations.RoundUpToPowerOf2((uint)(Kept + (Shelf * Unsafe.SizeOf<T>())));

    private Span<byte> Shelves => _memory.AsSpan(_first, (int)((_last + 1) * Size));

    public static FeatureTable<T> Read(BinaryReader reader)
    {
        var table = new FeatureTable<T>(reader.ReadUInt32());
        reader.BaseStream.ReadExactly(table.Shelves);
        return table;
    }

    /// <summary>Writes the shelves as they stand.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(_last);
        writer.Write(Shelves);
    }

    /// <summary>Keeps this for the feature.</summary>
    public void Add(uint feature, T kept)
    {
        for (var shelf = feature & _last; ; shelf = (shelf + 1) & _last)
        {
            ref var place = ref ShelfAt(shelf);
            var free = MemoryMarshal.CreateSpan(ref Unsafe.As<byte, ushort>(ref place), Shelf).IndexOf((ushort)0);
            if (free >= 0)
            {
                Unsafe.Add(ref Unsafe.As<byte, ushort>(ref place), free) = MarkOf(feature);
                KeptAt(ref place, free) = kept;
                return;
            }
        }
    }

    /// <summary>What is kept for a feature; false where it was not learned.</summary>
    public bool TryFind(uint feature, out T kept)
    {
        ref var shelf = ref Find(feature, out var mark);
        kept = KeptAt(ref shelf, mark % Shelf);
        return mark < Shelf;
    }

    /// <summary>Writes what is kept for the features that were learned, and says how many those are.</summary>
    public int Find(ReadOnlySpan<uint> features, Span<T> kept)
    {
        var count = 0;
        foreach (var feature in features)
        {
            // Written in any case: whether a feature was learned is nothing that the processor could foresee.
            ref var shelf = ref Find(feature, out var mark);
            kept[count] = KeptAt(ref shelf, mark % Shelf);
            count += mark < Shelf ? 1 : 0;
        }

        return count;
    }

    /// <summary>The shelf where the feature stands, and as which there; no mark of it where it was not learned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte Find(uint feature, out int mark)
    {
        var sought = Vector128.Create(MarkOf(feature));
        for (var at = feature & _last; ; at = (at + 1) & _last)
        {
            ref var shelf = ref ShelfAt(at);
            var marks = Vector128.LoadUnsafe(ref Unsafe.As<byte, ushort>(ref shelf));
            var found = Vector128.Equals(marks, sought).ExtractMostSignificantBits();
            if (found != 0 || marks.GetElement(Shelf - 1) == 0)
            {
                mark = BitOperations.TrailingZeroCount(found);
                return ref shelf;
            }
        }
    }

    private ref byte ShelfAt(uint shelf) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_memory), (nuint)_first + ((nuint)shelf * Size));

    private static ref T KeptAt(ref byte shelf, int mark) => ref Unsafe.As<byte, T>(ref Unsafe.Add(ref shelf, Kept + (mark * Unsafe.SizeOf<T>())));

    private static ushort MarkOf(uint feature) => (ushort)Math.Max(1, feature >> 16);
}
