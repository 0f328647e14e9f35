using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Reminders;

/// <summary>One step of a meeting's ladder: to the group, to those who have not answered, or a summary for the secretary.</summary>
internal sealed class MeetingStepDue(ITables tables, Schedule schedule, Groups groups, Mailing mailing, Ladders ladders, IEnumerable<IAwaited> awaited) : IDueKind
{
    public const string Kind = "meeting.step";

    public string Name => Kind;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        if (await Find(tables, thing, cancel) is not { State: EventState.Planned } meeting)
        {
            return new DueStep.Drop(Reasons.CalledOff);
        }

        // Without an hour there is nothing to count hours from.
        var ladder = (await ladders.Of(thing.CellId, LadderKinds.Meeting, now, cancel)).Where(step => step.HoursBefore is null || meeting.Time is not null).ToList();
        var look = ReminderRules.On(now).Look(ladder, CodeOf(thing), meeting.StartsAt, thing.CellId, now);
        if (look is not StepNow.Take { Step: var step })
        {
            return look is StepNow.Later { At: var later } ? new DueStep.Again(later) : new DueStep.Drop(Reasons.TooLate);
        }

        return step.To switch
        {
            LadderTo.Group when meeting.Calls() == Summons.All => await ToGroup(thing, meeting, now, cancel),
            LadderTo.Group => await ToEach(thing, meeting, await Called(thing.CellId, meeting, cancel), now, cancel),
            LadderTo.Unanswered => await Open(awaited, thing.CellId, meeting, now, cancel) is { Count: > 0 } open
                ? await ToEach(thing, meeting, open, now, cancel)
                : new DueStep.Drop(Reasons.NothingToSay),
            _ => await ToSecretary(thing, meeting, now, cancel),
        };
    }

    /// <summary>Which step of the ladder a thing is, or a person's part of it.</summary>
    public static string CodeOf(DueThing thing) => thing.Key.Split('|') is [_, _, var code, ..] ? code : throw new InvalidDataException("A step without a code.");

    /// <summary>Whether it is the rest of a step that was for too many at once.</summary>
    public static bool IsRest(DueThing thing) => thing.Key.Count(letter => letter == '|') > 2;

    private static string StepOf(DueThing thing) => string.Join('|', thing.Key.Split('|').Take(3));

    /// <summary>The event that a due thing's payload names, as it stands now.</summary>
    public static async Task<Event?> Find(ITables tables, DueThing thing, CancellationToken cancel) =>
        thing.Payload is { } row ? (await tables.Find<PartRow<Event>>(thing.CellId, row, cancel))?.Row.Part : null;

    private async Task<DueStep> ToGroup(DueThing thing, Event meeting, DateTimeOffset now, CancellationToken cancel) =>
        await groups.Of(thing.CellId, cancel) is { } group
            ? new DueStep.Post(group, Message(meeting))
            : await GroupLostDue.Instead(groups, thing.CellId, now, cancel);

    private async Task<DueStep> ToEach(DueThing thing, Event meeting, IEnumerable<string> members, DateTimeOffset now, CancellationToken cancel)
    {
        // One commit plans so many; the rest follows as a thing of its own, named by the last of these.
        var step = StepOf(thing);
        var last = IsRest(thing) ? MeetingPersonDue.MemberOf(thing) : null;
        var people = members.Order(StringComparer.Ordinal).Where(member => string.CompareOrdinal(member, last) > 0).ToList();
        var plans = new List<Change>();
        foreach (var member in people.Take(MeetingReminders.MostCalled))
        {
            plans.Add(await schedule.Plan(thing.CellId, MeetingPersonDue.Kind, $"{step}|{member}", now, cancel, MeetingReminders.RowKey(meeting)));
        }

        if (people.Count > MeetingReminders.MostCalled)
        {
            plans.Add(await schedule.Plan(thing.CellId, Kind, $"{step}|{people[MeetingReminders.MostCalled - 1]}", now, cancel, thing.Payload));
        }

        return new DueStep.Done(plans);
    }

    private async Task<DueStep> ToSecretary(DueThing thing, Event meeting, DateTimeOffset now, CancellationToken cancel)
    {
        if (await Open(awaited, thing.CellId, meeting, now, cancel) is not { } silent)
        {
            return new DueStep.Drop(Reasons.NothingToSay);
        }

        var absent = (await tables.List<AbsenceRow>(thing.CellId, AbsenceRow.Of(meeting.Id), cancel))
            .Where(absence => absence.Row.Holds(meeting)).Select(absence => absence.Row.MemberId).ToHashSet(StringComparer.Ordinal);
        var members = (await tables.List<PartRow<Member>>(thing.CellId, PartRow<Member>.Range, cancel)).Select(row => row.Row.Part).ToList();
        var called = members.Where(member => member.IsCalled(meeting) && member.StandingOn(meeting.Date).Counts(CountedIn.Attendance)).ToList();
        var coming = called.Count(member => !silent.Contains(member.Id) && !absent.Contains(member.Id));
        var card = MeetingReminderCards.Answers(meeting.Title, coming, Names(absent.Contains), Names(silent.Contains));
        return await mailing.ToSecretary(thing.CellId, members, VietnamTime.DateOf(now), cancel) is { } reach
            ? new DueStep.Post(reach.Conversation, new Outgoing.Card(card, MeetingReminderText.AnswersTitle)) { Person = reach.Person }
            : new DueStep.Drop(Reasons.NotInstalled);

        List<string> Names(Func<string, bool> chosen) => [.. called.Where(member => chosen(member.Id)).Select(member => member.Name)];
    }

    /// <summary>Who is still waited for; null where nobody is asked any more.</summary>
    public static async Task<IReadOnlyList<string>?> Open(IEnumerable<IAwaited> awaited, string cellId, Event meeting, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var one in awaited.Where(one => one.About == "attendance"))
        {
            if (await one.Find(cellId, meeting.Id, now, cancel) is { } open)
            {
                return open;
            }
        }

        return null;
    }

    private async Task<IEnumerable<string>> Called(string cellId, Event meeting, CancellationToken cancel) =>
        (await tables.List<PartRow<Member>>(cellId, PartRow<Member>.Range, cancel)).Select(row => row.Row.Part).Where(member => member.IsCalled(meeting)).Select(member => member.Id);

    public static Outgoing Message(Event meeting) =>
        new Outgoing.Card(MeetingReminderCards.Coming(View(meeting)), MeetingReminderText.Summary(View(meeting)));

    public static MeetingView View(Event meeting) => new(meeting.Id, meeting.Title, meeting.Date, meeting.Time)
    {
        Place = meeting.Place,
        Agenda = [.. meeting.Agenda.Select(item => item.Text)],
        Link = meeting.Link is { } link ? new Uri(link) : null,
    };
}

