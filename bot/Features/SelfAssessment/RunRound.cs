using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>What the cards for opening a round send.</summary>
internal sealed record RoundPlanForm(string Kind, string Year, string Quarter)
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Fields { get; set; }

    public RoundPlan? Plan(DateOnly today) => RoundPlan.Of(Kind, Year, Quarter, today);

    /// <summary>What was chosen on the card.</summary>
    public RoundChoice Choice
    {
        get
        {
            var form = new SheetForm("") { Fields = Fields };
            return new(
                form.Text("deadline"),
                form.Text("theme").Trim(),
                form.Text("questions"),
                form.Typed(RoundCards.FormPrefix).ToDictionary(one => one.Key, one => (IReadOnlyList<string>)one.Value.Split(',', StringSplitOptions.RemoveEmptyEntries)))
            { Changes = form.Text("changes").Trim() };
        }
    }
}

/// <summary>The secretary chose a kind of round: shows what opening it will do.</summary>
internal sealed class ProposeRound(RoundStore rounds, OpeningCard card) : IHandle<RoundPlanForm>
{
    public async Task<Reply> Handle(RoundPlanForm form, Turn turn, CancellationToken cancel)
    {
        if (form.Plan(turn.Today) is not { } plan)
        {
            return Reply.Notify(AssessmentText.Gone);
        }

        return plan.Merged(turn.Today) is { } merged ? Reply.Notify(merged)
            : await rounds.Find(turn.CellId, plan.Id, cancel) is not null
            ? Reply.Notify(AssessmentText.OpenedBefore(plan.Title))
            : Reply.Replace(await card.Draw(plan, null, null, turn, cancel), plan.Title);
    }
}

/// <summary>“Mở đợt này”. The round's key is its kind and period: pressing again opens nothing.</summary>
internal sealed class OpenRound(RoundDesk desk, RoundBoard board, OpeningCard card, ILogger<OpenRound> log) : IHandle<RoundPlanForm>
{
    public async Task<Reply> Handle(RoundPlanForm form, Turn turn, CancellationToken cancel)
    {
        if (form.Plan(turn.Today) is not { } plan)
        {
            return Reply.Notify(AssessmentText.Gone);
        }

        if (plan.Merged(turn.Today) is { } merged)
        {
            return Reply.Notify(merged);
        }

        if ((form.Choice.Wrong(turn.Today) ?? await card.Wrong(plan, form.Choice, turn, cancel)) is { } wrong)
        {
            return Reply.Replace(await card.Draw(plan, form.Choice, wrong, turn, cancel), wrong);
        }

        if (await desk.Open(plan, form.Choice, turn, cancel) is not var (round, isNew))
        {
            return Reply.Replace(await card.Draw(plan, form.Choice, AssessmentText.OpenNobody, turn, cancel), AssessmentText.OpenNobody);
        }

        if (isNew)
        {
            log.Opened(turn.CellId, round.Id, round.Forms.Count);
        }

        var said = isNew ? AssessmentText.Opened(SheetViews.Title(round), round.Forms.Count, round.Deadline) : AssessmentText.OpenedBefore(SheetViews.Title(round));
        return Reply.Replace(RoundCards.Board(await board.View(turn.CellId, round, turn.At, cancel, said)), said);
    }
}

/// <summary>Draws what opening a round will do.</summary>
internal sealed class OpeningCard(RoundStore rounds, CellForms cellForms)
{
    // Of those who take no part.
    private const int MostNames = 20;

    /// <summary>What of the typed changes can't be read, in words; null where all can.</summary>
    public async Task<string?> Wrong(RoundPlan plan, RoundChoice choice, Turn turn, CancellationToken cancel)
    {
        var members = await rounds.Members(turn.CellId, cancel);
        return RoundOpening.Of(RoundDesk.FormsOn(turn.Today).Rules.Of(plan.Kind), members.Values, turn.Today).With(choice, members).Wrong;
    }

