using System.Text.Json;
using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Reminders;

/// <summary>Tells the group that a meeting of which it was reminded has been moved or cancelled. At once, also at a quiet hour: somebody may be on the way.</summary>
internal sealed class MeetingNoticeDue(ITables tables, Groups groups) : IDueKind
{
    public const string Kind = "meeting.notice";

    public string Name => Kind;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        var notice = JsonSerializer.Deserialize(thing.Payload ?? "", RemindersJson.Default.MeetingNotice) ?? throw new InvalidDataException("A notice about no meeting.");
        if (now > notice.Was + TimeSpan.FromHours(2))
        {
            return new DueStep.Drop(Reasons.TooLate);
        }

        if (await groups.Of(thing.CellId, cancel) is not { } group)
        {
            return await GroupLostDue.Instead(groups, thing.CellId, now, cancel);
        }

        var meeting = notice.Row is { } row ? (await tables.Find<PartRow<Event>>(thing.CellId, row, cancel))?.Row.Part : null;
        var card = meeting is { State: EventState.Planned }
            ? MeetingReminderCards.Moved(notice.Title, notice.Was, MeetingStepDue.View(meeting))
            : MeetingReminderCards.Cancelled(notice.Title, notice.Was);
        return new DueStep.Post(group, new Outgoing.Card(card, MeetingReminderText.ChangedTitle));
    }
}

/// <summary>What a notice has to say.</summary>
/// <param name="Row">The row of the event as it is now; null where it was cancelled.</param>
internal sealed record MeetingNotice(string Title, DateTimeOffset Was, string? Row)
{
    public string ToJson() => JsonSerializer.Serialize(this, RemindersJson.Default.MeetingNotice);
}
