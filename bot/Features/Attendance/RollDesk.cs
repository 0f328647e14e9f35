using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Attendance;

/// <summary>The clerk's list of a roll call: who stands how, to be marked and corrected.</summary>
internal sealed class RollDesk(RollBook book)
{
    public async Task<AdaptiveCard> Card(RollRow roll, Turn turn, CancellationToken cancel, string? said = null, IReadOnlyList<string>? chosen = null, string? hint = null)
    {
        var call = await book.Call(roll, turn.At, cancel);
        var seats = call.Seats
            .OrderBy(seat => seat.State is SeatState.Open ? 0 : 1)
            .ThenBy(seat => VietnameseNames.SortKey(seat.Member.Name), StringComparer.Ordinal)
            .ThenBy(seat => seat.Member.Id, StringComparer.Ordinal)
            .Select(seat => new DeskSeat(seat.Member.Id, seat.Member.Name, RollWords.Of(seat.State), seat.Mark?.By is not null));
        return RollCards.Desk(new(RollWords.View(roll, call.Sums, turn.At), [.. seats], chosen ?? []) { Said = said, Hint = hint });
    }

    /// <summary>The roll call, for those who may run it; otherwise why not.</summary>
    public async Task<(Stored<RollRow>? Roll, Reply? Refused)> Open(string rollId, Turn turn, CancellationToken cancel) =>
        await book.Find(turn.CellId, rollId, cancel) switch
        {
            null => (null, Reply.Notify(AttendanceText.RollGone)),
            { } roll when !turn.Asker.MayRun(roll.Row.Meeting) => (null, Reply.Notify(AttendanceText.MayNotMark)),
            var roll => (roll, null),
        };
}

/// <summary>“Bảng điểm danh”, “Làm mới”.</summary>
internal sealed class ShowDesk(RollDesk desk) : IHandle<RollForm>
{
    public async Task<Reply> Handle(RollForm form, Turn turn, CancellationToken cancel)
    {
        var (roll, refused) = await desk.Open(form.Roll, turn, cancel);
        return roll is null ? refused! : Reply.Replace(await desk.Card(roll.Row, turn, cancel), AttendanceText.DeskTitle);
    }
}

/// <summary>“Đóng điểm danh”: whoever has no mark is absent from now on.</summary>
internal sealed class CloseRoll(RollBook book, RollDesk desk, RollEnd end, ITables tables, ILogger<CloseRoll> log) : IHandle<RollForm>
{
    public async Task<Reply> Handle(RollForm form, Turn turn, CancellationToken cancel)
    {
        var (read, refused) = await desk.Open(form.Roll, turn, cancel);
        if (read is null)
        {
            return refused!;
        }

        if (!read.Row.IsOpen(turn.At))
        {
            return Reply.Replace(await desk.Card(read.Row, turn, cancel, AttendanceText.AlreadyClosed), AttendanceText.DeskTitle);
        }

        var roll = read.Row with { ClosedAt = turn.At, ClosedBy = turn.Asker.MemberId };
        var call = await book.Call(roll, turn.At, cancel);
        var entry = new LedgerEntry(turn, AttendanceText.Closing(roll.Meeting.Title))
            .Beside([Change.Replace(roll, read.ETag), .. await end.Changes(call, cancel)]);
        await tables.Commit(entry.Changes, cancel);
        log.Closed(turn.CellId, roll.Meeting.Id, call.Sums.Present, call.Sums.Summoned);
        return Reply.Replace(
            await desk.Card(roll, turn, cancel, $"{AttendanceText.ClosedAt(turn.At)} {AttendanceText.FigureWithRate(call.Sums.Present, call.Sums.Summoned)}."), AttendanceText.DeskTitle);
    }
}
