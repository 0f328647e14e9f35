namespace ChiBoBot.Features.Cells;

/// <summary>Counts the clauses of a target from the cell's records. Pure, and independent of the day on which it is done.</summary>
/// <remarks>
/// The day that counts for a year is its last: a grade or title of the year is counted among those who are in the cell on 31 December, by standing and by function, in the term that holds on that day.
/// Grades: those who are rated (<see cref="CountedIn.Rating"/>). Titles: cán bộ, công chức of the cell. Units: those of which anything was recorded in the term.
/// Deeds: those linked to the target, of the year or the term. Attendance: the sum of the year's roll calls, or the lowest month where each month counts.
/// Violations, studies and what the cell judges are recorded as results only.
/// </remarks>
internal static class Tallies
{
    /// <summary>The tallies of a target, the term's first and then year by year; none where nothing of it can be counted.</summary>
    public static IReadOnlyList<Tally> Of(Target target, Term term, CellFile cell)
    {
        var tallies = new List<Tally>();
        if (Count(target, Period.Term, (clause, number) => OverTerm(clause, number, target, term, cell)) is { } whole)
        {
            tallies.Add(new(null, whole));
        }

        for (var year = term.From.Year; year <= term.To.Year; year++)
        {
            var day = new DateOnly(year, 12, 31);
            if (Count(target, Period.Year, (clause, number) => InYear(clause, number, target, term, cell, year, day)) is { } counted)
            {
                tallies.Add(new(year, counted) { Grades = target.Clauses.Any(IsAboutMembersGrades) && EndsIn(term, day) ? GradesOf(cell, year, day) : null });
            }
        }

        return tallies;
    }

    private static List<Counted>? Count(Target target, Period period, Func<Clause, int, Counted?> count)
    {
        List<Counted>? counted = null;
        for (var i = 0; i < target.Clauses.Count; i++)
        {
            // What each month must hold, each year holds by its months.
            if ((target.Clauses[i].Period == Period.Term) == (period == Period.Term) && count(target.Clauses[i], i + 1) is { } one)
            {
                (counted ??= []).Add(one);
            }
        }

        return counted;
    }

    private static Counted? OverTerm(Clause clause, int number, Target target, Term term, CellFile cell) => clause switch
    {
        { Population: Population.Activities, Metric: Metric.Done } => Deeds(number, target, cell, date => term.From.First <= date.First && date.Last <= term.To.Last),
        { Population: Population.Members, Metric: Metric.Present } => Attendance(number, cell.Turnouts, from: term.From.First, to: term.To.Last),
        _ => null,
    };

    private static Counted? InYear(Clause clause, int number, Target target, Term term, CellFile cell, int year, DateOnly day) => clause switch
    {
        { Population: Population.Activities, Metric: Metric.Done } => Deeds(number, target, cell, date => date.Year == year && term.From.First <= date.Last && date.First <= term.To.Last),
        { Population: Population.Members, Metric: Metric.Present, Period: Period.Month } => LowestMonth(number, cell.Turnouts, year),
        { Population: Population.Members, Metric: Metric.Present } => Attendance(number, cell.Turnouts, from: new(year, 1, 1), to: day),
        _ when !EndsIn(term, day) => null,
        { Population: Population.Members } when IsAboutMembersGrades(clause) => MembersGrades(clause, number, cell, year, day),
        { Population: Population.Officials, Metric: Metric.TitleAtLeast } => Titles(clause, number, cell, year, day),
        { Population: Population.Cell or Population.Units, Metric: Metric.GradeAtLeast or Metric.GradeIs or Metric.TitleAtLeast } => Collectives(clause, number, term, cell, year),
        _ => null,
    };

    private static bool EndsIn(Term term, DateOnly day) => term.From.First <= day && day <= term.To.Last;

    private static bool IsAboutMembersGrades(Clause clause) =>
        clause is { Population: Population.Members, Metric: Metric.GradeAtLeast or Metric.GradeIs };

    private static Counted MembersGrades(Clause clause, int number, CellFile cell, int year, DateOnly day)
    {
        var (rated, grades) = GradesOfRated(cell, year, day);
        return new(number, grades.Count(grade => Fits(clause, grade.Grade)), rated.Count, grades.Count) { LeftOut = LeftOut(cell, day, member => rated.Contains(member.Id)) };
    }

    private static GradeCounts? GradesOf(CellFile cell, int year, DateOnly day)
    {
        var grades = GradesOfRated(cell, year, day).Grades.ToLookup(grade => grade.Grade);
        return grades.Count == 0 ? null : new(grades[Grade.Excellent].Count(), grades[Grade.Good].Count(), grades[Grade.Completed].Count(), grades[Grade.NotCompleted].Count());
    }

