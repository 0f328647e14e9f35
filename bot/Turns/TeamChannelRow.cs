using ChiBoBot.Storage;

namespace ChiBoBot.Turns;

/// <summary>A team's channel that a cell talks in, <c>channel|…</c> beside the team's own conversation: what befalls the team befalls it.</summary>
internal sealed record TeamChannelRow(string TeamId, string ConversationId) : ITableRow<TeamChannelRow>
{
    private const string Prefix = "channel|";

    public static RowRange All { get; } = RowRange.StartingWith(Prefix);

    public static string Table => ConversationRow.Table;

    public string PartitionKey => ConversationRow.KeyOf(TeamId);

    public string RowKey => Prefix + ConversationRow.KeyOf(ConversationId);

    public void Write(RowWriter row) => row.Text("TeamId", TeamId).Text("ConversationId", ConversationId);

    public static TeamChannelRow Read(RowReader row) => new(row.Text("TeamId"), row.Text("ConversationId"));
}
