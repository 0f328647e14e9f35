using System.Runtime.InteropServices;

namespace ChiBoBot.Understanding.Learning;

/// <summary>A trained linear model: for each feature a few small weights, each for one of the outputs. Its file is little-endian, as every machine that it runs on.</summary>
internal sealed class SparseModel
{
    /// <summary>What is smaller says nothing.</summary>
    private const int Smallest = 3;

    private const int AtOnce = 64;

    private readonly uint[] _keys;
    private readonly Weight[] _weights;

    // What one look-up needs lies together: memory is slower than arithmetic.
    private readonly Row[] _rows;
    private readonly int _mask;

    private SparseModel(float scale, uint[] keys, ushort[] counts, Weight[] weights)
    {
        Scale = scale;
        _keys = keys;
        _weights = weights;

        var size = 16;
        while (size < keys.Length * 2)
        {
            size *= 2;
        }

        _mask = size - 1;
        _rows = new Row[size];
        var start = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            var slot = (int)(keys[i] & (uint)_mask);
            while (_rows[slot].Count != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _rows[slot] = new(keys[i], start, counts[i]);
            start += counts[i];
        }
    }

    /// <summary>What one unit of a weight is worth.</summary>
    public float Scale { get; }

    public int FeatureCount => _keys.Length;

    public int WeightCount => _weights.Length;

    /// <summary>Adds what the features say to the scores, in units of <see cref="Scale"/>.</summary>
    public void Add(ReadOnlySpan<uint> features, Span<int> scores)
    {
        // First all places, then all weights: so the processor waits for memory once for many, and not for each in turn.
        Span<Row> rows = stackalloc Row[AtOnce];
        while (!features.IsEmpty)
        {
            var now = features[..Math.Min(features.Length, AtOnce)];
            var count = 0;
            foreach (var feature in now)
            {
                rows[count] = RowOf(feature);
                count += rows[count].Count > 0 ? 1 : 0;
            }

            foreach (var row in rows[..count])
            {
                foreach (var weight in _weights.AsSpan(row.Start, row.Count))
                {
                    scores[weight.Output] += weight.Value;
                }
            }

            features = features[now.Length..];
        }
    }

    /// <summary>What the feature says for one output, in units of <see cref="Scale"/>.</summary>
    public int WeightOf(uint feature, int output)
    {
        var row = RowOf(feature);
        foreach (var weight in _weights.AsSpan(row.Start, row.Count))
        {
            if (weight.Output == output)
            {
                return weight.Value;
            }
        }

        return 0;
    }

    /// <summary>Rounds trained weights to a byte each and leaves out those that round to nothing.</summary>
    public static SparseModel Quantise(IEnumerable<(uint Feature, List<(ushort Output, double Weight)> Weights)> rows)
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
        List<ushort> counts = [];
        List<Weight> small = [];
        foreach (var (feature, weights) in sorted)
        {
            var start = small.Count;
            foreach (var (output, weight) in weights.OrderBy(w => w.Output))
            {
                var rounded = (sbyte)Math.Round(weight / scale, MidpointRounding.AwayFromZero);
                if (Math.Abs((int)rounded) >= Smallest)
                {
                    small.Add(new(output, rounded));
                }
            }

            if (small.Count > start)
            {
                keys.Add(feature);
                counts.Add((ushort)(small.Count - start));
            }
        }

        return new(scale, [.. keys], [.. counts], [.. small]);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Scale);
        writer.Write(_keys.Length);
        writer.Write(_weights.Length);
        foreach (var key in _keys)
        {
            writer.Write(key);
        }

        foreach (var key in _keys)
        {
            writer.Write((ushort)RowOf(key).Count);
        }

        foreach (var weight in _weights)
        {
            writer.Write(weight.Output);
        }

        foreach (var weight in _weights)
        {
            writer.Write(weight.Value);
        }
    }

    public static SparseModel Read(BinaryReader reader)
    {
        var scale = reader.ReadSingle();
        var keys = new uint[reader.ReadInt32()];
        var values = new sbyte[reader.ReadInt32()];
        var outputs = new ushort[values.Length];
        var counts = new ushort[keys.Length];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(keys.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(counts.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(outputs.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        var weights = new Weight[values.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = new(outputs[i], values[i]);
        }

        return new(scale, keys, counts, weights);
    }

    private Row RowOf(uint feature)
    {
        for (var slot = (int)(feature & (uint)_mask); ; slot = (slot + 1) & _mask)
        {
            var row = _rows[slot];
            if (row.Count == 0 || row.Feature == feature)
            {
                return row;
            }
        }
    }

    /// <summary>Where the weights of a feature lie. None is empty.</summary>
    private readonly record struct Row(uint Feature, int Start, int Count);

    /// <summary>What speaks for an output, or against it.</summary>
    private readonly record struct Weight(ushort Output, sbyte Value);
}
