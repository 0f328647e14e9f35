using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Attendance;

/// <summary>A member whom a meeting brought to so many absences that the rules want the secretary to know.</summary>
/// <param name="InARow">Missed one after another, this meeting the last; null where it is about the months.</param>
/// <param name="Months">Months of the year in which the member came to no meeting and missed one without a reason.</param>
internal sealed record AbsenceRecord(Member Member, int? InARow, int? Months)
{
    /// <summary>Those whom the last of the calls brought there: each is told once, by the meeting that did. Pure.</summary>
    /// <param name="calls">The closed roll calls of the whole cell, the first first.</param>
    public static IReadOnlyList<AbsenceRecord> Of(IReadOnlyList<RollCall> calls, MeetingRules rules)
    {
        if (calls is not [.., var last])
        {
            return [];
        }

        var before = calls.Take(calls.Count - 1).ToList();
        return
        [
            .. from seat in last.Expected
               where !seat.IsThere
               let row = InARowAt(seat.Member.Id, calls)
               where row == rules.AbsencesInARow
               select new AbsenceRecord(seat.Member, row, null),
            .. from seat in last.Expected
               where seat.State == SeatState.Absent
               let months = MonthsOf(seat.Member.Id, calls, last.Meeting.Date.Year)
               where months == rules.MonthsAbsent && MonthsOf(seat.Member.Id, before, last.Meeting.Date.Year) < months
               select new AbsenceRecord(seat.Member, null, months),
        ];
    }

    private static int InARowAt(string memberId, IReadOnlyList<RollCall> calls) =>
        Seats(memberId, calls).Reverse().TakeWhile(one => !one.Seat.IsThere).Count();

    private static int MonthsOf(string memberId, IReadOnlyList<RollCall> calls, int year) =>
        Seats(memberId, calls)
            .Where(one => one.Day.Year == year)
            .GroupBy(one => one.Day.Month)
            .Count(month => month.All(one => !one.Seat.IsThere) && month.Any(one => one.Seat.State == SeatState.Absent));

    private static IEnumerable<(DateOnly Day, Seat Seat)> Seats(string memberId, IReadOnlyList<RollCall> calls) =>
        from call in calls
        let seat = call.Find(memberId)
        where seat is { IsCounted: true, State: not SeatState.Open }
        select (call.Meeting.Date, seat);
}

/// <summary>The roll calls by which absences are judged: of the whole cell, a year back.</summary>
internal sealed class AbsenceRecords(RollBook book, MeetingRulebook rules)
{
    private const int DaysBack = 370;

    /// <summary>Whom this meeting brought to the mark.</summary>
    /// <param name="last">The roll call as it is about to be stored; null where it is.</param>
    public async Task<IReadOnlyList<AbsenceRecord>> At(string cellId, Event meeting, RollCall? last, CancellationToken cancel)
    {
        if (meeting.Calls() != Summons.All || await rules.Find(cellId, meeting.Date, cancel) is not { } pack)
        {
            return [];
        }

        var calls = (await book.Calls(cellId, new DateRange(meeting.Date.AddDays(-DaysBack), meeting.Date), DateTimeOffset.MaxValue, cancel))
            .Where(call => call.Meeting.Calls() == Summons.All && call.Meeting.StartsAt <= meeting.StartsAt && call.Meeting.Id != meeting.Id)
            .ToList();
        last ??= (await book.Calls(cellId, DateRange.Day(meeting.Date), DateTimeOffset.MaxValue, cancel)).FirstOrDefault(call => call.Meeting.Id == meeting.Id);
        return last is null ? [] : AbsenceRecord.Of([.. calls, last], pack.Rules);
    }
}

/// <summary>Tells the secretary alone; of the secretary's own absences, the deputy. A while after the closing, so that what the clerk corrects at once counts.</summary>
internal sealed class AbsenceRecordDue(RollBook book, AbsenceRecords records, MeetingRulebook rules, Mailing mailing) : IDueKind
{
    public const string Kind = "absence-record";

    private const string AboutSecretary = "|secretary";
    private static readonly TimeSpan After = TimeSpan.FromMinutes(15);

    public string Name => Kind;

    /// <summary>The plans that go into the commit which closes the roll call.</summary>
    public static async Task<IReadOnlyList<Change>> Plan(Schedule schedule, RollRow roll, IReadOnlyList<AbsenceRecord> found, DateTimeOffset now, CancellationToken cancel)
    {
        var at = ReminderRules.Book.InForce(VietnamTime.DateOf(now)).Rules.Quiet.Next(now + After);
        var changes = new List<Change>(2);
        if (found.Any(record => !IsSecretary(record.Member, roll.Meeting.Date)))
        {
            changes.Add(await schedule.Plan(roll.CellId, Kind, roll.Id, at, cancel));
        }

        if (found.Any(record => IsSecretary(record.Member, roll.Meeting.Date)))
        {
            changes.Add(await schedule.Plan(roll.CellId, Kind, roll.Id + AboutSecretary, at, cancel));
        }

        return changes;
    }

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        var isAboutSecretary = thing.Key.EndsWith(AboutSecretary, StringComparison.Ordinal);
        if (await book.Find(thing.CellId, isAboutSecretary ? thing.Key[..^AboutSecretary.Length] : thing.Key, cancel) is not { Row: var roll } || roll.IsOpen(now))
        {
            return new DueStep.Drop("NoRoll");
        }

        var found = (await records.At(thing.CellId, roll.Meeting, null, cancel))
            .Where(record => IsSecretary(record.Member, roll.Meeting.Date) == isAboutSecretary)
            .OrderBy(record => VietnameseNames.SortKey(record.Member.Name), StringComparer.Ordinal)
            .ToList();
        if (found.Count == 0)
        {
            return new DueStep.Drop("NothingToSay");
        }

        var card = AbsenceRecordCards.Records(
            RollWords.Line(roll.Meeting),
            [.. found.Select(record => record.InARow is { } row ? AttendanceText.RecordInARow(record.Member.Name, row) : AttendanceText.RecordMonths(record.Member.Name, record.Months!.Value, roll.Meeting.Date.Year))],
            (await rules.Find(thing.CellId, roll.Meeting.Date, cancel))?.Source);
        var members = await book.Members(thing.CellId, cancel);
        return await mailing.ToSecretary(thing.CellId, members, VietnamTime.DateOf(now), cancel, [.. found.Select(record => record.Member.Id)]) is { } reach
            ? new DueStep.Post(reach.Conversation, new Outgoing.Card(card, AttendanceText.RecordTitle)) { Person = reach.Person }
            : new DueStep.Drop("NotInstalled");
    }

    private static bool IsSecretary(Member member, DateOnly day) => member.PostsOn(day).Contains(Post.Secretary);
}
