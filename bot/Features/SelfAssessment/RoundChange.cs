using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>What a press makes of a round.</summary>
internal abstract record RoundStep
{
    private RoundStep()
    {
    }

    /// <summary>Nothing: a line says why.</summary>
    internal sealed record Refused(string Why) : RoundStep;

    /// <summary>It stays as it is.</summary>
    /// <param name="Said">What its board says.</param>
    internal sealed record Stays(Func<BoardView, string> Said) : RoundStep;

    /// <summary>It becomes another, in one commit with what follows from it.</summary>
    /// <param name="Did">What the ledger says.</param>
    /// <param name="Beside">Not undone: members may be writing by then.</param>
    internal sealed record Becomes(Round Round, string Did, IReadOnlyList<Change> Beside, Func<BoardView, string> Said) : RoundStep;
}

/// <summary>Where the board's buttons change a round: decided on what is there, committed, decided again where somebody else changed it at the same moment.</summary>
internal sealed class RoundChange(RoundStore rounds, RoundBoard board, ITables tables)
{
    private const int Attempts = 5;

    /// <param name="decide">What the press makes of the round; null where there is none.</param>
    public async Task<Reply> Do(string roundId, Turn turn, Func<Round?, Task<RoundStep>> decide, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var stored = await rounds.Find(turn.CellId, roundId, cancel);
            switch (await decide(stored?.Row.Part))
            {
                case RoundStep.Refused refused:
                    return Reply.Notify(refused.Why);
                case RoundStep.Stays stays:
                    return await Show(stored!.Row.Part, stays.Said);
                case RoundStep.Becomes becomes:
                    try
                    {
                        await tables.Commit(new LedgerEntry(turn, becomes.Did).Beside([Change.Replace(stored!.Row with { Part = becomes.Round }, stored.ETag), .. becomes.Beside]).Changes, cancel);
                        return await Show(becomes.Round, becomes.Said);
                    }
                    catch (ConflictException conflict) when (attempt < Attempts && conflict.RowKey == stored!.Row.RowKey)
                    {
                        // Somebody else changed it at the same moment: look again.
                    }

                    break;
            }
        }

        async Task<Reply> Show(Round round, Func<BoardView, string> said)
        {
            var view = await board.View(turn.CellId, round, turn.At, cancel);
            var words = said(view);
            return Reply.Replace(RoundCards.Board(view with { Note = words }), words);
        }
    }
}
