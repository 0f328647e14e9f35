using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Reminders;

/// <summary>Plans the steps of a meeting's ladder, moves them with the meeting, withdraws them when it is cancelled, and tells of the change whom was told already.</summary>
internal sealed class MeetingReminders(ITables tables, Schedule schedule, Ladders ladders, IEnumerable<IMeetingPlans> features, TermSteps terms, TimeProvider clock) : IMeetingReminders, ILadderKind
{
    /// <summary>So far ahead ladders are planned by the week's clock; a meeting that the bot plans has its own at once.</summary>
    public const int DaysAhead = 28;

    /// <summary>Of so many people one commit plans the messages.</summary>
    public const int MostCalled = 90;

    public string Kind => LadderKinds.Meeting;

    public async Task<IReadOnlyList<Change>> Changes(string cellId, Event? before, Event? after, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var isOn = after is { IsMeeting: true, State: EventState.Planned } && after.StartsAt > now;
        List<Change> changes = isOn ? [.. await Plan(cellId, after!, await ladders.Of(cellId, Kind, now, cancel), now, cancel), .. await terms.PlanPapers(cellId, after!, now, cancel)] : [];
        foreach (var feature in features.Where(_ => isOn))
        {
            changes.AddRange(await feature.Plans(cellId, after!, now, cancel));
        }

        if (before is not { IsMeeting: true } || before.StartsAt <= now)
        {
            return changes;
        }

        var steps = await schedule.List(cellId, MeetingStepDue.Kind, PrefixOf(before), cancel);
        if (!isOn || before.StartsAt != after!.StartsAt)
        {
            changes.AddRange(steps.Select(step => Schedule.Withdraw(cellId, MeetingStepDue.Kind, step.Key, now)));
        }

        if (IsNews(before, after) && await Told(cellId, before, steps, cancel) is { } told)
        {
            var notice = new MeetingNotice(before.Title, before.StartsAt, before.Place, WasOff: before.State != EventState.Planned);
            foreach (var (part, called) in (told.Count == 0 ? [[]] : told.Chunk(MostCalled)).Index())
            {
                changes.Add(await schedule.Plan(cellId, MeetingNoticeDue.Kind, $"{before.Id}|{now.UtcTicks + part}", now, cancel, (notice with { Called = called }).ToJson()));
            }
        }

        return changes;
    }

    /// <summary>Who knows the meeting as it is before the change, by a step or by the notice that made it so.</summary>
    /// <returns>The members who were told in their own chats; empty where the group was; null where nobody was.</returns>
    private async Task<IReadOnlyList<string>?> Told(string cellId, Event before, IReadOnlyList<DueThing> steps, CancellationToken cancel)
    {
        var notices = await schedule.List(cellId, MeetingNoticeDue.Kind, before.Id + "|", cancel);
        var reminded = before.State == EventState.Planned ? steps.Where(step => MeetingStepDue.CodeOf(step).StartsWith(nameof(LadderTo.Group), StringComparison.Ordinal)) : [];
        if (notices.Concat(reminded).Any(Stands))
        {
            return [];
        }

        var called = await schedule.List(cellId, MeetingPersonNoticeDue.Kind, before.Id + "|", cancel);
        var asked = before.State == EventState.Planned ? await schedule.List(cellId, MeetingPersonDue.Kind, PrefixOf(before), cancel) : [];
        var people = called.Concat(asked).Where(Stands).Select(MeetingPersonDue.MemberOf).Distinct(StringComparer.Ordinal).ToList();
        return people.Count > 0 ? people : null;

        static bool Stands(DueThing thing) => thing.Outcome is { MayStand: true };
    }

    /// <summary>The ladder of a meeting as it stands. What is planned already stays as it is.</summary>
    public async Task<IReadOnlyList<Change>> Plan(string cellId, Event meeting, IReadOnlyList<LadderStep> ladder, DateTimeOffset now, CancellationToken cancel)
    {
        var rules = ReminderRules.On(now);
        var changes = new List<Change>();
        foreach (var step in ladder.Where(_ => meeting is { IsMeeting: true, State: EventState.Planned }))
        {
            // Without an hour there is nothing to count hours from.
            if ((step.HoursBefore is null || meeting.Time is not null) && rules.At(step, meeting.StartsAt, cellId) is var at && at > now)
            {
                changes.Add(await schedule.Plan(cellId, MeetingStepDue.Kind, KeyOf(meeting, step), at, cancel, RowKey(meeting)));
            }
        }

        return changes;
    }

    /// <summary>The ladders of all meetings ahead, e.g. of those that came by an import, or by steps that the cell has just chosen. A step that is none any more drops by itself.</summary>
    /// <param name="most">What doesn't fit is further ahead, and waits for the next week's clock.</param>
    public async Task<IReadOnlyList<Change>> PlanAll(string cellId, IReadOnlyList<LadderStep> ladder, int most, DateTimeOffset now, CancellationToken cancel)
    {
        var today = VietnamTime.DateOf(now);
        var changes = new List<Change>();
        foreach (var meeting in (await tables.List<PartRow<Event>>(cellId, PartRow<Event>.Range, cancel)).Select(row => row.Row.Part).Where(one => one.Date >= today && one.Date <= today.AddDays(DaysAhead)).OrderBy(one => one.StartsAt))
        {
            var steps = await Plan(cellId, meeting, ladder, now, cancel);
            changes.AddRange(changes.Count + steps.Count <= most ? steps : []);
        }

        return changes;
    }

    /// <summary>A step that comes only when each of the meetings ahead has begun; null where there is none.</summary>
    public async Task<LadderStep?> Vain(string cellId, IReadOnlyList<LadderStep> ladder, DateTimeOffset now, CancellationToken cancel)
    {
        var starts = (await tables.List<PartRow<Event>>(cellId, PartRow<Event>.Range, cancel)).Select(row => row.Row.Part)
            .Where(one => one is { IsMeeting: true, State: EventState.Planned, Time: not null } && one.StartsAt > now)
            .Select(one => one.StartsAt)
            .ToList();
        return starts.Count == 0 ? null : ladder.FirstOrDefault(step => starts.TrueForAll(start => step.From(start) >= start));
    }

    /// <summary>A meeting that is moved climbs its ladder anew.</summary>
    public static string KeyOf(Event meeting, LadderStep step) => PrefixOf(meeting) + step.Code;

    public static string RowKey(Event meeting) => new PartRow<Event>("", meeting).RowKey;

    private static bool IsNews(Event before, Event? after) =>
        (before.State == EventState.Planned) != (after?.State == EventState.Planned)
        || (after is { State: EventState.Planned } && (before.StartsAt != after.StartsAt || before.Place != after.Place));

    private static string PrefixOf(Event meeting) => string.Create(CultureInfo.InvariantCulture, $"{meeting.Id}|{meeting.StartsAt.UtcDateTime:yyyyMMddHHmm}|");
}
