using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Teams;

namespace ChiBoBot.Features.Reminders;

/// <summary>The moments at which the secretary is reminded of a cell's terms: all that fall on one moment are one message.</summary>
internal sealed class TermSteps(CellClocks clocks, Ladders ladders, Schedule schedule)
{
    // The week's clock plans a week; a day more, as it comes at some minute of the Monday.
    private const int DaysAhead = 8;

    // No step is earlier than that.
    private const int LongestLead = 60;

    /// <summary>The plans of the week ahead.</summary>
    /// <param name="changed">A ladder that is being changed, with its new steps.</param>
    /// <param name="openAgain">The keys of terms that are about to be done no more.</param>
    public async Task<IReadOnlyList<Change>> Plan(string cellId, (string Kind, IReadOnlyList<LadderStep> Steps)? changed, int most, DateTimeOffset now, CancellationToken cancel, IReadOnlyList<string>? openAgain = null)
    {
        var moments = (await Of(cellId, changed, openAgain ?? [], now, cancel)).Select(step => step.At).Where(at => at > now && at <= now.AddDays(DaysAhead)).DistinctBy(KeyOf).Order().Take(most);
        var changes = new List<Change>();
        foreach (var at in moments)
        {
            changes.Add(await schedule.Plan(cellId, TermStepDue.Kind, KeyOf(at), at, cancel));
        }

        return changes;
    }

    /// <summary>The plans for the papers of a meeting that is near, e.g. one that the week's clock hasn't seen. One further ahead is left to it.</summary>
    public async Task<IReadOnlyList<Change>> PlanPapers(string cellId, Event meeting, DateTimeOffset now, CancellationToken cancel)
    {
        var today = VietnamTime.DateOf(now);
        if (!Clocks.AsksForPapers(meeting) || meeting.Date > today.AddDays(DaysAhead) || ClockRules.Book.Find(today) is not { Rules: var clock })
        {
            return [];
        }

        var changes = new List<Change>();
        foreach (var step in await ladders.Of(cellId, LadderKinds.Papers, now, cancel))
        {
            foreach (var day in (DateOnly[])[meeting.Date.AddDays(-clock.DocumentsDaysBefore), meeting.Date.AddDays(clock.PapersDaysAfter)])
            {
                if (ReminderRules.On(now).At(step, VietnamTime.At(day, default), cellId) is var at && at > now)
                {
                    changes.Add(await schedule.Plan(cellId, TermStepDue.Kind, KeyOf(at), at, cancel));
                }
            }
        }

        // Around holidays two steps may come at one moment, and no row can be changed twice in a commit.
        return [.. changes.DistinctBy(change => change.RowKey)];
    }

    /// <summary>The terms of which the secretary is to be reminded at the moment that a key names, as everything stands now.</summary>
    public async Task<IReadOnlyList<Deadline>> At(string cellId, string key, DateTimeOffset now, CancellationToken cancel) =>
        [.. (await Of(cellId, null, [], now, cancel)).Where(step => KeyOf(step.At) == key).Select(step => step.Deadline).Distinct()];

    private async Task<IReadOnlyList<(Deadline Deadline, DateTimeOffset At)>> Of(string cellId, (string Kind, IReadOnlyList<LadderStep> Steps)? changed, IReadOnlyList<string> openAgain, DateTimeOffset now, CancellationToken cancel)
    {
        var rules = ReminderRules.On(now);
        var steps = new Dictionary<string, IReadOnlyList<LadderStep>>();
        foreach (var kind in (string[])[LadderKinds.Term, LadderKinds.Papers])
        {
            steps[kind] = changed?.Kind == kind ? changed.Value.Steps : await ladders.Of(cellId, kind, now, cancel);
        }

        return
        [
            .. from deadline in await clocks.List(cellId, VietnamTime.DateOf(now), DaysAhead + LongestLead, openAgain, cancel)
               from step in steps[deadline.Ladder]
               select (deadline, rules.At(step, VietnamTime.At(deadline.Day, default), cellId)),
        ];
    }

    private static string KeyOf(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);
}

/// <summary>A ladder of terms, for whoever gives it other steps.</summary>
internal sealed class TermLadder(string kind, TermSteps terms) : ILadderKind
{
    public string Kind => kind;

    public Task<IReadOnlyList<Change>> PlanAll(string cellId, IReadOnlyList<LadderStep> steps, int most, DateTimeOffset now, CancellationToken cancel) =>
        terms.Plan(cellId, (kind, steps), most, now, cancel);
}

internal sealed class TermWeekly(TermSteps terms) : IWeekly
{
    private const int Most = 30;

    public Task<IReadOnlyList<Change>> Plans(string cellId, DateTimeOffset now, CancellationToken cancel) => terms.Plan(cellId, null, Most, now, cancel);
}

/// <summary>Reminds the secretary of the terms whose steps come at this moment; what has been done meanwhile is left out.</summary>
internal sealed class TermStepDue(ITables tables, TermSteps terms, Mailing mailing) : IDueKind
{
    public const string Kind = "term.step";

    private static readonly TimeSpan Useful = TimeSpan.FromDays(3);

    public string Name => Kind;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        if (now > thing.At + Useful)
        {
            return new DueStep.Drop(Reasons.TooLate);
        }

        if (ReminderRules.On(now).Quiet is var quiet && quiet.IsQuiet(now))
        {
            return new DueStep.Again(quiet.Next(now));
        }

        if (await terms.At(thing.CellId, thing.Key, now, cancel) is not { Count: > 0 } deadlines)
        {
            return new DueStep.Drop(Reasons.NothingToSay);
        }

        var members = (await tables.List<PartRow<Member>>(thing.CellId, PartRow<Member>.Range, cancel)).Select(row => row.Row.Part).ToList();
        var card = DeadlineCards.List(DeadlineText.SoonTitle, [.. deadlines.Select(deadline => CellClocks.View(deadline, VietnamTime.DateOf(now)))], mayFinish: true);
        return await mailing.ToSecretary(thing.CellId, members, VietnamTime.DateOf(now), cancel) is { } reach
            ? new DueStep.Post(reach.Conversation, new Outgoing.Card(card, DeadlineText.SoonTitle)) { Person = reach.Person }
            : new DueStep.Drop(Reasons.NotInstalled);
    }
}
