using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Teams;

namespace ChiBoBot.Features.Attendance;

/// <summary>A meeting that is moved to another day leaves the requests to be excused behind; one that comes back to its day finds them withdrawn.</summary>
/// <remarks>Each week, and after an import, it looks at all meetings to come: a cell's file moves them too.</remarks>
internal sealed class AbsencePlans(RollBook book, Schedule schedule, ITables tables) : IMeetingPlans, IWeekly
{
    private const int DaysAhead = 92;

    /// <summary>So long a mistaken move can be taken back before anybody is written to.</summary>
    private static readonly TimeSpan After = TimeSpan.FromMinutes(15);

    public async Task<IReadOnlyList<Change>> Plans(string cellId, Event meeting, DateTimeOffset now, CancellationToken cancel) =>
        await Of(cellId, meeting, (await tables.List<AbsenceRow>(cellId, AbsenceRow.Of(meeting.Id), cancel)).Select(absence => absence.Row), now, cancel);

    public async Task<IReadOnlyList<Change>> Plans(string cellId, DateTimeOffset now, CancellationToken cancel)
    {
        var today = VietnamTime.DateOf(now);
        var absences = (await tables.List<AbsenceRow>(cellId, RowRange.StartingWith(AbsenceRow.Prefix), cancel)).ToLookup(absence => absence.Row.EventId, absence => absence.Row);
        var changes = new List<Change>();
        foreach (var meeting in (await book.Meetings(cellId, new(today, today.AddDays(DaysAhead)), cancel)).Where(meeting => meeting.State == EventState.Planned && meeting.StartsAt > now))
        {
            changes.AddRange(await Of(cellId, meeting, absences[meeting.Id], now, cancel));
        }

        return changes;
    }

    private async Task<IReadOnlyList<Change>> Of(string cellId, Event meeting, IEnumerable<AbsenceRow> absences, DateTimeOffset now, CancellationToken cancel) =>
        absences.Any(absence => AbsencesMoved.IsLeftBehind(absence, meeting)) || (await AbsencesMoved.ToTellBack(schedule, absences, meeting, cancel)).Count > 0
            ? [await schedule.Plan(cellId, AbsencesMoved.Kind, meeting.Id, now + After < meeting.StartsAt ? now + After : now, cancel)]
            : [];
}

/// <summary>The requests that a moved meeting left behind hold no more, be it moved back; who asked is written to, and the committee's card says so.</summary>
internal sealed class AbsencesMoved(RollBook book, Schedule schedule, ITables tables) : IDueKind
{
    public const string Kind = "absences-moved";

    // Each is a row and two plans, beside one for each that is back.
    private const int Most = 20;

    public string Name => Kind;

    public static bool IsLeftBehind(AbsenceRow absence, Event meeting) => absence.State is AbsenceState.Waiting or AbsenceState.Approved && !absence.Holds(meeting);

    public static bool IsBackOnItsDay(AbsenceRow absence, Event meeting) => absence.State == AbsenceState.Withdrawn && absence.Day == meeting.Date;

    /// <summary>The requests that a move withdrew, and not their members, of which the meeting is back on the day without anybody having been told.</summary>
    public static async Task<IReadOnlyList<string>> ToTellBack(Schedule schedule, IEnumerable<AbsenceRow> absences, Event meeting, CancellationToken cancel)
    {
        List<AbsenceRow> back = [.. absences.Where(absence => IsBackOnItsDay(absence, meeting))];
        if (back.Count == 0)
        {
            return [];
        }

        var moved = await schedule.List(back[0].CellId, AbsenceMoved.Kind, meeting.Id + "|", cancel);
        var told = await schedule.List(back[0].CellId, AbsenceBack.Kind, meeting.Id + "|", cancel);
        return [.. back.Select(AbsenceAsked.KeyOf).Intersect(moved.Select(letter => letter.Key), StringComparer.Ordinal).Except(told.Select(letter => letter.Key), StringComparer.Ordinal)];
    }

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        var eventId = thing.Key.Split('|')[0];
        if (await book.FindEvent(thing.CellId, eventId, VietnamTime.DateOf(now), cancel) is not { State: EventState.Planned } meeting)
        {
            return new DueStep.Drop("NoMeeting");
        }

