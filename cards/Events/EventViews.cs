namespace ChiBoBot.Cards;

/// <summary>A meeting or another event as a card shows it. Times are Vietnam's.</summary>
public sealed record EventView(string Title, DateOnly Date)
{
    /// <summary>When it begins; null for a whole day.</summary>
    public TimeOnly? Time { get; init; }

    public int? Minutes { get; init; }

    public string? Place { get; init; }

    /// <summary>Where to join online.</summary>
    public string? Link { get; init; }

    public IReadOnlyList<string> Agenda { get; init; } = [];

    /// <summary>Those who come to attend and direct.</summary>
    public IReadOnlyList<string> Guests { get; init; } = [];

    public IReadOnlyList<DocumentView> Documents { get; init; } = [];

    /// <summary>The name of the member who chairs.</summary>
    public string? Chair { get; init; }

    /// <summary>The name of the member who takes the minutes.</summary>
    public string? Clerk { get; init; }

    /// <summary>Who is called, where it isn't the whole cell.</summary>
    public string? Called { get; init; }

    public bool IsCancelled { get; init; }

    public string? Note { get; init; }
}

/// <summary>Something to read before an event, where it lies.</summary>
public sealed record DocumentView(string Title, Uri Link);

/// <summary>A day that is commemorated, in the year that it is about.</summary>
public sealed record AnniversaryView(string Name, DateOnly Date)
{
    /// <summary>How many years it is then; null where the first year isn't known.</summary>
    public int? Years { get; init; }
}

/// <summary>What of an event was asked for.</summary>
public enum EventField
{
    Time,
    Place,
    Agenda,
    Chair,
    Duration,
    Documents,
    Link,
    Clerk,
}

/// <summary>Kinds of event as people name them.</summary>
public enum EventSort
{
    Any,

    /// <summary>Any meeting, whatever its kind.</summary>
    Meeting,

    /// <summary>A meeting of the whole cell.</summary>
    Branch,
    Regular,
    Thematic,
    Extraordinary,
    Committee,
    Congress,
    MidTermReview,
    YearReview,
    SelfCriticism,
    Study,
    Activity,
    Commemoration,
}
