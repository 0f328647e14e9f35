using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Reminders;

/// <summary>Has the secretary told that the cell's group can't be posted to; of one group at most once a day, however often Teams says it.</summary>
internal sealed class GroupWatch(ITables tables, Schedule schedule) : IGroupWatch
{
    public async Task Lost(string cellId, Conversation group, DateTimeOffset at, CancellationToken cancel)
    {
        var day = VietnamTime.DateOf(at).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var tellAt = ReminderRules.On(at).Quiet.Next(at);
        await tables.Commit(await schedule.Plan(cellId, GroupLostDue.Kind, $"{ConversationRow.KeyOf(group.Id)}|{day}", tellAt, cancel, group.Id), cancel);
    }
}

/// <summary>Tells the secretary in the own chat, unless the group is back by then or another one is there.</summary>
internal sealed class GroupLostDue(ITables tables, Groups groups, Mailing mailing) : IDueKind
{
    public const string Kind = "group.lost";

    public string Name => Kind;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        if (!await groups.IsHeld(thing.CellId, cancel))
        {
            return new DueStep.Drop(Reasons.NothingToSay);
        }

        var members = (await tables.List<PartRow<Member>>(thing.CellId, PartRow<Member>.Range, cancel)).Select(row => row.Row.Part).ToList();
        return await mailing.ToSecretary(thing.CellId, members, VietnamTime.DateOf(now), cancel) is { } reach
            ? new DueStep.Post(reach.Conversation, new Outgoing.Card(ReminderCards.Said(ReminderText.GroupLost), ReminderText.GroupLostTitle)) { Person = reach.Person }
            : new DueStep.Drop(Reasons.NotInstalled);
    }

    /// <summary>What becomes of a message for a group that can't be posted to: it waits for the group, or there is none.</summary>
    public static async Task<DueStep> Instead(Groups groups, string cellId, DateTimeOffset now, CancellationToken cancel) =>
        await groups.IsHeld(cellId, cancel)
            ? new DueStep.Again(ReminderRules.On(now).Quiet.Next(now.AddMinutes(30)))
            : new DueStep.Drop(Reasons.NoGroup);
}
