using ChiBoBot.Storage;

namespace ChiBoBot.Turns;

/// <summary>A member's own chat with the bot, <c>chat|member</c> in the cell's partition: the way to speak to them first.</summary>
internal sealed record OwnChatRow(string CellId, string MemberId, string ConversationId) : ITableRow<OwnChatRow>
{
    public const string Prefix = "chat|";

    public static string Table => "Cells";

    public string PartitionKey => CellId;

    public string RowKey => Prefix + MemberId;

    public void Write(RowWriter row) => row.Text("ConversationId", ConversationId);

    public static OwnChatRow Read(RowReader row) => new(row.PartitionKey, row.RowKey[Prefix.Length..], row.Text("ConversationId"));
}
