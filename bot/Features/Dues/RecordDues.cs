using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Dues;

/// <summary>An officer pressed “Ghi”. A member's record is one row: pressing again says the same.</summary>
internal sealed class RecordDues(DuesBook book, ITables tables) : IHandle<DuesForm>
{
    public async Task<Reply> Handle(DuesForm form, Turn turn, CancellationToken cancel)
    {
        var chosen = form.Members.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
        List<Member> members = [.. (await book.Members(turn.CellId, turn.Today, cancel)).Where(member => chosen.Contains(member.Id))];
        if (members.Count is 0 or > DuesCards.MostNames
            || form.What is not (DuesCards.Paid or DuesCards.Free or DuesCards.None)
            || !PartialDate.TryParse(form.Month, out var month) || !new DuesPaid("", month).HasMonth || Math.Abs(month.Year - turn.Today.Year) > 1)
        {
            return Reply.Notify(DuesText.ChooseSomebody);
        }

        var entry = new LedgerEntry(turn, DuesText.Did(members.Count, month.First));
        var stored = (await tables.List<PartRow<DuesPaid>>(turn.CellId, PartRow<DuesPaid>.Range, cancel)).ToDictionary(row => row.Row.Part.Member, StringComparer.Ordinal);
        List<string> said = [], further = [];
        var isChange = false;
        foreach (var member in members)
        {
            var was = stored.GetValueOrDefault(member.Id);

            // Of many at once nobody is set back: somebody who paid ahead is easily among them.
            if (form.What != DuesCards.None && members.Count > 1 && was is { Row.Part: { IsFree: false } before } && before.Until.Last > month.Last)
            {
                further.Add(member.Name);
                continue;
            }

            said.Add(member.Name);
            var paid = form.What == DuesCards.None ? null : new DuesPaid(member.Id, month) { IsFree = form.What == DuesCards.Free };
            if (paid != was?.Row.Part)
            {
                isChange = true;
                _ = paid is null ? entry.Remove(was!) : entry.Set(was, new PartRow<DuesPaid>(turn.CellId, paid) { Imported = was?.Row.Imported });
            }
        }

        if (isChange)
        {
            await tables.Commit(entry.Changes, cancel);
        }

        return Reply.Replace(
            DuesCards.Saved(
                [.. said.Count > 0 ? [DuesText.Saved(said, month.First, form.What)] : Array.Empty<string>(), .. further.Count > 0 ? [DuesText.Further(further)] : Array.Empty<string>()],
                isChange ? entry.Key : null),
            DuesText.Title);
    }
}
