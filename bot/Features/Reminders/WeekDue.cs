using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Teams;

namespace ChiBoBot.Features.Reminders;

/// <summary>Each Monday morning: sees that the meetings ahead have their ladders, and has the secretary told what falls due. Begun by the import, then by itself.</summary>
internal sealed class WeekDue(ITables tables, Schedule schedule, MeetingReminders meetings, Ladders ladders, IEnumerable<IWeekly> weekly) : IDueKind
{
    public const string Kind = "week";
    public const string Key = "cell";

    // One row of the commit is the outcome's, three are plans of its own.
    private const int MostPlans = Limits.Changes - 4;

    /// <summary>Before the Monday's clock, when nobody asks anything.</summary>
    private const int Night = 5;

    public string Name => Kind;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        if (await tables.Find<CellRow>(thing.CellId, CellRow.Key, cancel) is null)
        {
            return new DueStep.Drop(Reasons.CalledOff);
        }

        var today = VietnamTime.DateOf(now);
        var plans = new List<Change>(await meetings.PlanAll(thing.CellId, await ladders.Of(thing.CellId, LadderKinds.Meeting, now, cancel), MostPlans, now, cancel));
        foreach (var feature in weekly)
        {
            var more = await feature.Plans(thing.CellId, now, cancel);
            plans.AddRange(plans.Count + more.Count <= MostPlans ? more : []);
        }

        if (today.DayOfWeek == DayOfWeek.Monday)
        {
            var digestAt = ReminderRules.On(now).Quiet.Next(now);
            plans.Add(await schedule.Plan(thing.CellId, DigestDue.Kind, VietnamTime.DateOf(digestAt).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), digestAt, cancel));
        }

        plans.Add(await schedule.Plan(thing.CellId, PurgeDue.Kind, PurgeDue.Key, NextMonday(today, thing.CellId).AddHours(-Night), cancel));
        plans.Add(await schedule.Plan(thing.CellId, Kind, Key, NextMonday(today, thing.CellId), cancel));
        return new DueStep.Done(plans);
    }

    /// <summary>Begins the weeks of a cell that was imported, and looks at its meetings at once.</summary>
    public static async Task Begin(ITables tables, Schedule schedule, string cellId, DateTimeOffset now, CancellationToken cancel) =>
        await tables.Commit(await schedule.Plan(cellId, Kind, Key, now, cancel), cancel);

    /// <summary>The next Monday at seven and some minutes, another minute for each cell.</summary>
    public static DateTimeOffset NextMonday(DateOnly today, string cellId)
    {
        var days = (((int)DayOfWeek.Monday - (int)today.DayOfWeek + 6) % 7) + 1;
        var shift = cellId.Aggregate(7, static (sum, letter) => ((sum * 31) + letter) & 0x7FFFFFFF) % 3600;
        return VietnamTime.At(today.AddDays(days), new TimeOnly(7, 0)).AddSeconds(shift);
    }
}

/// <summary>The week's terms for the secretary, where there are any.</summary>
internal sealed class DigestDue(ITables tables, CellClocks clocks, Mailing mailing) : IDueKind
{
    public const string Kind = "digest";

    private const int DaysAhead = 14;

    public string Name => Kind;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        if (now > thing.At.AddDays(3))
        {
            return new DueStep.Drop(Reasons.TooLate);
        }

        var today = VietnamTime.DateOf(now);
        var deadlines = await clocks.Of(thing.CellId, today, DaysAhead, cancel);
        if (deadlines.Count == 0)
        {
            return new DueStep.Drop(Reasons.NothingToSay);
        }

        var members = (await tables.List<PartRow<Member>>(thing.CellId, PartRow<Member>.Range, cancel)).Select(row => row.Row.Part).ToList();
        return await mailing.ToSecretary(thing.CellId, members, today, cancel) is { } reach
            ? new DueStep.Post(reach.Conversation, new Outgoing.Card(DeadlineCards.List(DeadlineText.Title(DaysAhead), deadlines, mayFinish: true), DeadlineText.Title(DaysAhead))) { Person = reach.Person }
            : new DueStep.Drop(Reasons.NotInstalled);
    }
}
