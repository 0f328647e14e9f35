using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Teams;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>When the deadline has passed, whoever opened the round gets its board: who is missing, and what to do next.</summary>
internal sealed class BoardMail(RoundStore rounds, RoundBoard board, OwnChats chats) : IDueKind
{
    public const string Kind = "sheetBoard";

    public string Name => Kind;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        if (await rounds.Find(thing.CellId, thing.Key, cancel) is not { Row.Part: { IsOpen: true } round })
        {
            return new DueStep.Drop("Closed");
        }

        // The post may have ended since; its holder of today is told by asking.
        var opener = (await rounds.Members(thing.CellId, cancel)).GetValueOrDefault(round.OpenedBy);
        if (opener is null || !opener.May(Act.RunRounds, VietnamTime.DateOf(now)))
        {
            return new DueStep.Drop("NoPost");
        }

        if (await chats.Find(thing.CellId, round.OpenedBy, cancel) is not { IsUninstalled: false } chat)
        {
            return new DueStep.Drop(SheetMail.NoChat);
        }

        var card = RoundCards.Board(await board.View(thing.CellId, round, now, cancel, AssessmentText.DeadlineOver));
        return new DueStep.Post(chat.Conversation, new Outgoing.Card(card, AssessmentText.DeadlineOver));
    }
}
