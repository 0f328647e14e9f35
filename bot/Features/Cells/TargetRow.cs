using System.Globalization;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>A target with everything that a question about it needs, <c>target|term|number|id</c>: its sentence, its clauses and its results. So one range holds a term's targets in their order.</summary>
internal sealed record TargetRow(string CellId, string TermId, Target Target) : ITableRow<TargetRow>
{
    public const string Prefix = "target|";

    /// <summary>What came of it: over the whole term, year by year, or both.</summary>
    public IReadOnlyList<Result> Results { get; init; } = [];

    /// <summary>The fingerprint of what a file last brought, as in <see cref="PartRow{T}"/>.</summary>
    public string? Imported { get; init; }

    public static string Table => CellRow.Table;

    public string PartitionKey => CellId;

    public string RowKey => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{TermId}|{Target.Number:000}|{Target.Id}");

    /// <summary>The cell has concluded on it, for the term or for a year.</summary>
    public bool IsConcluded => Results.Any(result => result.Status is ResultStatus.Met or ResultStatus.Exceeded or ResultStatus.Failed);

    public static RowRange RangeOf(string termId) => RowRange.StartingWith($"{Prefix}{termId}|");

    /// <summary>The rows of all targets of the file.</summary>
    public static IReadOnlyList<TargetRow> Of(CellFile file)
    {
        var terms = file.Resolutions.ToDictionary(resolution => resolution.Id, resolution => resolution.Term);
        var results = file.Results.ToLookup(result => result.Target);
        return
        [
            .. file.Targets.Select(target => new TargetRow(file.Cell.Id, terms[target.Resolution], target)
            {
                Results = [.. results[target.Id].OrderBy(result => result.Year)],
            }),
        ];
    }

    public void Write(RowWriter row) => row
        .Text("Resolution", Target.Resolution)
        .Text("Title", Target.Title)
        .Text("Text", Target.Text)
        .Text("Owner", Target.Owner)
        .Text("Due", Target.Due?.ToString())
        .Text("Clauses", CompactJson.Write(Target.Clauses))
        .Text("Results", Results.Count == 0 ? null : CompactJson.Write(Results))
        .Text("Imported", Imported);

    public static TargetRow Read(RowReader row)
    {
        var (term, number, id) = Keys(row.RowKey);
        var target = new Target(id, row.Text("Resolution"), number, row.Text("Title"), row.Text("Text"))
        {
            Owner = row.TextOrNull("Owner"),
            Due = row.TextOrNull("Due") is { } due ? PartialDate.Parse(due) : null,
            Clauses = row.Parsed("Clauses", CompactJson.ReadClauses) ?? throw new InvalidDataException($"Row '{row.RowKey}' has no clauses."),
        };
        return new(row.PartitionKey, term, target)
        {
            Results = row.Parsed("Results", json => CompactJson.ReadResults(json, id)) ?? [],
            Imported = row.TextOrNull("Imported"),
        };
    }

    private static (string Term, int Number, string Id) Keys(string rowKey)
    {
        var number = rowKey.IndexOf('|', Prefix.Length) + 1;
        var id = rowKey.IndexOf('|', number) + 1;
        return (rowKey[Prefix.Length..(number - 1)], int.Parse(rowKey.AsSpan(number, id - 1 - number), CultureInfo.InvariantCulture), rowKey[id..]);
    }
}
