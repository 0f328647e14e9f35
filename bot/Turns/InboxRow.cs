using System.Security.Cryptography;
using System.Text;
using ChiBoBot.Storage;

namespace ChiBoBot.Turns;

/// <summary>A press that was carried out. It is added in the same commit as the change, so that a repeat, on any instance and after any crash, finds it done.</summary>
internal sealed record InboxRow(string CellId, string ActivityId) : ITableRow<InboxRow>
{
    public const string Prefix = "inbox|";

    public required DateTimeOffset At { get; init; }

    public static string Table => "Cells";

    public string PartitionKey => CellId;

    // Activity ids may hold characters that keys may not.
    public string RowKey => Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ActivityId)).AsSpan(0, 16));

    public void Write(RowWriter row) => row.Text("ActivityId", ActivityId).Instant("At", At);

    public static InboxRow Read(RowReader row) => new(row.PartitionKey, row.Text("ActivityId")) { At = row.Instant("At") };

    public static InboxRow Of(Turn turn) => new(turn.CellId, turn.Id) { At = turn.At };
}
