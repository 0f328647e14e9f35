using System.Text.Json;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>A term with its resolutions and what is known of it in numbers, <c>term|id</c>: enough to choose which term a question is about without reading its targets.</summary>
internal sealed record TermRow(string CellId, Term Term) : ITableRow<TermRow>
{
    public const string Prefix = "term|";

    public IReadOnlyList<Resolution> Resolutions { get; init; } = [];

    /// <summary>The yearly totals of its resolutions; one that sums up several stands at the first one's term.</summary>
    public IReadOnlyList<YearTotal> Totals { get; init; } = [];

    /// <summary>How many targets the resolutions set. This and the next two are counted from the target rows and change in one commit with them.</summary>
    public int Targets { get; init; }

    /// <summary>How many of them have a result that the cell has concluded.</summary>
    public int Concluded { get; init; }

    /// <summary>How many more are under way: measured, but not concluded.</summary>
    public int UnderWay { get; init; }

    /// <summary>The fingerprint of what a file last brought, as in <see cref="PartRow{T}"/>.</summary>
    public string? Imported { get; init; }

    public static string Table => CellRow.Table;

    public static RowRange Range { get; } = RowRange.StartingWith(Prefix);

    public string PartitionKey => CellId;

    public string RowKey => Prefix + Term.Id;

    public bool HasResults => Concluded > 0 || Totals.Count > 0;

    public bool IsInForce(DateOnly day) => Term.From.First <= day && day <= Term.To.Last;

    /// <summary>The rows of all terms of the file; <paramref name="targets"/> are the target rows as they will be stored.</summary>
    public static IReadOnlyList<TermRow> Of(CellFile file, IReadOnlyList<TargetRow> targets) =>
    [
        .. file.Terms.Select(term => new TermRow(file.Cell.Id, term)
        {
            Resolutions = [.. file.Resolutions.Where(resolution => resolution.Term == term.Id)],
            Totals = [.. file.Series.Where(total => file.Resolutions.First(resolution => resolution.Id == total.Resolutions[0]).Term == term.Id)],
        }.Counting(targets)),
    ];

    /// <summary>The row with its numbers counted anew.</summary>
    public TermRow Counting(IReadOnlyList<TargetRow> targets)
    {
        var own = targets.Where(row => row.TermId == Term.Id).ToList();
        return this with
        {
            Targets = own.Count,
            Concluded = own.Count(row => row.IsConcluded),
            UnderWay = own.Count(row => !row.IsConcluded && row.Results.Any(result => result.Status == ResultStatus.InProgress)),
        };
    }

    public void Write(RowWriter row) => row
        .Text("From", Term.From.ToString())
        .Text("To", Term.To.ToString())
        .Number("Ordinal", Term.Ordinal)
        .Number("Targets", Targets)
        .Number("Concluded", Concluded)
        .Number("UnderWay", UnderWay)
        .Text("Resolutions", Resolutions.Count == 0 ? null : JsonSerializer.Serialize(Resolutions, CellJson.Default.IReadOnlyListResolution))
        .Text("Totals", Totals.Count == 0 ? null : JsonSerializer.Serialize(Totals, CellJson.Default.IReadOnlyListYearTotal))
        .Text("Imported", Imported);

    public static TermRow Read(RowReader row)
    {
        var from = PartialDate.Parse(row.Text("From"));
        var to = PartialDate.Parse(row.Text("To"));
        return new(row.PartitionKey, new Term(row.RowKey[Prefix.Length..], from, to) { Ordinal = row.NumberOrNull("Ordinal") })
        {
            Targets = row.Number("Targets"),
            Concluded = row.Number("Concluded"),
            UnderWay = row.Number("UnderWay"),
            Resolutions = row.Parsed("Resolutions", json => JsonSerializer.Deserialize(json, CellJson.Default.IReadOnlyListResolution)!) ?? [],
            Totals = row.Parsed("Totals", json => JsonSerializer.Deserialize(json, CellJson.Default.IReadOnlyListYearTotal)!) ?? [],
            Imported = row.TextOrNull("Imported"),
        };
    }
}
