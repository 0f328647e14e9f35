using System.Globalization;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>What questions read of a target, <c>board-target|term|number|id</c>: its sentence, its clauses and its results. So one short range holds a term's targets in their order.</summary>
/// <remarks>Made from the parts of the cell, in the same commit that changes one of them. The parts are the truth; this is there to be read quickly.</remarks>
internal sealed record TargetRow(string CellId, string TermId, Target Target) : ITableRow<TargetRow>
{
    public const string Prefix = "board-target|";

    /// <summary>What came of it: over the whole term, year by year, or both.</summary>
    public IReadOnlyList<Result> Results { get; init; } = [];

    /// <summary>The name of the member who looks after it.</summary>
    public string? OwnerName { get; init; }

    /// <summary>What the cell's records say of it by themselves.</summary>
    public IReadOnlyList<Tally> Tallies { get; init; } = [];

    public static string Table => CellRow.Table;

    public string PartitionKey => CellId;

    public string RowKey => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{TermId}|{Target.Number:000}|{Target.Id}");

    /// <summary>The cell has concluded on it, for the term or for a year.</summary>
    public bool IsConcluded => Results.Any(result => result.Status is ResultStatus.Met or ResultStatus.Exceeded or ResultStatus.Failed);

    /// <summary>Measured, but not concluded.</summary>
    public bool IsUnderWay => !IsConcluded && (Results.Any(result => result.Status == ResultStatus.InProgress) || Tallies.Any(tally => tally.HasRecords));

    public static RowRange Range { get; } = RowRange.StartingWith(Prefix);

    public static RowRange RangeOf(string termId) => RowRange.StartingWith($"{Prefix}{termId}|");

    /// <summary>The rows of all targets of a cell.</summary>
    public static IReadOnlyList<TargetRow> Of(CellFile cell)
    {
        var byId = cell.Terms.ToDictionary(term => term.Id);
        var terms = cell.Resolutions.Where(resolution => byId.ContainsKey(resolution.Term)).ToDictionary(resolution => resolution.Id, resolution => byId[resolution.Term]);
        var results = cell.Results.ToLookup(result => result.Target);
        var names = cell.Members.ToDictionary(member => member.Id, member => member.Name);
        return
        [
            .. from target in cell.Targets
               where terms.ContainsKey(target.Resolution)
               let row = new TargetRow(cell.Cell.Id, terms[target.Resolution].Id, target)
               {
                   Results = [.. results[target.Id].OrderBy(result => result.Year)],
                   OwnerName = target.Owner is { } owner ? names.GetValueOrDefault(owner) : null,
                   Tallies = Cells.Tallies.Of(target, terms[target.Resolution], cell),
               }
               orderby row.RowKey
               select row,
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
        .Text("OwnerName", OwnerName)
        .Text("Tallies", Tallies.Count == 0 ? null : CompactJson.Write(Tallies));

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
            OwnerName = row.TextOrNull("OwnerName"),
            Tallies = row.Parsed("Tallies", CompactJson.ReadTallies) ?? [],
        };
    }

    private static (string Term, int Number, string Id) Keys(string rowKey)
    {
        var number = rowKey.IndexOf('|', Prefix.Length) + 1;
        var id = rowKey.IndexOf('|', number) + 1;
        return (rowKey[Prefix.Length..(number - 1)], int.Parse(rowKey.AsSpan(number, id - 1 - number), CultureInfo.InvariantCulture), rowKey[id..]);
    }
}
