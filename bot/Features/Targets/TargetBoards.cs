using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Targets;

/// <summary>Reads what a question is about: the cell's terms, and then the targets of those that it means.</summary>
internal sealed class TargetBoards(ITables tables)
{
    /// <param name="underWay">The question is about what is still under way, so about the terms in force.</param>
    public async Task<TargetBoard> Read(string cellId, Slots slots, bool underWay, DateOnly today, CancellationToken cancel)
    {
        var stored = await tables.List<TermRow>(cellId, TermRow.Range, cancel);
        var terms = new TermRow[stored.Count];
        for (var i = 0; i < terms.Length; i++)
        {
            terms[i] = stored[i].Row;
        }

        var year = Periods.Year(slots, today);
        var chosen = TermChoice.Choose(terms, slots.Text("period"), year, underWay, today);
        var running = terms.Where(term => term.IsInForce(today) && !chosen.Contains(term)).ToArray();
        return new(chosen, await Judge(cellId, chosen, year, today, cancel), running, year) { IsBlank = terms.Length == 0 };
    }

    private async Task<IReadOnlyList<TargetVerdict>> Judge(string cellId, IReadOnlyList<TermRow> terms, int? year, DateOnly today, CancellationToken cancel)
    {
        var verdicts = new List<TargetVerdict>();
        foreach (var term in terms)
        {
            if (term.Targets == 0)
            {
                continue;
            }

            foreach (var (row, _) in await tables.List<TargetRow>(cellId, TargetRow.RangeOf(term.Term.Id), cancel))
            {
                verdicts.Add(TargetJudge.Judge(row, term.Term, year, today));
            }
        }

        return verdicts;
    }
}