    public async Task<AdaptiveCard> Draw(RoundPlan plan, RoundChoice? choice, string? error, Turn turn, CancellationToken cancel)
    {
        var members = await rounds.Members(turn.CellId, cancel);
        var pack = RoundDesk.FormsOn(turn.Today);
        var opening = RoundOpening.Of(pack.Rules.Of(plan.Kind), members.Values, turn.Today);
        var forms = await cellForms.Of(turn.CellId, pack, opening.Rules, cancel);
        choice ??= RoundDesk.Usual(opening, turn.Today);
        return RoundCards.Open(new(
            plan.Kind.ToString(),
            plan.Title,
            plan.Year.ToString(CultureInfo.InvariantCulture),
            plan.Quarter?.ToString(CultureInfo.InvariantCulture) ?? "",
            choice.Deadline,
            [.. opening.Rules.Forms.Select(form => new OpenFormView(form.Form, pack.Rules.Form(form.Form).For ?? "", People(form.Form), form.Form == opening.Rest, forms[form.Form].IsChanged))],
            opening.IsLarge ? [] : [.. opening.Eligible.Select(id => members[id]).OrderBy(member => VietnameseNames.SortKey(member.Name), StringComparer.Ordinal).Select(member => new Choice(member.Name, member.Id))])
        {
            Theme = choice.Theme,
            IsLarge = opening.IsLarge,
            Changes = choice.Changes,
            OwnQuestions = choice.Questions,
            Apart = [.. opening.Apart.GroupBy(apart => apart.Standing).Select(group => new Fact(AssessmentText.Apart(StandingName(group.Key)), AssessmentText.Names([.. group.Select(apart => apart.Name)], MostNames)))],
            Error = error,
            Source = pack.Source,
        });

        // The members of a form to choose from, or their names to read.
        IReadOnlyList<string> People(string form) => !opening.IsLarge
            ? choice.Forms?.GetValueOrDefault(form) ?? []
            : [.. opening.Forms.Where(one => one.Value == form).Select(one => members[one.Key].Name).OrderBy(VietnameseNames.SortKey, StringComparer.Ordinal)];
    }

    private static string StandingName(Standing standing) => standing switch
    {
        Standing.Probationary => MembersText.Probationary,
        Standing.Exempt => MembersText.Exempt,
        Standing.TemporaryHere => MembersText.TemporaryHere,
        Standing.Suspended => MembersText.Suspended,
        _ => MembersText.Official,
    };
}

/// <summary>“Xem tiến độ”. A rating's page on which something was typed and not recorded is left only by the second press.</summary>
internal sealed class ShowBoard(RoundStore rounds, RoundBoard board, RatingPages pages) : IHandle<SheetForm>
{
    public async Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel) =>
        form.Text("of") is RatingCards.Proposals or RatingCards.Decisions && await pages.Unsaved(form, turn, form.Text("of") == RatingCards.Decisions, cancel) is { } kept
            ? Reply.Replace(kept, AssessmentText.Unsaved)
            : await rounds.Find(turn.CellId, form.Round, cancel) is { Row.Part: var round }
            ? Reply.Replace(RoundCards.Board(await board.View(turn.CellId, round, turn.At, cancel)), SheetViews.Title(round))
            : Reply.Notify(AssessmentText.Gone);
}

/// <summary>“Đóng đợt”: says what closing does.</summary>
internal sealed class AskClose(RoundStore rounds, RoundBoard board) : IHandle<SheetForm>
{
    public async Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel) =>
        await rounds.Find(turn.CellId, form.Round, cancel) is { Row.Part: var round }
            ? Reply.Replace(RoundCards.CloseAsk(round.Id, SheetViews.Title(round), (await board.State(turn.CellId, round, turn.At, cancel)).NotHandedIn.Count(), VietnamTime.DateOf(round.Deadline).ToString(RowWriter.DayFormat, CultureInfo.InvariantCulture)), AssessmentText.Close)
            : Reply.Notify(AssessmentText.Gone);
}

/// <summary>Closes the round. Closing again changes nothing.</summary>
internal sealed class CloseRound(RoundChange change, ILogger<CloseRound> log) : IHandle<SheetForm>
{
    public Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel) => change.Do(form.Round, turn, round => Task.FromResult<RoundStep>(round switch
    {
        null => new RoundStep.Refused(AssessmentText.Gone),
        { IsOpen: false } => new RoundStep.Stays(Said),
        _ => new RoundStep.Becomes(round with { ClosedAt = turn.At }, AssessmentText.DidClose(SheetViews.Title(round)), [], view =>
        {
            log.Closed(turn.CellId, round.Id, view.HandedIn, view.Total);
            return Said(view);
        }),
    }), cancel);

    private static string Said(BoardView view) => AssessmentText.ClosedSaid(view.Title, view.HandedIn, view.Total);
}
