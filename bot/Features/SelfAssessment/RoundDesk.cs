using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>Which round a card is about to open.</summary>
internal sealed record RoundPlan(RoundKind Kind, int Year, int? Quarter)
{
    /// <summary>As cards write it; null where it says nothing that can be opened on that day.</summary>
    public static RoundPlan? Of(string kind, string year, string quarter, DateOnly today) =>
        Enum.TryParse<RoundKind>(kind, out var found) && Enum.IsDefined(found)
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= today.Year - 1 && number <= today.Year + 1
            ? found != RoundKind.Quarter ? new(found, number, null)
            : int.TryParse(quarter, NumberStyles.None, CultureInfo.InvariantCulture, out var of) && of is >= 1 and <= 4 ? new(found, number, of)
            : null
            : null;

    public string Id => Round.IdOf(Kind, Year, Quarter);

    public string Title => AssessmentText.Title(Kind.ToString(), Year, Quarter);

    /// <summary>Why it is no round of its own, in words; null where it is one.</summary>
    public string? Merged(DateOnly today) => Quarter is { } quarter && !RoundDesk.HasOwnRound(quarter, today) ? AssessmentText.QuarterInYear(quarter, Year) : null;
}

/// <summary>What the secretary chose for a round: until when, who gets which form, and the cell's own questions.</summary>
internal sealed record RoundChoice(string Deadline, string Theme, string Questions, IReadOnlyDictionary<string, IReadOnlyList<string>>? Forms)
{
    public const int MostQuestions = 5;
    private const int QuestionLength = 300;

    /// <summary>In a large cell: who gets another form than the usual one, line by line.</summary>
    public string Changes { get; init; } = "";

    public IReadOnlyList<string> QuestionLines => [.. Questions.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    public DateTimeOffset? DeadlineAt => FormCheck.Date(Deadline) is { } day ? VietnamTime.At(day, new TimeOnly(23, 59, 59)) : null;

    /// <summary>What is wrong with it, in words; null where nothing is.</summary>
    public string? Wrong(DateOnly today) =>
        FormCheck.Date(Deadline) is not { } day || day < today || day.Year > today.Year + 1 ? AssessmentText.OpenBadDeadline
        : QuestionLines.Count > MostQuestions || QuestionLines.Any(line => line.Length > QuestionLength) || Theme.Length > QuestionLength ? AssessmentText.OpenTooManyQuestions
        : null;
}

/// <summary>Where rounds are opened and closed, and sheets given back.</summary>
internal sealed class RoundDesk(RoundStore rounds, RoundMail mail, CellForms cellForms, ITables tables)
{
    private const int Attempts = 5;
    private const int UsualDays = 14;

    /// <summary>The rounds that are worth offering on a day. Just after a quarter's end the one that has ended comes too.</summary>
    public static AdaptiveCard Offer(DateOnly today)
    {
        var (quarter, ended) = ((today.Month + 2) / 3, (today.Month + 1) / 3);
        (string, int, int?)[] rounds =
        [
            (nameof(RoundKind.Year), today.Year, null),
            (nameof(RoundKind.HalfYear), today.Year, null),
            .. new[] { ended, quarter }.Distinct().Where(one => HasOwnRound(one, today)).Select(one => (nameof(RoundKind.Quarter), today.Year, (int?)one)),
            (nameof(RoundKind.Commitments), today.Month >= 11 ? today.Year + 1 : today.Year, null),
        ];
        return RoundCards.Choose(rounds, HasOwnRound(quarter, today) ? null : AssessmentText.QuarterInYear(quarter, today.Year));
    }

    /// <summary>Whether a quarter's review is a round of its own.</summary>
    public static bool HasOwnRound(int quarter, DateOnly today) => FormsOn(today).Rules.Of(RoundKind.Quarter).Quarters.Contains(quarter);

