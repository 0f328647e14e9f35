using System.Security.Cryptography;
using System.Text;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Events;

/// <summary>A member's calendar address, <c>feed|member</c>, or that of one event, <c>feed|member|event</c>: of the secret in it only the hash is kept. A new address takes the old one's place; without the row no address works.</summary>
internal sealed record FeedRow(string CellId, string MemberId, string Hash) : ITableRow<FeedRow>
{
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The one event that the address serves; null for the whole calendar.</summary>
    public string? EventId { get; init; }

    public static string Table => CellRow.Table;

    public string PartitionKey => CellId;

    public string RowKey => KeyOf(MemberId, EventId);

    public static string KeyOf(string memberId, string? eventId = null) => eventId is null ? "feed|" + memberId : $"feed|{memberId}|{eventId}";

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("calendar " + secret)));

    public void Write(RowWriter row) => row.Text("Hash", Hash).Instant("MadeAt", MadeAt);

    public static FeedRow Read(RowReader row) => row.RowKey.Split('|') is [_, var member, .. var rest]
        ? new(row.PartitionKey, member, row.Text("Hash")) { MadeAt = row.Instant("MadeAt"), EventId = rest is [var one] ? one : null }
        : throw new InvalidDataException("A calendar address of nobody.");
}

/// <summary>Whose address a hash is, over all cells. It proves nothing: the cell's own <see cref="FeedRow"/> says whether it still is.</summary>
internal sealed record FeedIndexRow(string Hash, string CellId, string MemberId) : ITableRow<FeedIndexRow>
{
    public const string Key = "feed";

    public string? EventId { get; init; }

    public static string Table => PersonRow.Table;

    public string PartitionKey => "c|" + Hash;

    public string RowKey => Key;

    public void Write(RowWriter row) => row.Text("Cell", CellId).Text("Member", MemberId).Text("Event", EventId);

    public static FeedIndexRow Read(RowReader row) => new(row.PartitionKey[2..], row.Text("Cell"), row.Text("Member")) { EventId = row.TextOrNull("Event") };
}
