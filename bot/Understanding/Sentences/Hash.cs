namespace ChiBoBot.Understanding.Sentences;

/// <summary>Hashes that are the same on every machine and in every run, because the trained model is written in them.</summary>
internal static class Hash
{
    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return Mix(hash);
    }

    public static uint Join(uint first, uint second) => Mix((first * 0x9E3779B1u) ^ ((second * 0x85EBCA77u) + 0x27D4EB2Fu));

    private static uint Mix(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6Du;
        hash ^= hash >> 12;
        hash *= 0x297A2D39u;
        return hash ^ (hash >> 15);
    }
}
