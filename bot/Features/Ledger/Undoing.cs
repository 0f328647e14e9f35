using System.Text;
using Azure;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Ledger;

/// <summary>Taking back what one changed oneself, within a day, as long as nobody has changed it since.</summary>
internal static class Undoing
{
    public static readonly TimeSpan Within = TimeSpan.FromDays(1);

    /// <summary>Whether the asker may still take the entry back; what happened to its rows since is another matter.</summary>
    public static bool MayUndo(AuditRow entry, Turn turn) =>
        entry.By == turn.Asker.MemberId && !entry.IsUndo && entry.UndoneAt is null && entry.Changes.Count > 0 && turn.At - entry.At <= Within;

    /// <summary>The asker's last change of that time that may be undone.</summary>
    public static async Task<AuditRow?> Last(ITables tables, Turn turn, TimeSpan within, CancellationToken cancel) =>
        (await tables.List<AuditRow>(turn.CellId, AuditRow.Between(turn.At - within, turn.At), cancel))
            .Select(stored => stored.Row)
            .FirstOrDefault(entry => MayUndo(entry, turn));

    /// <summary>The changes that put the entry's rows back; null where one of them is no more as the entry left it.</summary>
    public static async Task<IReadOnlyList<Change>?> Back(ITables tables, AuditRow entry, string stamp, CancellationToken cancel)
    {
        var changes = new List<Change>(entry.Changes.Count);
        foreach (var made in entry.Changes)
        {
            var now = await tables.Find(AuditRow.Table, entry.CellId, made.Row, cancel);
            if (now?.TextOrNull(AuditRow.Stamp) != (made.Is is null ? null : entry.Id) || (now is null) != (made.Is is null))
            {
                return null;
            }

            var (kind, tag) = (made.Was, now) switch
            {
                (null, { } there) => (ChangeKind.Delete, there.ETag),
                (_, null) => (ChangeKind.Add, default(ETag)),
                (_, { } there) => (ChangeKind.Replace, there.ETag),
            };
            var change = new Change(kind, AuditRow.Table, entry.CellId, made.Row, made.Was is null ? default : Encoding.UTF8.GetBytes(made.Was), tag);
            changes.Add(made.Was is null ? change : change.With(AuditRow.Stamp, stamp));
        }

        return changes;
    }
}
