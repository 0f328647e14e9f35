using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ChiBoBot.Understanding.Learning;

/// <summary>A trained linear model: for each feature a few small weights, each for one of the outputs. Its file is what is looked up, as it lies in memory: little-endian, as every machine that it runs on.</summary>
internal sealed class SparseModel
{
    /// <summary>An output, and how many of them a feature has, is a byte.</summary>
    public const int MostOutputs = byte.MaxValue;

    /// <summary>So many that their sum can't outgrow two bytes.</summary>
    private const int AtOnce = 128;

    /// <summary>How many outputs are added up at once.</summary>
    private const int Block = 16;

    // For each feature which blocks of sixteen outputs it says anything of, and where those lie one after another.
    private readonly FeatureTable<Row> _table;
    private readonly sbyte[] _blocks;

    private SparseModel(float scale, FeatureTable<Row> table, sbyte[] blocks)
    {
        Scale = scale;
        _table = table;
        _blocks = blocks;
    }

    /// <summary>What one unit of a weight is worth.</summary>
    public float Scale { get; }

    /// <summary>How many scores are needed for so many outputs: a little more, as they are added up in blocks.</summary>
    public static int RoomFor(int outputs) => (outputs + Block - 1) / Block * Block;

    /// <summary>The blocks, one bit each, that hold the outputs from one up to another.</summary>
    public static uint BlocksOf(int from, int to) => from == to ? 0 : (2u << ((to - 1) / Block)) - (1u << (from / Block));

    /// <summary>Adds what the features say to the scores, in units of <see cref="Scale"/>.</summary>
    /// <param name="wanted">The blocks of outputs that are added up; the other scores stay as they are.</param>
    /// <param name="scores">With <see cref="RoomFor"/> all outputs.</param>
    public void Add(ReadOnlySpan<uint> features, uint wanted, Span<int> scores)
    {
        Span<Row> rows = stackalloc Row[AtOnce];
        while (!features.IsEmpty)
        {
            var now = features[..Math.Min(features.Length, AtOnce)];
            var found = rows[.._table.Find(now, rows)];
            for (var left = wanted; left != 0; left &= left - 1)
            {
                var block = BitOperations.TrailingZeroCount(left);
                AddBlock(found, block, scores.Slice(block * Block, Block));
            }

            features = features[now.Length..];
        }
    }

    private void AddBlock(ReadOnlySpan<Row> rows, int block, Span<int> scores)
    {
        ref var blocks = ref MemoryMarshal.GetArrayDataReference(_blocks);
        var sums = Vector256<short>.Zero;
        foreach (ref readonly var row in rows)
        {
            sums += Vector256.WidenLower(Vector128.LoadUnsafe(ref blocks, (nuint)row.PlaceOf(block)).ToVector256Unsafe());
        }

        var (lower, upper) = Vector256.Widen(sums);
        (Vector256.Create<int>(scores) + lower).CopyTo(scores);
        (Vector256.Create<int>(scores[Vector256<int>.Count..]) + upper).CopyTo(scores[Vector256<int>.Count..]);
    }

    /// <summary>What the feature says for one output, in units of <see cref="Scale"/>.</summary>
    public int WeightOf(uint feature, int output) => _table.TryFind(feature, out var row) ? _blocks[row.PlaceOf(output / Block) + (output % Block)] : 0;

    /// <summary>Lays the blocks of all features. What has many weights is asked for often: it lies together, so that little of the memory is touched often.</summary>
    public static SparseModel Of(SparseWeights learned)
    {
        // From how long all of a count are to where they begin, after those with more and the block of nothing.
        Span<int> starts = stackalloc int[MostOutputs + 1];
        starts.Clear();
        foreach (var feature in learned.Features)
        {
            starts[feature.Weights.Count] += Length(MaskOf(feature));
        }

        var end = Block;
        for (var count = MostOutputs; count > 0; count--)
        {
            (starts[count], end) = (end, end + starts[count]);
        }

        var table = new FeatureTable<Row>(learned.Features.Count);
        var blocks = new sbyte[end];
        foreach (var feature in learned.Features)
        {
            var row = new Row(starts[feature.Weights.Count], MaskOf(feature));
            starts[feature.Weights.Count] += Length(row.Mask);
            table.Add(feature.Feature, row);
            foreach (var weight in feature.Weights)
            {
                blocks[row.PlaceOf(weight.Output / Block) + (weight.Output % Block)] = weight.Value;
            }
        }

        return new(learned.Scale, table, blocks);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Scale);
        _table.Write(writer);
        writer.Write(_blocks.Length);
        writer.Write(MemoryMarshal.AsBytes(_blocks.AsSpan()));
    }

    public static SparseModel Read(BinaryReader reader)
    {
        var scale = reader.ReadSingle();
        var table = FeatureTable<Row>.Read(reader);
        var blocks = GC.AllocateUninitializedArray<sbyte>(reader.ReadInt32());
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(blocks.AsSpan()));
        return new(scale, table, blocks);
    }

    private static ushort MaskOf(in FeatureWeights feature)
    {
        var mask = 0;
        foreach (var weight in feature.Weights)
        {
            mask |= 1 << (weight.Output / Block);
        }

        return (ushort)mask;
    }

    private static int Length(ushort mask) => BitOperations.PopCount(mask) * Block;

    /// <summary>Where a feature's blocks begin, and which it has, one bit each.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Row(int Start, ushort Mask)
    {
        /// <summary>Where the block lies; where the feature has none, the first place, at which a block of nothing lies. No branch: which blocks come next is nothing that the processor could foresee.</summary>
        public int PlaceOf(int block) => -((Mask >> block) & 1) & (Start + (BitOperations.PopCount(Mask & ((1u << block) - 1)) * Block));
    }
}
