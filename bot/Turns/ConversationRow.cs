using System.Security.Cryptography;
using System.Text;
using ChiBoBot.Storage;
using ChiBoBot.Teams;

namespace ChiBoBot.Turns;

/// <summary>A conversation that the bot has been in: where to post, whether it may, and which cell it belongs to.</summary>
internal sealed record ConversationRow(Conversation Conversation) : ITableRow<ConversationRow>
{
    /// <summary>The bot was removed, or may not post here any more: nothing is sent there, whatever Teams would accept, until it is spoken to again.</summary>
    public bool IsUninstalled { get; init; }

    /// <summary>The channel or its team was deleted or archived.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Nothing can be posted here now.</summary>
    public bool IsAway => IsUninstalled || IsClosed;

    /// <summary>When the bot introduced itself here.</summary>
    public DateTimeOffset? WelcomedAt { get; init; }

    /// <summary>The cell whose group this is.</summary>
    public string? CellId { get; init; }

    public static string Table => "Conversations";

    public string PartitionKey => KeyOf(Conversation.Id);

    public string RowKey => "conversation";

    public void Write(RowWriter row) => row
        .Text("Id", Conversation.Id)
        .Text("Place", Conversation.Place.ToString())
        .Text("TenantId", Conversation.TenantId)
        .Text("ServiceUrl", Conversation.ServiceUrl.AbsoluteUri)
        .Text("BotId", Conversation.BotId)
        .Text("TeamId", Conversation.TeamId)
        .Text("ChannelId", Conversation.ChannelId)
        .Flag("IsUninstalled", IsUninstalled)
        .Flag("IsClosed", IsClosed)
        .Instant("WelcomedAt", WelcomedAt)
        .Text("CellId", CellId);

    public static ConversationRow Read(RowReader row) => new(
        new Conversation(
            row.Text("Id"),
            Enum.Parse<Place>(row.Text("Place")),
            row.Text("TenantId"),
            new Uri(row.Text("ServiceUrl")),
            row.Text("BotId"))
        {
            TeamId = row.TextOrNull("TeamId"),
            ChannelId = row.TextOrNull("ChannelId"),
        })
    {
        IsUninstalled = row.Flag("IsUninstalled"),
        IsClosed = row.Flag("IsClosed"),
        WelcomedAt = row.InstantOrNull("WelcomedAt"),
        CellId = row.TextOrNull("CellId"),
    };

    /// <summary>Teams' ids may hold characters that keys may not.</summary>
    public static string KeyOf(string conversationId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(conversationId)).AsSpan(0, 16));
}
