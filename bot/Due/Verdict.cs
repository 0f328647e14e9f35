namespace ChiBoBot.Due;

/// <summary>What an entry of the index is worth, seen beside its plan and what became of it. Pure.</summary>
internal abstract record Verdict
{
    /// <summary>So long an entry may wait for its plan: far longer than any turn takes from the one to the other.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    /// <summary>Whoever is at it is done within moments, as a rule; a newer plan of the same thing waits for that.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    private Verdict()
    {
    }

    /// <summary>It points at nothing (any more).</summary>
    internal sealed record Remove : Verdict;

    /// <summary>Not now.</summary>
    internal sealed record LookAgain(DateTimeOffset At) : Verdict
    {
        /// <summary>Its plan isn't there (yet).</summary>
        public bool IsUnplanned { get; init; }
    }

    /// <summary>Whoever was posting is gone, for the second time, and nobody knows whether the message arrived.</summary>
    internal sealed record SayUnknown : Verdict;

    /// <summary>Its time has come.</summary>
    internal sealed record Decide(DueThing Thing) : Verdict;

    public static Verdict Of(DueEntry entry, DueRow? plan, OutcomeRow? outcome, DateTimeOffset now)
    {
        if (plan?.PlanId != entry.PlanId)
        {
            return now < entry.WrittenAt + Grace ? new LookAgain(entry.WrittenAt + Grace) { IsUnplanned = true } : new Remove();
        }

        return outcome switch
        {
            { State: DueState.Posting or DueState.Renewing, Until: { } until } when now < until => new LookAgain(until < now + Soon ? until : now + Soon),
            { State: DueState.Posting, Unsure: > 1 } => new SayUnknown(),
            { State: DueState.Waiting, Until: { } until } when outcome.PlanId == plan.PlanId && now < until => new LookAgain(until),
            { State: DueState.Waiting or DueState.Posting or DueState.Renewing } => new Decide(Schedule.Thing(plan, outcome)),
            not null when outcome.PlanId == plan.PlanId => new Remove(),
            _ => new Decide(Schedule.Thing(plan, outcome)),
        };
    }

    /// <summary>Whether a message may be posted: none stands, or nobody knows and it was posted but once, or somebody wants it all the same.</summary>
    public static bool MayPost(DueRow plan, OutcomeRow? outcome) =>
        outcome is not { MayStand: true }
        || outcome is { State: DueState.Waiting or DueState.Posting, Unsure: 1 }
        || IsWantedAgain(plan, outcome);

    /// <summary>Somebody asked for it once more, knowing what became of it before.</summary>
    public static bool IsWantedAgain(DueRow plan, OutcomeRow outcome) => plan.MayRepeat && outcome.PlanId != plan.PlanId;
}
