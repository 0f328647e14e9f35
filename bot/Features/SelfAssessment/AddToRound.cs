using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>“Thêm vào đợt”: who has come to the cell since the round was opened gets his form, too. Pressed twice, each is added once. Beside the ledger, not undone: they may be writing by then.</summary>
internal sealed class AddToRound(RoundStore rounds, RoundBoard board, RoundMail mail, ITables tables) : IHandle<SheetForm>
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

            // Those whom the card named, as far as they are still to be added.
            var named = form.Text("who").Split(',').ToHashSet(StringComparer.Ordinal);
            var joined = RoundOpening.Joined(round, (await rounds.Members(turn.CellId, cancel)).Values, turn.Today).Where(one => named.Contains(one.Member.Id)).ToList();
            if (joined.Count == 0)
            {
                return Reply.Replace(RoundCards.Board(await board.View(turn.CellId, round, turn.At, cancel, AssessmentText.AddedBefore)), AssessmentText.AddedBefore);
            }

            var wider = round with { Forms = round.Forms.Concat(joined.Select(one => KeyValuePair.Create(one.Member.Id, one.Form))).ToDictionary() };
            try
            {
                var entry = new LedgerEntry(turn, AssessmentText.DidAddToRound(joined.Count, SheetViews.Title(round)))
                    .Beside([Change.Replace(stored.Row with { Part = wider }, stored.ETag), .. await mail.PlanJoined(turn.CellId, wider, round.Forms.Count, joined.Select(one => one.Member.Id), turn.At, cancel)]);
                await tables.Commit(entry.Changes, cancel);
                var said = AssessmentText.Added([.. joined.Select(one => one.Member.Name)]);
                return Reply.Replace(RoundCards.Board(await board.View(turn.CellId, wider, turn.At, cancel, said)), said);
            }
            catch (ConflictException conflict) when (attempt < Attempts && conflict.RowKey == stored.Row.RowKey)
            {
                // Somebody else changed the round at the same moment: look again.
            }
        }
    }
}
