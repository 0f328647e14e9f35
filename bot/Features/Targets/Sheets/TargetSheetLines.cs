using System.Globalization;
using ChiBoBot.Cards;

namespace ChiBoBot.Features.Targets.Sheets;

/// <summary>A line of the table of targets, its cells read by their kind.</summary>
/// <param name="Period">A year, or the word for the whole term; empty where the line has no result.</param>
internal sealed record TargetSheetLine(int Row, string Resolution, int Number, string Title, string Text, string Owner, int ClauseNumber, string Clause, string Period, int? Count, int? Of, string Status, string Note);

/// <summary>Reads the lines of the table by its headings, in whatever order they stand, and notes every cell that can't be read.</summary>
internal sealed class TargetSheetLines(List<SheetMistake> mistakes)
{
    private const int MostRows = 5000;

    private static readonly string[] Needed = [TargetSheetText.Resolution, TargetSheetText.Number, TargetSheetText.ClauseNumber];

    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<TargetSheetLine> Read(IReadOnlyList<SheetRow> rows)
    {
        if (rows.FirstOrDefault(row => !row.IsEmpty) is not { } header)
        {
            mistakes.Add(new(0, "", "The table is empty."));
            return [];
        }

        for (var i = 0; i < header.Cells.Count; i++)
        {
            if (header[i].Length == 0)
            {
                continue;
            }

            if (!TargetSheetText.Headings.Contains(header[i], StringComparer.OrdinalIgnoreCase))
            {
                mistakes.Add(new(header.Number, header[i], $"is no heading of this table; there are {string.Join(", ", TargetSheetText.Headings)}"));
            }
            else if (!_columns.TryAdd(header[i], i))
            {
                mistakes.Add(new(header.Number, header[i], "stands twice"));
            }
        }

        foreach (var missing in Needed.Where(heading => !_columns.ContainsKey(heading)))
        {
            mistakes.Add(new(header.Number, missing, "is missing"));
        }

        if (rows.Count > MostRows)
        {
            mistakes.Add(new(0, "", $"The table has more than {MostRows} lines."));
        }

        return mistakes.Count > 0 ? [] : [.. rows.Where(row => row.Number > header.Number && !row.IsEmpty).Select(Line)];
    }

    private TargetSheetLine Line(SheetRow row)
    {
        var period = Text(row, TargetSheetText.Period).ToLowerInvariant();
        if (period.Length > 0 && period != TargetSheetText.Term && !(int.TryParse(period, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2200))
        {
            Note(row, TargetSheetText.Period, $"is '{period}'; it must be a year or “{TargetSheetText.Term}”");
        }

        var status = Text(row, TargetSheetText.Status);
        if (status.Length > 0 && TargetSheet.StatusOf(status) is null)
        {
            Note(row, TargetSheetText.Status, $"is '{status}'; it must be one of {string.Join(", ", TargetCommandText.Statuses.Select(one => one.Words))}");
        }

        var (count, of) = (Number(row, TargetSheetText.Count), Number(row, TargetSheetText.Of));
        if (period.Length == 0 && (count is not null || status.Length > 0))
        {
            Note(row, TargetSheetText.Period, "is empty; a result has one");
        }

        if (Text(row, TargetSheetText.Resolution).Length == 0)
        {
            Note(row, TargetSheetText.Resolution, "is empty");
        }

        return new(
            row.Number,
            Text(row, TargetSheetText.Resolution),
            Number(row, TargetSheetText.Number, least: 1) ?? 1,
            Text(row, TargetSheetText.Title),
            Text(row, TargetSheetText.Sentence),
            Text(row, TargetSheetText.Owner),
            Number(row, TargetSheetText.ClauseNumber, least: 1) ?? 1,
            Text(row, TargetSheetText.Clause),
            period,
            count,
            of,
            status,
            Text(row, TargetSheetText.Note));
    }

    private string Text(SheetRow row, string heading) => _columns.TryGetValue(heading, out var column) ? row[column] : "";

    /// <summary>A whole number; where one is <paramref name="least"/> it must be there.</summary>
    private int? Number(SheetRow row, string heading, int? least = null)
    {
        var text = Text(row, heading);
        if (text.Length == 0 && least is null)
        {
            return null;
        }

        if (ResultFields.TryNumber(text.Length == 0 ? null : text, out var number) && number >= (least ?? 0))
        {
            return number;
        }

        Note(row, heading, text.Length == 0 ? "is empty; it must be a whole number" : $"is '{text}'; it must be a whole number");
        return null;
    }

    private void Note(SheetRow row, string heading, string problem) => mistakes.Add(new(row.Number, heading, problem));
}
