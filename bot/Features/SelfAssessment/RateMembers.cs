using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>“Đề xuất của chi bộ”: a page to fill in.</summary>
internal sealed class ShowProposals(RatingPages pages) : IHandle<SheetForm>
{
    public async Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel) =>
        await pages.Turn(form, turn, isDecision: false, cancel) is { } card ? Reply.Replace(card, AssessmentText.Propose) : Reply.Notify(AssessmentText.Gone);
}

/// <summary>“Quyết định xếp loại”: a page to fill in.</summary>
internal sealed class ShowDecisions(RatingPages pages) : IHandle<SheetForm>
{
    public async Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel) =>
        await pages.Turn(form, turn, isDecision: true, cancel) is { } card ? Reply.Replace(card, AssessmentText.Decide) : Reply.Notify(AssessmentText.Gone);
}

/// <summary>Records what the cell proposes. Who is not to be rated yet or lacks a majority is named, the others are recorded; the same again records nothing.</summary>
internal sealed class SaveProposals(RatingPages pages, ITables tables, ILogger<SaveProposals> log) : IHandle<SheetForm>
{
    private const int Attempts = 5;
    private const int CommentsLength = 500;

    public async Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await pages.Read(turn.CellId, form.Round, form.PageNumber, turn, cancel) is not { } page)
            {
                return Reply.Notify(AssessmentText.Gone);
            }

            var input = RatingInput.Of(form);
            var (proposals, errors) = Decide(page, input, turn);
            try
            {
                if (proposals.Count > 0)
                {
                    var entry = new LedgerEntry(turn, AssessmentText.DidPropose(proposals.Count, SheetViews.Title(page.Round)));
                    foreach (var proposal in proposals)
                    {
                        entry.Beside(Change.Add(new PartRow<CellProposal>(turn.CellId, proposal)));
                        if (page.Sheets.GetValueOrDefault(proposal.Member) is { } sheet)
                        {
                            // Written with the tag it was read with: whoever withdraws or reopens it at the same moment is seen.
                            entry.Beside(Change.Replace(sheet.Row with { Part = SheetFlow.Proposed(sheet.Row.Part) }, sheet.ETag));
                        }
                    }

                    await tables.Commit(entry.Changes, cancel);
                    log.Proposed(turn.CellId, page.Round.Id, proposals.Count);
                    page = (await pages.Read(turn.CellId, form.Round, form.PageNumber, turn, cancel))!;
                }

                return Reply.Replace(
                    await pages.Draw(turn.CellId, page, isDecision: false, errors.Count > 0 ? input : null, errors, errors.Count > 0 && proposals.Count == 0 ? null : AssessmentText.Recorded(proposals.Count), cancel),
                    AssessmentText.Propose);
            }
            catch (ConflictException conflict) when (attempt < Attempts && !conflict.RowKey.StartsWith(InboxRow.Prefix, StringComparison.Ordinal))
            {
                // Somebody recorded or withdrew at the same moment: decide again.
            }
        }
    }

    private static (IReadOnlyList<CellProposal> Proposals, IReadOnlyList<RatingMistake> Errors) Decide(RatingPages.Page page, RatingInput input, Turn turn)
    {
        var most = CellRules.Of(page.Round).VoteMoreThanPercent;
        if (FormCheck.Date(input.Day) is not { } day || day > turn.Today)
        {
            return ([], [new(AssessmentText.RatingDayWrong)]);
        }

        if (!int.TryParse(input.Base, NumberStyles.None, CultureInfo.InvariantCulture, out var of) || of < 1 || of > page.MembersOfCell)
        {
            return ([], [new(AssessmentText.RatingBaseWrong)]);
        }

        var proposals = new List<CellProposal>();
        var errors = new List<RatingMistake>();
        foreach (var member in page.Members)
        {
            var comments = input.Comments.GetValueOrDefault(member.Id, "").Trim();
            if (FormCheck.Grade(input.Grades.GetValueOrDefault(member.Id)) is not { } grade)
            {
                if (comments.Length > 0 || input.Votes.GetValueOrDefault(member.Id, "").Trim().Length > 0)
                {
                    errors.Add(new(AssessmentText.GradeMissing, member));
                }

                continue;
            }

            if (!int.TryParse(input.Votes.GetValueOrDefault(member.Id, "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var votes) || votes > of || comments.Length > CommentsLength)
            {
                errors.Add(new(AssessmentText.VotesWrong, member));
                continue;
            }

            var before = page.Proposals.GetValueOrDefault(member.Id);
            var proposal = new CellProposal(page.Round.Id, member.Id, (before?.Version ?? 0) + 1)
            {
                Grade = grade,
                Votes = votes,
                Base = of,
                Day = day,
                Comments = comments.Length > 0 ? comments : null,
                By = turn.Asker.MemberId!,
                At = turn.At,
            };
            if (before is not null && proposal with { Version = before.Version, At = before.At, By = before.By } == before)
            {
                continue;
            }

            switch (SheetFlow.MayPropose(page.Round, page.Sheets.GetValueOrDefault(member.Id)?.Row.Part, page.Decisions.ContainsKey(member.Id), votes, of, most))
            {
                case null:
                    proposals.Add(proposal);
                    break;
                case Refusal.NoMajority:
                    errors.Add(new(AssessmentText.NoMajority(votes, of, most), member));
                    break;
                case { } refusal:
                    errors.Add(new(SheetReplies.Words(refusal), member));
                    break;
            }
        }

        return (proposals, errors);
    }
}

/// <summary>Records what the unit above decided. The boards of targets are renewed in the same commit, and from then on the member sees his grade.</summary>
internal sealed class SaveDecisions(RatingPages pages, Boards boards, GradeMail mail, ITables tables, ILogger<SaveDecisions> log) : IHandle<SheetForm>
{
    private const int Attempts = 5;
    private const int NumberLength = 60;

    public async Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await pages.Read(turn.CellId, form.Round, form.PageNumber, turn, cancel) is not { } page)
            {
                return Reply.Notify(AssessmentText.Gone);
            }

            var input = RatingInput.Of(form);
            var (decided, errors) = Decide(page, input, turn);
            try
            {
                if (decided.Count > 0)
                {
                    List<Change> decisions = [.. decided.Select(one => one.Change)];

                    // Beside, not undone: a decision is corrected by another decision.
                    var entry = new LedgerEntry(turn, AssessmentText.DidDecide(decisions.Count, input.Document))
                        .Beside([.. decisions, .. await boards.Renewed(turn.CellId, decisions, cancel), .. await mail.Plan(turn.CellId, page.Round, decided.Select(one => one.Member), turn.At, cancel)]);
                    await tables.Commit(entry.Changes, cancel);
                    log.Decided(turn.CellId, page.Round.Id, decisions.Count);
                    page = (await pages.Read(turn.CellId, form.Round, form.PageNumber, turn, cancel))!;
                }

                return Reply.Replace(
                    await pages.Draw(turn.CellId, page, isDecision: true, errors.Count > 0 ? input : null, errors, errors.Count > 0 ? null : AssessmentText.Recorded(decided.Count), cancel),
                    AssessmentText.Decide);
            }
            catch (ConflictException conflict) when (attempt < Attempts && !conflict.RowKey.StartsWith(InboxRow.Prefix, StringComparison.Ordinal))
            {
                // Something that the boards are made of changed at the same moment: decide again.
            }
        }
    }

    private static (IReadOnlyList<(string Member, Change Change)> Decisions, IReadOnlyList<RatingMistake> Errors) Decide(RatingPages.Page page, RatingInput input, Turn turn)
    {
        if (input.Document.Length is 0 or > NumberLength)
        {
            return ([], [new(AssessmentText.DecisionNumberMissing)]);
        }

        if (FormCheck.Date(input.Day) is not { } day || day > turn.Today)
        {
            return ([], [new(AssessmentText.RatingDayWrong)]);
        }

        var decisions = new List<(string, Change)>();
        var errors = new List<RatingMistake>();
        foreach (var member in page.Members)
        {
            if (FormCheck.Grade(input.Grades.GetValueOrDefault(member.Id)) is not { } grade)
            {
                continue;
            }

            var before = page.Decisions.GetValueOrDefault(member.Id);
            var decided = new DecidedGrade(page.Round.Year, grade) { Member = member.Id, Decision = input.Document, Decided = PartialDate.Of(day) };
            if (before?.Row.Part == decided)
            {
                continue;
            }

            if (SheetFlow.MayDecide(page.Proposals.GetValueOrDefault(member.Id)) is { } refusal)
            {
                errors.Add(new(SheetReplies.Words(refusal), member));
                continue;
            }

            decisions.Add((member.Id, before is null
                ? Change.Add(new PartRow<DecidedGrade>(turn.CellId, decided))
                : Change.Replace(before.Row with { Part = decided }, before.ETag)));
        }

        return (decisions, errors);
    }
}
