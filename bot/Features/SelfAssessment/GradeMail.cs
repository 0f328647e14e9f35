using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Teams;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>Tells a member in the own chat that a decision on the own grade is recorded; once, also where it is corrected. The grade itself stands only on the member's card.</summary>
internal sealed class GradeMail(RoundStore rounds, GradeFacts grades, Schedule schedule, Mailing mailing) : IDueKind
{
    public const string Kind = "grade";

    public string Name => Kind;

    /// <summary>What goes into the commit that records decisions.</summary>
    public async Task<IReadOnlyList<Change>> Plan(string cellId, Round round, IEnumerable<string> members, DateTimeOffset now, CancellationToken cancel)
    {
        var at = ReminderRules.On(now).Quiet.Next(now);
        var changes = new List<Change>();
        foreach (var member in members)
        {
            changes.Add(await schedule.Plan(cellId, Kind, string.Create(CultureInfo.InvariantCulture, $"{round.Id}|{member}"), at, cancel));
        }

        return changes;
    }

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        var keys = thing.Key.Split('|');
        if (await rounds.Find(thing.CellId, keys[0], cancel) is not { Row.Part: var round } || !(await grades.Decisions(thing.CellId, round.Year, cancel)).ContainsKey(keys[1]))
        {
            return new DueStep.Drop("Gone");
        }

        var member = (await rounds.Members(thing.CellId, cancel)).GetValueOrDefault(keys[1]);
        if (member?.IsIn(VietnamTime.DateOf(now)) is not true)
        {
            return new DueStep.Drop("Left");
        }

        return await mailing.ToMember(thing.CellId, member, cancel) is { } reach
            ? new DueStep.Post(reach.Conversation, new Outgoing.Card(AssessmentCards.Decided(SheetViews.Title(round)), AssessmentText.GradeIsDecided)) { Person = reach.Person }
            : new DueStep.Drop(SheetMail.NoChat);
    }
}
