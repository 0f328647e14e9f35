using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Targets;

/// <summary>“Nếu thêm 2 đồng chí xuất sắc thì sao?”: what would become of the targets under way. Nothing is recorded.</summary>
internal sealed record AskWhatIf(WhatIf If)
{
    public static AskWhatIf? Of(Said said) => WhatIf.Read(said.Plain) is { } what ? new(what) : null;
}

internal sealed class AskWhatIfHandler(TargetBoards boards) : IHandle<AskWhatIf>
{
    public async Task<Reply> Handle(AskWhatIf asked, Turn turn, CancellationToken cancel)
    {
        var board = await boards.Read(turn.CellId, Slots.None, underWay: true, turn.Today, cancel);
        if (board.Empty is { } empty)
        {
            return empty;
        }

        var question = Question(asked.If, board);
        var touched = new List<(TargetView, TargetView)>();
        foreach (var verdict in board.Verdicts)
        {
            if ((asked.If.Target is null || asked.If.Target == verdict.Row.Target.Number) && verdict.Clauses.Any(clause => asked.If.IsAbout(clause.Clause)))
            {
                var term = board.Terms.First(term => term.Term.Id == verdict.Row.TermId).Term;
                var after = TargetJudge.Judge(asked.If.Applied(verdict, turn.Today.Year), term, board.Year, turn.Today, board.Rules.Rules);
                touched.Add((board.ViewOf(verdict), board.ViewOf(after) with { Stated = null, ByRecords = null, Note = null, Years = [] }));
            }
        }

        if (touched.Count == 0)
        {
            return Reply.Say(TargetsText.Untouched(question), Audience.Everyone);
        }

        var card = TargetCards.WhatIf(board.View, question, touched);
        return Reply.Show(card, card.FallbackText!, Audience.Everyone);
    }

    private static string Question(WhatIf what, TargetBoard board)
    {
        var names = (board.GradeRules ?? GradeRules.Book.Packs[^1]).Rules.Names;
        return TargetsText.If(what.More, what switch
        {
            { Grade: Grade.Excellent } => TargetsText.MoreOf(names.Excellent),
            { Grade: Grade.Good } => TargetsText.MoreOf(names.Good),
            { Grade: Grade.Completed } => TargetsText.MoreOf(names.Completed),
            { Grade: Grade.NotCompleted } => TargetsText.MoreOf(names.NotCompleted),
            { Title: Title.Advanced } => TargetsText.MoreAdvanced,
            { Title: not null } => TargetsText.MoreFighters,
            { Deed: "mo hinh" } => TargetsText.MoreModels,
            { Deed: "cong trinh" } => TargetsText.MoreWorks,
            _ => TargetsText.MoreDeeds,
        });
    }
}
