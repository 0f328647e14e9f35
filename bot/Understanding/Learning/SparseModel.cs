using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ChiBoBot.Understanding.Learning;

/// <summary>A trained linear model: for each feature a few small weights, each for one of the outputs. Its file is little-endian, as every machine that it runs on.</summary>
internal sealed class SparseModel
{
    /// <summary>An output, and how many of them a feature has, is a byte.</summary>
    public const int MostOutputs = byte.MaxValue;

    /// <summary>So many that their sum can't outgrow two bytes.</summary>
    private const int AtOnce = 128;

    /// <summary>How many outputs are added up at once.</summary>
    private const int Block = 16;

    // As trained and written.
    private readonly uint[] _keys;
    private readonly byte[] _counts;
    private readonly Weight[] _weights;

    // As looked up: for each feature which blocks of sixteen outputs it says anything of, and where those lie one after another.
    private readonly FeatureTable<Row> _table;
    private readonly sbyte[] _blocks;

    private SparseModel(float scale, uint[] keys, byte[] counts, Weight[] weights)
    {
        Scale = scale;
        _keys = keys;
        _counts = counts;
        _weights = weights;
        _table = new(keys.Length);
        _blocks = Lay(out var rows);
        for (var i = 0; i < keys.Length; i++)
        {
            _table.Add(keys[i], rows[i]);
        }
    }

    /// <summary>What one unit of a weight is worth.</summary>
    public float Scale { get; }

    public int FeatureCount => _keys.Length;

    public int WeightCount => _weights.Length;

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

    /// <summary>What each feature says for one output, where it says anything.</summary>
    public IEnumerable<(uint Feature, sbyte Weight)> WeightsOf(int output)
    {
        var from = 0;
        for (var i = 0; i < _keys.Length; i++)
        {
            foreach (var weight in _weights[from..(from + _counts[i])])
            {
                if (weight.Output == output)
                {
                    yield return (_keys[i], weight.Value);
                }
            }

            from += _counts[i];
        }
    }

    /// <summary>Rounds trained weights to a byte each and leaves out those that come to less than <paramref name="smallest"/> of 127.</summary>
    public static SparseModel Quantise(IEnumerable<(uint Feature, List<(byte Output, double Weight)> Weights)> rows, int smallest)
    {
        var sorted = rows.OrderBy(r => r.Feature).ToList();
        var largest = 0.0;
        foreach (var (_, weights) in sorted)
        {
            foreach (var (_, weight) in weights)
            {
                largest = Math.Max(largest, Math.Abs(weight));
            }
        }

        var scale = (float)(largest / 127);
        List<uint> keys = [];
        List<byte> counts = [];
        List<Weight> small = [];
        foreach (var (feature, weights) in sorted)
        {
            var start = small.Count;
            foreach (var (output, weight) in weights.OrderBy(w => w.Output))
            {
                var rounded = (sbyte)Math.Round(weight / scale, MidpointRounding.AwayFromZero);
                if (Math.Abs((int)rounded) >= smallest)
                {
                    small.Add(new(output, rounded));
                }
            }

            if (small.Count > start)
            {
                keys.Add(feature);
                counts.Add((byte)(small.Count - start));
            }
        }

        return new(scale, [.. keys], [.. counts], [.. small]);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Scale);
        writer.Write(_keys.Length);
        writer.Write(_weights.Length);
        writer.Write(MemoryMarshal.AsBytes(_keys.AsSpan()));
        writer.Write(_counts);
        writer.Write(MemoryMarshal.AsBytes(_weights.AsSpan()));
    }

    public static SparseModel Read(BinaryReader reader)
    {
        var scale = reader.ReadSingle();
        var keys = new uint[reader.ReadInt32()];
        var weights = new Weight[reader.ReadInt32()];
        var counts = new byte[keys.Length];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(keys.AsSpan()));
        reader.BaseStream.ReadExactly(counts);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new(scale, keys, counts, weights);
    }

    /// <summary>Lays the blocks of all features, and says where those of each are. What has many weights is asked for often: it lies together, so that little of the memory is touched often.</summary>
    private sbyte[] Lay(out Row[] rows)
    {
        var masks = new ushort[_keys.Length];
        Span<int> starts = stackalloc int[byte.MaxValue + 1];
        starts.Clear();
        var from = 0;
        for (var i = 0; i < _keys.Length; i++)
        {
            foreach (var weight in _weights.AsSpan(from, _counts[i]))
            {
                masks[i] |= (ushort)(1 << (weight.Output / Block));
            }

            from += _counts[i];
            starts[_counts[i]] += BitOperations.PopCount(masks[i]) * Block;
        }

        // From how long all of a count are to where they begin, after those with more and the block of nothing.
        var end = Block;
        for (var count = byte.MaxValue; count > 0; count--)
        {
            (starts[count], end) = (end, end + starts[count]);
        }

        rows = new Row[_keys.Length];
        var blocks = new sbyte[end];
        from = 0;
        for (var i = 0; i < _keys.Length; i++)
        {
            rows[i] = new(starts[_counts[i]], masks[i]);
            starts[_counts[i]] += BitOperations.PopCount(masks[i]) * Block;
            foreach (var weight in _weights.AsSpan(from, _counts[i]))
            {
                blocks[rows[i].PlaceOf(weight.Output / Block) + (weight.Output % Block)] = weight.Value;
            }

            from += _counts[i];
        }

        return blocks;
    }

    /// <summary>What speaks for an output, or against it.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Weight(byte Output, sbyte Value);

    /// <summary>Where a feature's blocks begin, and which it has, one bit each.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Row(int Start, ushort Mask)
    {
        /// <summary>Where the block lies; where the feature has none, the first place, at which a block of nothing lies. No branch: which blocks come next is nothing that the processor could foresee.</summary>
        public int PlaceOf(int block) => -((Mask >> block) & 1) & (Start + (BitOperations.PopCount(Mask & ((1u << block) - 1)) * Block));
    }
}
