using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Targets;

/// <summary>“Chỉ tiêu 20% xuất sắc có vướng trần không?”, “được tối đa mấy đồng chí xuất sắc?”</summary>
internal sealed record AskQuota
{
    public static AskQuota? Of(Said said)
    {
        var plain = said.Plain;
        return plain.Contains("xuat sac", StringComparison.Ordinal)
            && (plain.Contains("vuong tran", StringComparison.Ordinal) || plain.Contains("vuot tran", StringComparison.Ordinal) || plain.Contains("tran xuat sac", StringComparison.Ordinal)
                || plain.Contains("tran 20", StringComparison.Ordinal) || plain.Contains("toi da", StringComparison.Ordinal) || plain.Contains("nhieu nhat may", StringComparison.Ordinal))
            ? new()
            : null;
    }
}

internal sealed class AskQuotaHandler(TargetBoards boards) : IHandle<AskQuota>
{
    public async Task<Reply> Handle(AskQuota asked, Turn turn, CancellationToken cancel)
    {
        var board = await boards.Read(turn.CellId, Slots.None, underWay: true, turn.Today, cancel);
        if (board.Empty is { } empty)
        {
            return empty;
        }

        if (board.GradeRules is not { } pack)
        {
            return Reply.Say(TargetsText.NoQuota, Audience.Everyone);
        }

        if (Rated(board) is not { } rated)
        {
            return Reply.Say(TargetsText.NobodyRated, Audience.Everyone);
        }

        var quota = pack.Rules.Quota;
        var card = TargetCards.Quota(new(turn.Today.Year, rated, quota.MostOf(rated), quota.Percent, quota.Base == QuotaBase.GoodOnly, quota.Scope == QuotaScope.Cell, pack.Source)
        {
            IsOwn = pack.Overridden.Count > 0,
            Clashes = [.. board.Verdicts.Select(board.ClashOf).OfType<QuotaClash>().Select(TargetBoard.Of)],
        });
        return Reply.Show(card, card.FallbackText!, Audience.Everyone);
    }

    /// <summary>How many are rated, as any target about members' grades has them.</summary>
    private static int? Rated(TargetBoard board)
    {
        foreach (var verdict in board.Verdicts)
        {
            foreach (var clause in verdict.Clauses)
            {
                if (clause is { Of: { } of, Clause: { Population: Population.Members, Metric: Metric.GradeAtLeast or Metric.GradeIs } })
                {
                    return of;
                }
            }
        }

        return null;
    }
}
