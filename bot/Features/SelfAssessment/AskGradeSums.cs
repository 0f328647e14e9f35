using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>“Bao nhiêu đồng chí hoàn thành xuất sắc?” Sums without names: of the decided grades for every member, of the self-proposed ones for the committee alone.</summary>
internal sealed record AskGradeSums(Slots Slots)
{
    public static AskGradeSums Of(Request request) => new(request.Slots);
}

internal sealed class AskGradeSumsHandler(RoundStore rounds, GradeFacts grades, CellRules cellRules) : IHandle<AskGradeSums>
{
    public async Task<Reply> Handle(AskGradeSums asked, Turn turn, CancellationToken cancel)
    {
        var year = Periods.Year(asked.Slots, turn.Today);
        var rated = (await rounds.List(turn.CellId, cancel)).Where(round => round.Kind == RoundKind.Year && (year is null || round.Year == year)).ToList();
        var decidedYear = year ?? (await grades.NewestYear(turn.CellId, cancel));
        var decided = decidedYear is { } found ? await grades.Sums(turn.CellId, found, cancel) : new Dictionary<Grade, int>();
        var replies = new List<Reply>(2);
        if (decided.Count > 0)
        {
            var rules = (await cellRules.Grades(turn.CellId, new DateOnly(decidedYear!.Value, 12, 31), cancel)).Rules;
            replies.Add(Show(AssessmentText.Sums(AssessmentText.Title(nameof(RoundKind.Year), decidedYear.Value, null)), decided, rules, Audience.Everyone));
        }

        if (turn.Asker.May(Act.SeeSubmissions) && turn.InPrivate && rated is [{ } round, ..])
        {
            var self = await rounds.SelfProposed(turn.CellId, round, cancel);
            if (self.Count > 0)
            {
                replies.Add(Show(AssessmentText.SelfSums(SheetViews.Title(round)), self, (await cellRules.Grades(turn.CellId, round, cancel)).Rules, Audience.Committee));
            }
        }

        return replies switch
        {
            [] => Reply.Say(AssessmentText.NoGradesYet, Audience.Everyone),
            [var one] => one,
            _ => new Reply.Several(replies) { For = Audience.Committee },
        };
    }

    private static Reply Show(string title, IReadOnlyDictionary<Grade, int> sums, GradeRules rules, Audience audience)
    {
        var of = sums.Values.Sum();
        var card = RatingCards.Sums(new(
            title,
            AssessmentText.Rated(of),
            [.. Enum.GetValues<Grade>().Select(grade => new Fact(AssessmentText.Capital(SheetViews.Name(grade, rules)), AssessmentText.Share(sums.GetValueOrDefault(grade), of)))],
            AssessmentText.SumsOnly));
        return Reply.Show(card, card.FallbackText!, audience);
    }
}
