using ChiBoBot.Cards;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>“Ai chưa nộp tự đánh giá?” Names are for the committee; everybody else gets numbers.</summary>
internal sealed record AskSubmissions(Slots Slots)
{
    public static AskSubmissions Of(Request request) => new(request.Slots);
}

internal sealed class AskSubmissionsHandler(RoundStore rounds, RoundBoard board) : IHandle<AskSubmissions>
{
    public async Task<Reply> Handle(AskSubmissions asked, Turn turn, CancellationToken cancel)
    {
        if (RoundStore.Current(await rounds.List(turn.CellId, cancel)) is not { } round)
        {
            return turn.Asker.May(Act.RunRounds) && turn.InPrivate
                ? Reply.Show(RoundDesk.Offer(turn.Today), AssessmentText.ChooseRound, Audience.Committee)
                : Reply.Say(AssessmentText.NoRound, Audience.Everyone);
        }

        var state = await board.State(turn.CellId, round, turn.At, cancel);
        if (!turn.Asker.May(Act.SeeSubmissions))
        {
            return Reply.Say(AssessmentText.Numbers(SheetViews.Title(round), state.HandedIn.Count, state.Total, state.Late.Count), Audience.Everyone);
        }

        if (asked.Slots.Texts("person") is { Count: > 0 } people && !people.Contains("self"))
        {
            return Reply.Say(string.Join("\n", people.Select(name => Status(state, name))), Audience.Committee);
        }

        var card = RoundCards.Board(await board.View(turn.CellId, round, turn.At, cancel));
        return Reply.Show(turn.Asker.May(Act.RunRounds) ? card : RoundBoard.WithoutButtons(card), card.FallbackText!, Audience.Committee);
    }

    private static string Status(RoundState state, string name) =>
        state.HandedIn.Contains(name) ? AssessmentText.SubmissionOf(name, isHandedIn: true)
        : state.NotHandedIn.Contains(name) ? AssessmentText.SubmissionOf(name, isHandedIn: false)
        : AssessmentText.NotInRoundNamed(name);
}
