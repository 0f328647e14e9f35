namespace ChiBoBot.Understanding.Learning;

/// <summary>A trained model of two outputs: how far each feature tilts towards the second one.</summary>
internal sealed class TiltModel
{
    private const int AtOnce = 128;

    private readonly FeatureTable<sbyte> _table;

    private TiltModel(float scale, FeatureTable<sbyte> table)
    {
        Scale = scale;
        _table = table;
    }

    /// <summary>What one unit of a tilt is worth.</summary>
    public float Scale { get; }

    /// <summary>From a model that learned two outputs: the one's weights are the other's with the sign turned.</summary>
    public static TiltModel Of(SparseWeights learned)
    {
        var tilts = learned.Of(output: 1).ToList();
        var table = new FeatureTable<sbyte>(tilts.Count);
        foreach (var (feature, weight) in tilts)
        {
            table.Add(feature, weight);
        }

        return new(learned.Scale * 2, table);
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
        _table.Write(writer);
    }

    public static TiltModel Read(BinaryReader reader) => new(reader.ReadSingle(), FeatureTable<sbyte>.Read(reader));
}
