using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Reminders;

/// <summary>“lời nhắc gửi đến đâu rồi?”</summary>
internal sealed record AskDeliveries
{
    private static readonly string[] Openings = ["bao cao gui", "ket qua gui", "loi nhac da gui", "loi nhac gui", "nhac da gui", "da gui den dau", "tin nhac gui", "tin nhac da gui", "nhung loi nhac"];

    public static AskDeliveries? Of(Said said) => Openings.Any(opening => said.Core.StartsWith(opening, StringComparison.Ordinal)) ? new() : null;
}

/// <summary>What became of the last reminders: those that were ordered and those that a meeting sends by itself.</summary>
internal sealed class AskDeliveriesHandler(Deliveries deliveries) : IHandle<AskDeliveries>
{
    private const int Shown = 6;
    private static readonly TimeSpan Back = TimeSpan.FromDays(30);

    public async Task<Reply> Handle(AskDeliveries asked, Turn turn, CancellationToken cancel)
    {
        var views = new List<DeliveryView>();
        foreach (var reminder in (await deliveries.List(turn.CellId, cancel)).Take(Shown))
        {
            views.Add(await deliveries.Of(reminder, cancel));
        }

        views = [.. views.Concat(await deliveries.OfMeetings(turn.CellId, turn.At - Back, cancel)).OrderByDescending(view => view.At).Take(Shown)];
        return views.Count == 0
            ? Reply.Say(ReminderText.NothingSent)
            : Reply.Show(ReminderCards.Reports(views), ReminderText.ReportTitle, Turns.Audience.Committee);
    }
}

/// <summary>The officer pressed “Xem kết quả gửi”.</summary>
internal sealed class ShowDelivery(ITables tables, Deliveries deliveries) : IHandle<DeliveryForm>
{
    public async Task<Reply> Handle(DeliveryForm form, Turn turn, CancellationToken cancel) =>
        await Find(tables, form, turn, cancel) is { } reminder
            ? Reply.Replace(ReminderCards.Report(await deliveries.Of(reminder, cancel)), ReminderText.ReportTitle)
            : Reply.Notify(TurnsText.OldCard);

    /// <summary>The reminder, if the presser may see what became of it.</summary>
    public static async Task<ReminderRow?> Find(ITables tables, DeliveryForm form, Turn turn, CancellationToken cancel) =>
        form.Reminder.Length is > 0 and <= 64 && form.Reminder.All(char.IsAsciiHexDigitLower)
        && (await tables.Find<ReminderRow>(turn.CellId, ReminderRow.Prefix + form.Reminder, cancel))?.Row is { } reminder
        && (reminder.By == turn.Asker.MemberId || turn.Asker.May(Act.RemindOthers))
            ? reminder
            : null;
}

/// <summary>The officer pressed “Gửi lại”: what failed, and what may not have arrived, is sent once more.</summary>
internal sealed class RepeatFailed(ITables tables, Schedule schedule, Deliveries deliveries) : IHandle<DeliveryForm>
{
    public async Task<Reply> Handle(DeliveryForm form, Turn turn, CancellationToken cancel)
    {
        if (await ShowDelivery.Find(tables, form, turn, cancel) is not { } reminder)
        {
            return Reply.Notify(TurnsText.OldCard);
        }

        var failed = await deliveries.Failed(reminder, cancel);
        if (failed.Count == 0)
        {
            return Reply.Notify(ReminderText.NothingFailed);
        }

        // The reminder's time is now: it is useful again.
        var changes = new List<Change> { Change.Put(reminder with { At = turn.At }), Change.Add(InboxRow.Of(turn)) };
        foreach (var thing in failed.Take(Limits.Changes - changes.Count))
        {
            changes.Add(await schedule.Repeat(thing, turn.Key, cancel));
        }

        await tables.Commit(changes, cancel);
        return Reply.Replace(ReminderCards.Said(ReminderText.Repeated(failed.Count)), ReminderText.ReportTitle);
    }
}
