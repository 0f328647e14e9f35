using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Attendance;

/// <summary>The clerk marks others: members without Teams, late news, corrections. Each mark says by whom, and the ledger keeps what was there before.</summary>
internal sealed class WriteMarks(RollBook book, RollDesk desk, RollEnd end, Schedule schedule, ITables tables, ILogger<WriteMarks> log)
{
    private const int Attempts = 8;
    private const int LongestReason = 200;

    // A commit takes 100 rows; the ledger's, the inbox' and the plans' are among them. Who marks more does so in several commits, each with its own line in the ledger.
    private const int Most = 60;

    /// <summary>“Ghi cho người đã chọn”.</summary>
    public async Task<Reply> Some(WriteMarksForm form, Turn turn, CancellationToken cancel)
    {
        if (!Enum.TryParse<Mark>(form.Mark, ignoreCase: true, out var mark) || !Enum.IsDefined(mark))
        {
            return Reply.Notify(AttendanceText.ChooseMark);
        }

        var chosen = Chosen(form);
        return chosen.Count == 0
            ? Reply.Notify(AttendanceText.ChooseSomebody)
            : await Write(form, mark, seat => chosen.Contains(seat.Member.Id), turn, cancel);
    }

    /// <summary>“Tất cả có mặt, trừ người đã chọn”: those who aren't marked yet and weren't chosen are there; who is excused stays so.</summary>
    public Task<Reply> AllBut(WriteMarksForm form, Turn turn, CancellationToken cancel)
    {
        var chosen = Chosen(form);
        return Write(
            form,
            Mark.Present,
            seat => !chosen.Contains(seat.Member.Id) && seat.Mark is null && seat.State != SeatState.Excused && seat.IsCounted,
            turn,
            cancel);
    }

    private async Task<Reply> Write(WriteMarksForm form, Mark mark, Func<Seat, bool> whom, Turn turn, CancellationToken cancel)
    {
        var written = 0;
        RollCall? before = null;
        for (var attempt = 1; ; attempt++)
        {
            var (read, refused) = await desk.Open(form.Roll, turn, cancel);
            if (read is null)
            {
                return refused!;
            }

            var roll = read.Row;
            var because = roll.IsOpen(turn.At) ? null : PlainText.Of(form.Because, LongestReason);
            if (because is null && !roll.IsOpen(turn.At))
            {
                return Reply.Notify(AttendanceText.GiveBecause);
            }

            // Both reads are of one moment only by the tags that the commit compares.
            var stored = (await tables.List<MarkRow>(turn.CellId, MarkRow.Of(roll.Id), cancel)).ToDictionary(stands => stands.Row.MemberId, StringComparer.Ordinal);
            var call = await book.Call(roll, turn.At, cancel);
            before ??= call;
            var seats = call.Seats.Where(whom).Where(seat => stored.GetValueOrDefault(seat.Member.Id)?.Row is not { } stands || stands.Mark != mark || stands.By is null).ToList();
            if (seats.Count == 0)
            {
                // The last of them may have pressed themselves meanwhile.
                return written > 0
                    ? Reply.Replace(await desk.Card(roll, turn, cancel, FirstUpper(What(written)) + "."), AttendanceText.DeskTitle)
                    : Reply.Notify(AttendanceText.NothingChanged);
            }

            // The last part is the press's own: a repeat that finds it done finds all done. An earlier one is named by whom it begins with, who is marked by it.
            var isLast = seats.Count <= Most;
            var all = seats.Count + written;
            seats = [.. seats.Take(Most)];
            var part = isLast ? turn : turn with { Id = $"{turn.Id}#{seats[0].Member.Id}", At = turn.At.AddTicks(written - all) };
            var entry = new LedgerEntry(part, What(seats.Count));
            foreach (var seat in seats)
            {
                entry.Set(
                    stored.GetValueOrDefault(seat.Member.Id),
                    new MarkRow(turn.CellId, roll.Id, seat.Member.Id, mark) { At = turn.At, By = turn.Asker.MemberId, Because = because });
            }

            if (because is not null && isLast)
            {
                // Nobody looks after a closed roll call any more.
                var changed = seats.Select(seat => seat.Member.Id).ToHashSet(StringComparer.Ordinal);
                var after = call with { Seats = [.. call.Seats.Select(seat => changed.Contains(seat.Member.Id) ? seat with { State = RollCall.StateOf(mark) } : seat)] };
                entry.Beside([.. await end.Changes(after, cancel, before), await schedule.Refresh(turn.CellId, RollCard.Kind, roll.Id, turn.Key, cancel)]);
            }

            try
            {
                await tables.Commit(entry.Changes, cancel);
            }
            catch (ConflictException conflict) when (attempt < Attempts && conflict.RowKey.StartsWith(MarkRow.Prefix, StringComparison.Ordinal))
            {
                // Some of them have just pressed themselves: look again.
                continue;
            }

            log.Written(turn.CellId, roll.Meeting.Id, seats.Count);
            written += seats.Count;
            if (isLast)
            {
                return Reply.Replace(await desk.Card(roll, turn, cancel, FirstUpper(What(all)) + "."), AttendanceText.DeskTitle);
            }

            attempt = 0;

            string What(int count)
            {
                var state = AttendanceText.State(RollWords.Of(mark));
                return because is null ? AttendanceText.Marks(count, state, roll.Meeting.Title) : AttendanceText.Corrects(count, state, roll.Meeting.Title, because);
            }
        }
    }

    private static HashSet<string> Chosen(WriteMarksForm form) =>
        (form.Members ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);

    private static string FirstUpper(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

/// <summary>“Ghi cho người đã chọn”.</summary>
internal sealed class WriteSomeMarks(WriteMarks marks) : IHandle<WriteMarksForm>
{
    public Task<Reply> Handle(WriteMarksForm form, Turn turn, CancellationToken cancel) => marks.Some(form, turn, cancel);
}

/// <summary>“Tất cả có mặt, trừ người đã chọn”.</summary>
internal sealed class WriteAllMarks(WriteMarks marks) : IHandle<WriteMarksForm>
{
    public Task<Reply> Handle(WriteMarksForm form, Turn turn, CancellationToken cancel) => marks.AllBut(form, turn, cancel);
}
