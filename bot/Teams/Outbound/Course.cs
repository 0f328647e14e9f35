namespace ChiBoBot.Teams.Outbound;

/// <summary>Which calls may be made again when nobody knows what became of the first.</summary>
internal enum Repeat
{
    /// <summary>Any number of times: reading, changing, deleting, opening the one chat with a person.</summary>
    Harmless,

    /// <summary>One time more. An answer to a person: that it gets lost is worse than the rare double.</summary>
    OneMore,

    /// <summary>Not at all: the caller is told <see cref="Delivery.Unknown"/> and decides.</summary>
    Never,
}

/// <summary>What comes after a failed attempt.</summary>
/// <param name="GiveUp">How the call ended, or null where it goes on.</param>
internal readonly record struct Step(Remedy Remedy, TimeSpan Wait, Delivery? GiveUp)
{
    public static Step End(Delivery delivery) => new(Remedy.None, TimeSpan.Zero, delivery);
}

/// <summary>The attempts of one call so far, and the decision what comes next. Knows no clock and no network.</summary>
internal sealed class Course(Repeat repeat, Random random)
{
    private const int MostRetries = 3;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    /// <summary>Nobody reads an answer that comes later than this; what can wait longer is tried again by its own plan.</summary>
    private static readonly TimeSpan LongestObeyed = TimeSpan.FromMinutes(1);

    private bool _triedToken;
    private bool _triedHost;
    private bool _mayHaveArrived;

    public int Retries { get; private set; }

    /// <summary>After an answer that isn't 2xx.</summary>
    public Step AfterAnswer(FaultRule rule, TimeSpan? retryAfter)
    {
        if (repeat == Repeat.Never && rule.MayHaveArrived)
        {
            return Step.End(Delivery.Unknown);
        }

        switch (rule.Remedy)
        {
            case Remedy.Retry:
                return Again(rule.Delivery, retryAfter);
            case Remedy.FreshToken when !_triedToken:
                _triedToken = true;
                return new(Remedy.FreshToken, TimeSpan.Zero, null);
            case Remedy.OtherHost when !_triedHost:
                _triedHost = true;
                return new(Remedy.OtherHost, TimeSpan.Zero, null);
            default:
                return Ended(rule.Delivery);
        }
    }

    /// <summary>After a connection that didn't come about: nothing was sent.</summary>
    public Step AfterNoConnection() => Again(Delivery.Unavailable, null);

    /// <summary>After a connection that broke, or an answer that didn't come in time: the call may have been carried out.</summary>
    public Step AfterSilence()
    {
        if (repeat == Repeat.Harmless)
        {
            return Again(Delivery.Unavailable, null);
        }

        if (repeat == Repeat.Never || _mayHaveArrived)
        {
            return Step.End(Delivery.Unknown);
        }

        _mayHaveArrived = true;
        return Again(Delivery.Unknown, null);
    }

    private Step Again(Delivery otherwise, TimeSpan? retryAfter)
    {
        if (Retries == MostRetries || retryAfter > LongestObeyed)
        {
            return Ended(otherwise);
        }

        var wait = retryAfter ?? Jitter(FirstWait * (1 << Retries));
        Retries++;
        return new(Remedy.Retry, wait, null);
    }

    private Step Ended(Delivery delivery) =>
        Step.End(_mayHaveArrived && delivery == Delivery.Unavailable ? Delivery.Unknown : delivery);

    /// <summary>Up to a fifth more or less, so that many who failed together don't come back together.</summary>
    private TimeSpan Jitter(TimeSpan wait)
    {
        var varied = wait * (0.8 + (0.4 * random.NextDouble()));
        return varied < LongestWait ? varied : LongestWait;
    }
}
