using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ChiBoBot.Teams.Wire;

/// <summary>An id for an activity that came without one: made of what it says, so that the same one sent again has the same.</summary>
internal static class ActivityHash
{
    public static string Of(Activity activity)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, activity.Type);
        Add(hash, activity.Name);
        Add(hash, activity.Action);
        Add(hash, activity.Conversation?.Id);
        Add(hash, activity.From?.Id);
        Add(hash, activity.ReplyToId);
        Add(hash, activity.Timestamp);
        Add(hash, activity.Text);
        Add(hash, activity.ChannelData?.EventType);
        Add(hash, activity.Value?.GetRawText());
        AddAll(hash, activity.MembersAdded);
        AddAll(hash, activity.MembersRemoved);
        AddAll(hash, activity.ReactionsAdded);
        AddAll(hash, activity.ReactionsRemoved);
        return "h:" + Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, 18));
    }

    private static void AddAll<T>(IncrementalHash hash, IReadOnlyList<T?>? items)
        where T : class
    {
        AddLength(hash, items?.Count ?? -1);
        foreach (var item in items ?? [])
        {
            Add(hash, item switch { Account member => member.Id, Reaction reaction => reaction.Type, _ => null });
        }
    }

    /// <summary>Each part goes in with its length: “a” and “bc” are not “ab” and “c”.</summary>
    private static void Add(IncrementalHash hash, string? part)
    {
        AddLength(hash, part?.Length ?? -1);
        hash.AppendData(MemoryMarshal.AsBytes(part.AsSpan()));
    }

    private static void AddLength(IncrementalHash hash, int length) => hash.AppendData(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in length)));
}
