using ChiBoBot.Cards;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Targets;

/// <summary>“Chỉ tiêu 7 thế nào rồi?”, “vì sao chỉ tiêu xếp loại không đạt?”, and, when no target is named, “vì sao chưa đạt?”</summary>
internal sealed record AskTarget(int? Number, string? Hint, Slots Slots)
{
    public static AskTarget Of(Request request) => new(request.Slots.Number("target_no"), request.Slots.Text("target_hint"), request.Slots);
}

internal sealed class AskTargetHandler(TargetBoards boards) : IHandle<AskTarget>
{
    public async Task<Reply> Handle(AskTarget asked, Turn turn, CancellationToken cancel)
    {
        var board = await boards.Read(turn.CellId, asked.Slots, underWay: false, turn.Today, cancel);
        if (board.Empty is { } empty)
        {
            return empty;
        }

        if (asked is { Number: null, Hint: null })
        {
            return Failures(board);
        }

        var named = Named(asked, board);
        if (named.Count == 0 && board.Running.Count > 0)
        {
            // Not in the terms that the question is about by itself: in those beside them.
            var running = await boards.Read(turn.CellId, Slots.None, underWay: true, turn.Today, cancel);
            (board, named) = Named(asked, running) is { Count: > 0 } found ? (running, found) : (board, named);
        }

        if (named.Count == 0)
        {
            return Reply.Say(
                asked.Hint is { } hint ? TargetsText.NoSuchWords(hint) : TargetsText.NoSuchNumber(asked.Number ?? 0, TargetsText.Scope(board.View), board.Verdicts.Count),
                Audience.Everyone);
        }

        var card = TargetCards.Named(board.View, [.. named.Select(board.ViewOf)]);
        return Reply.Show(card, card.FallbackText!, Audience.Everyone);
    }

    private static IReadOnlyList<TargetVerdict> Named(AskTarget asked, TargetBoard board) => asked switch
    {
        { Number: { } number } => TargetMatch.ByNumber(board.Verdicts, number),
        { Hint: { } hint } => TargetMatch.ByWords(board.Verdicts, hint),
        _ => [],
    };

    private static Reply Failures(TargetBoard board)
    {
        var failed = board.Verdicts.Where(verdict => TargetBoard.IsMissed(verdict.Outcome)).ToList();
        var card = TargetCards.Failures(board.View, [.. failed.Select(board.ViewOf)]);
        return Reply.Show(card, card.FallbackText!, Audience.Everyone);
    }
}
