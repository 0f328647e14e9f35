using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Ledger;

/// <summary>“nhật ký thay đổi”</summary>
internal sealed record AskLedger
{
    public static AskLedger? Of(Said said) =>
        said.Core is "nhat ky" or "nhat ky thay doi" or "xem nhat ky" or "xem nhat ky thay doi" or "cho xem nhat ky thay doi" or "ai vua thay doi gi" ? new() : null;
}

/// <summary>Who changed what, the last changes first.</summary>
internal sealed class AskLedgerHandler(ITables tables) : IHandle<AskLedger>
{
    private const int Shown = 15;
    private const int DaysBack = 90;

    public async Task<Reply> Handle(AskLedger asked, Turn turn, CancellationToken cancel)
    {
        var entries = await tables.List<AuditRow>(turn.CellId, AuditRow.Between(turn.At.AddDays(-DaysBack), turn.At), cancel);
        if (entries.Count == 0)
        {
            return Reply.Say(LedgerText.NoEntries(DaysBack), Audience.Committee);
        }

        var lines = new List<LedgerLine>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (entry, _) in entries.Take(Shown))
        {
            if (!names.TryGetValue(entry.By, out var name))
            {
                name = (await tables.Find<PartRow<Member>>(turn.CellId, PartRow<Member>.KeyOf(entry.By), cancel))?.Row.Part.Name ?? entry.By;
                names.Add(entry.By, name);
            }

            lines.Add(new(entry.At, name, entry.What, entry.UndoneAt is not null));
        }

        return Reply.Show(LedgerCards.Ledger(lines, entries.Count), LedgerText.Title, Audience.Committee);
    }
}
