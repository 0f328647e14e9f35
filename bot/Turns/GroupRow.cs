using ChiBoBot.Storage;

namespace ChiBoBot.Turns;

/// <summary>A group chat or channel that is the cell's own, <c>group|…</c> in the cell's partition: the way from the cell to where it talks. The conversation's own row says the same the other way round.</summary>
internal sealed record GroupRow(string CellId, string ConversationId) : ITableRow<GroupRow>
{
    public const string Prefix = "group|";

    /// <summary>The member who bound it.</summary>
    public string? BoundBy { get; init; }

    public required DateTimeOffset BoundAt { get; init; }

    public static string Table => "Cells";

    public string PartitionKey => CellId;

    public string RowKey => Prefix + ConversationRow.KeyOf(ConversationId);

    public void Write(RowWriter row) => row.Text("ConversationId", ConversationId).Text("BoundBy", BoundBy).Instant("BoundAt", BoundAt);

    public static GroupRow Read(RowReader row) => new(row.PartitionKey, row.Text("ConversationId"))
    {
        BoundBy = row.TextOrNull("BoundBy"),
        BoundAt = row.Instant("BoundAt"),
    };
}
