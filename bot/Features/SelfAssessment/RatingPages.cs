using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>The members of a round, some at a time, with what is recorded of their rating.</summary>
internal sealed class RatingPages(RoundStore rounds, GradeFacts grades, CellRules cellRules)
{
    // Six members with comments stay within 28 KB and within a phone's patience.
    private const int PageLength = 6;

    /// <summary>Everything that recording on a page asks for.</summary>
    internal sealed record Page(
        Round Round,
        int Number,
        int Count,
        IReadOnlyList<Member> Members,
        IReadOnlyDictionary<string, Stored<PartRow<Sheet>>> Sheets,
        IReadOnlyDictionary<string, CellProposal> Proposals,
        IReadOnlyDictionary<string, Stored<PartRow<DecidedGrade>>> Decisions,
        int Voters,
        int MembersOfCell)
    {
        public required DateTimeOffset At { get; init; }

        public bool IsFound { get; init; }
    }

    /// <param name="find">A name, or a part of it, whose page is wanted instead; <see cref="Page.IsFound"/> says whether there was one.</param>
    public async Task<Page?> Read(string cellId, string roundId, int number, Turn turn, CancellationToken cancel, string find = "")
    {
        if (await rounds.Find(cellId, roundId, cancel) is not { Row.Part: var round } || !CellRules.Of(round).IsRated)
        {
            return null;
        }

        var members = await rounds.Members(cellId, cancel);
        var proposals = await grades.Proposals(cellId, roundId, cancel);

        // Who has left the cell before it proposed is rated where he is now.
        List<Member> all =
        [
            .. round.Forms.Keys
                .Select(id => members.GetValueOrDefault(id))
                .OfType<Member>()
                .Where(member => member.IsIn(round.DayOf(turn.At)) || proposals.ContainsKey(member.Id))
                .OrderBy(member => VietnameseNames.SortKey(member.Name), StringComparer.Ordinal),
        ];
        var count = Math.Max(1, (all.Count + PageLength - 1) / PageLength);
        var found = find.Length > 0 ? all.FindIndex(member => SheetChoices.Matches(member.Name, find)) : -1;
        number = Math.Clamp(found >= 0 ? (found / PageLength) + 1 : number, 1, count);
        return new(
            round,
            number,
            count,
            [.. all.Skip((number - 1) * PageLength).Take(PageLength)],
            await rounds.StoredSheets(cellId, roundId, cancel),
            proposals,
            await grades.Decisions(cellId, round.Year, cancel),
            Counting.VotingBase(members.Values, turn.Today, new HashSet<string>()),
            members.Values.Count(member => member.IsIn(turn.Today)))
        { At = turn.At, IsFound = find.Length == 0 || found >= 0 };
    }

    /// <summary>The page that is asked for; or once more the one that the button stands on, where something on it was typed and not recorded: the next press leaves it.</summary>
    public async Task<AdaptiveCard?> Turn(SheetForm form, Turn turn, bool isDecision, CancellationToken cancel)
    {
        if (await Unsaved(form, turn, isDecision, cancel) is { } kept)
        {
            return kept;
        }

        return await Read(turn.CellId, form.Round, form.PageNumber, turn, cancel, form.NameSought) is { } next
            ? await Draw(turn.CellId, next, isDecision, null, next.IsFound ? [] : [new(AssessmentText.NobodyFound)], null, cancel)
            : null;
    }

    /// <summary>The page that the button stands on, where something on it was typed and not recorded; null where it can be left.</summary>
    public async Task<AdaptiveCard?> Unsaved(SheetForm form, Turn turn, bool isDecision, CancellationToken cancel)
    {
        if (form.PageLeft is not { } left || await Read(turn.CellId, form.Round, left, turn, cancel) is not { } page)
        {
            return null;
        }

        var input = RatingInput.Of(form);
        return IsUnsaved(page, isDecision, input, (await cellRules.Grades(turn.CellId, page.Round, cancel)).Rules)
            ? await Draw(turn.CellId, page, isDecision, input, [new(AssessmentText.Unsaved)], null, cancel, isLeaving: true)
            : null;
    }

