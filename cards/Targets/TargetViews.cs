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

    /// <summary>How many completed their tasks no more than that, where the clause asks for a better grade.</summary>
    public int OnlyCompleted { get; init; }

    /// <summary>How many did not complete their tasks.</summary>
    public int NotCompleted { get; init; }
}

/// <summary>A target as a card shows it.</summary>
public sealed record TargetView(int Number, string Title, string Text, TargetOutcome Outcome)
{
    public IReadOnlyList<ClauseView> Clauses { get; init; } = [];

    /// <summary>The year that the result is of; null for the whole term.</summary>
    public int? Year { get; init; }

    /// <summary>What the cell concluded, where the numbers say otherwise.</summary>
    public TargetOutcome? Stated { get; init; }

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

    /// <summary>When the latest result was concluded, as precisely as it is known.</summary>
    public (int Year, int? Month, int? Day)? AsOf { get; init; }
}
