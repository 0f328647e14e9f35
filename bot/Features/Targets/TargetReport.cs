using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Targets;

/// <summary>Báo cáo chỉ tiêu: what “tổng quan chỉ tiêu” shows, target by target, with every clause's numbers.</summary>
internal sealed class TargetReport(TargetBoards boards) : IReport
{
    public string Name => "targets";

    public Act Act => Act.SeeTargets;

    public async Task<Report?> Make(ReportAsked asked, CancellationToken cancel) =>
        await boards.Read(asked.CellId, asked.Slots, underWay: false, asked.Day, cancel) is { Empty: null } board ? Of(board) : null;

    public static Report Of(TargetBoard board)
    {
        var view = board.View;
        var resolutions = board.Terms.SelectMany(term => term.Resolutions).ToDictionary(resolution => resolution.Id, resolution => resolution.Title);
        return new(
            ReportText.Title("targets", TargetsText.Scope(view)),
            "chi-tieu",
            ReportText.Targets,
            [
                .. view.Resolutions.Where(resolution => resolution.Total > 0).Select(resolution => new Fact(resolution.Title, TargetsText.MetOf(resolution.Met, resolution.Total))),
                .. view.Totals.Select(total => new Fact(ReportText.Year(total.Year), TargetsText.MetOf(total.Met, total.Total))),
            ],
            [
                .. from resolution in resolutions
                   from verdict in board.Verdicts
                   where verdict.Row.Target.Resolution == resolution.Key
                   select Line(board.ViewOf(verdict), resolution.Value),
            ])
        {
            Notes = [.. view.Basis is { } basis ? [basis] : Array.Empty<string>(), TargetsText.Source(view)],
        };
    }

    private static IReadOnlyList<string> Line(TargetView target, string resolution) =>
    [
        target.Number.ToString(CultureInfo.InvariantCulture),
        target.Title,
        resolution,
        TargetsText.Result(target.Outcome),
        string.Join('\n', target.Clauses.Select(clause => TargetsText.Reason(clause, target.Outcome == TargetOutcome.Failed))),
        string.Join('\n', new[] { target.Stated is { } stated ? TargetsText.Stated(stated) : null, target.ByRecords is { } records ? TargetsText.ByRecords(records) : null, target.Note }.OfType<string>()),
    ];
}
