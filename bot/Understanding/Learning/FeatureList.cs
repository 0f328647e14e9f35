namespace ChiBoBot.Understanding.Learning;

/// <summary>What the learned part sees of a sentence: hashes of words, their neighbours and what was found. Used again for every sentence.</summary>
internal sealed class FeatureList
{
    private uint[] _features = new uint[1024];

    public int Count { get; private set; }

    public ReadOnlySpan<uint> All => _features.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Cut(int count) => Count = count;

    /// <summary>Room for so many more, to be written by the caller.</summary>
    public Span<uint> More(int count)
    {
        var at = Count;
        if (at + count > _features.Length)
        {
            Array.Resize(ref _features, (at + count) * 2);
        }

        Count = at + count;
        return _features.AsSpan(at, count);
    }

    public void Add(uint feature)
    {
        var features = _features;
        var at = Count;
        if ((uint)at >= (uint)features.Length)
        {
            Array.Resize(ref _features, at * 2);
            features = _features;
        }

        features[at] = feature;
        Count = at + 1;
    }
}
