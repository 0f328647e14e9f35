using ChiBoBot.Storage;
using ChiBoBot.Understanding;

namespace ChiBoBot.Turns;

/// <summary>What a person last asked in a conversation, <c>asked|person</c> beside the conversation, for the other instances. The next question takes its place.</summary>
internal sealed record AskedRow(string ConversationId, string Person, Request Request, DateTimeOffset At) : ITableRow<AskedRow>
{
    private const string Prefix = "asked|";

    public static string Table => "Conversations";

    public string PartitionKey => ConversationRow.KeyOf(ConversationId);

    public string RowKey => KeyOf(Person);

    /// <summary>What everybody last asked in a conversation.</summary>
    public static RowRange All { get; } = RowRange.StartingWith(Prefix);

    public static string KeyOf(string person) => Prefix + ConversationRow.KeyOf(person);

    public void Write(RowWriter row) => row
        .Text("ConversationId", ConversationId)
        .Text("Person", Person)
        .Text("Request", RequestJson.Write(Request))
        .Instant("At", At);

    public static AskedRow Read(RowReader row) => new(row.Text("ConversationId"), row.Text("Person"), RequestJson.Read(row.Text("Request")), row.Instant("At"));
}
