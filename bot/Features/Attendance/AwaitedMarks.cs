using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Attendance;

/// <summary>Who has no mark yet in the roll call that is open, or has not said yet whether they come to a meeting that is named: whom a reminder is for.</summary>
internal sealed class AwaitedMarks(RollBook book, ITables tables) : IAwaited
{
    public string About => "attendance";

    public async Task<IReadOnlyList<string>?> Find(string cellId, string? eventId, DateTimeOffset at, CancellationToken cancel)
    {
        var today = VietnamTime.DateOf(at);
        var rolls = await book.Rolls(cellId, new DateRange(today.AddDays(-1), today), cancel);
        return rolls.LastOrDefault(roll => roll.IsOpen(at) && (eventId is null || roll.Meeting.Id == eventId)) is { } open
            ? [.. (await book.Call(open, at, cancel)).Seats.Where(seat => seat.State == SeatState.Open && seat.Absence is null).Select(seat => seat.Member.Id)]
            : eventId is not null && await book.FindEvent(cellId, eventId, today, cancel) is { State: EventState.Planned } meeting && meeting.StartsAt > at
            ? await Silent(cellId, meeting, cancel)
            : null;
    }

    /// <summary>Who is expected and has said neither that they come nor asked to be excused.</summary>
    private async Task<IReadOnlyList<string>> Silent(string cellId, Event meeting, CancellationToken cancel)
    {
        var coming = tables.List<ComingRow>(cellId, ComingRow.Of(meeting.Id), cancel);
        var absences = await tables.List<AbsenceRow>(cellId, AbsenceRow.Of(meeting.Id), cancel);
        var answered = absences.Where(absence => absence.Row.Holds(meeting)).Select(absence => absence.Row.MemberId)
            .Concat((await coming).Where(row => row.Row.Holds(meeting)).Select(row => row.Row.MemberId))
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. (await book.Members(cellId, cancel))
                .Where(member => member.IsCalled(meeting) && member.StandingOn(meeting.Date).Counts(CountedIn.Attendance) && !answered.Contains(member.Id))
                .Select(member => member.Id),
        ];
    }
}
