using System.Text.Json;
using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Reminders;

/// <summary>Tells the group, or those who were told in their own chats, that a meeting of which they were reminded has been moved or cancelled, or is on again. At once, also at a quiet hour: somebody may be on the way.</summary>
internal sealed class MeetingNoticeDue(ITables tables, Schedule schedule, Groups groups) : IDueKind
{
    public const string Kind = "meeting.notice";

    public string Name => Kind;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        var notice = MeetingNotice.Of(thing);
        if (now > notice.Was + TimeSpan.FromHours(2))
        {
            return new DueStep.Drop(Reasons.TooLate);
        }

        if (notice.Called.Count > 0)
        {
            var plans = new List<Change>();
            foreach (var member in notice.Called)
            {
                plans.Add(await schedule.Plan(thing.CellId, MeetingPersonNoticeDue.Kind, $"{thing.Key}|{member}", now, cancel, thing.Payload));
            }

            return new DueStep.Done(plans);
        }

        return await Message(tables, thing, notice, cancel) is not { } message ? new DueStep.Drop(Reasons.NothingToSay)
            : await groups.Of(thing.CellId, cancel) is { } group ? new DueStep.Post(group, message)
            : await GroupLostDue.Instead(groups, thing.CellId, now, cancel);
    }

    /// <summary>What there is to say as the meeting stands now, which may have changed once more since; null where it is as whom it is for knows it.</summary>
    public static async Task<Outgoing?> Message(ITables tables, DueThing thing, MeetingNotice notice, CancellationToken cancel)
    {
        var id = thing.Key[..thing.Key.IndexOf('|', StringComparison.Ordinal)];
        var meeting = (await tables.List<PartRow<Event>>(thing.CellId, PartRow<Event>.Range, cancel)).Select(row => row.Row.Part).FirstOrDefault(one => one.Id == id && one.State != EventState.Cancelled);
        var card = meeting switch
        {
            null => notice.WasOff ? null : MeetingReminderCards.Cancelled(notice.Title, notice.Was),
            _ when notice.WasOff => MeetingReminderCards.BackOn(notice.Title, MeetingStepDue.View(meeting)),
            _ when meeting.StartsAt == notice.Was && meeting.Place == notice.Place => null,
            _ when meeting.StartsAt == notice.Was => MeetingReminderCards.OtherPlace(notice.Title, notice.Was, MeetingStepDue.View(meeting)),
            _ => MeetingReminderCards.Moved(notice.Title, notice.Was, MeetingStepDue.View(meeting)),
        };
        return card is null ? null : new Outgoing.Card(card, MeetingReminderText.ChangedTitle);
    }
}

/// <summary>The same for one member who was told in the own chat.</summary>
internal sealed class MeetingPersonNoticeDue(ITables tables, Mailing mailing) : IDueKind
{
    public const string Kind = "meeting.notice.to";

    public string Name => Kind;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        var notice = MeetingNotice.Of(thing);
        if (now > notice.Was + TimeSpan.FromHours(2))
        {
            return new DueStep.Drop(Reasons.TooLate);
        }

        if (await MeetingNoticeDue.Message(tables, thing, notice, cancel) is not { } message || (await tables.Find<PartRow<Member>>(thing.CellId, PartRow<Member>.KeyOf(MeetingPersonDue.MemberOf(thing)), cancel))?.Row.Part is not { } member)
        {
            return new DueStep.Drop(Reasons.NothingToSay);
        }

        return await mailing.ToMember(thing.CellId, member, cancel) is { } reach
            ? new DueStep.Post(reach.Conversation, message) { Person = reach.Person }
            : new DueStep.Drop(Reasons.NotInstalled);
    }
}

/// <summary>What a notice has to say: how those whom it is for know the meeting. How it is now is looked up when they are told.</summary>
/// <param name="WasOff">They know it as cancelled.</param>
internal sealed record MeetingNotice(string Title, DateTimeOffset Was, string? Place = null, bool WasOff = false)
{
    /// <summary>The members who were told in their own chats; none where the group was.</summary>
    public IReadOnlyList<string> Called { get; init; } = [];

    public static MeetingNotice Of(DueThing thing) =>
        JsonSerializer.Deserialize(thing.Payload ?? "", RemindersJson.Default.MeetingNotice) ?? throw new InvalidDataException("A notice about no meeting.");

    public string ToJson() => JsonSerializer.Serialize(this, RemindersJson.Default.MeetingNotice);
}
