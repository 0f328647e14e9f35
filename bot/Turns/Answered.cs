namespace ChiBoBot.Turns;

/// <summary>A reply with the access rule that it was given under and how the turn went.</summary>
internal sealed record Answered(Reply Reply, AccessRule Rule, Outcome Outcome)
{
    /// <summary>Several replies as one; the strictest of their rules holds for all.</summary>
    public static Answered Together(IReadOnlyList<Answered> parts) => new(
        new Reply.Several([.. parts.Select(part => part.Reply)]) { For = parts.Min(part => part.Reply.For) },
        parts.MinBy(part => part.Rule.InGroup)!.Rule,
        parts.Max(part => part.Outcome));
}

/// <summary>How a turn went, for the log and the counters.</summary>
internal enum Outcome
{
    Ignored,
    Answered,
    Welcomed,
    Unsure,
    OldCard,
    BadForm,
    Denied,
    Conflict,
    Undelivered,
    Fault,
}
