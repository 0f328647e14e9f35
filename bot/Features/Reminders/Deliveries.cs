using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Reminders;

/// <summary>What became of reminders, counted from the outcomes.</summary>
internal sealed class Deliveries(ITables tables, Schedule schedule)
{
    /// <summary>The reminders ordered, the last first.</summary>
    public async Task<IReadOnlyList<ReminderRow>> List(string cellId, CancellationToken cancel) =>
    [
        .. (await tables.List<ReminderRow>(cellId, RowRange.StartingWith(ReminderRow.Prefix), cancel)).Select(row => row.Row).OrderByDescending(row => row.At),
    ];

    public async Task<DeliveryView> Of(ReminderRow reminder, CancellationToken cancel)
    {
        var whole = await schedule.Find(reminder.CellId, ReminderDue.Kind, reminder.Id, cancel);
        var parts = reminder.Where == Where.Group || whole?.Outcome is not { State: DueState.Done }
            ? whole is null ? [] : [whole]
            : await schedule.List(reminder.CellId, PersonalReminderDue.Kind, reminder.Id + "|", cancel);
        return new(reminder.Id, reminder.Text, reminder.At, reminder.Where == Where.Group, await Lines(reminder.CellId, parts, reminder.Where == Where.OwnChats, cancel));
    }

    /// <summary>What the meetings reminded of by themselves since then.</summary>
    public async Task<IReadOnlyList<DeliveryView>> OfMeetings(string cellId, DateTimeOffset since, CancellationToken cancel)
    {
        var views = new List<DeliveryView>();
        foreach (var step in await schedule.List(cellId, MeetingStepDue.Kind, "", cancel))
        {
            if (step.At < since || MeetingStepDue.IsRest(step) || MeetingStepDue.CodeOf(step).StartsWith(nameof(LadderTo.Secretary), StringComparison.Ordinal) || step.Outcome is null or { State: DueState.Dropped, Unsure: 0 } || await MeetingStepDue.Find(tables, step, cancel) is not { } meeting)
            {
                continue;
            }

            var isPrivate = step.Outcome.State == DueState.Done;
            var parts = isPrivate ? await schedule.List(cellId, MeetingPersonDue.Kind, step.Key + "|", cancel) : [step];
            views.Add(new("", ReminderText.OfMeeting(meeting.Title), step.At, !isPrivate, await Lines(cellId, parts, isPrivate, cancel)));
        }

        return views;
    }

    private async Task<IReadOnlyList<DeliveryLine>> Lines(string cellId, IReadOnlyList<DueThing> parts, bool named, CancellationToken cancel)
    {
        var lines = new List<DeliveryLine>();
        foreach (var group in parts.GroupBy(Fate).Where(group => group.Key != DeliveryFate.NotConcerned))
        {
            var names = new List<string>();
            if (named && group.Key != DeliveryFate.Sent)
            {
                foreach (var part in group)
                {
                    names.Add(await Name(cellId, part.Key, cancel));
                }
            }

            lines.Add(new(group.Key, group.Count(), names));
        }

        return [.. lines.OrderBy(line => line.Fate)];
    }

    /// <summary>The parts that may be sent once more: those that failed, and those of which nobody knows.</summary>
    public async Task<IReadOnlyList<DueThing>> Failed(ReminderRow reminder, CancellationToken cancel)
    {
        IReadOnlyList<DueThing> things = reminder.Where == Where.Group
            ? await schedule.Find(reminder.CellId, ReminderDue.Kind, reminder.Id, cancel) is { } whole ? [whole] : []
            : await schedule.List(reminder.CellId, PersonalReminderDue.Kind, reminder.Id + "|", cancel);
        return [.. things.Where(thing => Fate(thing) is DeliveryFate.Unknown or DeliveryFate.Failed or DeliveryFate.NotInstalled or DeliveryFate.Blocked or DeliveryFate.NoGroup)];
    }

    private static DeliveryFate Fate(DueThing thing) => thing.Outcome switch
    {
        null => DeliveryFate.Open,
        { State: DueState.Sent, Unsure: > 0 } => DeliveryFate.SentTwice,
        { State: DueState.Sent } => DeliveryFate.Sent,
        { State: DueState.Waiting or DueState.Posting or DueState.Renewing or DueState.Done } => DeliveryFate.Open,
        { State: DueState.Unknown } or { Unsure: > 0 } => DeliveryFate.Unknown,
        { State: DueState.Blocked } => DeliveryFate.Blocked,
        { State: DueState.NotInstalled } or { Reason: Reasons.NotInstalled } => DeliveryFate.NotInstalled,
        { Reason: Reasons.NotConcerned } => DeliveryFate.NotConcerned,
        { Reason: Reasons.Paused } => DeliveryFate.Paused,
        { Reason: Reasons.TooLate } => DeliveryFate.TooLate,
        { Reason: Reasons.CalledOff } => DeliveryFate.CalledOff,
        { Reason: Reasons.NoGroup } => DeliveryFate.NoGroup,
        _ => DeliveryFate.Failed,
    };

    private async Task<string> Name(string cellId, string key, CancellationToken cancel)
    {
        var memberId = key[(key.LastIndexOf('|') + 1)..];
        return (await tables.Find<PartRow<Member>>(cellId, PartRow<Member>.KeyOf(memberId), cancel))?.Row.Part.Name ?? memberId;
    }
}
