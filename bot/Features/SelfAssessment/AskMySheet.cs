using ChiBoBot.Cards;
using ChiBoBot.Rules;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>“Tôi đã nộp tự đánh giá chưa?”</summary>
internal sealed record AskMySheet
{
    public static AskMySheet Of(Request request) => new();
}

/// <summary>“Cho tôi viết bản tự đánh giá”: the place where one stopped. Asking writes nothing.</summary>
internal sealed record StartSheet
{
    public static StartSheet Of(Request request) => new();
}

internal sealed class AskMySheetHandler(MySheets mine) : IHandle<AskMySheet>
{
    public async Task<Reply> Handle(AskMySheet asked, Turn turn, CancellationToken cancel) => await mine.Show(turn, cancel);
}

internal sealed class StartSheetHandler(SheetStore store, RoundStore rounds, SheetReplies replies, MySheets mine) : IHandle<StartSheet>
{
    public async Task<Reply> Handle(StartSheet asked, Turn turn, CancellationToken cancel)
    {
        if (Pen.Own(turn.Asker) is not { } pen)
        {
            return Reply.Say(AssessmentText.NoRound);
        }

        // What ends first comes first.
        foreach (var round in (await rounds.List(turn.CellId, cancel)).Where(round => round.Forms.ContainsKey(pen.Member)).OrderBy(round => round.Deadline))
        {
            if (await store.Open(pen, round.Id, cancel) is { } open && SheetFlow.MayWrite(open.Round, open.Sheet) is null)
            {
                return Reply.Show(await replies.Resume(open, turn.At, cancel), open.Form.Title);
            }
        }

        return await mine.Show(turn, cancel);
    }
}

/// <summary>How the asker's own sheets stand: those of open rounds, the newest closed one, and the newest closed one of a year with what was decided.</summary>
internal sealed class MySheets(SheetStore store, RoundStore rounds, GradeFacts grades, Objections objections, CellRules cellRules)
{
    private const int MostOpen = 3;
    private const int ObjectionsShown = 2;

    public async Task<Reply> Show(Turn turn, CancellationToken cancel)
    {
        if (Pen.Own(turn.Asker) is not { } pen)
        {
            return Reply.Say(AssessmentText.NoRound);
        }

        var all = await rounds.List(turn.CellId, cancel);
        var own = all.Where(round => round.Forms.ContainsKey(pen.Member)).ToList();
        var closed = own.Where(round => !round.IsOpen).ToList();

        // Only a year's round is rated, and others may have been closed since.
        IReadOnlyList<Round> shown = [.. own.Where(round => round.IsOpen).Take(MostOpen).Concat(closed.Take(1)).Concat(closed.Where(round => round.Kind == RoundKind.Year).Take(1)).Distinct()];
        if (shown.Count == 0)
        {
            return Reply.Say(all.Any(round => round.IsOpen) ? AssessmentText.NotInRound : AssessmentText.NoRound);
        }

        var views = new List<MyRoundView>(shown.Count);
        foreach (var round in shown)
        {
            if (await store.Open(pen, round.Id, cancel) is { } open)
            {
                views.Add(await View(open, turn, cancel));
            }
        }

        var card = AssessmentCards.Mine(views);
        return Reply.Show(card, card.FallbackText!);
    }

    public async Task<MyRoundView> View(OpenSheet open, Turn turn, CancellationToken cancel)
    {
        var (round, sheet) = (open.Round, open.Sheet);
        var rules = (await cellRules.Grades(turn.CellId, round, cancel)).Rules;
        var facts = new List<Fact> { new(AssessmentText.Deadline, VietnamTime.Clock(round.Deadline)) };
        if (round.Theme is { } theme)
        {
            facts.Add(new(AssessmentText.Theme, theme));
        }

        if (sheet is { State: SheetState.HandedIn, HandedInAt: { } at })
        {
            facts.Add(new(AssessmentText.HandedInAt, VietnamTime.Clock(at)));
            if (await store.OwnFacts(open, cancel) is { SelfProposed: { } self })
            {
                facts.Add(new(AssessmentText.SelfProposed, AssessmentText.Capital(SheetViews.Name(self, rules))));
            }
        }

        facts.AddRange((await store.Commitments(open.Pen, round.Year, cancel)).Select(commitment =>
            new Fact(AssessmentText.Commitment, AssessmentText.CommitmentLine(commitment.What, commitment.Measure, commitment.Due))));
        var decided = await grades.Decided(open, cancel);
        if (decided is not null)
        {
            facts.Add(new(AssessmentText.Decided, AssessmentText.Capital(SheetViews.Name(decided.Grade, rules))));
            if (decided is { Decision: { } number, Decided: { } day })
            {
                facts.Add(new(AssessmentText.Document, AssessmentText.DocumentOf(number, day.First)));
            }
        }

        facts.AddRange(await objections.OwnLines(store, open, ObjectionsShown, cancel));
        return new(SheetViews.Ref(open), SheetViews.Title(round), StateOf(open))
        {
            Facts = facts,
            Reopened = sheet is { State: SheetState.Draft, Reopened: { } reopened } ? AssessmentText.ReopenedFor(reopened.Reason) : null,
            Note = turn.At > round.Deadline && sheet.Reopened is null && SheetFlow.MayWrite(round, sheet) is null
                ? AssessmentText.LateNow(turn.Today.DayNumber - VietnamTime.DateOf(round.Deadline).DayNumber)
                : null,
            IsBegun = sheet.Revision > 0,
            CanWrite = SheetFlow.MayWrite(round, sheet) is null,
            CanWithdraw = SheetFlow.MayWithdraw(round, sheet, await store.IsProposed(open, cancel), turn.At) is null,
            CanObject = SheetFlow.MayObject(decided is not null) is null,
        };
    }

    private static string StateOf(OpenSheet open) => open.Sheet.State == SheetState.HandedIn ? AssessmentText.StateHandedIn
        : SheetFlow.MayWrite(open.Round, open.Sheet) is not null ? AssessmentText.StateMissing
        : open.Sheet.Revision > 0 ? AssessmentText.StateDraft
        : AssessmentText.StateNone;
}
