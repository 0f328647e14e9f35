namespace ChiBoBot.Cards;

/// <summary>The cards by which the cell's proposals and the decisions above are recorded, and the sums that every member may see.</summary>
public static class RatingCards
{
    public const string SaveProposalsVerb = "rating.saveProposals";
    public const string SaveDecisionsVerb = "rating.saveDecisions";

    // Ten presses to the last page are too many.
    private const int PagesWithoutSearch = 3;

    /// <summary>Which page is left for the board.</summary>
    public const string Proposals = "proposals";
    public const string Decisions = "decisions";

    public const string GradePrefix = "g_";
    public const string VotesPrefix = "v_";
    public const string CommentsPrefix = "c_";

    /// <summary>A page of members, to propose or to decide on.</summary>
    public static AdaptiveCard Page(RatingView view)
    {
        var body = new List<CardElement>(32)
        {
            TextBlock.Heading(view.IsDecision ? AssessmentText.Decide : AssessmentText.Propose),
            new TextBlock(view.Title),
        };
        body.AddRange(view.Errors.SelectMany(RoundCards.Error));
        if (view.Note is { } note)
        {
            body.Add(new Container([new TextBlock(note)]) { Style = ContainerStyle.Good });
        }

        body.AddRange(view.Quota.Select(line => new TextBlock(line) { Spacing = Spacing.Small }));
        if (view.Pages > PagesWithoutSearch)
        {
            body.Add(new TextInput("find", AssessmentText.FindMember) { MaxLength = 60 });
            body.Add(new ActionSet(AssessmentCards.Button(AssessmentText.Find, view.IsDecision ? RoundCards.DecisionsVerb : RoundCards.ProposalsVerb, new(view.Round), To(view, view.Page))));
        }

        if (view.IsDecision)
        {
            body.Add(new TextInput("document", AssessmentText.DecisionNumber) { Value = Given(view.Document), MaxLength = 60 });
            body.Add(new DateInput("day", AssessmentText.DecisionDay) { Value = Given(view.Day) });
        }
        else
        {
            body.Add(new DateInput("day", AssessmentText.RatingDay) { Value = Given(view.Day) });
            body.Add(new TextInput("base", AssessmentText.RatingBase) { Value = Given(view.Base), MaxLength = 4 });
        }

        foreach (var line in view.Lines)
        {
            AddLine(body, view, line);
        }

        body.Add(TextBlock.Small(view.Source));
        body.Add(new ActionSet([.. Actions(view)]));
        return new(body) { FallbackText = view.Title };
    }

    /// <summary>How many have which grade.</summary>
    public static AdaptiveCard Sums(GradeSumsView view) => new(
    [
        TextBlock.Heading(view.Title),
        TextBlock.Figure(view.Figure),
        new FactSet(view.Counts),
        .. view.Quota.Select(line => new TextBlock(line)),
        TextBlock.Small(view.Source),
    ])
    { FallbackText = $"{view.Title}: {view.Figure}" };

    private static void AddLine(List<CardElement> body, RatingView view, RatingLine line)
    {
        body.Add(new TextBlock($"**{line.Name}**") { Separator = true });
        if (line.Before is { } before)
        {
            body.Add(TextBlock.Small(before));
        }

        if (!line.CanRate)
        {
            return;
        }

        body.Add(new ChoiceInput(GradePrefix + line.Member, AssessmentText.RatingGrade, view.Grades) { Style = "compact", Value = Given(line.Grade) });
        if (!view.IsDecision)
        {
            body.Add(new TextInput(VotesPrefix + line.Member, AssessmentText.RatingVotes) { Value = Given(line.Votes), MaxLength = 4 });
            body.Add(new TextInput(CommentsPrefix + line.Member, AssessmentText.RatingComments) { Value = Given(line.Comments), MaxLength = 500, IsMultiline = true });
        }

        if (line.Error is { } error)
        {
            body.Add(new TextBlock("✘ " + error) { Color = TextColor.Attention, Spacing = Spacing.Small });
        }
    }

    private static IEnumerable<CardAction> Actions(RatingView view)
    {
        var sheet = new SheetRef(view.Round);
        var turn = view.IsDecision ? RoundCards.DecisionsVerb : RoundCards.ProposalsVerb;
        yield return AssessmentCards.Button(
            view.IsDecision ? AssessmentText.SaveDecisions : AssessmentText.SaveProposals,
            view.IsDecision ? SaveDecisionsVerb : SaveProposalsVerb,
            sheet,
            ("page", Number(view.Page)));
        if (view.Page < view.Pages)
        {
            yield return AssessmentCards.Button(AssessmentText.NextPage, turn, sheet, To(view, view.Page + 1));
        }

        if (view.Page > 1)
        {
            yield return AssessmentCards.Button(AssessmentText.PreviousPage, turn, sheet, To(view, view.Page - 1));
        }

        yield return AssessmentCards.Button(AssessmentText.Refresh, RoundCards.BoardVerb, sheet, [.. To(view, view.Page), .. view.IsLeaving ? [] : new[] { ("of", view.IsDecision ? Decisions : Proposals) }]);
    }

    // With the page it stands on, so that what was typed there and not recorded isn't passed over in silence.
    private static (string, string)[] To(RatingView view, int page) => view.IsLeaving ? [("page", Number(page))] : [("page", Number(page)), ("from", Number(view.Page))];

    private static string? Given(string value) => value.Length > 0 ? value : null;

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
