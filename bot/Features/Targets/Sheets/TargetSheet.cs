using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;

namespace ChiBoBot.Features.Targets.Sheets;

/// <summary>The cell's targets and results as a table, one line for each clause and period (docs/target-sheet.md). Pure.</summary>
internal static class TargetSheet
{
    private const int LongestText = 2000;

    /// <summary>The columns' widths in a workbook, in letters.</summary>
    public static IReadOnlyList<int> Widths { get; } = [16, 10, 28, 60, 24, 6, 60, 12, 8, 12, 16, 40];

    public static IReadOnlyList<IReadOnlyList<string>> Write(CellFile cell)
    {
        var rows = new List<IReadOnlyList<string>> { TargetSheetText.Headings };
        var results = cell.Results.ToLookup(result => result.Target);
        foreach (var target in cell.Targets.OrderBy(target => target.Resolution, StringComparer.Ordinal).ThenBy(target => target.Number))
        {
            IEnumerable<Result?> periods = results[target.Id].Any() ? results[target.Id].OrderBy(result => result.Year ?? int.MaxValue) : [null];
            foreach (var result in periods)
            {
                for (var i = 0; i < target.Clauses.Count; i++)
                {
                    var measured = result is null ? default : ClauseVerdict.Measured(target.Clauses[i], i + 1, result);
                    rows.Add(
                    [
                        target.Resolution, Number(target.Number), target.Title, target.Text, target.Owner ?? "",
                        Number(i + 1), ClauseReader.Write(target.Clauses[i]),
                        result is null ? "" : result.Year is { } year ? Number(year) : TargetSheetText.Term,
                        Number(measured.Count), Number(measured.Of),
                        result is null ? "" : TargetCommandText.Words(TargetCommandText.Statuses, ResultFields.NameOf(result.Status)),
                        result?.Note ?? "",
                    ]);
                }
            }
        }

        return rows;
    }

    /// <summary>What the table would change in the cell, or all that is wrong with it. What it doesn't speak of stays.</summary>
    public static (TargetSheetPlan Plan, IReadOnlyList<SheetMistake> Mistakes) Read(IReadOnlyList<SheetRow> rows, CellFile cell, DateOnly today)
    {
        var mistakes = new List<SheetMistake>();
        var lines = new TargetSheetLines(mistakes).Read(rows);
        if (mistakes.Count > 0)
        {
            return (TargetSheetPlan.Nothing, mistakes);
        }

        var targets = new List<(Target? Was, Target Is)>();
        var results = new List<(Result? Was, Result Is)>();
        var rules = TargetRules.Book.InForce(today).Rules;
        foreach (var group in lines.GroupBy(line => (line.Resolution, line.Number)))
        {
            var was = cell.Targets.FirstOrDefault(target => target.Resolution == group.Key.Resolution && target.Number == group.Key.Number);
            if (TargetOf([.. group], was, cell, rules, mistakes) is not { } target)
            {
                continue;
            }

            if (was is null || Fingerprint.Of(was) != Fingerprint.Of(target))
            {
                targets.Add((was, target));
            }

            foreach (var period in group.Where(line => line.Period.Length > 0).GroupBy(line => line.Period))
            {
                if (ResultOf([.. period], target, cell, today, mistakes) is { } changed)
                {
                    results.Add(changed);
                }
            }
        }

        return (new(targets, results), mistakes);
    }

