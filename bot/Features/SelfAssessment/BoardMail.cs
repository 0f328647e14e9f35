using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Teams;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>A step of a round's ladder to whoever opened the round, usually when its deadline has passed: its board, who is missing, and what to do next.</summary>
internal sealed class BoardMail(RoundStore rounds, RoundBoard board, Mailing mailing, Ladders ladders) : IDueKind
{
    public const string Kind = "sheetBoard";

    public string Name => Kind;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        // Things from before there were steps have no code: they stand for the day after the deadline.
        var keys = thing.Key.Split('|');
        if (await rounds.Find(thing.CellId, keys[0], cancel) is not { Row.Part: { IsOpen: true } round })
        {
            return new DueStep.Drop("Closed");
        }

        if (keys is [_, var why] && await RoundMail.Instead(ladders, thing.CellId, round, why, now, cancel) is { } instead)
        {
            return instead;
        }

        // The post may have ended since; its holder of today is told by asking.
        var opener = (await rounds.Members(thing.CellId, cancel)).GetValueOrDefault(round.OpenedBy);
        if (opener is null || !opener.May(Act.RunRounds, VietnamTime.DateOf(now)))
        {
            return new DueStep.Drop("NoPost");
        }

        if (await mailing.ToMember(thing.CellId, opener, cancel) is not { } reach)
        {
            return new DueStep.Drop(SheetMail.NoChat);
        }

        var said = now > round.Deadline ? AssessmentText.DeadlineOver : AssessmentText.DeadlineNear(round.Deadline);
        return new DueStep.Post(reach.Conversation, new Outgoing.Card(RoundCards.Board(await board.View(thing.CellId, round, now, cancel, said)), said)) { Person = reach.Person };
    }
}
