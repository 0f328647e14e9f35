namespace ChiBoBot.Due;

/// <summary>A thing that is due: what was planned, and what became of it so far.</summary>
/// <param name="At">When it was to happen. Now may be much later: the bot may have been down.</param>
/// <param name="Payload">What the planner gave along; null for a thing that says everything by its key.</param>
internal sealed record DueThing(string CellId, string Kind, string Key, DateTimeOffset At, string? Payload)
{
    /// <summary>What became of it; null while nothing was tried.</summary>
    public OutcomeRow? Outcome { get; init; }

    /// <summary>Nothing is planned for it any more.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>The message that stands in Teams for it; null where none does or nobody knows its id.</summary>
    public string? MessageId => Outcome?.MessageId;

    /// <summary>The conversation that its message stands in.</summary>
    public string? PostedIn => Outcome?.ConversationId;
}
