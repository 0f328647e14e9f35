using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Attendance;

/// <summary>Sổ điểm danh: a cell's roll calls with everybody's mark, read from few ranges.</summary>
internal sealed class RollBook(ITables tables, TimeProvider clock)
{
    private const int CellsRemembered = 2000;

    // Who is in a cell is asked with each press; it lives for one to two spans.
    private readonly RecentMap<string, IReadOnlyList<Member>> _members = new(TimeSpan.FromSeconds(15), CellsRemembered, clock);

    // What a press shows beside its own mark may be some seconds old.
    private readonly RecentMap<(string CellId, string Roll), RollBoard> _boards = new(TimeSpan.FromSeconds(1), CellsRemembered, clock);

    // A row that still carries its tag needn't be unpacked again.
    private readonly RecentMap<(string CellId, string Roll), Stored<RollRow>> _rolls = new(TimeSpan.FromMinutes(10), CellsRemembered, clock);

    /// <summary>The board of an open roll call; of presses on other instances it knows within two seconds.</summary>
    public async ValueTask<RollBoard> Board(RollRow roll, CancellationToken cancel)
    {
        if (_boards.TryGet((roll.CellId, roll.Id), out var known))
        {
            return known;
        }

        var absences = await tables.List<AbsenceRow>(roll.CellId, AbsenceRow.Of(roll.Meeting.Id), cancel);
        var marks = await tables.List<MarkRow>(roll.CellId, MarkRow.Of(roll.Id), cancel);
        var call = RollCall.Of(roll.Meeting, roll, await Members(roll.CellId, cancel), [], absences.Select(absence => absence.Row), closed: false);
        return _boards.GetOrAdd((roll.CellId, roll.Id), new RollBoard(call, marks.Select(mark => mark.Row)));
    }

    public async Task<Stored<RollRow>?> Find(string cellId, string rollId, CancellationToken cancel)
    {
        if (!RollRow.IsId(rollId) || await tables.Find(RollRow.Table, cellId, RollRow.Prefix + rollId, cancel) is not { } found)
        {
            return null;
        }

        if (_rolls.TryGet((cellId, rollId), out var known) && known.ETag == found.ETag)
        {
            return known;
        }

        var roll = found.As<RollRow>();
        _rolls.Set((cellId, rollId), roll);
        return roll;
    }

    public async Task<Event?> FindEvent(string cellId, string eventId, DateOnly from, CancellationToken cancel) =>
        (await Events(cellId, DateRange.Since(from), cancel)).FirstOrDefault(happening => happening.Id == eventId);

    /// <summary>The meetings of these days that were not cancelled, in the order in which they begin.</summary>
    public async Task<IReadOnlyList<Event>> Meetings(string cellId, DateRange days, CancellationToken cancel) =>
        [.. (await Events(cellId, days, cancel)).Where(happening => happening.IsMeeting && happening.State != EventState.Cancelled).OrderBy(happening => happening.StartsAt)];

    /// <summary>The roll calls of these days, the first first.</summary>
    public async Task<IReadOnlyList<RollRow>> Rolls(string cellId, DateRange days, CancellationToken cancel) =>
        [.. (await tables.List<RollRow>(cellId, RollRow.Of(days.From, days.To), cancel)).Select(roll => roll.Row).OrderBy(roll => roll.Meeting.StartsAt)];

    /// <summary>The roll call with how everybody stands in it.</summary>
    public async Task<RollCall> Call(RollRow roll, DateTimeOffset at, CancellationToken cancel)
    {
        var marks = tables.List<MarkRow>(roll.CellId, MarkRow.Of(roll.Id), cancel);
        var absences = tables.List<AbsenceRow>(roll.CellId, AbsenceRow.Of(roll.Meeting.Id), cancel);
        var members = await Members(roll.CellId, cancel);
        return RollCall.Of(
            roll.Meeting, roll, members, (await marks).Select(mark => mark.Row), (await absences).Select(absence => absence.Row), closed: !roll.IsOpen(at));
    }

    /// <summary>All roll calls of these days, in four range reads.</summary>
    public async Task<IReadOnlyList<RollCall>> Calls(string cellId, DateRange days, DateTimeOffset at, CancellationToken cancel)
    {
        var rolls = await Rolls(cellId, days, cancel);
        if (rolls.Count == 0)
        {
            return [];
        }

        var members = await Members(cellId, cancel);
        var marks = (await tables.List<MarkRow>(cellId, MarkRow.Of(days.From, days.To), cancel)).ToLookup(mark => mark.Row.Roll, mark => mark.Row);
        var absences = (await tables.List<AbsenceRow>(cellId, RowRange.StartingWith(AbsenceRow.Prefix), cancel)).ToLookup(absence => absence.Row.EventId, absence => absence.Row);
        return [.. rolls.Select(roll => RollCall.Of(roll.Meeting, roll, members, marks[roll.Id], absences[roll.Meeting.Id], closed: !roll.IsOpen(at)))];
    }

    /// <summary>All members, also those who have left; at most half a minute old.</summary>
    public async ValueTask<IReadOnlyList<Member>> Members(string cellId, CancellationToken cancel)
    {
        if (_members.TryGet(cellId, out var known))
        {
            return known;
        }

        IReadOnlyList<Member> members = [.. (await tables.List<PartRow<Member>>(cellId, PartRow<Member>.Range, cancel)).Select(row => row.Row.Part)];
        _members.Set(cellId, members);
        return members;
    }

    /// <summary>The ids of the events that somebody has asked to miss.</summary>
    public async Task<IReadOnlySet<string>> AskedToMiss(string cellId, CancellationToken cancel) =>
        (await tables.List<AbsenceRow>(cellId, RowRange.StartingWith(AbsenceRow.Prefix), cancel))
            .Where(absence => absence.Row.State != AbsenceState.Withdrawn)
            .Select(absence => absence.Row.EventId)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>A request as the committee sees it; null where the meeting, the member or the reason is no more.</summary>
    public async Task<AbsenceView?> View(AbsenceRow absence, CancellationToken cancel)
    {
        var member = (await Members(absence.CellId, cancel)).FirstOrDefault(member => member.Id == absence.MemberId);
        var meeting = await FindEvent(absence.CellId, absence.EventId, VietnamTime.DateOf(absence.AskedAt), cancel);
        return member is null || meeting is null or { State: EventState.Cancelled } || (absence.State != AbsenceState.Withdrawn && !absence.Holds(meeting)) || absence.Reason is not { } reason
            ? null
            : new(meeting.Id, member.Id, RollWords.Line(meeting), member.Name, reason.ToString(), absence.Note, RollWords.Of(absence.State));
    }

    private async Task<IEnumerable<Event>> Events(string cellId, DateRange days, CancellationToken cancel) =>
        (await tables.List<PartRow<Event>>(cellId, RollRow.Days(PartRow<Event>.KeyOf(""), days.From, days.To), cancel)).Select(stored => stored.Row.Part);
}