    private static Target? TargetOf(IReadOnlyList<TargetSheetLine> lines, Target? was, CellFile cell, TargetRules rules, List<SheetMistake> mistakes)
    {
        var first = lines[0];
        var before = mistakes.Count;
        if (cell.Resolutions.All(resolution => resolution.Id != first.Resolution))
        {
            mistakes.Add(new(first.Row, TargetSheetText.Resolution, $"'{first.Resolution}' is no resolution of the cell; there are {string.Join(", ", cell.Resolutions.Select(resolution => resolution.Id))}"));
            return null;
        }

        var title = Same(lines, line => line.Title, TargetSheetText.Title, mistakes) ?? was?.Title;
        var text = Same(lines, line => line.Text, TargetSheetText.Sentence, mistakes) ?? was?.Text;
        if (title is null)
        {
            mistakes.Add(new(first.Row, TargetSheetText.Title, "is empty; a new target needs one"));
        }

        if (text is null)
        {
            mistakes.Add(new(first.Row, TargetSheetText.Sentence, "is empty; a new target needs its sentence"));
        }

        foreach (var line in lines.Where(line => line.Title.Length > LongestText || line.Text.Length > LongestText || line.Note.Length > LongestText))
        {
            mistakes.Add(new(line.Row, TargetSheetText.Sentence, $"holds a text longer than {LongestText} letters"));
        }

        var owner = Same(lines, line => line.Owner, TargetSheetText.Owner, mistakes);
        var member = owner is null ? null : cell.Members.FirstOrDefault(member => member.Id == owner || string.Equals(member.Name, owner, StringComparison.OrdinalIgnoreCase));
        if (owner is not null && member is null)
        {
            mistakes.Add(new(first.Row, TargetSheetText.Owner, $"'{owner}' is no member of the cell: write the id or the full name"));
        }

        var clauses = ClausesOf(lines, was, rules, mistakes);
        return mistakes.Count > before ? null : new Target(was?.Id ?? $"{first.Resolution}.{Number(first.Number)}", first.Resolution, first.Number, title!, text!)
        {
            Clauses = clauses,
            Owner = owner is null ? was?.Owner : member!.Id,
            Due = was?.Due,
        };
    }

    private static List<Clause> ClausesOf(IReadOnlyList<TargetSheetLine> lines, Target? was, TargetRules rules, List<SheetMistake> mistakes)
    {
        var clauses = was?.Clauses.ToList() ?? [];
        var seen = new Dictionary<int, string>();
        foreach (var line in lines.Where(line => line.Clause.Length > 0).OrderBy(line => line.ClauseNumber))
        {
            if (!seen.TryAdd(line.ClauseNumber, line.Clause))
            {
                if (seen[line.ClauseNumber] != line.Clause)
                {
                    mistakes.Add(new(line.Row, TargetSheetText.Clause, $"says something else than another line of clause {line.ClauseNumber}"));
                }

                continue;
            }

            if (line.ClauseNumber <= clauses.Count && ClauseReader.Write(clauses[line.ClauseNumber - 1]) == line.Clause)
            {
                continue;
            }

            var (clause, problem) = ClauseReader.Read(line.Clause, rules);
            if (clause is null)
            {
                mistakes.Add(new(line.Row, TargetSheetText.Clause, $"cannot be read: “{problem}”"));
            }
            else if (line.ClauseNumber <= clauses.Count)
            {
                clauses[line.ClauseNumber - 1] = clause;
            }
            else if (line.ClauseNumber == clauses.Count + 1)
            {
                clauses.Add(clause);
            }
            else
            {
                mistakes.Add(new(line.Row, TargetSheetText.ClauseNumber, $"is {line.ClauseNumber}, but the target has {clauses.Count}: clauses are numbered one after another"));
            }
        }

        if (clauses.Count == 0)
        {
            mistakes.Add(new(lines[0].Row, TargetSheetText.Clause, "is empty; a target has at least one clause"));
        }

        return clauses;
    }

