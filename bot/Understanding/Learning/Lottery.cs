namespace ChiBoBot.Understanding.Learning;

/// <summary>Numbers that look drawn by lot but are the same in every run (SplitMix64).</summary>
internal sealed class Lottery(ulong seed)
{
    private ulong _state = seed;

    /// <summary>From 0 to below <paramref name="below"/>.</summary>
    public int Next(int below)
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        z ^= z >> 31;
        return (int)((z >> 11) % (ulong)below);
    }

    public bool Hits(int percent) => Next(100) < percent;

    public void Shuffle(int[] values)
    {
        for (var i = values.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }
}
