using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>“Nhắc người chưa nộp”: one letter to each of them. A press within an hour of the last reminds nobody again.</summary>
internal sealed class RemindMissing(RoundStore rounds, RoundBoard board, RoundMail mail, ITables tables) : IHandle<SheetForm>
{
    private static readonly TimeSpan Least = TimeSpan.FromHours(1);
    private const int Attempts = 5;

    public async Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await rounds.Find(turn.CellId, form.Round, cancel) is not { Row.Part: var round } stored)
            {
                return Reply.Notify(AssessmentText.Gone);
            }

            var missing = (await board.State(turn.CellId, round, turn.At, cancel)).NotHandedIn.Count();
            if (!round.IsOpen || missing == 0 || turn.At - round.RemindedAt < Least)
            {
                var said = !round.IsOpen ? AssessmentText.Closed : missing == 0 ? AssessmentText.Reminding(0) : AssessmentText.RemindedAt(round.RemindedAt!.Value);
                return Reply.Replace(RoundCards.Board(await board.View(turn.CellId, round, turn.At, cancel, said)), said);
            }

            try
            {
                var reminded = round with { RemindedAt = turn.At };
                var entry = new LedgerEntry(turn, AssessmentText.DidRemind(missing, SheetViews.Title(round)))
                    .Beside([Change.Replace(stored.Row with { Part = reminded }, stored.ETag), .. await mail.PlanReminder(turn.CellId, round, turn, cancel)]);
                await tables.Commit(entry.Changes, cancel);
                var said = AssessmentText.Reminding(missing);
                return Reply.Replace(RoundCards.Board(await board.View(turn.CellId, reminded, turn.At, cancel, said)), said);
            }
            catch (ConflictException conflict) when (attempt < Attempts && conflict.RowKey == stored.Row.RowKey)
            {
                // Somebody else pressed at the same moment: look again.
            }
        }
    }
}
