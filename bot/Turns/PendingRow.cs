using ChiBoBot.Storage;

namespace ChiBoBot.Turns;

/// <summary>A command that was understood and waits for the press of the one who gave it, <c>pending|member|id</c>. The card's data holds its id, and nothing else that counts.</summary>
/// <param name="Id">The turn's key, so that a repeated text leads to the same one.</param>
internal sealed record PendingRow(string CellId, string MemberId, string Id) : ITableRow<PendingRow>
{
    public const string Prefix = "pending|";

    /// <summary>After this a card is old: what it shows may not be so any more.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    public required DateTimeOffset At { get; init; }

    /// <summary>Which command it is, as its feature calls it, e.g. <c>events.create</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it would do, in words that follow “Đã hủy: ”.</summary>
    public required string What { get; init; }

    /// <summary>What was understood, in the feature's own JSON.</summary>
    public required string Content { get; init; }

    public static string Table => "Cells";

    public string PartitionKey => CellId;

    public string RowKey => KeyOf(MemberId, Id);

    public static string KeyOf(string memberId, string id) => $"{Prefix}{memberId}|{id}";

    public bool IsOver(DateTimeOffset at) => at - At > Lifetime;

    public void Write(RowWriter row) => row
        .Instant("At", At)
        .Text("Kind", Kind)
        .Text("What", What)
        .Text("Content", Content);

    public static PendingRow Read(RowReader row)
    {
        var keys = row.RowKey.Split('|');
        return new(row.PartitionKey, keys[1], keys[2])
        {
            At = row.Instant("At"),
            Kind = row.Text("Kind"),
            What = row.Text("What"),
            Content = row.Text("Content"),
        };
    }
}
