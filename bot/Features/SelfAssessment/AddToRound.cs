using ChiBoBot.Cards;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>“Thêm vào đợt”: who has come to the cell since the round was opened gets his form, too. Pressed twice, each is added once. Beside the ledger, not undone: they may be writing by then.</summary>
internal sealed class AddToRound(RoundStore rounds, RoundChange change, RoundMail mail) : IHandle<SheetForm>
{
    public Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel) => change.Do(form.Round, turn, async round =>
    {
        if (round is not { IsOpen: true })
        {
            return new RoundStep.Refused(AssessmentText.RefusedClosed);
        }

        // Those whom the card named, as far as they are still to be added.
        var named = form.Text("who").Split(',').ToHashSet(StringComparer.Ordinal);
        var joined = RoundOpening.Joined(round, (await rounds.Members(turn.CellId, cancel)).Values, turn.Today).Where(one => named.Contains(one.Member.Id)).ToList();
        if (joined.Count == 0)
        {
            return new RoundStep.Stays(_ => AssessmentText.AddedBefore);
        }

        var wider = round with { Forms = round.Forms.Concat(joined.Select(one => KeyValuePair.Create(one.Member.Id, one.Form))).ToDictionary() };
        return new RoundStep.Becomes(
            wider,
            AssessmentText.DidAddToRound(joined.Count, SheetViews.Title(round)),
            await mail.PlanJoined(turn.CellId, wider, round.Forms.Count, joined.Select(one => one.Member.Id), turn.At, cancel),
            _ => AssessmentText.Added([.. joined.Select(one => one.Member.Name)]));
    }, cancel);
}
