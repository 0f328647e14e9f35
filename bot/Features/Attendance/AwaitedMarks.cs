using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Attendance;

/// <summary>Who has no mark yet in the roll call that is open: whom a reminder is for.</summary>
internal sealed class AwaitedMarks(RollBook book) : IAwaited
{
    public string About => "attendance";

    public async Task<IReadOnlyList<string>?> Find(string cellId, string? eventId, DateTimeOffset at, CancellationToken cancel)
    {
        var today = VietnamTime.DateOf(at);
        var rolls = await book.Rolls(cellId, new DateRange(today.AddDays(-1), today), cancel);
        return rolls.LastOrDefault(roll => roll.IsOpen(at) && (eventId is null || roll.Meeting.Id == eventId)) is { } open
            ? [.. (await book.Call(open, at, cancel)).Seats.Where(seat => seat.State == SeatState.Open && seat.Absence is null).Select(seat => seat.Member.Id)]
            : null;
    }
}
