using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Targets;

/// <summary>“Tổng quan chỉ tiêu”, “được bao nhiêu trên bao nhiêu chỉ tiêu?”</summary>
internal sealed record AskTargetOverview(Slots Slots)
{
    public static AskTargetOverview Of(Request request) => new(request.Slots);
}

internal sealed class AskTargetOverviewHandler(TargetBoards boards) : IHandle<AskTargetOverview>
{
    public async Task<Reply> Handle(AskTargetOverview asked, Turn turn, CancellationToken cancel)
    {
        var board = await boards.Read(turn.CellId, asked.Slots, underWay: false, turn.Today, cancel);
        if (board.Empty is { } empty)
        {
            return empty;
        }

        return Reply.Show(board.Overview, board.Overview.FallbackText!, Audience.Everyone);
    }
}
