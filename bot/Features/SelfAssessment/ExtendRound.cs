using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>“Gia hạn”: the round ends later, or earlier; what is sent before its end moves along.</summary>
internal sealed class ExtendRound(RoundStore rounds, RoundBoard board, RoundMail mail, ITables tables) : IHandle<SheetForm>
{
    private const int Attempts = 5;

    public async Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await rounds.Find(turn.CellId, form.Round, cancel) is not { Row.Part: { IsOpen: true } round } stored)
            {
                return Reply.Notify(AssessmentText.RefusedClosed);
            }

            var choice = new RoundChoice(form.Text("deadline"), "", "", null);
            if (choice.Wrong(turn.Today) is { } wrong)
            {
                return Reply.Notify(wrong);
            }

            var moved = round with { Deadline = choice.DeadlineAt!.Value };
            var said = AssessmentText.Extended(moved.Deadline);
            if (moved.Deadline == round.Deadline)
            {
                return Reply.Replace(RoundCards.Board(await board.View(turn.CellId, round, turn.At, cancel, said)), said);
            }

            try
            {
                var entry = new LedgerEntry(turn, AssessmentText.DidExtend(SheetViews.Title(round), moved.Deadline))
                    .Beside([Change.Replace(stored.Row with { Part = moved }, stored.ETag), .. await mail.PlanDeadline(turn.CellId, moved, turn.At, cancel)]);
                await tables.Commit(entry.Changes, cancel);
                return Reply.Replace(RoundCards.Board(await board.View(turn.CellId, moved, turn.At, cancel, said)), said);
            }
            catch (ConflictException conflict) when (attempt < Attempts && conflict.RowKey == stored.Row.RowKey)
            {
                // Somebody else changed it at the same moment: look again.
            }
        }
    }
}
