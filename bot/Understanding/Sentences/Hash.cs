using System.Runtime.Intrinsics;

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

    /// <summary>Joins the first of one with the first of the other, the second with the second, and so on.</summary>
    public static void Join(ReadOnlySpan<uint> first, ReadOnlySpan<uint> second, Span<uint> joined)
    {
        var i = 0;
        for (; i + Vector256<uint>.Count <= joined.Length; i += Vector256<uint>.Count)
        {
            Join(Vector256.Create(first[i..]), Vector256.Create(second[i..])).CopyTo(joined[i..]);
        }

        for (; i < joined.Length; i++)
        {
            joined[i] = Join(first[i], second[i]);
        }
    }

    /// <summary>Joins the same with each.</summary>
    public static void Join(uint first, ReadOnlySpan<uint> second, Span<uint> joined)
    {
        var i = 0;
        for (; i + Vector256<uint>.Count <= joined.Length; i += Vector256<uint>.Count)
        {
            Join(Vector256.Create(first), Vector256.Create(second[i..])).CopyTo(joined[i..]);
        }

        for (; i < joined.Length; i++)
        {
            joined[i] = Join(first, second[i]);
        }
    }

    /// <summary>Joins each with the same.</summary>
    public static void Join(ReadOnlySpan<uint> first, uint second, Span<uint> joined)
    {
        var i = 0;
        for (; i + Vector256<uint>.Count <= joined.Length; i += Vector256<uint>.Count)
        {
            Join(Vector256.Create(first[i..]), Vector256.Create(second)).CopyTo(joined[i..]);
        }

        for (; i < joined.Length; i++)
        {
            joined[i] = Join(first[i], second);
        }
    }

    private static Vector256<uint> Join(Vector256<uint> first, Vector256<uint> second)
    {
        var hash = (first * 0x9E3779B1u) ^ ((second * 0x85EBCA77u) + Vector256.Create(0x27D4EB2Fu));
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6Du;
        hash ^= hash >> 12;
        hash *= 0x297A2D39u;
        return hash ^ (hash >> 15);
    }

    private static uint Mix(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6Du;
        hash ^= hash >> 12;
        hash *= 0x297A2D39u;
        return hash ^ (hash >> 15);
    }
}
