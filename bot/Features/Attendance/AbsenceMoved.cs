using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Teams;

namespace ChiBoBot.Features.Attendance;

/// <summary>A meeting that is moved to another day leaves the requests to be excused behind.</summary>
internal sealed class AbsencePlans(Schedule schedule, ITables tables) : IMeetingPlans
{
    public async Task<IReadOnlyList<Change>> Plans(string cellId, Event meeting, DateTimeOffset now, CancellationToken cancel) =>
        (await tables.List<AbsenceRow>(cellId, AbsenceRow.Of(meeting.Id), cancel)).Any(absence => AbsencesMoved.IsLeftBehind(absence.Row, meeting))
            ? [await schedule.Plan(cellId, AbsencesMoved.Kind, string.Create(CultureInfo.InvariantCulture, $"{meeting.Id}|{now.UtcTicks}"), now, cancel)]
            : [];
}

/// <summary>The requests that a moved meeting left behind hold no more, be it moved back; who asked is written to, and the committee's card says so.</summary>
internal sealed class AbsencesMoved(RollBook book, Schedule schedule, ITables tables) : IDueKind
{
    public const string Kind = "absences-moved";

    // Each is a row and two plans.
    private const int Most = 30;

    public string Name => Kind;

    public static bool IsLeftBehind(AbsenceRow absence, Event meeting) => absence.State is AbsenceState.Waiting or AbsenceState.Approved && !absence.Holds(meeting);

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        var eventId = thing.Key.Split('|')[0];
        if (await book.FindEvent(thing.CellId, eventId, VietnamTime.DateOf(now), cancel) is not { State: EventState.Planned } meeting)
        {
            return new DueStep.Drop("NoMeeting");
        }

        var left = (await tables.List<AbsenceRow>(thing.CellId, AbsenceRow.Of(eventId), cancel)).Where(absence => IsLeftBehind(absence.Row, meeting)).ToList();
        var changes = new List<Change>();
        foreach (var absence in left.Take(Most))
        {
            changes.Add(Change.Replace(absence.Row with { State = AbsenceState.Withdrawn, Note = null }, absence.ETag));
            changes.Add(await schedule.Plan(thing.CellId, AbsenceMoved.Kind, AbsenceAsked.KeyOf(absence.Row), now, cancel));
            changes.Add(await schedule.Refresh(thing.CellId, AbsenceAsked.Kind, AbsenceAsked.KeyOf(absence.Row), thing.Key, cancel));
        }

        if (left.Count > Most)
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
            || (await book.Members(thing.CellId, cancel)).FirstOrDefault(member => member.Id == absence.MemberId) is not { } member)
        {
            return new DueStep.Drop("NoRequest");
        }

        return await mailing.ToMember(thing.CellId, member, cancel) is { } reach
            ? new DueStep.Post(reach.Conversation, new Outgoing.Card(AbsenceCards.Moved(RollWords.Line(meeting), meeting.Id, was), AttendanceText.AbsenceTitle)) { Person = reach.Person }
            : new DueStep.Drop("NotInstalled");
    }
}
