using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Targets;

/// <summary>Báo cáo chỉ tiêu: what “tổng quan chỉ tiêu” shows, or “chỉ tiêu nào chưa đạt?”, target by target, with every clause's numbers.</summary>
internal sealed class TargetReport(TargetBoards boards) : IReport
{
    public string Name => "targets";

    public Act Act => Act.SeeTargets;

    public async Task<Report?> Make(ReportAsked asked, CancellationToken cancel)
    {
        var only = asked.Slots.Has("status") ? AskTargetStatus.Of(asked.Slots) : null;
        return await boards.Read(asked.CellId, asked.Slots, only is { IsUnderWay: true }, asked.Day, cancel) is { Empty: null } board ? Of(board, only?.Status) : null;
    }

    /// <param name="only">The status that is wanted; null for every target.</param>
    public static Report Of(TargetBoard board, AskedStatus? only)
    {
        var view = board.View;
        var verdicts = board.Verdicts.Where(verdict => only is not { } status || TargetBoard.Has(verdict.Outcome, status)).ToList();
        var resolutions = board.Terms.SelectMany(term => term.Resolutions).ToDictionary(resolution => resolution.Id, resolution => resolution.Title);
        return new(
            only is { } named ? ReportText.Titled(TargetsText.Status(named), TargetsText.Scope(view)) : ReportText.Title("targets", TargetsText.Scope(view)),
            "chi-tieu",
            ReportText.Targets,
            [
                .. only is { } asked ? [new Fact(TargetsText.Status(asked), TargetsText.CountOf(asked, verdicts.Count, view.Resolutions.Sum(resolution => resolution.Total)))] : Array.Empty<Fact>(),
                .. view.Resolutions.Where(resolution => resolution.Total > 0).Select(resolution => new Fact(resolution.Title, TargetsText.MetOf(resolution.Met, resolution.Total))),
                .. view.Totals.Select(total => new Fact(ReportText.Year(total.Year), TargetsText.MetOf(total.Met, total.Total))),
            ],
            [
                .. from resolution in resolutions
                   from verdict in verdicts
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
