using System.Globalization;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Features.Cells;

namespace ChiBoBot.Tests.Features;

/// <summary>Meetings of the sample cell that are over.</summary>
internal static class RollCalls
{
    /// <summary>A regular meeting whose roll call was closed: all were there but these.</summary>
    /// <returns>The roll call's id.</returns>
    public static async Task<string> RollCalled(this Talk talk, string day, string? absent = null, string? excused = null)
    {
        var date = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        var meeting = new Event($"past-{day}", EventKind.Regular, "Sinh hoạt định kỳ", date) { Time = new(14, 0), State = EventState.Held };
        var roll = new RollRow(SampleCells.CellId, meeting) { OpenedAt = meeting.StartsAt, OpenedBy = "m01", ClosesAt = meeting.EndsAt, ClosedAt = meeting.EndsAt };
        await talk.Tables.Put(roll, default);
        foreach (var member in SampleFiles.Council.Members.Where(member => member.IsCalled(meeting)))
        {
            var mark = member.Id == absent ? Mark.Absent : member.Id == excused ? Mark.Excused : Mark.Present;
            await talk.Tables.Put(new MarkRow(SampleCells.CellId, roll.Id, member.Id, mark) { At = meeting.StartsAt }, default);
        }

        return roll.Id;
    }
}