    /// <summary>What the card shows before anything is chosen.</summary>
    public static RoundChoice Usual(RoundOpening opening, DateOnly today) => new(
        today.AddDays(UsualDays).ToString(RowWriter.DayFormat, CultureInfo.InvariantCulture),
        "",
        "",
        opening.Forms.GroupBy(member => member.Value).ToDictionary(form => form.Key, form => (IReadOnlyList<string>)[.. form.Select(member => member.Key)]));

    public static RulePack<FormRules> FormsOn(DateOnly day) => FormRules.Book.InForce(day);

    /// <summary>Opens it. Of two presses, one does.</summary>
    /// <returns>The round, and whether it was opened just now; null where nobody takes part.</returns>
    public async Task<(Round Round, bool IsNew)?> Open(RoundPlan plan, RoundChoice choice, Turn turn, CancellationToken cancel)
    {
        if (await rounds.Find(turn.CellId, plan.Id, cancel) is { } there)
        {
            return (there.Row.Part, false);
        }

        var pack = FormsOn(turn.Today);
        var members = await rounds.Members(turn.CellId, cancel);
        var opening = RoundOpening.Of(pack.Rules.Of(plan.Kind), members.Values, turn.Today);
        var asked = await cellForms.Of(turn.CellId, pack, opening.Rules, cancel);
        var (forms, _) = opening.With(choice, members);
        if (forms.Count == 0)
        {
            return null;
        }

        var round = new Round(plan.Id, plan.Kind, plan.Year)
        {
            Quarter = plan.Quarter,
            Deadline = choice.DeadlineAt ?? throw new ArgumentException("The choice wasn't checked.", nameof(choice)),
            Theme = choice.Theme.Length > 0 ? choice.Theme : null,
            Forms = forms,
            Rules = pack.Id,
            OpenedBy = turn.Asker.MemberId!,
            OpenedAt = turn.At,
        };
        try
        {
            // Beside, not undone: members may be writing by then. A round that was a mistake is closed.
            var entry = new LedgerEntry(turn, AssessmentText.DidOpen(plan.Title)).Beside(
            [
                Change.Add(new PartRow<Round>(turn.CellId, round)),
                // Also those that nobody gets now: who joins later may.
                .. asked.Values.Select(form => Change.Add(new PartRow<RoundForm>(turn.CellId, new RoundForm(plan.Id, RoundOpening.WithOwn(form.Form, choice.QuestionLines))))),
                .. await mail.PlanOpening(turn.CellId, round, cancel),
            ]);
            await tables.Commit(entry.Changes, cancel);
        }
        catch (ConflictException conflict) when (conflict.RowKey == PartRow<Round>.KeyOf(plan.Id))
        {
            return ((await rounds.Find(turn.CellId, plan.Id, cancel))!.Row.Part, false);
        }

        return (round, true);
    }

    /// <summary>Gives a sheet back to its member; why not where it can't be.</summary>
    public async Task<Refusal?> Reopen(string roundId, string memberId, string name, string reason, Turn turn, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var stored = await tables.Find<PartRow<Sheet>>(turn.CellId, PartRow<Sheet>.KeyOf(Sheet.KeyOf(roundId, memberId)), cancel);
            var isProposed = (await tables.List(CellRow.Table, turn.CellId, RowRange.StartingWith(PartRow<CellProposal>.KeyOf($"{roundId}|{memberId}|")), cancel)).Count > 0;
            if (SheetFlow.MayReopen(stored?.Row.Part, isProposed) is { } refusal)
            {
                return refusal;
            }

            try
            {
                var sheet = SheetFlow.Reopened(stored!.Row.Part, reason, turn.Asker.MemberId!, turn.At);
                var entry = new LedgerEntry(turn, AssessmentText.DidReopen(name)).Beside(Change.Replace(stored.Row with { Part = sheet }, stored.ETag));
                await tables.Commit(entry.Changes, cancel);
                return null;
            }
            catch (ConflictException conflict) when (attempt < Attempts && conflict.RowKey == stored!.Row.RowKey)
            {
                // The member was writing at the same moment: look again.
            }
        }
    }
}
