using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Teams;

namespace ChiBoBot.Features.Events;

/// <summary>A month whose regular meeting is near and isn't planned yet is proposed to the secretary.</summary>
internal sealed class RegularWeekly(Schedule schedule, RegularMeetings meetings) : IWeekly
{
    private const int DaysAhead = 14;

    public async Task<IReadOnlyList<Change>> Plans(string cellId, DateTimeOffset now, CancellationToken cancel)
    {
        var today = VietnamTime.DateOf(now);
        if (await meetings.Missing(cellId, today, 2, today, cancel) is not { } missing)
        {
            return [];
        }

        var at = ReminderRules.Book.InForce(today).Rules.Quiet.Next(now);
        var changes = new List<Change>();
        foreach (var day in missing.Days.Where(day => day <= today.AddDays(DaysAhead)))
        {
            changes.Add(await schedule.Plan(cellId, RegularDue.Kind, day.ToString(RegularDue.Month, CultureInfo.InvariantCulture), at, cancel));
        }

        return changes;
    }
}

/// <summary>The proposal: the day by the rules, everything else as the last time, one press to plan it. Once a month.</summary>
internal sealed class RegularDue(RegularMeetings meetings, Calendar calendar, Mailing mailing) : IDueKind
{
    public const string Kind = "meeting.regular";
    public const string Month = "yyyy-MM";

    public string Name => Kind;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        var today = VietnamTime.DateOf(now);
        var month = DateOnly.ParseExact(thing.Key, Month, CultureInfo.InvariantCulture);
        if (await meetings.Missing(thing.CellId, month, 1, today, cancel) is not { } view)
        {
            return new DueStep.Drop("NothingToSay");
        }

        return await mailing.ToSecretary(thing.CellId, await calendar.Members(thing.CellId, cancel), today, cancel) is { } reach
            ? new DueStep.Post(reach.Conversation, new Outgoing.Card(RegularCards.Propose(view), RegularText.MissingOne(view.Days[0]))) { Person = reach.Person }
            : new DueStep.Drop("NotInstalled");
    }
}
