using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Teams;

namespace ChiBoBot.Features.Reminders;

/// <summary>One person's part of a reminder, in their own chat. Whom it doesn't concern any more by now is left alone.</summary>
internal sealed class PersonalReminderDue(ITables tables, Mailing mailing, Crowd crowd) : IDueKind
{
    public const string Kind = "reminder.to";

    public string Name => Kind;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        var (id, memberId) = thing.Key.Split('|') is [var first, var second] ? (first, second) : throw new InvalidDataException("A personal reminder names no member.");
        if ((await tables.Find<ReminderRow>(thing.CellId, ReminderRow.Prefix + id, cancel))?.Row is not { } reminder)
        {
            return new DueStep.Drop(Reasons.CalledOff);
        }

        if (now > reminder.At + ReminderDue.Useful + ReminderDue.Useful)
        {
            return new DueStep.Drop(Reasons.TooLate);
        }

        if ((await crowd.Of(thing.CellId, reminder.To, now, cancel)).FirstOrDefault(one => one.Id == memberId) is not { } member)
        {
            return new DueStep.Drop(Reasons.NotConcerned);
        }

        // Who asked to be reminded of something by themselves wants just that.
        if (reminder.By != memberId && await crowd.IsPaused(thing.CellId, memberId, now, cancel))
        {
            return new DueStep.Drop(Reasons.Paused);
        }

        if (await mailing.ToMember(thing.CellId, member, cancel) is not { } reach)
        {
            return new DueStep.Drop(Reasons.NotInstalled);
        }

        var cell = await tables.Find<CellRow>(thing.CellId, CellRow.Key, cancel);
        var card = ReminderCards.Private(reminder.Text, cell?.Row.Cell.Name ?? "", isOwn: reminder.By == memberId);
        return new DueStep.Post(reach.Conversation, new Outgoing.Card(card, ReminderText.Summary(reminder.Text))) { Person = reach.Person };
    }
}
