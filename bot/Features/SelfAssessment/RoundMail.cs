using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>Letters of a round to many members: planned as a few things, each of which plans a letter for those who have not handed in then.</summary>
/// <remarks>A thing's key names why: the opening, a press, or a step of the cell's ladder.</remarks>
internal sealed class RoundMail(RoundStore rounds, Schedule schedule, Ladders ladders) : IDueKind
{
    public const string Opened = "open";

    // A commit has at most 100 changes.
    private const int PartLength = 90;

    public string Name => "sheets";

    /// <summary>What goes into the commit that opens a round: the letters at once, and the steps around the deadline.</summary>
    public async Task<IReadOnlyList<Change>> PlanOpening(string cellId, Round round, CancellationToken cancel)
    {
        return
        [
            .. await Plan(cellId, round, Opened, round.OpenedAt, cancel),
            .. await PlanDeadline(cellId, round, round.OpenedAt, cancel),
        ];
    }

    /// <summary>The steps around the deadline. Those around an earlier one, planned before, drop by themselves.</summary>
    public async Task<IReadOnlyList<Change>> PlanDeadline(string cellId, Round round, DateTimeOffset now, CancellationToken cancel) =>
        await PlanSteps(cellId, round, await ladders.Of(cellId, LadderKinds.Assessment, now, cancel), now, cancel);

    public async Task<IReadOnlyList<Change>> PlanSteps(string cellId, Round round, IReadOnlyList<LadderStep> steps, DateTimeOffset now, CancellationToken cancel)
    {
        var rules = ReminderRules.On(now);
        var changes = new List<Change>();
        foreach (var step in steps)
        {
            if (rules.At(step, round.Deadline, cellId) is var at && at > now)
            {
                var why = WhyOf(round, step.Code);
                changes.AddRange(step.To switch
                {
                    LadderTo.Unanswered => await Plan(cellId, round, why, at, cancel),
                    LadderTo.Group => [await schedule.Plan(cellId, GroupMail.Kind, $"{round.Id}|{why}", at, cancel)],
                    _ => [await schedule.Plan(cellId, BoardMail.Kind, $"{round.Id}|{why}", at, cancel)],
                });
            }
        }

        return changes;
    }

    /// <summary>What is to be done instead of a step, where it isn't to be taken now.</summary>
    public static async Task<DueStep?> Instead(Ladders ladders, string cellId, Round round, string why, DateTimeOffset now, CancellationToken cancel)
    {
        var code = why.Split('.')[0];
        if (why != WhyOf(round, code))
        {
            return new DueStep.Drop("Moved");
        }

        return ReminderRules.On(now).Look(await ladders.Of(cellId, LadderKinds.Assessment, now, cancel), code, round.Deadline, cellId, now) switch
        {
            StepNow.Take => null,
            StepNow.Later { At: var at } => new DueStep.Again(at),
            _ => new DueStep.Drop("TooLate"),
        };
    }

    /// <summary>A round that ends on another day climbs its ladder anew, also for those who were reminded already.</summary>
    private static string WhyOf(Round round, string code) => string.Create(CultureInfo.InvariantCulture, $"{code}.{VietnamTime.DateOf(round.Deadline):yyyyMMdd}");

    /// <summary>Whether letters are sent by a step of the ladder.</summary>
    public static bool IsStep(string why) => why.StartsWith(nameof(LadderTo.Unanswered), StringComparison.Ordinal);

    /// <summary>What goes into the commit that adds members to a round.</summary>
    /// <param name="before">How many were in it before.</param>
    public async Task<IReadOnlyList<Change>> PlanJoined(string cellId, Round round, int before, IEnumerable<string> members, DateTimeOffset at, CancellationToken cancel)
    {
        // The steps ahead know of as many parts as there were.
        var changes = new List<Change>(PartsOf(before) < PartsOf(round.Forms.Count) ? await PlanDeadline(cellId, round, at, cancel) : []);
        foreach (var member in members)
        {
            changes.Add(await schedule.Plan(cellId, SheetMail.Kind, SheetMail.KeyOf(round.Id, member, Opened), at, cancel));
        }

        return changes;
    }

    /// <summary>What goes into the commit of one press on “Nhắc người chưa nộp”.</summary>
    public Task<IReadOnlyList<Change>> PlanReminder(string cellId, Round round, Turn turn, CancellationToken cancel) =>
        Plan(cellId, round, "remind-" + turn.Key, turn.At, cancel);

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        var keys = thing.Key.Split('|');
        var (roundId, why, part) = (keys[0], keys[1], int.Parse(keys[2], CultureInfo.InvariantCulture));
        if (await rounds.Find(thing.CellId, roundId, cancel) is not { Row.Part: { IsOpen: true } round })
        {
            return new DueStep.Drop("Closed");
        }

