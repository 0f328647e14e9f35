using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ChiBoBot.Understanding.Learning;

/// <summary>A trained linear model: for each feature a few small weights, each for one of the outputs. Its file is little-endian, as every machine that it runs on.</summary>
internal sealed class SparseModel
{
    /// <summary>So many that their sum can't outgrow two bytes.</summary>
    private const int AtOnce = 128;

    // As trained and written.
    private readonly uint[] _keys;
    private readonly byte[] _counts;
    private readonly Weight[] _weights;

    // As looked up: a feature's row begins with how many weights it has, each with its output before it; with 0 where it has so many that they stand in the order of the outputs, none left out.
    private readonly FeatureTable _table;
    private readonly int[] _starts;
    private readonly sbyte[] _rows;
    private readonly int _width;

    private SparseModel(float scale, uint[] keys, byte[] counts, Weight[] weights)
    {
        Scale = scale;
        _keys = keys;
        _counts = counts;
        _weights = weights;
        _table = new(keys.Length);
        _starts = new int[_table.Places];
        _width = WidthOf(weights);
        _rows = new sbyte[counts.Sum(c => 1 + (IsLong(c) ? _width : 2 * c))];
        var (from, to) = (0, 0);
        for (var i = 0; i < keys.Length; i++)
        {
            _starts[_table.Add(keys[i])] = to;
            to += Lay(weights.AsSpan(from, counts[i]), _rows.AsSpan(to));
            from += counts[i];
        }
    }

    /// <summary>What one unit of a weight is worth.</summary>
    public float Scale { get; }

    public int FeatureCount => _keys.Length;

    public int WeightCount => _weights.Length;

    /// <summary>Adds what the features say to the scores, in units of <see cref="Scale"/>.</summary>
    public void Add(ReadOnlySpan<uint> features, Span<int> scores)
    {
        Span<int> found = stackalloc int[AtOnce];
        Span<int> longRows = stackalloc int[AtOnce];
        Span<int> shortRows = stackalloc int[AtOnce];
        Span<short> sums = stackalloc short[_width];
        while (!features.IsEmpty)
        {
            // First all places, then all rows, then all weights: so the processor waits for memory once for many, and not for each in turn.
            var now = features[..Math.Min(features.Length, AtOnce)];
            var places = found[.._table.Find(now, found)];
            foreach (ref var place in places)
            {
                place = _starts[place];
            }

            // Written to both, counted in one: which kind of row comes next is nothing that the processor could foresee.
            var (longs, shorts) = (0, 0);
            foreach (var start in places)
            {
                longRows[longs] = start;
                shortRows[shorts] = start;
                var isLong = _rows[start] == 0;
                longs += isLong ? 1 : 0;
                shorts += isLong ? 0 : 1;
            }

            sums.Clear();
            foreach (var start in longRows[..longs])
            {
                AddLong(_rows.AsSpan(start + 1, _width), sums);
            }

            foreach (var start in shortRows[..shorts])
            {
                AddShort(_rows.AsSpan(start + 1, 2 * (byte)_rows[start]), sums);
            }

            for (var i = 0; i < Math.Min(scores.Length, sums.Length); i++)
            {
                scores[i] += sums[i];
            }

            features = features[now.Length..];
        }
    }

    private static void AddLong(ReadOnlySpan<sbyte> row, Span<short> sums)
    {
        for (var i = 0; i < row.Length; i += Vector128<sbyte>.Count)
        {
            var (lower, upper) = Vector128.Widen(Vector128.Create(row[i..]));
            var sum = sums.Slice(i, Vector128<sbyte>.Count);
            (Vector128.Create<short>(sum) + lower).CopyTo(sum);
            (Vector128.Create<short>(sum[Vector128<short>.Count..]) + upper).CopyTo(sum[Vector128<short>.Count..]);
        }
    }

    private static void AddShort(ReadOnlySpan<sbyte> row, Span<short> sums)
    {
        for (var i = 0; i + 1 < row.Length; i += 2)
        {
            sums[(byte)row[i]] += row[i + 1];
        }
    }

    /// <summary>What the feature says for one output, in units of <see cref="Scale"/>.</summary>
    public int WeightOf(uint feature, int output)
    {
        if (_table.Find(feature) is not (>= 0 and var place))
        {
            return 0;
        }

        var row = _rows.AsSpan(_starts[place]);
        var count = (byte)row[0];
        for (var i = 1; i < 2 * count; i += 2)
        {
            if ((byte)row[i] == output)
            {
                return row[i + 1];
            }
        }

        return count == 0 ? row[1 + output] : 0;
    }

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

    /// <summary>How long a row is in which no output is left out: as many as there are, and a little more, so that it is added sixteen at once.</summary>
    private static int WidthOf(Weight[] weights)
    {
        var outputs = 1;
        foreach (var weight in weights)
        {
            outputs = Math.Max(outputs, weight.Output + 1);
        }

        return (outputs + 15) / 16 * 16;
    }

    private bool IsLong(byte count) => count * 4 > _width;

    private int Lay(ReadOnlySpan<Weight> weights, Span<sbyte> row)
    {
        if (IsLong((byte)weights.Length))
        {
            foreach (var weight in weights)
            {
                row[1 + weight.Output] = weight.Value;
            }

            return 1 + _width;
        }

        row[0] = (sbyte)weights.Length;
        for (var i = 0; i < weights.Length; i++)
        {
            (row[1 + (2 * i)], row[2 + (2 * i)]) = ((sbyte)weights[i].Output, weights[i].Value);
        }

        return 1 + (2 * weights.Length);
    }

    /// <summary>What speaks for an output, or against it.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Weight(byte Output, sbyte Value);
}
