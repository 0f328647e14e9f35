using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Reminders;

/// <summary>Plans the steps of a meeting's ladder, moves them with the meeting, withdraws them when it is cancelled, and tells the group where it was told already.</summary>
internal sealed class MeetingReminders(Schedule schedule, TimeProvider clock) : IMeetingReminders
{
    public async Task<IReadOnlyList<Change>> Changes(string cellId, Event? before, Event? after, CancellationToken cancel)
    {
        var happening = after ?? before;
        if (happening is null || !happening.IsMeeting)
        {
            return [];
        }

        var now = clock.GetUtcNow();
        var rules = RulesOn(now);
        var isOn = after is { State: EventState.Planned } && after.StartsAt > now;
        List<Change> changes = isOn ? [.. await Plan(cellId, after!, now, cancel)] : [];
        if (before is { State: EventState.Planned } && before.StartsAt > now && IsNews(before, after))
        {
            if (!isOn || before.StartsAt != after!.StartsAt)
            {
                changes.AddRange(Enumerable.Range(0, rules.Meeting.Count).Select(step => Schedule.Withdraw(cellId, MeetingStepDue.Kind, KeyOf(before, step), now)));
            }

            if (await WasTold(cellId, before, rules, cancel))
            {
                var notice = new MeetingNotice(before.Title, before.StartsAt, isOn ? RowKey(after!) : null);
                changes.Add(await schedule.Plan(cellId, MeetingNoticeDue.Kind, $"{before.Id}|{now.UtcTicks}", now, cancel, notice.ToJson()));
            }
        }

        return changes;
    }

    /// <summary>The ladder of a meeting as it stands, for cells whose meetings came by an import. What is planned already stays as it is.</summary>
    public async Task<IReadOnlyList<Change>> Plan(string cellId, Event meeting, DateTimeOffset now, CancellationToken cancel)
    {
        var rules = RulesOn(now);
        var changes = new List<Change>();
        for (var step = 0; step < rules.Meeting.Count && meeting is { IsMeeting: true, State: EventState.Planned }; step++)
        {
            if (At(rules, rules.Meeting[step], meeting, cellId) is { } at && at > now)
            {
                changes.Add(await schedule.Plan(cellId, MeetingStepDue.Kind, KeyOf(meeting, step), at, cancel, RowKey(meeting)));
            }
        }

        return changes;
    }

    /// <summary>When a step of the ladder comes: never at a quiet hour, rather before it; what many cells send at one hour is spread.</summary>
    /// <returns>Null where the meeting has no hour to count from.</returns>
    public static DateTimeOffset? At(ReminderRules rules, LadderStep step, Event meeting, string cellId)
    {
        if (step.HoursBefore is not null && meeting.Time is null)
        {
            return null;
        }

        var at = rules.Quiet.Previous(step.Before(meeting.StartsAt));
        return step.HoursBefore is null ? at + TimeSpan.FromSeconds(Seed(cellId) % (60 * rules.SpreadMinutes)) : at;
    }

    public static ReminderRules RulesOn(DateTimeOffset at) => ReminderRules.Book.InForce(VietnamTime.DateOf(at)).Rules;

    /// <summary>A meeting that is moved climbs its ladder anew.</summary>
    public static string KeyOf(Event meeting, int step) => string.Create(CultureInfo.InvariantCulture, $"{meeting.Id}|{meeting.StartsAt.UtcDateTime:yyyyMMddHHmm}|{step}");

    public static string RowKey(Event meeting) => new PartRow<Event>("", meeting).RowKey;

    /// <summary>The same for a cell wherever it is computed.</summary>
    private static int Seed(string cellId) => cellId.Aggregate(17, static (sum, letter) => ((sum * 31) + letter) & 0x7FFFFFFF);

    private static bool IsNews(Event before, Event? after) =>
        after is not { State: EventState.Planned } || before.StartsAt != after.StartsAt || before.Place != after.Place;

    private async Task<bool> WasTold(string cellId, Event meeting, ReminderRules rules, CancellationToken cancel)
    {
        for (var step = 0; step < rules.Meeting.Count; step++)
        {
            if (rules.Meeting[step].To == LadderTo.Group
                && await schedule.Find(cellId, MeetingStepDue.Kind, KeyOf(meeting, step), cancel) is { Outcome: { MayStand: true } or { State: DueState.Done } })
            {
                return true;
            }
        }

        return false;
    }
}
