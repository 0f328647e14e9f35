using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChiBoBot.Storage;

namespace ChiBoBot.Due;

/// <summary>An entry of the index over all cells: look at this thing then. Entries of one hour lie together, so a sweep reads what is due, however much exists.</summary>
/// <param name="At">When to look; never before the moment it was written.</param>
/// <param name="WrittenAt">It is written before its plan, so a young entry without one is no orphan yet.</param>
internal sealed record DueEntry(DateTimeOffset At, string CellId, string Kind, string Key, string PlanId, DateTimeOffset WrittenAt) : ITableRow<DueEntry>
{
    /// <summary>One hour's entries are spread over this many partitions, so that no single one has to serve a whole country's morning.</summary>
    public const int Shards = 16;

    private const string HourFormat = "yyyyMMddHH";
    private const string StampFormat = "yyyyMMddHHmmssfff";

    public static string Table => "Due";

    public string PartitionKey => PartitionOf(Hour(At), ShardOf(CellId));

    public string RowKey => $"{Stamp(At)}|{CellId}|{Kind}|{Key}|{PlanId}";

    /// <summary>The entries of a partition up to and including that moment.</summary>
    public static RowRange UpTo(DateTimeOffset moment) => new(null, Stamp(moment) + "~");

    public static string PartitionOf(DateTimeOffset hour, int shard) =>
        hour.UtcDateTime.ToString(HourFormat, CultureInfo.InvariantCulture) + "-" + shard.ToString("x", CultureInfo.InvariantCulture);

    public static int ShardOf(string cellId) => SHA256.HashData(Encoding.UTF8.GetBytes(cellId))[0] % Shards;

    public static DateTimeOffset Hour(DateTimeOffset at)
    {
        var utc = at.UtcDateTime;
        return new(utc.Year, utc.Month, utc.Day, utc.Hour, 0, 0, TimeSpan.Zero);
    }

    public void Write(RowWriter row) => row
        .Instant("At", At)
        .Text("Cell", CellId)
        .Text("Kind", Kind)
        .Text("Key", Key)
        .Text("PlanId", PlanId)
        .Instant("WrittenAt", WrittenAt);

    public static DueEntry Read(RowReader row) => new(
        row.Instant("At"), row.Text("Cell"), row.Text("Kind"), row.Text("Key"), row.Text("PlanId"), row.Instant("WrittenAt"));

    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString(StampFormat, CultureInfo.InvariantCulture);
}
