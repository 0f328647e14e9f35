namespace ChiBoBot.Due;

/// <summary>One kind of thing that falls due, e.g. the reminder of a meeting or the card of a roll call. It decides; the sweeper carries it out.</summary>
internal interface IDueKind
{
    /// <summary>What its rows are called by. Never given another meaning: rows outlive releases.</summary>
    string Name { get; }

    /// <summary>What to do about a thing whose time has come, as everything stands at <paramref name="now"/>. May be asked again for the same thing, by any instance, so it changes nothing itself.</summary>
    Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel);
}
