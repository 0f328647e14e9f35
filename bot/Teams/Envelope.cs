namespace ChiBoBot.Teams;

/// <summary>What everything that arrives has: its id, who sent it and where.</summary>
/// <param name="ActivityId">The platform's id; where the platform gave none, one made from the content, so that a repeat has the same.</param>
internal sealed record Envelope(string ActivityId, Sender From, Conversation Conversation)
{
    public string? Locale { get; init; }

    /// <summary>The message that this one belongs to.</summary>
    public string? ReplyTo { get; init; }
}
