using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Reports;

/// <summary>The reports of all features, and the overview that is made of their sums.</summary>
internal sealed class AllReports(IEnumerable<IReport> reports, ITables tables)
{
    private const string Overview = "overview";

    private readonly Dictionary<string, IReport> _reports = reports.ToDictionary(report => report.Name, StringComparer.Ordinal);

    /// <summary>In the order in which the overview tells of them.</summary>
    private static readonly string[] Told = ["targets", "members", "meetings", "attendance", "assessment"];

    public bool Has(string name) => name == Overview || _reports.ContainsKey(name);

    /// <param name="may">What its asker may see.</param>
    public bool IsFor(string name, Func<Act, bool> may) => may(Act.ExportReports) && (name == Overview || (_reports.TryGetValue(name, out var report) && may(report.Act)));

    /// <summary>The report; null where the records hold nothing to write.</summary>
    /// <param name="may">What its asker may see: the overview tells of nothing else.</param>
    public async Task<Report?> Make(string name, ReportAsked asked, Func<Act, bool> may, CancellationToken cancel)
    {
        if (name != Overview)
        {
            return await _reports[name].Make(asked, cancel);
        }

        var told = new List<(string Name, Report? Report)>();
        foreach (var one in Told.Where(one => IsFor(one, may)))
        {
            told.Add((one, await _reports[one].Make(asked, cancel)));
        }

        return OverviewOf(told, asked.Day);
    }

    public async Task<string> CellName(string cellId, CancellationToken cancel) => (await tables.Find<CellRow>(cellId, CellRow.Key, cancel))?.Row.Cell.Name ?? cellId;

    private static Report OverviewOf(IReadOnlyList<(string Name, Report? Report)> told, DateOnly day)
    {
        List<IReadOnlyList<string>> rows =
        [
            .. told.SelectMany(one => one.Report is { } report
                ? report.Sums.Select((sum, i) => (IReadOnlyList<string>)[i == 0 ? report.Title : "", sum.Title, sum.Value])
                : [[ReportText.Sheet(one.Name), ReportText.Nothing, ""]]),
        ];
        return new(ReportText.Title(Overview, ReportText.AsOf(day)), "tong-quan", ReportText.Overview, [.. told.Select(one => one.Report?.Sums).OfType<IReadOnlyList<Fact>>().Where(sums => sums.Count > 0).Select(sums => sums[0])], rows)
        {
            What = ReportText.WhatOfOverview(withRatings: told.Any(one => one.Name == "assessment")),
        };
    }
}
