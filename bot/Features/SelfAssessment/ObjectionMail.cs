using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>Letters about objections: that one waits, to whoever leads the cell; that it was answered, to its author. No letter holds its text.</summary>
internal sealed class ObjectionMail(RoundStore rounds, Objections objections, Schedule schedule, Mailing mailing) : IDueKind
{
    public const string Kind = "objection";

    private const string Sent = "sent";
    private const string Answered = "answered";

    public string Name => Kind;

    public static string AnsweredKey(ObjectionAnswer answer) =>
        string.Create(CultureInfo.InvariantCulture, $"{answer.Round}|{answer.Member}|{answer.Number}|{Answered}|{answer.At.UtcTicks}");

    /// <summary>What goes into the commit of an objection: a letter to the secretary; to the deputies where there is none, or where he is its author.</summary>
    public async Task<IReadOnlyList<Change>> PlanSent(Turn turn, Objection objection, CancellationToken cancel)
    {
        var others = (await rounds.Members(turn.CellId, cancel)).Values.Where(member => member.Id != objection.Member).ToList();
        var changes = new List<Change>(1);
        foreach (var reader in Holding(Role.Secretary) is { Count: > 0 } secretaries ? secretaries : Holding(Role.DeputySecretary))
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{objection.Round}|{objection.Member}|{objection.Number}|{Sent}|{reader}");
            changes.Add(await schedule.Plan(turn.CellId, Kind, key, turn.At, cancel));
        }

        return changes;

        List<string> Holding(Role role) => [.. others.Where(member => (member.RolesOn(turn.Today) & role) != 0).Select(member => member.Id)];
    }

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        var keys = thing.Key.Split('|');
        var (roundId, member, number, why, last) = (keys[0], keys[1], int.Parse(keys[2], CultureInfo.InvariantCulture), keys[3], keys[4]);
        if (await rounds.Find(thing.CellId, roundId, cancel) is not { Row.Part: var round })
        {
            return new DueStep.Drop("Gone");
        }

        var answer = (await objections.Answer(thing.CellId, roundId, member, number, cancel))?.Row.Part;
        if (why == Answered ? Objections.SeenOf(answer) != last : answer is not null)
        {
            // Taken back, corrected or answered since.
            return new DueStep.Drop("Past");
        }

        var reader = (await rounds.Members(thing.CellId, cancel)).GetValueOrDefault(why == Answered ? member : last);
        if (why == Sent && reader?.May(Act.RunRounds, VietnamTime.DateOf(now)) is not true)
        {
            return new DueStep.Drop("NoPost");
        }

        if (reader is null || await mailing.ToMember(thing.CellId, reader, cancel) is not { } reach)
        {
            return new DueStep.Drop(SheetMail.NoChat);
        }

        var card = why == Answered
            ? ObjectionCards.ToAuthor(SheetViews.Title(round), answer!.Document, answer.Day)
            : ObjectionCards.ToSecretary(roundId, SheetViews.Title(round), new(member, number));
        return new DueStep.Post(reach.Conversation, new Outgoing.Card(card, card.FallbackText!)) { Person = reach.Person };
    }
}
