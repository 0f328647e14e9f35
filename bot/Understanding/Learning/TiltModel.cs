using System.Runtime.InteropServices;

namespace ChiBoBot.Understanding.Learning;

/// <summary>A trained model of two outputs: how far each feature tilts towards the second one. Its file is little-endian, as every machine that it runs on.</summary>
internal sealed class TiltModel
{
    private const int AtOnce = 128;

    private readonly uint[] _keys;
    private readonly sbyte[] _values;
    private readonly FeatureTable<sbyte> _table;

    private TiltModel(float scale, uint[] keys, sbyte[] values)
    {
        Scale = scale;
        _keys = keys;
        _values = values;
        _table = new(keys.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            _table.Add(keys[i], values[i]);
        }
    }

    /// <summary>What one unit of a tilt is worth.</summary>
    public float Scale { get; }

    public int FeatureCount => _keys.Length;

    /// <summary>From a model that learned two outputs: the one's weights are the other's with the sign turned.</summary>
    public static TiltModel Of(SparseModel learned)
    {
        var tilts = learned.WeightsOf(output: 1).ToList();
        return new(learned.Scale * 2, [.. tilts.Select(t => t.Feature)], [.. tilts.Select(t => t.Weight)]);
    }

    /// <summary>How far the features tilt together, in units of <see cref="Scale"/>.</summary>
    public int Sum(ReadOnlySpan<uint> features)
    {
        Span<sbyte> tilts = stackalloc sbyte[AtOnce];
        var sum = 0;
        while (!features.IsEmpty)
        {
            var now = features[..Math.Min(features.Length, AtOnce)];
            foreach (var tilt in tilts[.._table.Find(now, tilts)])
            {
                sum += tilt;
            }

            features = features[now.Length..];
        }

        return sum;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Scale);
        writer.Write(_keys.Length);
        writer.Write(MemoryMarshal.AsBytes(_keys.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(_values.AsSpan()));
    }

    public static TiltModel Read(BinaryReader reader)
    {
        var scale = reader.ReadSingle();
        var keys = new uint[reader.ReadInt32()];
        var values = new sbyte[keys.Length];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(keys.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return new(scale, keys, values);
    }
}
