using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>The rules on grades as they hold for a cell: the pack of a day, with the constants that the cell has set for itself.</summary>
internal sealed class CellRules(ITables tables)
{
    public Task<RulePack<GradeRules>> Grades(string cellId, Round round, CancellationToken cancel) => Grades(cellId, VietnamTime.DateOf(round.OpenedAt), cancel);

    public async Task<RulePack<GradeRules>> Grades(string cellId, DateOnly day, CancellationToken cancel)
    {
        var own = await tables.List<PartRow<OwnRule>>(cellId, PartRow<OwnRule>.Range, cancel);
        return own.Select(row => row.Row.Part).Of(GradeRules.Book.InForce(day), GradeRules.Book.Topic);
    }

    /// <summary>What the pack of a round says of its kind.</summary>
    public static RoundRules Of(Round round) => FormRules.Book.Packs.First(pack => pack.Id == round.Rules).Rules.Of(round.Kind);
}
