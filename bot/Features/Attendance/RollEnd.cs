using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Attendance;

/// <summary>What follows from a roll call that is closed, or corrected afterwards: the meeting was held, and so many came.</summary>
internal sealed class RollEnd(ITables tables, Boards boards, AbsenceRecords records, Schedule schedule, TimeProvider clock)
{
    /// <summary>The changes that go into the commit which closes or corrects. Targets that ask for attendance follow.</summary>
    public async Task<IReadOnlyList<Change>> Changes(RollCall call, CancellationToken cancel)
    {
        var (cellId, meeting) = (call.Roll!.CellId, call.Meeting);
        List<Change> changes = [];
        if (await tables.Find<PartRow<Event>>(cellId, PartRow<Event>.KeyOf(((ICellPart<Event>)meeting).Key), cancel) is { Row.Part.State: EventState.Planned } planned)
        {
            changes.Add(Change.Replace(planned.Row with { Part = planned.Row.Part with { State = EventState.Held } }, planned.ETag));
        }

        // The committee's own meetings and those of chosen members say nothing of the cell's attendance.
        if (meeting.Calls() == Summons.All && call.Sums.Summoned > 0)
        {
            var turnout = new PartRow<Turnout>(cellId, new Turnout(meeting.Id, meeting.Date, call.Sums.Present, call.Sums.Summoned));
            var before = await tables.Find<PartRow<Turnout>>(cellId, turnout.RowKey, cancel);
            if (before?.Row.Part != turnout.Part)
            {
                changes.Add(before is null ? Change.Add(turnout) : Change.Replace(turnout with { Imported = before.Row.Imported }, before.ETag));
            }
        }

        // Looked for only where something has come of it: an end is looked at again and again for a day.
        var told = changes.Count > 0
            ? await AbsenceRecordDue.Plan(schedule, call.Roll, await records.At(cellId, meeting, call, cancel), clock.GetUtcNow(), cancel)
            : [];
        return [.. changes, .. told, .. await boards.Renewed(cellId, changes, cancel)];
    }
}
