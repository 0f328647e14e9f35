using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Teams;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>A step of a round's ladder to the cell's group: until when, and how many have handed in. Names nobody.</summary>
internal sealed class GroupMail(RoundStore rounds, RoundBoard board, Ladders ladders, Groups groups) : IDueKind
{
    public const string Kind = "sheetGroup";

    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(30);

    public string Name => Kind;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        var keys = thing.Key.Split('|');
        if (await rounds.Find(thing.CellId, keys[0], cancel) is not { Row.Part: { IsOpen: true } round })
        {
            return new DueStep.Drop("Closed");
        }

        if (await RoundMail.Instead(ladders, thing.CellId, round, keys[1], now, cancel) is { } instead)
        {
            return instead;
        }

        var state = await board.State(thing.CellId, round, now, cancel);
        if (!state.NotHandedIn.Any())
        {
            return new DueStep.Drop("AllHandedIn");
        }

        if (await groups.Of(thing.CellId, cancel) is not { } group)
        {
            return await groups.IsHeld(thing.CellId, cancel) ? new DueStep.Again(ReminderRules.On(now).Quiet.Next(now + LookAgain)) : new DueStep.Drop("NoGroup");
        }

        var title = SheetViews.Title(round);
        return new DueStep.Post(group, new Outgoing.Card(RoundCards.ForGroup(title, round.Deadline, state.HandedIn.Count, state.Total), AssessmentText.GroupReminder(title, round.Deadline)));
    }
}
