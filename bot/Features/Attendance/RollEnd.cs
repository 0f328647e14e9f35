using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Attendance;

/// <summary>What follows from a roll call that is closed, or corrected afterwards: the meeting was held, and so many came.</summary>
internal sealed class RollEnd(ITables tables, Boards boards, AbsenceRecords records, Schedule schedule, TimeProvider clock)
{
    /// <summary>The changes that go into the commit which closes or corrects. Targets that ask for attendance follow.</summary>
    /// <param name="before">The roll call as it was before it is corrected; null where it is closed.</param>
    public async Task<IReadOnlyList<Change>> Changes(RollCall call, CancellationToken cancel, RollCall? before = null)
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
            var stored = await tables.Find<PartRow<Turnout>>(cellId, turnout.RowKey, cancel);
            if (stored?.Row.Part != turnout.Part)
            {
                changes.Add(stored is null ? Change.Add(turnout) : Change.Replace(turnout with { Imported = stored.Row.Imported }, stored.ETag));
            }
        }

        return [.. changes, .. await Told(call, before, isNews: changes.Count > 0, cancel), .. await boards.Renewed(cellId, changes, cancel)];
    }

    /// <summary>The letters about those whom it brings to so many absences. An end is looked at again and again for a day, and a correction may change nobody's number: each is asked what is new in it.</summary>
    private async Task<IReadOnlyList<Change>> Told(RollCall call, RollCall? before, bool isNews, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (before is null)
        {
            return isNews ? await AbsenceRecordDue.Plan(schedule, call.Roll!, await records.At(call.Roll!.CellId, call.Meeting, call, cancel), now, cancel) : [];
        }

        var told = new List<Change>();
        foreach (var (roll, found) in await records.Brought(before, call, now, cancel))
        {
            told.AddRange(await AbsenceRecordDue.Plan(schedule, roll, found, now, cancel));
        }

        return told;
    }
}
