using System.Globalization;
using System.Text.RegularExpressions;
using ChiBoBot.Features.Cells;

namespace ChiBoBot.Features.Targets;

/// <summary>Something that is not so: “nếu thêm 2 đồng chí xuất sắc”, “nếu có thêm 3 hoạt động”.</summary>
/// <param name="More">How many more; below nought how many fewer.</param>
/// <param name="Grade">More members with this grade; null where it is about something else.</param>
/// <param name="Title">More members with this title.</param>
/// <param name="Target">The number of the one target that it is asked about.</param>
/// <param name="Deed">What more is done, without marks: “mo hinh”.</param>
internal sealed partial record WhatIf(int More, Grade? Grade, Title? Title, int? Target, string? Deed = null)
{
    private static readonly Dictionary<string, int> Numbers = new(StringComparer.Ordinal)
    {
        ["mot"] = 1,
        ["hai"] = 2,
        ["ba"] = 3,
        ["bon"] = 4,
        ["nam"] = 5,
        ["sau"] = 6,
        ["bay"] = 7,
        ["tam"] = 8,
        ["chin"] = 9,
        ["muoi"] = 10,
    };

    /// <summary>Reads it from words without marks; null where they ask nothing of the kind.</summary>
    public static WhatIf? Read(string plain)
    {
        if (!plain.Contains("neu ", StringComparison.Ordinal) && !plain.Contains("gia su ", StringComparison.Ordinal) && !plain.StartsWith("gia ", StringComparison.Ordinal))
        {
            return null;
        }

        if (Form().Match(plain) is not { Success: true } found)
        {
            return null;
        }

        var word = found.Groups["number"].Value;
        var number = Numbers.TryGetValue(word, out var named) ? named : int.Parse(word, CultureInfo.InvariantCulture);
        var of = found.Groups["of"].Value;
        var isFewer = found.Groups["how"].Value is "bot" or "giam" or "mat" or "thieu";
        (Grade? Grade, Title? Title)? what =
            of.Contains("xuat sac", StringComparison.Ordinal) ? (Cells.Grade.Excellent, null)
            : of.Contains("khong hoan thanh", StringComparison.Ordinal) ? (Cells.Grade.NotCompleted, null)
            : of.Contains("hoan thanh tot", StringComparison.Ordinal) || of.Contains("loai tot", StringComparison.Ordinal) ? (Cells.Grade.Good, null)
            : of.Contains("chien si thi dua", StringComparison.Ordinal) || of.Contains("cstd", StringComparison.Ordinal) ? (null, Cells.Title.GrassrootsFighter)
            : of.Contains("lao dong tien tien", StringComparison.Ordinal) ? (null, Cells.Title.Advanced)
            : Deeds().IsMatch(of) ? (null, null)
            : null;
        var deed = what is (null, null) ? Deeds().Match(of).Value : null;
        var target = Targets().Match(plain) is { Success: true } asked ? int.Parse(asked.Groups[1].Value, CultureInfo.InvariantCulture) : (int?)null;
        return what is { } it ? new(isFewer ? -number : number, it.Grade, it.Title, target, deed) : null;
    }

