using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Attendance;

/// <summary>Shows a request to the secretary, or to the deputy where the secretary never met the bot or is the one who asks; once, then changed where it stands.</summary>
internal sealed class AbsenceAsked(RollBook book, Groups groups, Contacts contacts, ITables tables) : IDueKind
{
    public const string Kind = "absence-asked";

    public string Name => Kind;

    /// <summary>Asking again after a decision is another request.</summary>
    public static string KeyOf(AbsenceRow absence) => FormattableString.Invariant($"{absence.EventId}|{absence.MemberId}|{absence.AskedAt.UtcTicks}");

    /// <summary>The request that a key is about, if it still is that one.</summary>
    public static async Task<AbsenceRow?> Find(ITables tables, DueThing thing, CancellationToken cancel) =>
        thing.Key.Split('|') is [var eventId, var memberId, _]
        && (await tables.Find<AbsenceRow>(thing.CellId, AbsenceRow.KeyOf(eventId, memberId), cancel))?.Row is { } absence
        && KeyOf(absence) == thing.Key ? absence : null;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        if (await Find(tables, thing, cancel) is not { } absence || await book.View(absence, cancel) is not { } view)
        {
            return new DueStep.Drop("NoRequest");
        }

        if (await groups.Of(thing.CellId, cancel) is not { } near)
        {
            return new DueStep.Drop("NoGroup");
        }

        var card = absence.State == AbsenceState.Withdrawn ? AbsenceCards.Said(AttendanceText.AbsenceGone) : AbsenceCards.Decide(view);
        var message = new Outgoing.Card(card, AttendanceText.AbsenceOf(view.Name));
        if (thing is { MessageId: { } messageId, PostedIn: { } chat })
        {
            return new DueStep.Renew(near with { Id = chat, Place = Place.Personal, TeamId = null, ChannelId = null }, messageId, message);
        }

        if (absence.State != AbsenceState.Waiting)
        {
            return new DueStep.Drop("Decided");
        }

        var today = VietnamTime.DateOf(now);
        foreach (var holder in (await book.Members(thing.CellId, cancel))
            .Where(member => member.Id != absence.MemberId && member.PostsOn(today).Any(post => post is Post.Secretary or Post.DeputySecretary))
            .OrderBy(member => member.PostsOn(today)[0]))
        {
            if (await contacts.TeamsIdOf(thing.CellId, holder, cancel) is { } person)
            {
                return new DueStep.Post(near, message) { Person = person };
            }
        }

        return new DueStep.Drop("NobodyToAsk");
    }
}

/// <summary>Tells a member what became of the request.</summary>
internal sealed class AbsenceTold(RollBook book, Groups groups, Contacts contacts, ITables tables) : IDueKind
{
    public const string Kind = "absence-told";

    public string Name => Kind;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        if (await AbsenceAsked.Find(tables, thing, cancel) is not { State: AbsenceState.Approved or AbsenceState.Declined } absence
            || await book.View(absence, cancel) is not { } view
            || (await book.Members(thing.CellId, cancel)).FirstOrDefault(member => member.Id == absence.MemberId) is not { } member)
        {
            return new DueStep.Drop("NoRequest");
        }

        return await groups.Of(thing.CellId, cancel) is { } near && await contacts.TeamsIdOf(thing.CellId, member, cancel) is { } person
            ? new DueStep.Post(near, new Outgoing.Words(AttendanceText.AbsenceDecided(view.Meeting, view.Decision))) { Person = person }
            : new DueStep.Drop("NoContact");
    }
}
