using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Reminders;

/// <summary>The officer pressed “Gửi” on a reminder, with the words, the place and the time as they stand on the card. The pending command is the key: of two presses one sends.</summary>
internal sealed class SendReminder(ITables tables, Schedule schedule, Pendings pendings, Groups groups) : IHandle<ReminderForm>
{
    public const string Kind = "reminders.send";

    private static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    public async Task<Reply> Handle(ReminderForm form, Turn turn, CancellationToken cancel)
    {
        if (await pendings.Find(turn, Kind, form.Pending, RemindersJson.Default.ReminderCommand, cancel) is not { } pending)
        {
            return Reply.Notify(TurnsText.NotPending);
        }

        var to = pending.Content.To;
        if (to.Circle != Circle.Self && !turn.Asker.May(Act.RemindOthers))
        {
            return Reply.Notify(TurnsText.NotAllowed);
        }

        var text = form.Text.Trim();
        if (text.Length is 0 or > ReminderDraft.LongestText)
        {
            return Reply.Notify(ReminderText.TextLength(ReminderDraft.LongestText));
        }

        if (At(form, turn.At) is not { } at || at > turn.At + Furthest)
        {
            return Reply.Notify(ReminderText.BadTime);
        }

        var inGroup = form.Where == ReminderForm.InGroup && (to.Circle is Circle.All or Circle.Committee or Circle.Person);
        if (inGroup && await groups.Of(turn.CellId, cancel) is null)
        {
            return Reply.Notify(ReminderText.NoGroup);
        }

        var reminder = new ReminderRow(turn.CellId, turn.Key)
        {
            Text = text,
            Where = inGroup ? Where.Group : Where.OwnChats,
            At = at,
            By = turn.Asker.MemberId!,
            To = to,
        };
        var due = await schedule.Plan(turn.CellId, ReminderDue.Kind, reminder.Id, at, cancel);
        var report = await schedule.Plan(turn.CellId, DeliveryReportDue.Kind, reminder.Id, at + DeliveryReportDue.After, cancel);
        var entry = new LedgerEntry(turn, ReminderText.Did(at > turn.At ? at : null)).Beside(due, report, pending.Done);

        // What is still to come can be taken back with the ledger; what is out is out.
        entry = at > turn.At ? entry.Add(reminder) : entry.Beside(Change.Add(reminder));
        await tables.Commit(entry.Changes, cancel);
        return Reply.Replace(
            ReminderCards.Ordered(text, inGroup, at > turn.At ? at : null, reminder.Id, at > turn.At ? entry.Key : null),
            ReminderText.ProposeTitle);
    }

    /// <summary>Now, or the moment on the card; null where that is none to come.</summary>
    private static DateTimeOffset? At(ReminderForm form, DateTimeOffset now)
    {
        if (form.When == ReminderForm.Now)
        {
            return now;
        }

        return DateOnly.TryParseExact(form.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && TimeOnly.TryParseExact(form.Time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            && VietnamTime.At(day, time) is var at && at > now
                ? at
                : null;
    }
}
