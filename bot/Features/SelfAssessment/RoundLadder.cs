using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>The steps around a round's deadline, for whoever gives the cell others: those of the open rounds are planned anew.</summary>
internal sealed class RoundLadder(RoundStore rounds, RoundMail mail) : ILadderKind
{
    public string Kind => LadderKinds.Assessment;

    public async Task<IReadOnlyList<Change>> PlanAll(string cellId, IReadOnlyList<LadderStep> steps, int most, DateTimeOffset now, CancellationToken cancel)
    {
        var changes = new List<Change>();
        foreach (var round in (await rounds.List(cellId, cancel)).Where(round => round.IsOpen).OrderBy(round => round.Deadline))
        {
            var plans = await mail.PlanSteps(cellId, round, steps, now, cancel);
            changes.AddRange(changes.Count + plans.Count <= most ? plans : []);
        }

        return changes;
    }
}