    /// <summary>Whether the clause counts what it is about.</summary>
    public bool IsAbout(Clause clause) => clause.Metric switch
    {
        Metric.GradeAtLeast or Metric.GradeIs => Grade is not null && clause.Population == Population.Members,
        Metric.TitleAtLeast => Title >= clause.Title && clause.Population is Population.Officials or Population.Members or Population.MembersAndCivilServants,
        Metric.Done => Deed is { } deed && string.Join(' ', TargetMatch.Words(clause.Text)).Contains(deed, StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>The row as it would be, for the scope that the verdict is of.</summary>
    /// <param name="thisYear">The year that a yearly clause is asked about of which nothing is known yet.</param>
    public TargetRow Applied(TargetVerdict verdict, int thisYear)
    {
        var grades = Grade is { } grade && verdict.Grades is { } known ? Moved(known, grade, RatedOf(verdict)) : Grade is { } first ? Moved(new(0, 0, 0, 0), first, RatedOf(verdict)) : null;
        var counts = new List<(int Clause, int Count, int? Of)>();
        for (var i = 0; i < verdict.Clauses.Count; i++)
        {
            var clause = verdict.Clauses[i];
            var count = IsAbout(clause.Clause) ? Changed(clause, verdict, grades) : clause.Count;
            if (count is { } now)
            {
                counts.Add((i + 1, now, clause.Of));
            }
        }

        if (verdict.Result is { } result)
        {
            var changed = result with
            {
                Measurements = [.. counts.Select(count => new Measurement(count.Clause, count.Count) { Of = count.Of })],
                Grades = result.Grades is null ? null : grades ?? result.Grades,
            };
            return verdict.Row with { Results = [.. verdict.Row.Results.Where(other => other.Year != result.Year), changed], Tallies = [] };
        }

        // What the whole term counts lies beside what each year does.
        var graded = grades is null ? (int?)null : grades.Excellent + grades.Good + grades.Completed + grades.NotCompleted;
        var scopes = counts.GroupBy(count => verdict.Clauses[count.Clause - 1].Clause.Period == Period.Term ? null : (int?)(verdict.Tally?.Year ?? verdict.Year ?? thisYear)).ToList();
        return verdict.Row with
        {
            Tallies =
            [
                .. verdict.Row.Tallies.Where(other => scopes.All(scope => scope.Key != other.Year)),
                .. scopes.Select(scope => new Tally(scope.Key, [.. scope.Select(count => new Counted(count.Clause, count.Count, count.Of, KnownOf(verdict.Clauses[count.Clause - 1], count, graded))
                {
                    LeftOut = verdict.Clauses[count.Clause - 1].Counted?.LeftOut ?? default,
                })])
                {
                    Grades = grades ?? verdict.Grades,
                }),
            ],
        };
    }

    private static int KnownOf(ClauseVerdict clause, (int Clause, int Count, int? Of) count, int? graded) =>
        clause.Clause.Metric is Metric.GradeAtLeast or Metric.GradeIs && graded is { } known ? known : Math.Max(clause.Counted?.Known ?? 0, count.Of ?? count.Count);

    private int? Changed(ClauseVerdict clause, TargetVerdict verdict, GradeCounts? grades)
    {
        if (Grade is not null)
        {
            return verdict.Grades is null && clause.Count is { } alone
                ? Clamp(alone + (Reaches(clause.Clause) ? More : 0), clause.Of)
                : grades is null ? null : ClauseVerdict.CountOf(clause.Clause, grades);
        }

        return Clamp((clause.Count ?? 0) + More, clause.Of);
    }

    /// <summary>Where only the clause's own number is known: it changes when the clause asks for this very grade.</summary>
    private bool Reaches(Clause clause) => clause.Grade == Grade;

    private static int Clamp(int count, int? of) => Math.Clamp(count, 0, of ?? int.MaxValue);

    private static int RatedOf(TargetVerdict verdict)
    {
        foreach (var clause in verdict.Clauses)
        {
            if (clause.Clause is { Population: Population.Members, Measure: Measure.Share } && clause.Of is { } of)
            {
                return of;
            }
        }

        return verdict.Grades is { } grades ? grades.Excellent + grades.Good + grades.Completed + grades.NotCompleted : int.MaxValue;
    }

    /// <summary>More of one grade: first those who have none yet, then from the grades below, the nearest first, then from those above. Fewer: they are good instead, or from good the best.</summary>
    private GradeCounts Moved(GradeCounts grades, Grade to, int rated)
    {
        int[] counts = [grades.Excellent, grades.Good, grades.Completed, grades.NotCompleted];
        var into = (int)to;
        if (More < 0)
        {
            var fewer = Math.Min(-More, counts[into]);
            counts[into] -= fewer;
            counts[into == 0 ? 1 : into == 3 ? 1 : into - 1] += fewer;
        }
        else
        {
            var open = More;
            var unrated = Math.Min(open, Math.Max(0, rated - counts.Sum()));
            counts[into] += unrated;
            open -= unrated;
            foreach (var from in (IEnumerable<int>)[.. Enumerable.Range(into + 1, 3 - into), .. Enumerable.Range(0, into).Reverse()])
            {
                var moved = Math.Min(open, counts[from]);
                counts[from] -= moved;
                counts[into] += moved;
                open -= moved;
            }
        }

        return new(counts[0], counts[1], counts[2], counts[3]);
    }

    [GeneratedRegex(@"(?:neu|gia su|gia)\b.*?\b(?<how>them|co|duoc|dat|bot|giam|mat|thieu)\b (?:them |duoc |khoang )?(?<number>\d{1,4}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) (?<of>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"\b(?:hoat dong|cong trinh|mo hinh)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Deeds();

    [GeneratedRegex(@"\bchi tieu (?:so |thu )?(\d{1,3})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Targets();
}