    private static (HashSet<string> Rated, List<DecidedGrade> Grades) GradesOfRated(CellFile cell, int year, DateOnly day)
    {
        var rated = cell.Members.CountedOn(day, CountedIn.Rating).Select(member => member.Id).ToHashSet(StringComparer.Ordinal);
        return (rated, [.. cell.Grades.Where(grade => grade.Year == year && grade.Member is { } member && rated.Contains(member))]);
    }

    private static Counted Titles(Clause clause, int number, CellFile cell, int year, DateOnly day)
    {
        var officials = cell.Members.CountedOn(day, CountedIn.Cell).Where(member => member.Service is not null).Select(member => member.Id).ToHashSet(StringComparer.Ordinal);
        var awarded = cell.Awards.Where(award => award.Year == year && award.Member is { } member && officials.Contains(member)).ToList();

        // Who has no title has no record of it: one title of the year makes the year's list known.
        var known = awarded.Count > 0 ? officials.Count : 0;
        return new(number, awarded.Where(award => award.Title >= clause.Title).Select(award => award.Member).Distinct().Count(), officials.Count, known)
        {
            LeftOut = LeftOut(cell, day, member => officials.Contains(member.Id)),
        };
    }

    private static Counted? Collectives(Clause clause, int number, Term term, CellFile cell, int year)
    {
        var isCell = clause.Population == Population.Cell;
        bool Meant(Rated whom) => whom.Member is null && (whom.Unit is null) == isCell;
        bool InTerm(int of) => term.From.Year <= of && of <= term.To.Year;

        var all = cell.Grades.Where(grade => Meant(grade.Whom) && InTerm(grade.Year)).Select(grade => grade.Whom)
            .Concat(cell.Awards.Where(award => Meant(award.Whom) && InTerm(award.Year)).Select(award => award.Whom))
            .ToHashSet();
        if (all.Count == 0)
        {
            return null;
        }

        var fitting = clause.Metric == Metric.TitleAtLeast
            ? cell.Awards.Where(award => award.Year == year && Meant(award.Whom) && award.Title >= clause.Title).Select(award => award.Whom)
            : cell.Grades.Where(grade => grade.Year == year && Meant(grade.Whom) && Fits(clause, grade.Grade)).Select(grade => grade.Whom);
        var known = clause.Metric == Metric.TitleAtLeast
            ? cell.Awards.Any(award => award.Year == year && Meant(award.Whom)) ? all.Count : 0
            : cell.Grades.Where(grade => grade.Year == year && Meant(grade.Whom)).Select(grade => grade.Whom).Distinct().Count();
        return new(number, fitting.Distinct().Count(), all.Count, known);
    }

    private static Counted? Deeds(int number, Target target, CellFile cell, Func<PartialDate, bool> counts)
    {
        var done = cell.Deeds.Count(deed => deed.Target == target.Id && counts(deed.Date)
            && (deed.Clause ?? FirstCounting(target)) == number);
        return done > 0 ? new(number, done, null, done) : null;
    }

    private static int FirstCounting(Target target)
    {
        for (var i = 0; i < target.Clauses.Count; i++)
        {
            if (target.Clauses[i] is { Population: Population.Activities, Metric: Metric.Done })
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static Counted? Attendance(int number, IEnumerable<Turnout> turnouts, DateOnly from, DateOnly to)
    {
        var (present, expected) = (0, 0);
        foreach (var turnout in turnouts.Where(turnout => from <= turnout.Date && turnout.Date <= to))
        {
            (present, expected) = (present + turnout.Present, expected + turnout.Expected);
        }

        return expected > 0 ? new(number, present, expected, expected) : null;
    }

    private static Counted? LowestMonth(int number, IReadOnlyList<Turnout> turnouts, int year)
    {
        Counted? lowest = null;
        for (var month = 1; month <= 12; month++)
        {
            var first = new DateOnly(year, month, 1);
            if (Attendance(number, turnouts, first, first.AddMonths(1).AddDays(-1)) is { } here
                && (lowest is not { } least || (long)here.Count * least.Of!.Value < (long)least.Count * here.Of!.Value))
            {
                lowest = here with { Month = month };
            }
        }

        return lowest;
    }

    private static bool Fits(Clause clause, Grade grade) => clause.Metric == Metric.GradeIs ? grade == clause.Grade : grade <= clause.Grade;

    private static LeftOut LeftOut(CellFile cell, DateOnly day, Func<Member, bool> counts)
    {
        var left = cell.Members.Where(member => member.IsIn(day) && !counts(member)).Select(member => member.StandingOn(day)).ToLookup(standing => standing);
        return new(
            left[Standing.Probationary].Count(),
            left[Standing.Exempt].Count(),
            left[Standing.TemporaryHere].Count(),
            left[Standing.TemporaryAway].Count(),
            left[Standing.Suspended].Count(),
            left[Standing.Official].Count());
    }
}
