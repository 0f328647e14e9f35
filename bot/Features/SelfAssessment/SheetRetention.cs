using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>Erases what members wrote in rounds that are older than it has to be kept: drafts, what was handed in, texts that were put aside, objections. Who took part, when, and the grades that were decided stay.</summary>
internal sealed class SheetRetention(RoundStore rounds, ITables tables)
{
    private static readonly string[] Kinds = ["answers|", "kept|", PartRow<Objection>.KeyOf(""), PartRow<ObjectionAnswer>.KeyOf("")];

    /// <summary>The closed rounds whose years are past, the oldest first, with how many texts of them are still there.</summary>
    public async Task<IReadOnlyList<(Round Round, int Texts)>> Expired(string cellId, DateOnly today, CancellationToken cancel)
    {
        var years = RetentionRules.Book.InForce(today).Rules.AssessmentYears;
        var expired = new List<(Round, int)>();
        foreach (var round in (await rounds.List(cellId, cancel)).Where(round => !round.IsOpen && round.Year < today.Year - years).Reverse())
        {
            if ((await Texts(cellId, round.Id, cancel)).Count is > 0 and var texts)
            {
                expired.Add((round, texts));
            }
        }

        return expired;
    }

    /// <summary>Erases them.</summary>
    public async Task Erase(string cellId, Round round, Turn turn, CancellationToken cancel)
    {
        var texts = await Texts(cellId, round.Id, cancel);
        await Erasure.Commit(
            tables,
            new(turn with { Id = $"{turn.Id}-{round.Id}" }, AssessmentText.DidErase(texts.Count, SheetViews.Title(round))),
            texts.Select(row => new Change(ChangeKind.Delete, CellRow.Table, cellId, row.RowKey, default, row.ETag)),
            cancel);
    }

    private async Task<IReadOnlyList<RowReader>> Texts(string cellId, string roundId, CancellationToken cancel)
    {
        var found = new List<RowReader>();
        foreach (var kind in Kinds)
        {
            found.AddRange(await tables.List(CellRow.Table, cellId, RowRange.StartingWith($"{kind}{roundId}|"), cancel));
        }

        return found;
    }
}
