using ChiBoBot.Cards;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>“Hạn nộp tự đánh giá là bao giờ, còn mấy ngày?”</summary>
internal sealed record AskDeadline(Slots Slots)
{
    public static AskDeadline Of(Request request) => new(request.Slots);
}

internal sealed class AskDeadlineHandler(RoundStore rounds) : IHandle<AskDeadline>
{
    public async Task<Reply> Handle(AskDeadline asked, Turn turn, CancellationToken cancel)
    {
        var all = await rounds.List(turn.CellId, cancel);
        var open = all.Where(round => round.IsOpen).OrderBy(round => round.Deadline).ToList();
        if (open.Count == 0)
        {
            return Reply.Say(all is [{ ClosedAt: { } at } last, ..] ? AssessmentText.ClosedAt(SheetViews.Title(last), at) : AssessmentText.NoRound, Audience.Everyone);
        }

        var lines = open.Select(round => AssessmentText.DeadlineIs(SheetViews.Title(round), round.Deadline, Left(round, turn))).ToList();
        if (Periods.Resolve(asked.Slots, turn.Today) is { IsOneDay: true } day)
        {
            lines.Add(AssessmentText.InTime(day.From, day.From <= VietnamTime.DateOf(open[0].Deadline)));
        }

        if (asked.Slots.Texts("field").Contains("extension"))
        {
            lines.Add(AssessmentText.Extension);
        }

        return Reply.Say(string.Join("\n\n", lines), Audience.Everyone);
    }

    private static string Left(Round round, Turn turn)
    {
        var days = VietnamTime.DateOf(round.Deadline).DayNumber - turn.Today.DayNumber;
        return turn.At <= round.Deadline ? AssessmentText.DaysLeft(days) : AssessmentText.DaysOver(-days);
    }
}