    private static (Result?, Result)? ResultOf(IReadOnlyList<TargetSheetLine> lines, Target target, CellFile cell, DateOnly today, List<SheetMistake> mistakes)
    {
        var first = lines[0];
        var before = mistakes.Count;
        int? year = first.Period == TargetSheetText.Term ? null : int.Parse(first.Period, CultureInfo.InvariantCulture);
        var was = cell.Results.FirstOrDefault(result => result.Target == target.Id && result.Year == year);
        var status = Same(lines, line => line.Status, TargetSheetText.Status, mistakes);
        var measurements = new List<Measurement>();
        foreach (var line in lines.Where(line => line.Count is not null).OrderBy(line => line.ClauseNumber))
        {
            if (line.ClauseNumber > target.Clauses.Count)
            {
                mistakes.Add(new(line.Row, TargetSheetText.ClauseNumber, $"is {line.ClauseNumber}, but the target has {target.Clauses.Count}"));
                continue;
            }

            var isShare = target.Clauses[line.ClauseNumber - 1].Measure == Measure.Share;
            if (isShare && line.Of is not > 0)
            {
                mistakes.Add(new(line.Row, TargetSheetText.Of, "is missing; a share has a whole"));
            }
            else if (line.Of < line.Count)
            {
                mistakes.Add(new(line.Row, TargetSheetText.Count, $"is {line.Count}, more than the whole ({line.Of})"));
            }
            else if (measurements.Any(measured => measured.Clause == line.ClauseNumber))
            {
                mistakes.Add(new(line.Row, TargetSheetText.ClauseNumber, $"clause {line.ClauseNumber} stands twice for this period"));
            }
            else
            {
                measurements.Add(new(line.ClauseNumber, line.Count!.Value) { Of = line.Of });
            }
        }

        if (mistakes.Count > before)
        {
            return null;
        }

        // What the table can't hold of a result stays as it is.
        var result = new Result(target.Id, status is null ? was?.Status ?? ResultStatus.InProgress : StatusOf(status)!.Value)
        {
            Year = year,
            Measurements = measurements,
            Note = Same(lines, line => line.Note, TargetSheetText.Note, mistakes),
        };
        var there = was is null ? null : new Result(target.Id, was.Status) { Year = year, Measurements = Measured(was, target), Note = was.Note };
        return there is not null && Fingerprint.Of(there) == Fingerprint.Of(result)
            ? null
            : (was, result with { Concluded = PartialDate.Of(today), Grades = was?.Grades is { } grades && Measured(was, target).SequenceEqual(measurements) ? grades : null });
    }

    /// <summary>What the table shows of a result: also what follows from its grades.</summary>
    private static List<Measurement> Measured(Result result, Target target) =>
    [
        .. target.Clauses.Select((clause, i) => (Verdict: ClauseVerdict.Measured(clause, i + 1, result), Number: i + 1))
            .Where(at => at.Verdict.Count is not null)
            .Select(at => new Measurement(at.Number, at.Verdict.Count!.Value) { Of = at.Verdict.Of }),
    ];

    /// <summary>The one text that lines of a target have; null where all are empty.</summary>
    private static string? Same(IReadOnlyList<TargetSheetLine> lines, Func<TargetSheetLine, string> text, string column, List<SheetMistake> mistakes)
    {
        string? one = null;
        foreach (var line in lines.Where(line => text(line).Length > 0))
        {
            if (one is not null && one != text(line))
            {
                mistakes.Add(new(line.Row, column, "says something else than a line above of the same target"));
            }

            one ??= text(line);
        }

        return one;
    }

    internal static ResultStatus? StatusOf(string words)
    {
        foreach (var (value, shown) in TargetCommandText.Statuses)
        {
            if (string.Equals(shown, words, StringComparison.OrdinalIgnoreCase))
            {
                return ResultFields.StatusOf(value);
            }
        }

        return null;
    }

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}

/// <summary>What a table changes: each target and result as it was and as it will be.</summary>
internal sealed record TargetSheetPlan(IReadOnlyList<(Target? Was, Target Is)> Targets, IReadOnlyList<(Result? Was, Result Is)> Results)
{
    public static TargetSheetPlan Nothing { get; } = new([], []);

    public bool IsEmpty => Targets.Count == 0 && Results.Count == 0;
}
