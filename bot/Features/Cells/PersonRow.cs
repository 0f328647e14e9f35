using System.Security.Cryptography;
using System.Text;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>Where to look for a person over all cells: by object id, or by the hash of the user principal name. It proves nothing: the member's own row says whether it is so.</summary>
internal sealed record PersonRow(string Key, string CellId, string MemberId) : ITableRow<PersonRow>
{
    /// <summary>The id that Teams knows the person by, once they have spoken to the bot.</summary>
    public string? TeamsId { get; init; }

    public static string Table => "People";

    public string PartitionKey => Key;

    // Neither id holds the bar.
    public string RowKey => $"{CellId}|{MemberId}";

    public static string KeyOfObjectId(string objectId) => "o|" + objectId.ToLowerInvariant();

    public static string KeyOfUpn(string tenantId, string upn) =>
        "u|" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{tenantId}|{upn}".ToLowerInvariant())).AsSpan(0, 16));

    public void Write(RowWriter row) => row.Text("TeamsId", TeamsId);

    public static PersonRow Read(RowReader row) =>
        row.RowKey.Split('|') is [var cell, var member]
            ? new(row.PartitionKey, cell, member) { TeamsId = row.TextOrNull("TeamsId") }
            : throw new InvalidDataException("A row of People names no member.");
}
