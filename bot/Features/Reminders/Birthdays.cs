using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Reminders;

/// <summary>Plans the wishes of the week ahead, where the cell has switched them on. The ladder's one step is off by default.</summary>
internal sealed class Birthdays(ITables tables, Ladders ladders, Schedule schedule) : ILadderKind, IWeekly
{
    private const int DaysAhead = 8;
    private const int Most = 20;

    public string Kind => LadderKinds.Birthday;

    public async Task<IReadOnlyList<Change>> Plans(string cellId, DateTimeOffset now, CancellationToken cancel) =>
        await PlanAll(cellId, await ladders.Of(cellId, Kind, now, cancel), Most, now, cancel);

    public async Task<IReadOnlyList<Change>> PlanAll(string cellId, IReadOnlyList<LadderStep> steps, int most, DateTimeOffset now, CancellationToken cancel)
    {
        if (steps.Count == 0)
        {
            return [];
        }

        var members = (await tables.List<PartRow<Member>>(cellId, PartRow<Member>.Range, cancel)).Select(row => row.Row.Part).ToList();
        var today = VietnamTime.DateOf(now);
        var rules = ReminderRules.On(now);
        var changes = new List<Change>();
        foreach (var day in Enumerable.Range(0, DaysAhead).Select(today.AddDays).Where(day => members.Any(member => IsBirthday(member, day))))
        {
            foreach (var step in steps)
            {
                if (rules.At(step, VietnamTime.At(day, default), cellId) is var at && at > now && changes.Count < most)
                {
                    changes.Add(await schedule.Plan(cellId, BirthdayDue.Kind, $"{day.ToString(BirthdayDue.Day, CultureInfo.InvariantCulture)}|{step.Code}", at, cancel));
                }
            }
        }

        return changes;
    }

    /// <summary>Whoever was born on a 29th of February has it on the 28th in other years. A birth of which only the month is known has no day.</summary>
    public static bool IsBirthday(Member member, DateOnly day) =>
        member.IsIn(day) && member.StandingOn(day) != Standing.Suspended && member.Born is { Month: { } month, Day: { } born }
        && month == day.Month && Math.Min(born, DateTime.DaysInMonth(day.Year, month)) == day.Day;
}

/// <summary>The wish in the cell's group, in the morning; on a quiet day, the next morning that isn't. It says no age.</summary>
internal sealed class BirthdayDue(ITables tables, Ladders ladders, Groups groups) : IDueKind
{
    public const string Kind = "birthday";
    public const string Day = "yyyy-MM-dd";

    private static readonly TimeSpan Useful = TimeSpan.FromDays(1);

    public string Name => Kind;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        var keys = thing.Key.Split('|');
        var day = DateOnly.ParseExact(keys[0], Day, CultureInfo.InvariantCulture);
        var look = ReminderRules.On(now).Look(await ladders.Of(thing.CellId, LadderKinds.Birthday, now, cancel), keys[1], VietnamTime.At(day, default), thing.CellId, now);
        if (look is not StepNow.Take || now > thing.At + Useful)
        {
            return look is StepNow.Later { At: var later } ? new DueStep.Again(later) : new DueStep.Drop(Reasons.TooLate);
        }

        var off = (await tables.List<BirthdayRow>(thing.CellId, RowRange.StartingWith(BirthdayRow.Prefix), cancel)).Select(row => row.Row.MemberId).ToHashSet(StringComparer.Ordinal);
        List<string> names =
        [
            .. (await tables.List<PartRow<Member>>(thing.CellId, PartRow<Member>.Range, cancel))
                .Select(row => row.Row.Part)
                .Where(member => Birthdays.IsBirthday(member, day) && member.IsIn(VietnamTime.DateOf(now)) && !off.Contains(member.Id))
                .Select(member => member.Name)
                .OrderBy(VietnameseNames.SortKey, StringComparer.Ordinal),
        ];
        if (names.Count == 0)
        {
            return new DueStep.Drop(Reasons.NothingToSay);
        }

        return await groups.Of(thing.CellId, cancel) is { } group
            ? new DueStep.Post(group, new Outgoing.Card(BirthdayCards.Wish(names, day, VietnamTime.DateOf(now) == day), BirthdayText.Title))
            : await GroupLostDue.Instead(groups, thing.CellId, now, cancel);
    }
}
