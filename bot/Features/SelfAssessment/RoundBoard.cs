using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>Who is how far in a round, by name.</summary>
internal sealed record RoundState(
    IReadOnlyList<string> HandedIn,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Writing,
    IReadOnlyList<string> Reopened,
    IReadOnlyList<string> Late,
    IReadOnlyList<string> OnPaper,
    IReadOnlyList<string> Left)
{
    /// <summary>Who counts: without those who have left the cell and handed in nothing.</summary>
    public int Total => HandedIn.Count + NotHandedIn.Count();

    public IEnumerable<string> NotHandedIn => Missing.Concat(Writing).Concat(Reopened);
}

/// <summary>The board of a round: made of sheets, which hold no text and no grade, and of sums.</summary>
internal sealed class RoundBoard(RoundStore rounds, GradeFacts grades, Schedule schedule, IOptions<WebOptions> web)
{
    // So many can be added by one press.
    private const int MostJoining = 40;

    public async Task<RoundState> State(string cellId, Round round, DateTimeOffset at, CancellationToken cancel)
    {
        var reading = rounds.Sheets(cellId, round.Id, cancel);
        var members = await rounds.Members(cellId, cancel);
        var sheets = await reading;
        return new(
            Names(sheet => sheet?.State == SheetState.HandedIn),
            Names(sheet => sheet is null),
            Names(sheet => sheet is { State: SheetState.Draft, Reopened: null }),
            Names(sheet => sheet is { State: SheetState.Draft, Reopened: not null }),
            Names(sheet => sheet is { State: SheetState.HandedIn, IsLate: true }),
            Names(sheet => sheet is { State: SheetState.HandedIn, Clerk: not null }),
            Names(_ => true, left: true));

        IReadOnlyList<string> Names(Func<Sheet?, bool> which, bool left = false) =>
        [
            .. round.Forms.Keys
                .Where(member => sheets.GetValueOrDefault(member) is var sheet && round.HasLeft(members.GetValueOrDefault(member), sheet, at) == left && which(sheet))
                .Select(member => members.GetValueOrDefault(member)?.Name ?? member)
                .OrderBy(VietnameseNames.SortKey, StringComparer.Ordinal),
        ];
    }

    public async Task<BoardView> View(string cellId, Round round, DateTimeOffset at, CancellationToken cancel, string? note = null)
    {
        var state = await State(cellId, round, at, cancel);
        var joined = round.IsOpen ? RoundOpening.Joined(round, (await rounds.Members(cellId, cancel)).Values, VietnamTime.DateOf(at)) : [];
        var rules = CellRules.Of(round);
        var days = VietnamTime.DateOf(round.Deadline).DayNumber - VietnamTime.DateOf(at).DayNumber;
        return new(
            round.Id,
            SheetViews.Title(round),
            state.HandedIn.Count,
            state.Total,
            AssessmentText.DeadlineLine(round.Deadline, at <= round.Deadline ? AssessmentText.DaysLeft(days) : AssessmentText.DaysOver(-days)))
        {
            IsOpen = round.IsOpen,
            Missing = state.Missing,
            Writing = state.Writing,
            Reopened = state.Reopened,
            Late = state.Late,
            OnPaper = state.OnPaper,
            Left = state.Left,
            Joined = [.. joined.Select(one => one.Member.Name)],
            JoinedIds = [.. joined.Take(MostJoining).Select(one => one.Member.Id)],
            NotReached = round.IsOpen ? await NotReached(cellId, round, state, cancel) : [],
            Objected = rules.IsRated ? await grades.Objectors(cellId, round.Id, cancel) : [],
            Grades = rules.IsRated ? await grades.Lines(cellId, round, at, cancel) : [],
            IsRated = rules.IsRated,
            HasResults = rules.IsRated && !round.IsOpen && web.Value.Address is not null,
            Note = note,
        };
    }

    /// <summary>Who has not handed in and got no letter yet: never spoke to the bot, has blocked it, or nobody knows whether it arrived.</summary>
    private async Task<IReadOnlyList<string>> NotReached(string cellId, Round round, RoundState state, CancellationToken cancel)
    {
        var letters = await schedule.List(cellId, SheetMail.Kind, round.Id + "|", cancel);
        var unreached = letters
            .Where(letter => letter.Outcome is not null)
            .GroupBy(letter => SheetMail.MemberOf(letter.Key))
            .Where(member => member.All(letter => IsUnreached(letter.Outcome!)))
            .Select(member => member.Key)
            .ToHashSet(StringComparer.Ordinal);
        if (unreached.Count == 0)
        {
            return [];
        }

        var members = await rounds.Members(cellId, cancel);
        return [.. unreached.Select(id => members.GetValueOrDefault(id)?.Name ?? id).Intersect(state.NotHandedIn).OrderBy(VietnameseNames.SortKey, StringComparer.Ordinal)];
    }

    private static bool IsUnreached(OutcomeRow outcome) => outcome switch
    {
        { State: DueState.Dropped, Reason: SheetMail.NoChat } => true,
        { State: DueState.Sent or DueState.Done or DueState.Dropped or DueState.Waiting or DueState.Posting or DueState.Renewing } => false,
        _ => true,
    };

    /// <summary>For those of the committee who don't run rounds.</summary>
    public static AdaptiveCard WithoutButtons(AdaptiveCard card) => card with { Body = [.. card.Body.Where(element => element is not ActionSet)] };
}
