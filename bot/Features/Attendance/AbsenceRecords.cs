using System.Globalization;
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

    /// <summary>Whom a correction brings to the mark who was not there before it: at the corrected meeting, or at a later one that is over too.</summary>
    public async Task<IReadOnlyList<(RollRow Roll, IReadOnlyList<AbsenceRecord> Found)>> Brought(RollCall before, RollCall after, DateTimeOffset now, CancellationToken cancel)
    {
        var (cellId, meeting) = (after.Roll!.CellId, after.Meeting);
        if (meeting.Calls() != Summons.All)
        {
            return [];
        }

        var calls = (await book.Calls(cellId, new DateRange(meeting.Date.AddDays(-DaysBack), VietnamTime.DateOf(now)), DateTimeOffset.MaxValue, cancel))
            .Where(call => call.Meeting.Calls() == Summons.All && call.Meeting.Id != meeting.Id && !call.Roll!.IsOpen(now))
            .ToLookup(call => call.Meeting.StartsAt <= meeting.StartsAt);
        List<RollCall> later = [.. calls[false]];
        var brought = new List<(RollRow, IReadOnlyList<AbsenceRecord>)>();
        for (var i = 0; i <= later.Count; i++)
        {
            var roll = i == 0 ? after.Roll : later[i - 1].Roll!;
            if (await rules.Find(cellId, roll.Meeting.Date, cancel) is { } pack)
            {
                var was = AbsenceRecord.Of([.. calls[true], before, .. later.Take(i)], pack.Rules);
                List<AbsenceRecord> found = [.. AbsenceRecord.Of([.. calls[true], after, .. later.Take(i)], pack.Rules).Where(record => !was.Any(one => one.Member.Id == record.Member.Id && one.InARow == record.InARow && one.Months == record.Months))];
                brought.AddRange(found.Count > 0 ? [(roll, found)] : []);
            }
        }

        return brought;
    }
}

/// <summary>Tells the secretary alone; of the secretary's own absences, the deputy. A while after the closing, so that what the clerk corrects at once counts.</summary>
internal sealed class AbsenceRecordDue(RollBook book, AbsenceRecords records, MeetingRulebook rules, Mailing mailing) : IDueKind
{
    public const string Kind = "absence-record";

    private const string AboutSecretary = "|secretary";
    private const string OnceMore = "|again";
    private static readonly TimeSpan After = TimeSpan.FromMinutes(15);

    public string Name => Kind;

    /// <summary>The plans that go into the commit which closes or corrects the roll call. Of whom the secretary was told by it already, nobody tells again.</summary>
    public static async Task<IReadOnlyList<Change>> Plan(Schedule schedule, RollRow roll, IReadOnlyList<AbsenceRecord> found, DateTimeOffset now, CancellationToken cancel)
    {
        var at = ReminderRules.Book.InForce(VietnamTime.DateOf(now)).Rules.Quiet.Next(now + After);
        var changes = new List<Change>(2);
        if (found.Count == 0)
        {
            return changes;
        }

        var things = (await schedule.List(roll.CellId, Kind, roll.Id, cancel)).Where(thing => RollOf(thing.Key) == roll.Id).ToList();
        foreach (var isAboutSecretary in (bool[])[false, true])
        {
            var told = things.Where(thing => IsOut(thing) && IsAboutSecretary(thing.Key) == isAboutSecretary).ToList();
            List<string> fresh = [.. found.Where(record => IsSecretary(record.Member, roll.Meeting.Date) == isAboutSecretary && !told.Exists(thing => IsAbout(thing, record, roll))).Select(KeyOf).Distinct()];
            if (fresh.Count > 0)
            {
                // What is out says nothing more: who comes after it has a letter of their own. What still waits takes them along.
                var key = roll.Id + (isAboutSecretary ? AboutSecretary : "");
                key += told.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"{OnceMore}{told.Count}") : "";
                var payload = things.FirstOrDefault(thing => thing.Key == key) is not { } waiting ? string.Join(',', fresh)
                    : waiting.Payload is null ? null
                    : string.Join(',', waiting.Payload.Split(',').Union(fresh, StringComparer.Ordinal));
                changes.Add(await schedule.Plan(roll.CellId, Kind, key, at, cancel, payload));
            }
        }

        return changes;
    }

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        if (await book.Find(thing.CellId, RollOf(thing.Key), cancel) is not { Row: var roll } || roll.IsOpen(now))
        {
            return new DueStep.Drop("NoRoll");
        }

        var found = (await records.At(thing.CellId, roll.Meeting, null, cancel))
            .Where(record => IsAbout(thing, record, roll))
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

    /// <summary>A key begins with the roll call's <c>day|event</c>.</summary>
    private static string RollOf(string key) => string.Join('|', key.Split('|').Take(2));

    private static bool IsAboutSecretary(string key) => (key + "|").Contains(AboutSecretary + "|", StringComparison.Ordinal);

    private static bool IsOut(DueThing thing) => thing.Outcome is { MayStand: true };

    /// <summary>A payload names <c>member|kind</c>. Earlier releases named the member alone, who was told of in each kind, or nobody, which was everybody whom the letter could be about.</summary>
    private static bool IsAbout(DueThing thing, AbsenceRecord record, RollRow roll) => thing.Payload?.Split(',') is { } about
        ? about.Contains(KeyOf(record), StringComparer.Ordinal) || about.Contains(record.Member.Id, StringComparer.Ordinal)
        : IsSecretary(record.Member, roll.Meeting.Date) == IsAboutSecretary(thing.Key);

    private static string KeyOf(AbsenceRecord record) => record.Member.Id + (record.InARow is null ? "|months" : "|row");

    private static bool IsSecretary(Member member, DateOnly day) => member.PostsOn(day).Contains(Post.Secretary);
}
