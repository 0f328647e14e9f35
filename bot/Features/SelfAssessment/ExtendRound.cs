using ChiBoBot.Cards;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>“Gia hạn”: the round ends later, or earlier; what is sent before its end moves along.</summary>
internal sealed class ExtendRound(RoundChange change, RoundMail mail) : IHandle<SheetForm>
{
    public Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel) => change.Do(form.Round, turn, async round =>
    {
        if (round is not { IsOpen: true })
        {
            return new RoundStep.Refused(AssessmentText.RefusedClosed);
        }

        var choice = new RoundChoice(form.Text("deadline"), "", "", null);
        if (choice.Wrong(turn.Today) is { } wrong)
        {
            return new RoundStep.Refused(wrong);
        }

        var moved = round with { Deadline = choice.DeadlineAt!.Value };
        var said = AssessmentText.Extended(moved.Deadline);
        return moved.Deadline == round.Deadline
            ? new RoundStep.Stays(_ => said)
            : new RoundStep.Becomes(moved, AssessmentText.DidExtend(SheetViews.Title(round), moved.Deadline), await mail.PlanDeadline(turn.CellId, moved, turn.At, cancel), _ => said);
    }, cancel);
}
