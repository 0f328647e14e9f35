using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Attendance;

/// <summary>The roll call's card in the cell's group: posted once, then changed where it stands, always drawn from what is stored.</summary>
internal sealed class RollCard(RollBook book, Groups groups, Contacts contacts) : IDueKind
{
    /// <summary>Teams fetches personal views for so many people at most.</summary>
    private const int MostViewers = 60;

    public const string Kind = "roll-card";

    public string Name => Kind;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        if (await book.Find(thing.CellId, thing.Key, cancel) is not { Row: var roll })
        {
            return new DueStep.Drop("NoRoll");
        }

        if (await groups.Of(thing.CellId, cancel) is not { } group)
        {
            return new DueStep.Drop("NoGroup");
        }

        var call = await book.Call(roll, now, cancel);
        var viewers = new List<string>();
        foreach (var seat in call.Seats.Take(MostViewers))
        {
            if (await contacts.TeamsIdOf(thing.CellId, seat.Member, cancel) is { } teamsId)
            {
                viewers.Add(teamsId);
            }
        }

        var view = RollWords.View(roll, call.Sums, now, viewers);
        return DueStep.Card(thing, group, RollCards.Group(view), RollCards.Summary(view));
    }
}

/// <summary>
/// Looks after an open roll call every few seconds: closes it when its time has come, and has its card drawn anew when the sums have changed.
/// So a press writes nothing that another press writes, however many press, and the card agrees with the store in the end, whatever crashes.
/// </summary>
internal sealed class RollWatch(RollBook book, RollEnd end, Schedule schedule) : IDueKind
{
    public const string Kind = "roll-watch";

    private static readonly TimeSpan Grid = TimeSpan.FromSeconds(3);

    /// <summary>A press that was made just before the end may be stored a little after it.</summary>
    private static readonly TimeSpan Stragglers = TimeSpan.FromSeconds(20);

    /// <summary>What the clerk wrote can be taken back for a day.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromHours(25);
    private static readonly TimeSpan Seldom = TimeSpan.FromMinutes(10);

    public string Name => Kind;

    public static DateTimeOffset Next(DateTimeOffset now) => new(((now.UtcTicks / Grid.Ticks) + 1) * Grid.Ticks, TimeSpan.Zero);

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        if (await book.Find(thing.CellId, thing.Key, cancel) is not { } read)
        {
            return new DueStep.Drop("NoRoll");
        }

        List<Change> changes = [];
        var roll = read.Row;
        if (roll.ClosedAt is null && now >= roll.ClosesAt)
        {
            roll = roll with { ClosedAt = roll.ClosesAt };
            changes.Add(Change.Replace(roll, read.ETag));
        }

        var call = await book.Call(roll, now, cancel);
        if (roll.ClosedAt is not null)
        {
            changes.AddRange(await end.Changes(call, cancel));
        }

        var sums = Sums(call, roll);
        if (sums != thing.Payload)
        {
            changes.Add(await schedule.Plan(thing.CellId, RollCard.Kind, thing.Key, now, cancel, sums));
        }

        if (After(roll, now) is { } next)
        {
            changes.Add(await schedule.Plan(thing.CellId, Kind, thing.Key, next, cancel, sums));
        }

        return new DueStep.Done(changes);
    }

    /// <summary>When to look again; null where nothing can change any more.</summary>
    private static DateTimeOffset? After(RollRow roll, DateTimeOffset now) => roll.ClosedAt switch
    {
        null => Next(now),
        { } closed when now < closed + Stragglers => Next(now),
        { } closed when now < closed + Aftermath => now + Seldom,
        _ => null,
    };

    /// <summary>Everything that the card shows, so that it is drawn anew only for what can be seen.</summary>
    public static string Sums(RollCall call, RollRow roll) => FormattableString.Invariant(
        $"{call.Sums.Present}|{call.Sums.Late}|{call.Sums.Excused}|{call.Sums.Absent}|{call.Sums.Open}|{call.Sums.Beside}|{call.Sums.Summoned}|{roll.ClosedAt?.UtcTicks}|{roll.ReopenedBecause}");
}
