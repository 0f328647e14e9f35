using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ChiBoBot.Teams.InboundAuth;

/// <summary>Tokens that were found valid, by their fingerprint: a repeat costs a hash, no signature. Bounded, and never holds a token itself.</summary>
internal sealed class RememberedTokens(int capacity)
{
    private readonly ConcurrentDictionary<Fingerprint, Caller> _callers = new();

    public int Count => _callers.Count;

    /// <summary>The token's holder, unless it has expired or the issuer's keys have been fetched anew since.</summary>
    public Caller? Find(Fingerprint token, KeySet? keys, DateTimeOffset now) =>
        _callers.TryGetValue(token, out var caller) && IsGood(caller, keys, now) ? caller : null;

    public void Put(Fingerprint token, Caller caller, DateTimeOffset now)
    {
        if (_callers.Count >= capacity)
        {
            MakeRoom(caller.Keys, now);
        }

        _callers[token] = caller;
    }

    private void MakeRoom(KeySet? keys, DateTimeOffset now)
    {
        foreach (var (token, caller) in _callers)
        {
            if (!IsGood(caller, keys, now))
            {
                _callers.TryRemove(token, out _);
            }
        }

        // Forgetting costs one signature a token; it is rarer than any bookkeeping that would avoid it is worth.
        if (_callers.Count >= capacity)
        {
            _callers.Clear();
        }
    }

    private static bool IsGood(Caller caller, KeySet? keys, DateTimeOffset now) => ReferenceEquals(caller.Keys, keys) && now < caller.Expires;
}

/// <summary>The SHA-256 of a token. Four words, not two of <see cref="UInt128"/>: what holds those can't be compiled ahead.</summary>
internal readonly record struct Fingerprint(ulong First, ulong Second, ulong Third, ulong Fourth)
{
    public static Fingerprint Of(ReadOnlySpan<char> token)
    {
        Span<ulong> hash = stackalloc ulong[4];
        SHA256.HashData(MemoryMarshal.AsBytes(token), MemoryMarshal.AsBytes(hash));
        return new Fingerprint(hash[0], hash[1], hash[2], hash[3]);
    }
}
