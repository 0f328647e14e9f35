using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChiBoBot.Teams.Wire;

/// <summary>What Teams sends, as far as the bot looks at it. Lives from the body to <see cref="InboundReader"/> and no further; anything may be missing.</summary>
internal sealed record Activity
{
    public string? Type { get; set; }

    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Action { get; set; }

    public string? ChannelId { get; set; }

    public string? ServiceUrl { get; set; }

    public string? Timestamp { get; set; }

    public string? ReplyToId { get; set; }

    public string? Locale { get; set; }

    public string? Text { get; set; }

    public string? TopicName { get; set; }

    public Account? From { get; set; }

    public Account? Recipient { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public ChannelData? ChannelData { get; set; }

    public IReadOnlyList<Entity?>? Entities { get; set; }

    public IReadOnlyList<Account?>? MembersAdded { get; set; }

    public IReadOnlyList<Account?>? MembersRemoved { get; set; }

    public IReadOnlyList<Reaction?>? ReactionsAdded { get; set; }

    public IReadOnlyList<Reaction?>? ReactionsRemoved { get; set; }

    public JsonElement? Value { get; set; }
}

/// <summary>A person or a bot.</summary>
internal sealed record Account
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? AadObjectId { get; set; }

    /// <summary>The same as <see cref="AadObjectId"/> in some rosters.</summary>
    public string? ObjectId { get; set; }

    /// <summary><c>tag</c>, <c>channel</c> and <c>team</c> for mentions of many.</summary>
    public string? MentionType { get; set; }

    /// <summary>The message is shown to this recipient only.</summary>
    public bool? IsTargeted { get; set; }
}

/// <summary>Where it happened.</summary>
internal sealed record ConversationAccount
{
    public string? Id { get; set; }

    public string? ConversationType { get; set; }

    public string? TenantId { get; set; }

    public bool? IsGroup { get; set; }
}

/// <summary>What only Teams adds.</summary>
internal sealed record ChannelData
{
    public string? EventType { get; set; }

    public Named? Tenant { get; set; }

    public Named? Team { get; set; }

    public Named? Channel { get; set; }
}

/// <summary>A tenant, team or channel.</summary>
internal sealed record Named
{
    public string? Id { get; set; }

    public string? Name { get; set; }
}

/// <summary>Something that the text speaks of; only mentions are of interest.</summary>
internal sealed record Entity
{
    public string? Type { get; set; }

    public string? Text { get; set; }

    public Account? Mentioned { get; set; }
}

internal sealed record Reaction
{
    public string? Type { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 64, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(Activity))]
internal sealed partial class ActivityJson : JsonSerializerContext;
