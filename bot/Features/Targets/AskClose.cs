using System.Text.RegularExpressions;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Targets;

/// <summary>“Chốt kết quả năm 2025”, “chốt nhiệm kỳ”: what the numbers say becomes what the cell has concluded.</summary>
/// <param name="Period">As the reader names periods.</param>
internal sealed partial record AskClose(string Period)
{
    public static AskClose? Of(Said said) => Form().Match(said.Core) is not { Success: true } found ? null : new(found.Groups["when"].Value switch
    {
        "nam nay" => "this_year",
        "nam ngoai" or "nam truoc" => "last_year",
        "nhiem ky truoc" => "last_term",
        ['n', 'a', 'm', ' ', .. var year] => $"year:{year}",
        _ => "term",
    });

    [GeneratedRegex(@"^(?:chot|dong|khoa)(?: so| ky| so lieu| ket qua)?(?: danh gia)?(?: cac)?(?: chi tieu)? (?<when>nam (?:20\d\d|nay|ngoai|truoc)|nhiem ky(?: nay| truoc)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

/// <summary>A result that closing will write.</summary>
/// <param name="Was">The mark of the result as it was; empty where there was none.</param>
internal sealed record ClosedResult(Result Result, string Was);

/// <summary>What the card of a closing waits for.</summary>
internal sealed record PendingClose(int? Year, int From, int To, IReadOnlyList<ClosedResult> Results);

internal sealed class AskCloseHandler(TargetBoards boards, ITables tables, Pendings pendings) : IHandle<AskClose>
{
    public const string Kind = "targets.close";

    public async Task<Reply> Handle(AskClose asked, Turn turn, CancellationToken cancel)
    {
        var slots = Slots.Of("period", asked.Period);
        var board = await boards.Read(turn.CellId, slots, underWay: false, turn.Today, cancel);
        if (board.Empty is { } empty)
        {
            return empty;
        }

        var year = board.Year;
        var stored = (await tables.List<PartRow<Result>>(turn.CellId, PartRow<Result>.Range, cancel)).Select(row => row.Row.Part).ToDictionary(result => ((ICellPart<Result>)result).Key, StringComparer.Ordinal);
        var closed = new List<ClosedResult>();
        var shown = new List<(int, string, TargetOutcome, string)>();
        var open = new List<(int, string, TargetOutcome)>();
        foreach (var verdict in board.Verdicts)
        {
            var target = verdict.Row.Target;
            var was = stored.GetValueOrDefault(ResultFields.KeyOf(target.Id, year));
            if (was?.Status is ResultStatus.Met or ResultStatus.Exceeded or ResultStatus.Failed or ResultStatus.NotApplicable || (year is not null && verdict.Year != year && verdict.Result is not null))
            {
                continue;
            }

            // A year is concluded by what is of that year; what is only known of the whole term stays open in it.
            if (Concluded(verdict.Outcome) is not { } status || (year is not null && verdict.Year != year))
            {
                open.Add((target.Number, target.Title, verdict.Outcome));
                continue;
            }

            var result = (was ?? new Result(target.Id, status) { Year = year }) with
            {
                Status = status,
                Measurements = [.. verdict.Clauses.Select((clause, i) => (clause, i)).Where(at => at.clause.Count is not null)
                    .Select(at => new Measurement(at.i + 1, at.clause.Count!.Value) { Of = at.clause.Clause.Measure == Measure.Share ? at.clause.Of : null })],
                Grades = verdict.Grades,
                Concluded = PartialDate.Of(turn.Today),
            };
            closed.Add(new(result, ResultFields.MarkOf(was)));
            shown.Add((target.Number, target.Title, verdict.Outcome, string.Join("; ", result.Measurements.Select(measured => TargetCommandText.Numbers(measured.Count, measured.Of)))));
        }

        if (closed.Count == 0)
        {
            return Reply.Say(TargetCommandText.NothingToClose);
        }

        var term = (board.Terms[0].Term.From.Year, board.Terms[^1].Term.To.Year);
        var id = await pendings.Keep(turn, Kind, TargetCommandText.DidClose(term, year, closed.Count), new PendingClose(year, term.Item1, term.Item2, closed), TargetsJson.Default.PendingClose, cancel);
        var card = TargetCommandCards.Close(new(id, year, term, shown, open));
        return Reply.Propose(card, card.FallbackText!, id);
    }

    private static ResultStatus? Concluded(TargetOutcome outcome) => outcome switch
    {
        TargetOutcome.Met => ResultStatus.Met,
        TargetOutcome.Exceeded => ResultStatus.Exceeded,
        TargetOutcome.Failed => ResultStatus.Failed,
        _ => null,
    };
}

/// <summary>“Chốt kết quả” was pressed. Where one of the results changed meanwhile, nothing is closed.</summary>
internal sealed class ClosePeriod(ITables tables, Commit commit, Pendings pendings) : IHandle<TargetForm>
{
    public async Task<Reply> Handle(TargetForm form, Turn turn, CancellationToken cancel)
    {
        if (await pendings.Find(turn, AskCloseHandler.Kind, form.Id, TargetsJson.Default.PendingClose, cancel) is not { } pending)
        {
            return Reply.Notify(TurnsText.OldCard);
        }

        return await commit.Run(turn, pending.Done, () => Decide(pending.Content, turn, cancel), cancel);
    }

    private async Task<(LedgerEntry?, Reply)> Decide(PendingClose pending, Turn turn, CancellationToken cancel)
    {
        var what = TargetCommandText.DidClose((pending.From, pending.To), pending.Year, pending.Results.Count);
        var entry = new LedgerEntry(turn, what);
        foreach (var closed in pending.Results)
        {
            var stored = await tables.Find<PartRow<Result>>(turn.CellId, PartRow<Result>.KeyOf(ResultFields.KeyOf(closed.Result.Target, closed.Result.Year)), cancel);
            if (ResultFields.MarkOf(stored?.Row.Part) != closed.Was)
            {
                return (null, Reply.Notify(TargetCommandText.ChangedTarget(TargetCommandText.Status.ToLowerInvariant())));
            }

            entry.Set(stored, new PartRow<Result>(turn.CellId, closed.Result) { Imported = stored?.Row.Imported });
        }

        return (entry, Reply.Replace(LedgerCards.Done(TargetCommandText.Done(what), entry.Key), TargetCommandText.Done(what)));
    }
}
