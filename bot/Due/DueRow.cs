using System.Security.Cryptography;
using System.Text;
using ChiBoBot.Storage;

namespace ChiBoBot.Due;

/// <summary>What is planned, <c>due|kind|key</c> in the cell's partition: the truth that the index points at. Planners write it whole and unread, so it never stands against their commit.</summary>
/// <param name="PlanId">Names this plan: the same plan has the same id, so planning twice changes nothing.</param>
internal sealed record DueRow(string CellId, string Kind, string Key, DateTimeOffset At, string? Payload, string PlanId) : ITableRow<DueRow>
{
    public const string Prefix = "due|";

    public bool IsWithdrawn { get; init; }

    /// <summary>Somebody asked for it once more, knowing that the first may have arrived.</summary>
    public bool MayRepeat { get; init; }

    public static string Table => "Cells";

    public string PartitionKey => CellId;

    public string RowKey => KeyOf(Kind, Key);

    public static string KeyOf(string kind, string key) => $"{Prefix}{kind}|{key}";

    public void Write(RowWriter row) => row
        .Text("Kind", Kind)
        .Text("Key", Key)
        .Instant("At", At)
        .Text("Payload", Payload)
        .Text("PlanId", PlanId)
        .Flag("IsWithdrawn", IsWithdrawn)
        .Flag("MayRepeat", MayRepeat);

    public static DueRow Read(RowReader row) => new(
        row.PartitionKey, row.Text("Kind"), row.Text("Key"), row.Instant("At"), row.TextOrNull("Payload"), row.Text("PlanId"))
    {
        IsWithdrawn = row.Flag("IsWithdrawn"),
        MayRepeat = row.Flag("MayRepeat"),
    };

    public static string IdOf(DateTimeOffset at, string? payload, string? because)
    {
        var whole = FormattableString.Invariant($"{at.UtcTicks}|{because}|{payload}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)).AsSpan(0, 8));
    }
}
