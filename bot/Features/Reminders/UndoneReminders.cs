using System.Text;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Reminders;

/// <summary>A meeting that is put back where it was takes its reminders along, and so does a ladder or a term that is open again. A meeting whose roll was called stays as it is.</summary>
internal sealed class UndoneReminders(ITables tables, MeetingReminders meetings, IEnumerable<ILadderKind> kinds, TermSteps terms, TimeProvider clock) : IUndone
{
    // What the undo writes itself is one row for each that it puts back, and three more.
    private const int Own = 8;

    public async Task<IReadOnlyList<Change>?> Changes(AuditRow entry, CancellationToken cancel)
    {
        var changes = new List<Change>();
        var events = entry.Changes.Where(change => change.Row.StartsWith(PartRow<Event>.KeyOf(""), StringComparison.Ordinal)).ToList();
        var now = events.Select(change => Read<PartRow<Event>>(entry, change.Row, change.Is)?.Part).OfType<Event>().ToDictionary(one => one.Id, StringComparer.Ordinal);
        var again = events.Select(change => Read<PartRow<Event>>(entry, change.Row, change.Was)?.Part).OfType<Event>().ToDictionary(one => one.Id, StringComparer.Ordinal);
        foreach (var meeting in now.Values)
        {
            if (await tables.Find<RollRow>(entry.CellId, RollRow.Prefix + RollRow.IdOf(meeting), cancel) is not null)
            {
                return null;
            }
        }

        foreach (var id in now.Keys.Union(again.Keys, StringComparer.Ordinal))
        {
            changes.AddRange(await meetings.Changes(entry.CellId, now.GetValueOrDefault(id), again.GetValueOrDefault(id), cancel));
        }

        var at = clock.GetUtcNow();
        foreach (var kind in kinds)
        {
            if (entry.Changes.FirstOrDefault(change => change.Row == LadderRow.KeyOf(kind.Kind)) is { } ladder)
            {
                var steps = Read<LadderRow>(entry, ladder.Row, ladder.Was)?.Steps ?? ReminderRules.On(at).Ladders[kind.Kind];
                changes.AddRange(await kind.PlanAll(entry.CellId, steps, Limits.Changes - Own, at, cancel));
            }
        }

        // The week's clock left out what was done.
        if (entry.Changes.Where(change => change.Was is null).Select(change => TermDoneRow.TermOf(change.Row)).OfType<string>().ToList() is { Count: > 0 } openAgain)
        {
            changes.AddRange(await terms.Plan(entry.CellId, null, Limits.Changes - Own - openAgain.Count, at, cancel, openAgain));
        }

        // Meetings of one week may have their papers reminded of at one moment.
        return [.. changes.DistinctBy(change => change.RowKey)];
    }

    private static T? Read<T>(AuditRow entry, string row, string? text)
        where T : class, ITableRow<T> =>
        text is null ? null : T.Read(new RowReader(entry.CellId, row, default, Encoding.UTF8.GetBytes(text)));
}
