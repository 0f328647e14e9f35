using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Attendance;

/// <summary>A member pressed “Có mặt” or “Đến muộn”. One row a member and meeting: pressing again overwrites, an older press never does.</summary>
internal sealed class MarkAttendance(ITables tables, RollBook book) : IHandle<MarkForm>
{
    private const int Attempts = 8;

    public async Task<Reply> Handle(MarkForm form, Turn turn, CancellationToken cancel)
    {
        if (turn.Asker.MemberId is not { } memberId
            || await book.Find(turn.CellId, form.Roll, cancel) is not { Row: var roll }
            || form.As is not (RollCards.PresentValue or RollCards.LateValue))
        {
            return Reply.Notify(AttendanceText.RollGone);
        }

        if (!roll.IsOpen(turn.At))
        {
            return Reply.Notify(AttendanceText.Closed(roll.ClosedAt ?? roll.ClosesAt));
        }

        var board = await book.Board(roll, cancel);
        if (!board.Calls(memberId))
        {
            return Reply.Notify(AttendanceText.NotCalled);
        }

        var pressed = form.As == RollCards.LateValue ? Mark.Late : Mark.Present;
        var press = new MarkRow(turn.CellId, roll.Id, memberId, Marking.Arriving(roll, pressed, turn.At)) { At = turn.At };
        var stands = await Write(press, pressed, turn, cancel);
        if (stands is { By: not null } && stands.Mark != press.Mark)
        {
            return Reply.Notify(AttendanceText.ClerksWord);
        }

        board.Note(stands);
        var view = RollWords.View(roll, board.Sums(), turn.At, [turn.Sender.TeamsId]);
        return Reply.Replace(RollCards.Own(view, RollWords.Own(board.Seat(stands))), RollCards.Summary(view));
    }

    /// <summary>Writes the press where it counts and is no repeat.</summary>
    /// <returns>The mark that stands.</returns>
    private async Task<MarkRow> Write(MarkRow press, Mark pressed, Turn turn, CancellationToken cancel)
    {
        var name = turn.Key;
        for (var attempt = 1; ; attempt++)
        {
            var stands = await tables.Find<MarkRow>(press.CellId, press.RowKey, cancel);
            if (stands is not null && (stands.Row.Knows(name) || !Marking.Counts(press, stands.Row, pressed)))
            {
                return stands.Row;
            }

            var made = press.MadeBy(name, stands?.Row);
            try
            {
                await tables.Commit(stands is null ? Change.Add(made) : Change.Replace(made, stands.ETag), cancel);
                return made;
            }
            catch (ConflictException) when (attempt < Attempts)
            {
                // Another instance has carried out this press or another one: look again.
            }
        }
    }
}

/// <summary>Teams fetches a person's own view of the card, or they pressed “Làm mới”. Changes nothing.</summary>
internal sealed class ViewRoll(RollBook book) : IHandle<RollForm>
{
    public async Task<Reply> Handle(RollForm form, Turn turn, CancellationToken cancel)
    {
        if (await book.Find(turn.CellId, form.Roll, cancel) is not { Row: var roll })
        {
            return Reply.Notify(AttendanceText.RollGone);
        }

        var call = await book.Call(roll, turn.At, cancel);
        var view = RollWords.View(roll, call.Sums, turn.At, [turn.Sender.TeamsId]);
        var card = turn.Asker.MemberId is { } id && call.Find(id) is { } seat ? RollCards.Own(view, RollWords.Own(seat)) : RollCards.Group(view);
        return Reply.Replace(card, RollCards.Summary(view));
    }
}
