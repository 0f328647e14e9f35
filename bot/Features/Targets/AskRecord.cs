using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Targets;

/// <summary>“Ghi giúp tôi chỉ tiêu 8 đạt 7 hoạt động”, “sửa kết quả chỉ tiêu 7 thành 71,4%”: a card with what is recorded now and what was said. Nothing is recorded before its press.</summary>
internal sealed record AskRecord(int? Number, string? Hint, string? Value, bool IsMore, string? Status, string? Note, Slots Slots)
{
    public static AskRecord Of(Request request) => new(
        request.Slots.Number("target_no"),
        request.Slots.Text("target_hint"),
        request.Slots.Text("value"),
        request.Slots.Text("mode") == "add",
        request.Slots.Text("status"),
        request.Slots.Text("note"),
        request.Slots);
}

/// <summary>What the card of a result waits for.</summary>
/// <param name="Was">The mark of the result as the card showed it; empty where there was none.</param>
internal sealed record PendingRecord(string Target, string Term, int? Year, string Was);

internal sealed class AskRecordHandler(TargetBoards boards, ITables tables, Pendings pendings) : IHandle<AskRecord>
{
    public const string Kind = "targets.record";

    public async Task<Reply> Handle(AskRecord asked, Turn turn, CancellationToken cancel)
    {
        var board = await boards.Read(turn.CellId, asked.Slots, underWay: asked.Slots.Text("period") is null, turn.Today, cancel);
        if (board.Empty is { } empty)
        {
            return empty;
        }

        if (asked is { Number: null, Hint: null })
        {
            return Reply.Say(TargetCommandText.WhichTarget);
        }

        var named = Named(asked, board);
        if (named.Count == 0)
        {
            board = await boards.Read(turn.CellId, Slots.Of("period", "overall"), underWay: false, turn.Today, cancel);
            named = Named(asked, board);
        }

        if (named is not [var verdict])
        {
            return Reply.Say(named.Count > 1 ? TargetCommandText.WhichTarget
                : asked.Hint is { } hint ? TargetsText.NoSuchWords(hint)
                : TargetsText.NoSuchNumber(asked.Number ?? 0, TargetsText.Scope(board.View), board.Verdicts.Count));
        }

        var row = verdict.Row;
        var term = board.Terms.First(found => found.Term.Id == row.TermId).Term;
        var year = YearOf(row, term, Periods.Year(asked.Slots, turn.Today), turn.Today);
        var key = PartRow<Result>.KeyOf(ResultFields.KeyOf(row.Target.Id, year));
        var was = (await tables.Find<PartRow<Result>>(turn.CellId, key, cancel))?.Row.Part;
        var view = Proposed(asked, verdict, was, term, year);
        var id = await pendings.Keep(
            turn, Kind, TargetCommandText.RecordTitle(row.Target.Number).ToLowerInvariant(), new PendingRecord(row.Target.Id, term.Id, year, ResultFields.MarkOf(was)), TargetsJson.Default.PendingRecord, cancel);
        var card = TargetCommandCards.Record(view with { Id = id });
        return Reply.Propose(card, card.FallbackText!, id);
    }

    private static IReadOnlyList<TargetVerdict> Named(AskRecord asked, TargetBoard board) => asked switch
    {
        { Number: { } number } => TargetMatch.ByNumber(board.Verdicts, number),
        { Hint: { } hint } => TargetMatch.ByWords(board.Verdicts, hint),
        _ => [],
    };

    /// <summary>The year that was said; otherwise the term where it has a result already or nothing of the target is yearly, or else this year.</summary>
    private static int? YearOf(TargetRow row, Term term, int? asked, DateOnly today) => asked is { } said ? said
        : row.Results.Any(result => result.Year is null) || row.Target.Clauses.All(clause => clause.Period == Period.Term) ? null
        : Math.Clamp(today.Year, term.From.Year, term.To.Year);

    private static RecordView Proposed(AskRecord asked, TargetVerdict verdict, Result? was, Term term, int? year)
    {
        var target = verdict.Row.Target;
        var meant = Meant(asked, target);
        var clauses = new List<RecordedClauseView>(target.Clauses.Count);
        for (var i = 0; i < target.Clauses.Count; i++)
        {
            var now = was is null ? new(target.Clauses[i], null, null) : ClauseVerdict.Measured(target.Clauses[i], i + 1, was);
            var of = now.Of ?? (verdict.Year == year || verdict.Year is null ? verdict.Clauses[i].Of : null);
            var view = new RecordedClauseView(i + 1, target.Clauses[i].Text, target.Clauses[i].Measure == Measure.Share, now.Count is { } count ? (count, now.Of) : null) { Count = now.Count, Of = of };
            clauses.Add(i == meant && asked.Value is { } value ? Said(view, value, asked.IsMore) : view);
        }

        var status = was is null ? null : ResultFields.NameOf(was.Status);
        return new("", target.Number, target.Title, target.Text, (term.From.Year, term.To.Year), year, clauses, StatusOf(asked.Status) ?? status ?? "inProgress")
        {
            WasStatus = status,
            Note = asked.Note ?? was?.Note,
        };
    }

    /// <summary>The clause that a value is about: the one that shares most words with what was said, or else the first that is measured so.</summary>
    private static int Meant(AskRecord asked, Target target)
    {
        var isShare = asked.Value?.Contains('/', StringComparison.Ordinal) == true || asked.Slots.Text("unit") == "percent";
        var words = TargetMatch.Words($"{asked.Hint} {asked.Slots.Text("unit")}").ToHashSet();
        return target.Clauses
            .Select((clause, i) => (Index: i, Shared: TargetMatch.Words(clause.Text).Count(words.Contains), Fits: (clause.Measure == Measure.Share) == isShare))
            .OrderByDescending(clause => clause.Fits)
            .ThenByDescending(clause => clause.Shared)
            .First().Index;
    }

    /// <summary>“7”, “13/14” or “71.4” percent, laid over what the clause has now.</summary>
    private static RecordedClauseView Said(RecordedClauseView view, string value, bool isMore)
    {
        if (value.Split('/') is [var part, var whole] && int.TryParse(part, CultureInfo.InvariantCulture, out var of1) && int.TryParse(whole, CultureInfo.InvariantCulture, out var of2))
        {
            return view with { Count = of1, Of = of2 };
        }

        if (!decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) || number is < 0 or > 1_000_000)
        {
            return view;
        }

        if (view is { IsShare: true, Of: { } all })
        {
            return view with { Count = (int)decimal.Round(all * Math.Min(number, 100) / 100, MidpointRounding.AwayFromZero) };
        }

        return view.IsShare ? view : view with { Count = (isMore ? view.Count ?? 0 : 0) + (int)number };
    }

    private static string? StatusOf(string? said) => said switch
    {
        "met" or "exceeded" or "failed" => said,
        "not_met" or "nearly_met" or "at_risk" => "inProgress",
        _ => null,
    };
}
