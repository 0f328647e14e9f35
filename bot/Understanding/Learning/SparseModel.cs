using System.Runtime.InteropServices;

namespace ChiBoBot.Understanding.Learning;

/// <summary>A trained linear model: for each feature a few small weights, each for one of the outputs. Its file is little-endian, as every machine that it runs on.</summary>
internal sealed class SparseModel
{
    /// <summary>What is smaller says nothing.</summary>
    private const int Smallest = 3;

    private readonly uint[] _slots;
    private readonly int[] _starts;
    private readonly ushort[] _outputs;
    private readonly sbyte[] _weights;
    private readonly int[] _at;
    private readonly int _mask;

    private readonly uint[] _keys;

    private SparseModel(float scale, uint[] keys, int[] starts, ushort[] outputs, sbyte[] weights)
    {
        Scale = scale;
        _keys = keys;
        _starts = starts;
        _outputs = outputs;
        _weights = weights;

        var size = 16;
        while (size < keys.Length * 2)
        {
            size *= 2;
        }

        _mask = size - 1;
        _slots = new uint[size];
        _at = new int[size];
        for (var i = 0; i < keys.Length; i++)
        {
            var slot = (int)(keys[i] & (uint)_mask);
            while (_at[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _slots[slot] = keys[i];
            _at[slot] = i + 1;
        }
    }

    /// <summary>What one unit of a weight is worth.</summary>
    public float Scale { get; }

    public int FeatureCount => _keys.Length;

    public int WeightCount => _weights.Length;

    /// <summary>Adds what the feature says to the scores, in units of <see cref="Scale"/>.</summary>
    public void Add(uint feature, Span<int> scores)
    {
        var row = Find(feature);
        if (row < 0)
        {
            return;
        }

        for (var i = _starts[row]; i < _starts[row + 1]; i++)
        {
            scores[_outputs[i]] += _weights[i];
        }
    }

    /// <summary>What the feature says for one output, in units of <see cref="Scale"/>.</summary>
    public int WeightOf(uint feature, int output)
    {
        var row = Find(feature);
        for (var i = row < 0 ? 0 : _starts[row]; row >= 0 && i < _starts[row + 1]; i++)
        {
            if (_outputs[i] == output)
            {
                return _weights[i];
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
        List<int> starts = [];
        List<ushort> outputs = [];
        List<sbyte> small = [];
        foreach (var (feature, weights) in sorted)
        {
            var start = small.Count;
            foreach (var (output, weight) in weights.OrderBy(w => w.Output))
            {
                var rounded = (sbyte)Math.Round(weight / scale, MidpointRounding.AwayFromZero);
                if (Math.Abs((int)rounded) >= Smallest)
                {
                    outputs.Add(output);
                    small.Add(rounded);
                }
            }

            if (small.Count > start)
            {
                keys.Add(feature);
                starts.Add(start);
            }
        }

        starts.Add(small.Count);
        return new(scale, [.. keys], [.. starts], [.. outputs], [.. small]);
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

        for (var i = 0; i < _keys.Length; i++)
        {
            writer.Write((ushort)(_starts[i + 1] - _starts[i]));
        }

        foreach (var output in _outputs)
        {
            writer.Write(output);
        }

        foreach (var weight in _weights)
        {
            writer.Write(weight);
        }
    }

    public static SparseModel Read(BinaryReader reader)
    {
        var scale = reader.ReadSingle();
        var keys = new uint[reader.ReadInt32()];
        var weights = new sbyte[reader.ReadInt32()];
        var outputs = new ushort[weights.Length];
        var counts = new ushort[keys.Length];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(keys.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(counts.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(outputs.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        var starts = new int[keys.Length + 1];
        for (var i = 0; i < keys.Length; i++)
        {
            starts[i + 1] = starts[i] + counts[i];
        }

        return new(scale, keys, starts, outputs, weights);
    }

    private int Find(uint feature)
    {
        for (var slot = (int)(feature & (uint)_mask); _at[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_slots[slot] == feature)
            {
                return _at[slot] - 1;
            }
        }

        return -1;
    }
}
