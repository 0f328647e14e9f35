using ChiBoBot.Cards;

namespace ChiBoBot.Teams;

/// <summary>One message to be sent: words or a card, never both (Teams splits such a message and gives no id back).</summary>
internal abstract record Outgoing
{
    private Outgoing()
    {
    }

    /// <summary>In a group: the only person who sees the message (a targeted message, gone after a day); null for everybody.</summary>
    public Sender? OnlyFor { get; init; }

    /// <summary>Words. Names in <paramref name="Mentions"/> stand in the text as <c>&lt;at&gt;name&lt;/at&gt;</c>.</summary>
    internal sealed record Words(string Text, IReadOnlyList<Sender>? Mentions = null) : Outgoing;

    /// <summary>A card, with the line that a notification shows.</summary>
    internal sealed record Card(AdaptiveCard Content, string Summary) : Outgoing;

    /// <summary>“… is typing”.</summary>
    internal sealed record Typing : Outgoing;
}
