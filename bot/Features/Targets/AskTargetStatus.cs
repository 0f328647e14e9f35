using ChiBoBot.Cards;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Targets;

/// <summary>“Chỉ tiêu nào chưa đạt?”, “những cái nào đã vượt?”</summary>
internal sealed record AskTargetStatus(AskedStatus Status, Slots Slots)
{
    /// <summary>What is nearly there or at risk can only be what is still under way.</summary>
    public bool IsUnderWay => Status is AskedStatus.NearlyMet or AskedStatus.AtRisk;

    public static AskTargetStatus Of(Request request) => Of(request.Slots);

    public static AskTargetStatus Of(Slots slots) => new(
        slots.Text("status") switch
        {
            "met" => AskedStatus.Met,
            "exceeded" => AskedStatus.Exceeded,
            "failed" => AskedStatus.Failed,
            "nearly_met" => AskedStatus.NearlyMet,
            "at_risk" => AskedStatus.AtRisk,
            _ => AskedStatus.NotMet,
        },
        slots);
}

internal sealed class AskTargetStatusHandler(TargetBoards boards) : IHandle<AskTargetStatus>
{
    public async Task<Reply> Handle(AskTargetStatus asked, Turn turn, CancellationToken cancel)
    {
        var board = await boards.Read(turn.CellId, asked.Slots, asked.IsUnderWay, turn.Today, cancel);
        if (board.Empty is { } empty)
        {
            return empty;
        }

        var card = board.With(asked.Status);
        return Reply.Show(card, card.FallbackText!, Audience.Everyone);
    }
}
