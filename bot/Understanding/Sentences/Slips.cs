namespace ChiBoBot.Understanding.Sentences;

/// <summary>Tells whether two words are one slip of the finger apart.</summary>
internal static class Slips
{
    /// <summary>One letter more, less or other, or two neighbours swapped.</summary>
    public static bool AreOneApart(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
        {
            return false;
        }

        var start = a.CommonPrefixLength(b);
        var end = 0;
        while (end < Math.Min(a.Length, b.Length) - start && a[^(end + 1)] == b[^(end + 1)])
        {
            end++;
        }

        var left = a[start..^end];
        var right = b[start..^end];
        return (left.Length <= 1 && right.Length <= 1)
            || (left.Length == 2 && right.Length == 2 && left[0] == right[1] && left[1] == right[0]);
    }
}
