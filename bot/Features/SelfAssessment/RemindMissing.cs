using ChiBoBot.Cards;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>“Nhắc người chưa nộp”: one letter to each of them. A press within an hour of the last reminds nobody again.</summary>
internal sealed class RemindMissing(RoundChange change, RoundBoard board, RoundMail mail) : IHandle<SheetForm>
{
    private static readonly TimeSpan Least = TimeSpan.FromHours(1);

    public Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel) => change.Do(form.Round, turn, async round =>
    {
        if (round is null)
        {
            return new RoundStep.Refused(AssessmentText.Gone);
        }

        var missing = (await board.State(turn.CellId, round, turn.At, cancel)).NotHandedIn.Count();
        if (!round.IsOpen || missing == 0 || turn.At - round.RemindedAt < Least)
        {
            return new RoundStep.Stays(_ => !round.IsOpen ? AssessmentText.Closed : missing == 0 ? AssessmentText.Reminding(0) : AssessmentText.RemindedAt(round.RemindedAt!.Value));
        }

        return new RoundStep.Becomes(
            round with { RemindedAt = turn.At },
            AssessmentText.DidRemind(missing, SheetViews.Title(round)),
            await mail.PlanReminder(turn.CellId, round, turn, cancel),
            _ => AssessmentText.Reminding(missing));
    }, cancel);
}