/// <summary>One called member's part of a step, in the own chat.</summary>
internal sealed class MeetingPersonDue(ITables tables, Mailing mailing, Crowd crowd, IEnumerable<IAwaited> awaited) : IDueKind
{
    public const string Kind = "meeting.to";

    public string Name => Kind;

    /// <summary>Whose part of something a thing is.</summary>
    public static string MemberOf(DueThing thing) => thing.Key[(thing.Key.LastIndexOf('|') + 1)..];

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        if (await MeetingStepDue.Find(tables, thing, cancel) is not { State: EventState.Planned } meeting || meeting.StartsAt <= now)
        {
            return new DueStep.Drop(Reasons.TooLate);
        }

        var memberId = MemberOf(thing);
        var member = (await tables.Find<PartRow<Member>>(thing.CellId, PartRow<Member>.KeyOf(memberId), cancel))?.Row.Part;
        if (member is null || !member.IsCalled(meeting) || member.StandingOn(VietnamTime.DateOf(now)) == Standing.Exempt)
        {
            return new DueStep.Drop(Reasons.NotConcerned);
        }

        if (MeetingStepDue.CodeOf(thing).StartsWith(nameof(LadderTo.Unanswered), StringComparison.Ordinal)
            && await MeetingStepDue.Open(awaited, thing.CellId, meeting, now, cancel) is { } open && !open.Contains(memberId))
        {
            return new DueStep.Drop(Reasons.NotConcerned);
        }

        if (await crowd.IsPaused(thing.CellId, memberId, now, cancel))
        {
            return new DueStep.Drop(Reasons.Paused);
        }

        if (await mailing.ToMember(thing.CellId, member, cancel) is not { } reach)
        {
            return new DueStep.Drop(Reasons.NotInstalled);
        }

        var cell = await tables.Find<CellRow>(thing.CellId, CellRow.Key, cancel);
        var view = MeetingStepDue.View(meeting);
        return new DueStep.Post(reach.Conversation, new Outgoing.Card(MeetingReminderCards.ForOne(view, cell?.Row.Cell.Name ?? ""), MeetingReminderText.Summary(view))) { Person = reach.Person };
    }
}