    public async Task<AdaptiveCard> Draw(string cellId, Page page, bool isDecision, RatingInput? input, IReadOnlyList<RatingMistake> errors, string? note, CancellationToken cancel, bool isLeaving = false)
    {
        var pack = await cellRules.Grades(cellId, page.Round, cancel);
        var rules = pack.Rules;
        var last = page.Members.Select(member => page.Proposals.GetValueOrDefault(member.Id)).OfType<CellProposal>().MaxBy(proposal => proposal.At)
            ?? page.Proposals.Values.MaxBy(proposal => proposal.At);
        var decided = page.Decisions.Values.Select(row => row.Row.Part).MaxBy(grade => grade.Decided?.First);
        IReadOnlyDictionary<string, Grade> recorded = isDecision
            ? page.Decisions.ToDictionary(decision => decision.Key, decision => decision.Value.Row.Part.Grade)
            : page.Proposals.ToDictionary(proposal => proposal.Key, proposal => proposal.Value.Grade);
        return RatingCards.Page(new(
            page.Round.Id,
            $"{SheetViews.Title(page.Round)} · {AssessmentText.Page(page.Number, page.Count)}",
            isDecision,
            page.Number,
            page.Count,
            [.. page.Members.Select(member => Line(member, page, isDecision, input, rules) with { Error = errors.FirstOrDefault(error => error.Member?.Id == member.Id)?.AtField })])
        {
            Day = input?.Day ?? (isDecision ? decided?.Decided?.ToString() : last?.Day.ToString(RowWriter.DayFormat, CultureInfo.InvariantCulture)) ?? "",
            Document = input?.Document ?? decided?.Decision ?? "",
            Base = input?.Base ?? (last?.Base ?? page.Voters).ToString(CultureInfo.InvariantCulture),
            Grades = SheetViews.Choices(rules),
            Quota = await grades.QuotaLines(cellId, page.Round, recorded, page.At, cancel),
            Errors = [.. errors.Select(error => error.AtTop)],
            Note = note,
            IsLeaving = isLeaving,
            Source = pack.Source,
        });
    }

    /// <summary>Whether something of a member was typed that isn't what the page was drawn with; what a client leaves out wasn't typed.</summary>
    private static bool IsUnsaved(Page page, bool isDecision, RatingInput input, GradeRules rules)
    {
        return page.Members.Any(member =>
        {
            var drawn = Line(member, page, isDecision, null, rules);
            return IsOther(input.Grades, drawn.Grade) || IsOther(input.Votes, drawn.Votes) || IsOther(input.Comments, drawn.Comments);

            bool IsOther(IReadOnlyDictionary<string, string> typed, string before) => typed.TryGetValue(member.Id, out var text) && text.Trim() != before;
        });
    }

    private static RatingLine Line(Member member, Page page, bool isDecision, RatingInput? input, GradeRules rules)
    {
        var sheet = page.Sheets.GetValueOrDefault(member.Id)?.Row.Part;
        var proposal = page.Proposals.GetValueOrDefault(member.Id);
        var decision = page.Decisions.GetValueOrDefault(member.Id)?.Row.Part;
        if (isDecision)
        {
            return new(member.Id, member.Name)
            {
                CanRate = SheetFlow.MayDecide(proposal) is null,
                Before = proposal is null ? AssessmentText.RefusedNotProposed : AssessmentText.ProposalWas(SheetViews.Name(proposal.Grade, rules), proposal.Votes, proposal.Base),
                Grade = input?.Grades.GetValueOrDefault(member.Id) ?? (decision?.Grade ?? proposal?.Grade)?.ToString() ?? "",
            };
        }

        // Whether enough voted is seen when they are recorded.
        var refusal = SheetFlow.MayPropose(page.Round, sheet, decision is not null, 1, 1, 0);
        return new(member.Id, member.Name)
        {
            CanRate = refusal is null,
            Before = refusal is { } why ? SheetReplies.Words(why) : AssessmentText.Self(sheet?.Version > 0),
            Grade = input?.Grades.GetValueOrDefault(member.Id) ?? proposal?.Grade.ToString() ?? "",
            Votes = input?.Votes.GetValueOrDefault(member.Id) ?? proposal?.Votes.ToString(CultureInfo.InvariantCulture) ?? "",
            Comments = input?.Comments.GetValueOrDefault(member.Id) ?? proposal?.Comments ?? "",
        };
    }
}

/// <summary>What is wrong with what was typed, and with whose line.</summary>
internal sealed record RatingMistake(string Words, Member? Member = null)
{
    public string AtTop => Member is null ? Words : AssessmentText.About(Member.Name, Words);

    public string AtField => AssessmentText.Capital(Words);
}

/// <summary>What was typed on a page.</summary>
internal sealed record RatingInput(
    string Day,
    string Base,
    string Document,
    IReadOnlyDictionary<string, string> Grades,
    IReadOnlyDictionary<string, string> Votes,
    IReadOnlyDictionary<string, string> Comments)
{
    public static RatingInput Of(SheetForm form) => new(
        form.Text("day"),
        form.Text("base").Trim(),
        form.Text("document").Trim(),
        form.Typed(RatingCards.GradePrefix),
        form.Typed(RatingCards.VotesPrefix),
        form.Typed(RatingCards.CommentsPrefix));
}