        if (IsStep(why) && await Instead(ladders, thing.CellId, round, why, now, cancel) is { } instead)
        {
            return instead;
        }

        var sheets = await rounds.Sheets(thing.CellId, roundId, cancel);
        var members = await rounds.Members(thing.CellId, cancel);
        var changes = new List<Change>(PartLength);
        foreach (var member in Members(round).Skip(part * PartLength).Take(PartLength).Where(IsAwaited))
        {
            changes.Add(await schedule.Plan(thing.CellId, SheetMail.Kind, SheetMail.KeyOf(roundId, member, why), now, cancel));
        }

        return new DueStep.Done(changes);

        bool IsAwaited(string member) => sheets.GetValueOrDefault(member) is var sheet && sheet?.State != SheetState.HandedIn && !round.HasLeft(members.GetValueOrDefault(member), sheet, now);
    }

    private async Task<IReadOnlyList<Change>> Plan(string cellId, Round round, string why, DateTimeOffset at, CancellationToken cancel)
    {
        var changes = new List<Change>(1);
        for (var part = 0; part < PartsOf(round.Forms.Count); part++)
        {
            changes.Add(await schedule.Plan(cellId, Name, string.Create(CultureInfo.InvariantCulture, $"{round.Id}|{why}|{part}"), at, cancel));
        }

        return changes;
    }

    private static int PartsOf(int members) => (members + PartLength - 1) / PartLength;

    private static IEnumerable<string> Members(Round round) => round.Forms.Keys.Order(StringComparer.Ordinal);
}

/// <summary>One letter to one member's own chat: there is something to write, until when, and the button. It holds nothing of anybody's sheet.</summary>
internal sealed class SheetMail(RoundStore rounds, Mailing mailing, IPauses pauses) : IDueKind
{
    public const string Kind = "sheet";
    public const string NoChat = "NoChat";

    public string Name => Kind;

    public static string KeyOf(string round, string member, string why) => $"{round}|{member}|{why}";

    /// <summary>The member of a letter.</summary>
    public static string MemberOf(string key) => key.Split('|')[1];

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        var keys = thing.Key.Split('|');
        var (roundId, memberId, why) = (keys[0], keys[1], keys[2]);
        if (await rounds.Find(thing.CellId, roundId, cancel) is not { Row.Part: { IsOpen: true } round })
        {
            return new DueStep.Drop("Closed");
        }

        var sheet = (await rounds.Sheets(thing.CellId, roundId, cancel)).GetValueOrDefault(memberId);
        if (sheet?.State == SheetState.HandedIn)
        {
            return new DueStep.Drop("HandedIn");
        }

        var member = (await rounds.Members(thing.CellId, cancel)).GetValueOrDefault(memberId);
        if (member is null || round.HasLeft(member, sheet, now))
        {
            return new DueStep.Drop("Left");
        }

        // That there is something to write everybody learns; of reminders one may ask to be spared.
        if (why != RoundMail.Opened && await pauses.IsPaused(thing.CellId, memberId, now, cancel))
        {
            return new DueStep.Drop("Paused");
        }

        if (await mailing.ToMember(thing.CellId, member, cancel) is not { } reach)
        {
            return new DueStep.Drop(NoChat);
        }

        var title = SheetViews.Title(round);
        var isBegun = sheet?.Revision > 0;
        var card = AssessmentCards.Mine([new(new(roundId), title, isBegun ? AssessmentText.StateDraft : AssessmentText.StateNone)
        {
            Facts =
            [
                new(AssessmentText.Deadline, VietnamTime.Clock(round.Deadline)),
                .. round.Theme is { } theme ? [new Fact(AssessmentText.Theme, theme)] : Array.Empty<Fact>(),
            ],
            Note = why == RoundMail.Opened ? AssessmentText.MailHint : null,
            CanWrite = true,
            IsBegun = isBegun,
        }]);
        var summary = why == RoundMail.Opened ? AssessmentText.NewRound(title, round.Deadline) : AssessmentText.Reminder(title, round.Deadline);
        return new DueStep.Post(reach.Conversation, new Outgoing.Card(card, summary)) { Person = reach.Person };
    }
}
