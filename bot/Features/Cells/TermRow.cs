using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>What questions read of a term, <c>board-term|id</c>: its resolutions and what is known of it in numbers, enough to choose which term a question is about without reading its targets.</summary>
/// <remarks>Made from the parts of the cell, in the same commit that changes one of them. The parts are the truth; this is there to be read quickly.</remarks>
internal sealed record TermRow(string CellId, Term Term) : ITableRow<TermRow>
{
    public const string Prefix = "board-term|";

    public IReadOnlyList<Resolution> Resolutions { get; init; } = [];

    /// <summary>The yearly totals of its resolutions; one that sums up several stands at the first one's term.</summary>
    public IReadOnlyList<YearTotal> Totals { get; init; } = [];

    /// <summary>The constants that the cell has set for itself.</summary>
    public IReadOnlyList<OwnRule> Rules { get; init; } = [];

    /// <summary>How many targets the resolutions set.</summary>
    public int Targets { get; init; }

    /// <summary>How many of them have a result that the cell has concluded.</summary>
    public int Concluded { get; init; }

    /// <summary>How many more are under way: measured, but not concluded.</summary>
    public int UnderWay { get; init; }

    /// <summary>A mark of what the target rows say: when one of them changes, so does this row, and with it its tag.</summary>
    public required string Version { get; init; }

    public static string Table => CellRow.Table;

    public static RowRange Range { get; } = RowRange.StartingWith(Prefix);

    public string PartitionKey => CellId;

    public string RowKey => Prefix + Term.Id;

    public bool HasResults => Concluded > 0 || Totals.Count > 0;

    public bool IsInForce(DateOnly day) => Term.From.First <= day && day <= Term.To.Last;

    /// <summary>The rows of all terms of a cell, whose target rows are <paramref name="targets"/>.</summary>
    public static IReadOnlyList<TermRow> Of(CellFile cell, IReadOnlyList<TargetRow> targets)
    {
        var terms = cell.Resolutions.ToDictionary(resolution => resolution.Id, resolution => resolution.Term);
        return
        [
            .. from term in cell.Terms
               let own = targets.Where(row => row.TermId == term.Id).ToList()
               select new TermRow(cell.Cell.Id, term)
               {
                   Resolutions = [.. cell.Resolutions.Where(resolution => resolution.Term == term.Id).OrderBy(resolution => resolution.Adopted.First).ThenBy(resolution => resolution.Id, StringComparer.Ordinal)],
                   Totals = [.. cell.Series.Where(total => terms.GetValueOrDefault(total.Resolutions[0]) == term.Id).OrderBy(total => total.Year).ThenBy(total => total.Id, StringComparer.Ordinal)],
                   Rules = [.. cell.Rules.OrderBy(rule => rule.Topic, StringComparer.Ordinal).ThenBy(rule => rule.Name, StringComparer.Ordinal)],
                   Targets = own.Count,
                   Concluded = own.Count(row => row.IsConcluded),
                   UnderWay = own.Count(row => row.IsUnderWay),
                   Version = VersionOf(own),
               },
        ];
    }

    public void Write(RowWriter row) => row
        .Text("From", Term.From.ToString())
        .Text("To", Term.To.ToString())
        .Number("Ordinal", Term.Ordinal)
        .Number("Targets", Targets)
        .Number("Concluded", Concluded)
        .Number("UnderWay", UnderWay)
        .Text("Version", Version)
        .Text("Resolutions", Resolutions.Count == 0 ? null : JsonSerializer.Serialize(Resolutions, CellJson.Default.IReadOnlyListResolution))
        .Text("Totals", Totals.Count == 0 ? null : JsonSerializer.Serialize(Totals, CellJson.Default.IReadOnlyListYearTotal))
        .Text("Rules", Rules.Count == 0 ? null : JsonSerializer.Serialize(Rules, CellJson.Default.IReadOnlyListOwnRule));

    public static TermRow Read(RowReader row)
    {
        var from = PartialDate.Parse(row.Text("From"));
        var to = PartialDate.Parse(row.Text("To"));
        return new(row.PartitionKey, new Term(row.RowKey[Prefix.Length..], from, to) { Ordinal = row.NumberOrNull("Ordinal") })
        {
            Targets = row.Number("Targets"),
            Concluded = row.Number("Concluded"),
            UnderWay = row.Number("UnderWay"),
            Version = row.Text("Version"),
            Resolutions = row.Parsed("Resolutions", json => JsonSerializer.Deserialize(json, CellJson.Default.IReadOnlyListResolution)!) ?? [],
            Totals = row.Parsed("Totals", json => JsonSerializer.Deserialize(json, CellJson.Default.IReadOnlyListYearTotal)!) ?? [],
            Rules = row.Parsed("Rules", json => JsonSerializer.Deserialize(json, CellJson.Default.IReadOnlyListOwnRule)!) ?? [],
        };
    }

    private static string VersionOf(List<TargetRow> targets)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in targets)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(row.RowKey));
            hash.AppendData(Change.Put(row).Properties.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
