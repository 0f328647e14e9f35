using ChiBoBot.Features.Cells;

namespace ChiBoBot.Features.Targets;

/// <summary>What was measured for a clause and whether it is reached. All comparisons are exact: count × 100 against threshold × population, never a quotient.</summary>
/// <param name="Count">How many; null where nothing was measured.</param>
/// <param name="Of">Out of how many, where the clause is about a share; known also before anything is measured where records say who counts.</param>
internal readonly record struct ClauseVerdict(Clause Clause, int? Count, int? Of)
{
    /// <summary>The records that it was counted from; null for what was entered by hand.</summary>
    public Counted? Counted { get; init; }

    /// <summary>What the records say, where something else was entered by hand.</summary>
    public Counted? Against { get; init; }

    public bool IsCounted => Counted is not null && Count is not null;

    /// <summary>Whether the clause is reached; null where it can't be told.</summary>
    public bool? Holds => Count is { } count ? HoldsWith(count) : null;

    /// <summary>Above what was asked for. Only a clause that names the number to reach can be surpassed:
    /// “ít nhất 10” by 11, “01–02 mô hình” by 3. “Trên 20%” asks for more in itself, and 100% has nothing above it.</summary>
    public bool IsSurpassed => Count is { } count && Left(count) is { } left && Clause.Comparator switch
    {
        Comparator.AtLeast => left > Right(Clause.Threshold),
        Comparator.Between => left > Right(Clause.UpTo ?? Clause.Threshold),
        _ => false,
    };

    /// <summary>How many more it takes; null where it is reached, unknown, or where fewer are wanted.</summary>
    public int? Missing => Holds == false && Needed is { } needed && needed > Count ? needed - Count : null;

    /// <summary>More can only help: things done stay done, while a share may fall again. What is counted of a list that isn't complete only grows too.</summary>
    public bool OnlyGrows => Clause.Comparator is Comparator.AtLeast or Comparator.MoreThan or Comparator.Between
        && (Clause.Measure == Measure.Count || (Counted is { } counted && IsDecidedOneByOne && counted.Known < counted.Of));

    /// <summary>Not reached, and nothing that may still be counted can change it.</summary>
    public bool IsOutOfReach => Holds == false && (Counted is { Of: { } of } counted && IsDecidedOneByOne
        ? counted.Known >= of || !CouldHold(counted.Count, of - counted.Known)
        : Clause.Measure == Measure.Count && Clause.Comparator switch
        {
            Comparator.AtMost or Comparator.LessThan => true,
            Comparator.Equal => Count > Clause.Threshold,
            _ => false,
        });

    /// <summary>Counted, and complete: every one that counts has a record, or the time is over.</summary>
    public bool IsSettled(bool isOver) => Counted is { } counted && Count is not null
        && (IsDecidedOneByOne ? counted.Known >= (counted.Of ?? 0) : isOver);

    /// <summary>The smallest count that reaches the clause; null where fewer are wanted or it isn't known of how many.</summary>
    public int? Needed
    {
        get
        {
            if (Clause.Measure == Measure.Share && Of is null)
            {
                return null;
            }

            var exact = Clause.Measure == Measure.Count ? Clause.Threshold : Clause.Threshold * (Of ?? 0) / 100;
            return Clause.Comparator switch
            {
                Comparator.Equal or Comparator.AtLeast or Comparator.Between => (int)decimal.Ceiling(exact),
                Comparator.MoreThan => (int)decimal.Floor(exact) + 1,
                _ => null,
            };
        }
    }

    /// <summary>Comes bit by bit as time passes, so that it can be behind; grades and titles are all given at the end.</summary>
    public bool GathersOverTime => Clause.Metric is not (Metric.GradeAtLeast or Metric.GradeIs or Metric.TitleAtLeast);

    // Grades are decided member by member; who has no record yet may still get any.
    private bool IsDecidedOneByOne => Clause.Metric is Metric.GradeAtLeast or Metric.GradeIs;

    /// <summary>The clause with what a result says of it: its measurement, or else what the grades say.</summary>
    /// <param name="number">The clause's number in its target, from 1.</param>
    public static ClauseVerdict Measured(Clause clause, int number, Result result)
    {
        foreach (var measured in result.Measurements)
        {
            if (measured.Clause == number)
            {
                return new(clause, measured.Count, measured.Of);
            }
        }

        return result.Grades is { } grades && CountOf(clause, grades) is { } count
            ? new(clause, count, grades.Excellent + grades.Good + grades.Completed + grades.NotCompleted)
            : new(clause, null, null);
    }

    /// <summary>The clause as the records have it.</summary>
    public static ClauseVerdict FromRecords(Clause clause, Counted counted) =>
        new(clause, counted.Known > 0 ? counted.Count : null, counted.Of) { Counted = counted };

    /// <summary>How many a clause about members' grades counts of these; null for every other clause.</summary>
    public static int? CountOf(Clause clause, GradeCounts grades) => (clause.Population, clause.Metric, clause.Grade) switch
    {
        (not Population.Members, _, _) => null,
        (_, Metric.GradeAtLeast, Grade.Excellent) or (_, Metric.GradeIs, Grade.Excellent) => grades.Excellent,
        (_, Metric.GradeAtLeast, Grade.Good) => grades.Excellent + grades.Good,
        (_, Metric.GradeAtLeast, Grade.Completed) => grades.Excellent + grades.Good + grades.Completed,
        (_, Metric.GradeIs, Grade.Good) => grades.Good,
        (_, Metric.GradeIs, Grade.Completed) => grades.Completed,
        (_, Metric.GradeIs, Grade.NotCompleted) => grades.NotCompleted,
        _ => null,
    };

    /// <summary>Whether what was measured is at least this percentage of what it takes.</summary>
    public bool IsWithin(int percent) => Holds == true || (Count is { } count && Needed is { } needed && count * 100L >= needed * (long)percent);

    /// <summary>Whether it can be reached when between none and all of <paramref name="open"/> are added.</summary>
    private bool CouldHold(int count, int open)
    {
        for (var added = 0; added <= open; added++)
        {
            if (HoldsWith(count + added) == true)
            {
                return true;
            }
        }

        return false;
    }

    private bool? HoldsWith(int count) => Left(count) is not { } left ? null : Clause.Comparator switch
    {
        Comparator.Equal => left == Right(Clause.Threshold),
        Comparator.AtLeast or Comparator.Between => left >= Right(Clause.Threshold),
        Comparator.MoreThan => left > Right(Clause.Threshold),
        Comparator.AtMost => left <= Right(Clause.Threshold),
        _ => left < Right(Clause.Threshold),
    };

    private decimal? Left(int count) => Clause.Measure == Measure.Count ? count : Of > 0 ? count * 100m : null;

    private decimal Right(decimal threshold) => Clause.Measure == Measure.Count ? threshold : threshold * (Of ?? 0);
}