        var absences = await tables.List<AbsenceRow>(thing.CellId, AbsenceRow.Of(eventId), cancel);
        var changes = new List<Change>();
        var back = await ToTellBack(schedule, absences.Select(absence => absence.Row), meeting, cancel);
        foreach (var key in back.Take(Most))
        {
            changes.Add(await schedule.Plan(thing.CellId, AbsenceBack.Kind, key, now, cancel));
        }

        var left = absences.Where(absence => IsLeftBehind(absence.Row, meeting)).ToList();
        foreach (var absence in left.Take(Most))
        {
            changes.Add(Change.Replace(absence.Row with { State = AbsenceState.Withdrawn, Note = null }, absence.ETag));
            changes.Add(await schedule.Plan(thing.CellId, AbsenceMoved.Kind, AbsenceAsked.KeyOf(absence.Row), now, cancel));
            changes.Add(await schedule.Refresh(thing.CellId, AbsenceAsked.Kind, AbsenceAsked.KeyOf(absence.Row), thing.Key, cancel));
        }

        if (left.Count > Most || back.Count > Most)
        {
            changes.Add(await schedule.Plan(thing.CellId, Kind, thing.Key + "|on", now, cancel));
        }

        return new DueStep.Done(changes);
    }
}

/// <summary>Tells a member that the request doesn't count for the new day, and asks anew.</summary>
internal sealed class AbsenceMoved(RollBook book, Mailing mailing, ITables tables) : IDueKind
{
    public const string Kind = "absence-moved";

    public string Name => Kind;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        if (await AbsenceAsked.Find(tables, thing, cancel) is not { State: AbsenceState.Withdrawn, Day: { } was } absence
            || await book.FindEvent(thing.CellId, absence.EventId, VietnamTime.DateOf(now), cancel) is not { State: EventState.Planned } meeting
            || meeting.StartsAt <= now
            || meeting.Date == was
            || (await book.Members(thing.CellId, cancel)).FirstOrDefault(member => member.Id == absence.MemberId) is not { } member)
        {
            return new DueStep.Drop("NoRequest");
        }

        return await mailing.ToMember(thing.CellId, member, cancel) is { } reach
            ? new DueStep.Post(reach.Conversation, new Outgoing.Card(AbsenceCards.Moved(RollWords.Line(meeting), meeting.Id, was), AttendanceText.AbsenceTitle)) { Person = reach.Person }
            : new DueStep.Drop("NotInstalled");
    }
}

/// <summary>Tells a member whose request a move withdrew that the meeting is back on the day that was asked for.</summary>
internal sealed class AbsenceBack(RollBook book, Mailing mailing, ITables tables) : IDueKind
{
    public const string Kind = "absence-back";

    public string Name => Kind;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        if (await AbsenceAsked.Find(tables, thing, cancel) is not { } absence
            || await book.FindEvent(thing.CellId, absence.EventId, VietnamTime.DateOf(now), cancel) is not { State: EventState.Planned } meeting
            || !AbsencesMoved.IsBackOnItsDay(absence, meeting)
            || meeting.StartsAt <= now
            || (await book.Members(thing.CellId, cancel)).FirstOrDefault(member => member.Id == absence.MemberId) is not { } member)
        {
            return new DueStep.Drop("NoRequest");
        }

        return await mailing.ToMember(thing.CellId, member, cancel) is { } reach
            ? new DueStep.Post(reach.Conversation, new Outgoing.Card(AbsenceCards.Back(RollWords.Line(meeting), meeting.Id), AttendanceText.AbsenceTitle)) { Person = reach.Person }
            : new DueStep.Drop("NotInstalled");
    }
}
