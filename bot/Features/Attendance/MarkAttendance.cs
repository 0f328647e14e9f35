using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Attendance;

/// <summary>A member pressed “Có mặt” or “Đến muộn”. One row a member and meeting: pressing again overwrites, an older press never does.</summary>
internal sealed class MarkAttendance(ITables tables, RollBook book) : IHandle<MarkForm>
{
    private const int Attempts = 8;

    /// <summary>From so many on it is an assembly.</summary>
    private const int Large = 100;

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

        var frame = await book.Frame(roll, turn.At, cancel);
        if (frame.Find(memberId) is null)
        {
            return Reply.Notify(AttendanceText.NotCalled);
        }

        var pressed = form.As == RollCards.LateValue ? Mark.Late : Mark.Present;
        var press = new MarkRow(turn.CellId, roll.Id, memberId, Marking.Arriving(roll, pressed, turn.At)) { At = turn.At };
        var (stands, call) = await Write(press, pressed, roll, frame, turn, cancel);
        if (stands is { By: not null } && stands.Mark != press.Mark)
        {
            return Reply.Notify(AttendanceText.ClerksWord);
        }

        var view = RollWords.View(call, roll, turn.At, [turn.Sender.TeamsId]);
        return Reply.Replace(RollCards.Own(view, RollWords.Own(call.Find(memberId)!)), RollCards.Summary(view));
    }

    /// <summary>Writes the press with its inbox row, where it counts.</summary>
    /// <returns>The mark that stands, and the roll call with it.</returns>
    private async Task<(MarkRow Stands, RollCall Call)> Write(MarkRow press, Mark pressed, RollRow roll, RollCall frame, Turn turn, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var isLarge = frame.Seats.Count > Large;
            var marks = isLarge ? [] : await tables.List<MarkRow>(press.CellId, MarkRow.Of(press.Roll), cancel);
            var stands = isLarge
                ? await tables.Find<MarkRow>(press.CellId, press.RowKey, cancel)
                : marks.FirstOrDefault(mark => mark.Row.MemberId == press.MemberId);
            var counts = Marking.Counts(press, stands?.Row, pressed);
            if (counts)
            {
                try
                {
                    await tables.Commit([stands is null ? Change.Add(press) : Change.Replace(press, stands.ETag), Change.Add(InboxRow.Of(turn))], cancel);
                }
                catch (ConflictException conflict) when (attempt < Attempts)
                {
                    if (!conflict.RowKey.StartsWith(InboxRow.Prefix, StringComparison.Ordinal))
                    {
                        continue;
                    }

                    // Another instance has carried this very press out.
                    counts = false;
                    stands = await tables.Find<MarkRow>(press.CellId, press.RowKey, cancel);
                }
            }

            var after = counts || stands is null ? press : stands.Row;
            var call = isLarge ? await book.Lately(roll, turn.At, cancel) : frame.Marked(marks.Select(mark => mark.Row).Where(mark => mark.MemberId != press.MemberId));
            return (after, call.Marked([after]));
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
        var view = RollWords.View(call, roll, turn.At, [turn.Sender.TeamsId]);
        var card = turn.Asker.MemberId is { } id && call.Find(id) is { } seat ? RollCards.Own(view, RollWords.Own(seat)) : RollCards.Group(view);
        return Reply.Replace(card, RollCards.Summary(view));
    }
}
