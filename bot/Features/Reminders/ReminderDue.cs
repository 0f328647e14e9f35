using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Reminders;

/// <summary>An ordered reminder whose time has come: one message to the group, or one thing for each person.</summary>
internal sealed class ReminderDue(ITables tables, Schedule schedule, Groups groups, Contacts contacts, Reaches reaches, Crowd crowd) : IDueKind
{
    public const string Kind = "reminder";

    /// <summary>Long after its time nobody wants it any more; the report says that it was dropped.</summary>
    public static readonly TimeSpan Useful = TimeSpan.FromHours(12);

    public string Name => Kind;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        if ((await tables.Find<ReminderRow>(thing.CellId, ReminderRow.Prefix + thing.Key, cancel))?.Row is not { } reminder)
        {
            return new DueStep.Drop(Reasons.CalledOff);
        }

        if (now > thing.At + Useful)
        {
            return new DueStep.Drop(Reasons.TooLate);
        }

        if (reminder.Where == Where.Group)
        {
            return await groups.Of(thing.CellId, cancel) is { } group
                ? new DueStep.Post(group, await Message(reminder, group, cancel))
                : await GroupLostDue.Instead(groups, thing.CellId, now, cancel);
        }

        var plans = new List<Change>();
        foreach (var member in await crowd.Of(reminder.CellId, reminder.To, now, cancel))
        {
            plans.Add(await schedule.Plan(thing.CellId, PersonalReminderDue.Kind, $"{reminder.Id}|{member.Id}", now, cancel));
        }

        return new DueStep.Done(plans);
    }

    private async Task<Outgoing> Message(ReminderRow reminder, Conversation group, CancellationToken cancel)
    {
        if (reminder.To.Circle is not (Circle.Person or Circle.Self))
        {
            return new Outgoing.Card(ReminderCards.Posted(reminder.Text), ReminderText.Summary(reminder.Text));
        }

        // Mentions only of those concerned; who can't be mentioned is named.
        var mentions = new List<Sender>();
        var names = new List<string>();
        foreach (var member in await crowd.Of(reminder.CellId, reminder.To, reminder.At, cancel))
        {
            var account = await contacts.AccountOf(reminder.CellId, member, cancel);
            var teamsId = await reaches.FindTeamsId(account, group, cancel);
            names.Add(teamsId is null ? member.Name : $"<at>{member.Name}</at>");
            if (teamsId is not null)
            {
                mentions.Add(new Sender(teamsId, account.ObjectId, member.Name));
            }
        }

        return new Outgoing.Words(ReminderText.Mentioning(names, reminder.Text), mentions);
    }
}

/// <summary>Why something was not sent, as outcomes say it.</summary>
internal static class Reasons
{
    public const string CalledOff = "CalledOff";
    public const string TooLate = "TooLate";
    public const string NoGroup = "NoGroup";
    public const string NotInstalled = "NotInstalled";
    public const string Paused = "Paused";
    public const string NotConcerned = "NotConcerned";
    public const string NothingToSay = "NothingToSay";
}
