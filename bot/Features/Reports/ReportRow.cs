using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Reports;

/// <summary>The address, <c>report|member|name|made by</c>, at which an officer gets a report for a while: of the secret in it only the hash is kept. Without the row no address works.</summary>
internal sealed record ReportRow(string CellId, string MemberId, string Report, string Hash) : ITableRow<ReportRow>
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The id of the command that made it; null of an address from before each had its own.</summary>
    public string? MadeBy { get; init; }

    /// <summary>The particulars of the sentence, as JSON.</summary>
    public required string Slots { get; init; }

    /// <summary>The day on which it was said.</summary>
    public required DateOnly Day { get; init; }

    public required DateTimeOffset Until { get; init; }

    public static string Table => CellRow.Table;

    public string PartitionKey => CellId;

    public string RowKey => KeyOf(MemberId, Report, MadeBy);

    public static string KeyOf(string memberId, string report, string? madeBy) => $"report|{memberId}|{report}" + (madeBy is null ? "" : "|" + madeBy);

    public static RowRange RangeOf(string memberId) => RowRange.StartingWith($"report|{memberId}|");

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("report " + secret)));

    public void Write(RowWriter row) => row.Text("Hash", Hash).Text("Slots", Slots).Text("Day", Day.ToString(DayFormat, CultureInfo.InvariantCulture)).Instant("Until", Until);

    public static ReportRow Read(RowReader row)
    {
        var keys = row.RowKey.Split('|');
        return new(row.PartitionKey, keys[1], keys[2], row.Text("Hash"))
        {
            MadeBy = keys.ElementAtOrDefault(3),
            Slots = row.Text("Slots"),
            Day = DateOnly.ParseExact(row.Text("Day"), DayFormat, CultureInfo.InvariantCulture),
            Until = row.Instant("Until"),
        };
    }
}

/// <summary>Whose address a hash is, over all cells. It proves nothing: the cell's own <see cref="ReportRow"/> says whether it still is.</summary>
internal sealed record ReportIndexRow(string Hash, string CellId, string MemberId, string Report, string? MadeBy) : ITableRow<ReportIndexRow>
{
    public const string Key = "report";

    public static string Table => PersonRow.Table;

    public string PartitionKey => KeyOf(Hash);

    public string RowKey => Key;

    public static string KeyOf(string hash) => "r|" + hash;

    public void Write(RowWriter row) => row.Text("Cell", CellId).Text("Member", MemberId).Text("Report", Report).Text("MadeBy", MadeBy);

    public static ReportIndexRow Read(RowReader row) => new(row.PartitionKey[KeyOf("").Length..], row.Text("Cell"), row.Text("Member"), row.Text("Report"), row.TextOrNull("MadeBy"));
}
