using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Teams;

namespace ChiBoBot.Features.Reminders;

/// <summary>Tells whoever ordered a reminder what became of it, where it did not reach everybody.</summary>
internal sealed class DeliveryReportDue(ITables tables, Deliveries deliveries, Mailing mailing) : IDueKind
{
    public const string Kind = "reminder.report";

    /// <summary>So long after the reminder it first looks what became of it.</summary>
    public static readonly TimeSpan After = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(5);

    public string Name => Kind;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        if ((await tables.Find<ReminderRow>(thing.CellId, ReminderRow.Prefix + thing.Key, cancel))?.Row is not { } reminder)
        {
            return new DueStep.Drop(Reasons.CalledOff);
        }

        var report = await deliveries.Of(reminder, cancel);
        if (report.Open > 0 && now < thing.At + Patience)
        {
            return new DueStep.Again(now + LookAgain);
        }

        if (report.Lines.All(line => line.Fate == DeliveryFate.Sent))
        {
            return new DueStep.Drop(Reasons.NothingToSay);
        }

        var author = (await tables.Find<PartRow<Member>>(thing.CellId, PartRow<Member>.KeyOf(reminder.By), cancel))?.Row.Part;
        if (author is null || !author.IsIn(VietnamTime.DateOf(now)) || await mailing.ToMember(thing.CellId, author, cancel) is not { } reach)
        {
            return new DueStep.Drop(Reasons.NotInstalled);
        }

        return new DueStep.Post(reach.Conversation, new Outgoing.Card(ReminderCards.Report(report), ReminderText.ReportTitle)) { Person = reach.Person };
    }
}
