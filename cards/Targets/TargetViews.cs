namespace ChiBoBot.Cards;

/// <summary>How a target stands.</summary>
public enum TargetOutcome
{
    /// <summary>Đạt và vượt.</summary>
    Exceeded,

    /// <summary>Đạt.</summary>
    Met,

    /// <summary>Sắp đạt: not reached, and little is missing.</summary>
    NearlyMet,

    /// <summary>Chưa đạt: not reached, and still possible.</summary>
    NotYet,

    /// <summary>Có nguy cơ: not reached, and behind the time that has passed.</summary>
    AtRisk,

    /// <summary>Không đạt: no longer possible, or concluded.</summary>
    Failed,

    /// <summary>Chưa đánh giá.</summary>
    NotAssessed,

    /// <summary>Không áp dụng.</summary>
    NotApplicable,
}

/// <summary>The status that was asked for.</summary>
public enum AskedStatus
{
    Met,
    NotMet,
    Failed,
    Exceeded,
    NearlyMet,
    AtRisk,
}

/// <summary>How a clause compares what was measured with its threshold.</summary>
public enum Bound
{
    Equal,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    Between,
}

/// <summary>A clause as a card shows it: what was measured against what was asked.</summary>
public sealed record ClauseView(string Text, bool IsShare, Bound Bound, decimal Threshold)
{
    public decimal? UpTo { get; init; }

    /// <summary>“Phấn đấu”.</summary>
    public bool IsStretch { get; init; }

    public int? Count { get; init; }

    public int? Of { get; init; }

    /// <summary>Whether it is reached; null where nothing was measured.</summary>
    public bool? Holds { get; init; }

    /// <summary>Above what was asked for.</summary>
    public bool IsSurpassed { get; init; }

    /// <summary>How many more it takes.</summary>
    public int? Missing { get; init; }

    /// <summary>How many it takes, where nothing is measured yet and it is known of how many.</summary>
    public int? Needed { get; init; }

    /// <summary>Of how many of those who count nothing is recorded yet.</summary>
    public int Unknown { get; init; }

    /// <summary>The month that decides where each month counts.</summary>
    public int? Month { get; init; }

    /// <summary>What the records say, where something else was entered by hand.</summary>
    public (int Count, int? Of)? Records { get; init; }

    /// <summary>Who was counted.</summary>
    public CountedView? Base { get; init; }

    /// <summary>How many completed their tasks no more than that, where the clause asks for a better grade.</summary>
    public int OnlyCompleted { get; init; }

    /// <summary>How many did not complete their tasks.</summary>
    public int NotCompleted { get; init; }
}

/// <summary>Of whom something was counted: those who count on the day that counts, and who of the cell does not.</summary>
public sealed record CountedView(DateOnly Day, int Of, bool AreOfficials)
{
    public int Probationary { get; init; }

    public int Exempt { get; init; }

    public int TemporaryHere { get; init; }

    public int TemporaryAway { get; init; }

    public int Suspended { get; init; }

    /// <summary>Without the function that is asked for.</summary>
    public int OtherFunction { get; init; }
}

/// <summary>A year of a target.</summary>
public sealed record TargetYearView(int Year, TargetOutcome Outcome, IReadOnlyList<ClauseView> Clauses);

/// <summary>A target asks for more of the best grade than the cap on it allows in the cell.</summary>
/// <param name="Percent">The cap, in percent of its base.</param>
/// <param name="OfTheGoodOnly">The base is those rated good; otherwise those rated good or better.</param>
/// <param name="WithinTheCell">The cap holds in each cell; otherwise over the whole tổ chức cơ sở đảng.</param>
public sealed record QuotaClashView(int Number, int Needed, int Most, int Rated, int Percent, bool OfTheGoodOnly, bool WithinTheCell, string Source)
{
    /// <summary>The cell has set a constant of the cap for itself.</summary>
    public bool IsOwn { get; init; }
}

/// <summary>The cap on the best grade as it works out in the cell.</summary>
/// <param name="Rated">How many of the cell are rated this year.</param>
public sealed record QuotaView(int Year, int Rated, int Most, int Percent, bool OfTheGoodOnly, bool WithinTheCell, string Source)
{
    public bool IsOwn { get; init; }

    public IReadOnlyList<QuotaClashView> Clashes { get; init; } = [];
}

/// <summary>A target as a card shows it.</summary>
public sealed record TargetView(int Number, string Title, string Text, TargetOutcome Outcome)
{
    public IReadOnlyList<ClauseView> Clauses { get; init; } = [];

    /// <summary>The year that the result is of; null for the whole term.</summary>
    public int? Year { get; init; }

    /// <summary>What the cell concluded, where the numbers say otherwise.</summary>
    public TargetOutcome? Stated { get; init; }

    /// <summary>What the records alone say, where they differ from what was entered by hand.</summary>
    public TargetOutcome? ByRecords { get; init; }

    /// <summary>It was counted from the cell's records.</summary>
    public bool IsCounted { get; init; }

    /// <summary>Each year by itself, where results of years are known.</summary>
    public IReadOnlyList<TargetYearView> Years { get; init; } = [];

    public QuotaClashView? Clash { get; init; }

    public string? Note { get; init; }

    /// <summary>The name of the member who looks after it.</summary>
    public string? Owner { get; init; }
}

/// <summary>A resolution with its targets.</summary>
public sealed record ResolutionView(string Title, IReadOnlyList<TargetView> Targets)
{
    public string? Number { get; init; }

    /// <summary>How many count: what does not apply is no target.</summary>
    public int Total => Targets.Count - Count(TargetOutcome.NotApplicable);

    public int Met => Count(TargetOutcome.Met) + Count(TargetOutcome.Exceeded);

    public int Count(TargetOutcome outcome)
    {
        var count = 0;
        foreach (var target in Targets)
        {
            count += target.Outcome == outcome ? 1 : 0;
        }

        return count;
    }
}

/// <summary>A year of which only the numbers are kept.</summary>
public sealed record YearTotalView(int Year, int Met, int Total, bool Exceeded, IReadOnlyList<string> Resolutions);

/// <summary>A term in force that the answer is not about, and how far it is.</summary>
public sealed record RunningTermView(int From, int To, int Targets, int Concluded, int UnderWay);

/// <summary>What an answer about targets speaks of, and where it comes from.</summary>
/// <param name="Terms">The first and last year of each term.</param>
public sealed record TargetBoardView(IReadOnlyList<(int From, int To)> Terms)
{
    public IReadOnlyList<ResolutionView> Resolutions { get; init; } = [];

    public IReadOnlyList<YearTotalView> Totals { get; init; } = [];

    public IReadOnlyList<RunningTermView> Running { get; init; } = [];

    /// <summary>The year that was asked for.</summary>
    public int? Year { get; init; }

    /// <summary>A year was asked for, and the results are of the whole term.</summary>
    public bool IsTermInstead { get; init; }

    /// <summary>What was computed by which rules; null where nothing was.</summary>
    public string? Basis { get; init; }

    /// <summary>When the latest result was concluded, as precisely as it is known.</summary>
    public (int Year, int? Month, int? Day)? AsOf { get; init; }
}
