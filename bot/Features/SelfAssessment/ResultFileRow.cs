using System.Security.Cryptography;
using System.Text;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>The address, <c>results|member</c>, at which one who runs rounds gets the results of a round for a while: of the secret in it only the hash is kept. A new address takes the old one's place; without the row no address works.</summary>
internal sealed record ResultFileRow(string CellId, string MemberId, string Hash) : ITableRow<ResultFileRow>
{
    public required string Round { get; init; }

    public required DateTimeOffset Until { get; init; }

    public static string Table => CellRow.Table;

    public string PartitionKey => CellId;

    public string RowKey => KeyOf(MemberId);

    public static string KeyOf(string memberId) => "results|" + memberId;

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("results " + secret)));

    public void Write(RowWriter row) => row.Text("Hash", Hash).Text("Round", Round).Instant("Until", Until);

    public static ResultFileRow Read(RowReader row) => new(row.PartitionKey, row.RowKey[KeyOf("").Length..], row.Text("Hash"))
    {
        Round = row.Text("Round"),
        Until = row.Instant("Until"),
    };
}

/// <summary>Whose address a hash is, over all cells. It proves nothing: the cell's own <see cref="ResultFileRow"/> says whether it still is.</summary>
internal sealed record ResultFileIndexRow(string Hash, string CellId, string MemberId) : ITableRow<ResultFileIndexRow>
{
    public const string Key = "results";

    public static string Table => PersonRow.Table;

    public string PartitionKey => KeyOf(Hash);

    public string RowKey => Key;

    public static string KeyOf(string hash) => "r|" + hash;

    public void Write(RowWriter row) => row.Text("Cell", CellId).Text("Member", MemberId);

    public static ResultFileIndexRow Read(RowReader row) => new(row.PartitionKey[KeyOf("").Length..], row.Text("Cell"), row.Text("Member"));
}
