namespace ChiBoBot.Cards;

/// <summary>The cards by which the secretary runs a round.</summary>
public static class RoundCards
{
    public const string ChooseVerb = "rounds.choose";
    public const string OpenVerb = "rounds.open";
    public const string BoardVerb = "rounds.board";
    public const string RemindVerb = "rounds.remind";
    public const string ExtendVerb = "rounds.extend";
    public const string CloseAskVerb = "rounds.closeAsk";
    public const string CloseVerb = "rounds.close";
    public const string ReopenAskVerb = "rounds.reopenAsk";
    public const string ReopenVerb = "rounds.reopen";
    public const string AddVerb = "rounds.add";
    public const string PaperAskVerb = "rounds.paperAsk";
    public const string PaperVerb = "rounds.paper";
    public const string ProposalsVerb = "rating.proposals";
    public const string DecisionsVerb = "rating.decisions";

    // Of a form's people, where they are too many to choose from.
    private const int NamesOfForm = 20;

    /// <summary>Before a form's id: the input that says who gets it.</summary>
    public const string FormPrefix = "form_";

    /// <summary>Which round to open.</summary>
    /// <param name="note">Why one that might be looked for isn't there.</param>
    public static AdaptiveCard Choose(IReadOnlyList<(string Kind, int Year, int? Quarter)> rounds, string? note = null) => new(
    [
        TextBlock.Heading(AssessmentText.ChooseRound),
        .. note is null ? [] : new[] { TextBlock.Small(note) },
        new ActionSet(
        [
            .. rounds.Select(round => new ExecuteAction(
                AssessmentText.KindButton(round.Kind, round.Year, round.Quarter),
                ChooseVerb,
                new Dictionary<string, string> { ["kind"] = round.Kind, ["year"] = Number(round.Year), ["quarter"] = round.Quarter is { } quarter ? Number(quarter) : "" })),
            new ExecuteAction(FormText.EditForms, FormCards.ChooseVerb, new Dictionary<string, string>()),
        ]),
    ])
    { FallbackText = AssessmentText.ChooseRound };

    /// <summary>What opening the round will do, to change and to press.</summary>
    public static AdaptiveCard Open(OpenRoundView view)
    {
        var body = new List<CardElement>(12) { TextBlock.Heading(view.Title) };
        if (view.Error is { } error)
        {
            body.Add(new Container([new TextBlock(error)]) { Style = ContainerStyle.Attention });
        }

        body.Add(new DateInput("deadline", AssessmentText.OpenDeadline) { Value = view.Deadline });
        foreach (var form in view.Forms)
        {
            if (form.IsForTheRest)
            {
                body.Add(new TextBlock(AssessmentText.FormFor(form.Id, $"{form.For}; {AssessmentText.Everybody}", form.IsChanged)));
            }
            else if (view.IsLarge)
            {
                body.Add(new TextBlock($"{AssessmentText.FormFor(form.Id, form.For, form.IsChanged)}: {(form.Members.Count > 0 ? AssessmentText.People(form.Members, NamesOfForm) : AssessmentText.NobodyYet)}"));
            }
            else
            {
                body.Add(new ChoiceInput(FormPrefix + form.Id, AssessmentText.FormFor(form.Id, form.For, form.IsChanged), view.Members)
                {
                    IsMultiSelect = true,
                    Style = "compact",
                    Value = form.Members.Count > 0 ? string.Join(',', form.Members) : null,
                });
            }
        }

        if (view.IsLarge)
        {
            body.Add(new TextInput("changes", AssessmentText.OpenChanges) { MaxLength = 4000, IsMultiline = true, Value = view.Changes.Length > 0 ? view.Changes : null });
        }

        body.Add(new TextInput("theme", AssessmentText.OpenTheme) { MaxLength = 300, Value = view.Theme.Length > 0 ? view.Theme : null });
        body.Add(new TextInput("questions", AssessmentText.OpenOwn) { MaxLength = 1600, IsMultiline = true, Value = view.OwnQuestions.Length > 0 ? view.OwnQuestions : null });
        body.AddRange(view.Apart.Select(apart => TextBlock.Small($"{apart.Title}: {apart.Value}")));
        body.Add(TextBlock.Small(AssessmentText.OpenHint));
        body.Add(TextBlock.Small(view.Source));
        body.Add(new ActionSet(new ExecuteAction(
            AssessmentText.OpenRound,
            OpenVerb,
            new Dictionary<string, string> { ["kind"] = view.Kind, ["year"] = view.Year, ["quarter"] = view.Quarter })));
        return new(body) { FallbackText = view.Title };
    }

    /// <summary>How the round stands, and what can be done about it.</summary>
    public static AdaptiveCard Board(BoardView view)
    {
        var body = new List<CardElement>(12) { TextBlock.Heading(view.Title), TextBlock.Figure(AssessmentText.Figure(view.HandedIn, view.Total)) };
        if (view.Note is { } note)
        {
            body.Add(new Container([new TextBlock(note)]) { Style = ContainerStyle.Good });
        }

        body.Add(new TextBlock(view.IsOpen ? view.Deadline : AssessmentText.Closed));
        Fact[] facts =
        [
            .. People(AssessmentText.Missing, view.Missing),
            .. People(AssessmentText.Writing, view.Writing),
            .. People(AssessmentText.Reopened, view.Reopened),
            .. People(AssessmentText.Late, view.Late),
            .. People(AssessmentText.OnPaper, view.OnPaper),
            .. People(AssessmentText.Left, view.Left),
            .. People(AssessmentText.Joined, view.Joined),
            .. NotReached(view),
            .. People(AssessmentText.Objected, view.Objected),
        ];
        if (facts.Length > 0)
        {
            body.Add(new FactSet(facts));
        }

        if (view.NotReached.Count > 0)
        {
            body.Add(TextBlock.Small(AssessmentText.NotReachedHint));
        }

        var sheet = new SheetRef(view.Round);
        if (view.JoinedIds.Count > 0)
        {
            body.Add(new ActionSet(AssessmentCards.Button(AssessmentText.AddToRound, AddVerb, sheet, ("who", string.Join(',', view.JoinedIds)))));
        }

        if (view.Objected.Count > 0)
        {
            body.Add(new ActionSet(AssessmentCards.Button(ObjectionText.Read, ObjectionCards.ShowVerb, sheet)));
        }

        body.AddRange(view.Grades.Select(line => new TextBlock(line) { Spacing = Spacing.Small }));
        var actions = new List<CardAction>(6);
        if (view.IsOpen)
        {
            if (view.HandedIn < view.Total)
            {
                actions.Add(AssessmentCards.Button(AssessmentText.Remind, RemindVerb, sheet));
                actions.Add(AssessmentCards.Button(AssessmentText.Paper, PaperAskVerb, sheet));
            }

            actions.Add(AssessmentCards.Button(AssessmentText.Close, CloseAskVerb, sheet));
        }

        if (view.HandedIn > 0)
        {
            actions.Add(AssessmentCards.Button(AssessmentText.Reopen, ReopenAskVerb, sheet));
        }

        if (view.IsRated)
        {
            actions.Add(AssessmentCards.Button(AssessmentText.Propose, ProposalsVerb, sheet, ("page", "1")));
            actions.Add(AssessmentCards.Button(AssessmentText.Decide, DecisionsVerb, sheet, ("page", "1")));
        }

        if (view.HasResults && actions.Count < 6)
        {
            actions.Add(new ExecuteAction(ReportText.Heading("assessment"), ReportCards.AskVerb, new Dictionary<string, string> { ["report"] = "assessment", ["round"] = sheet.Round }));
        }

        if (actions.Count < 6)
        {
            actions.Add(AssessmentCards.Button(AssessmentText.Refresh, BoardVerb, sheet));
        }

        body.Add(new ActionSet([.. actions]));
        return new(body) { FallbackText = AssessmentText.Figure(view.HandedIn, view.Total) };
    }

    /// <summary>For the cell's group: how many, never who.</summary>
    public static AdaptiveCard ForGroup(string title, DateTimeOffset deadline, int handedIn, int total) => new(
    [
        TextBlock.Heading(title),
        new TextBlock(AssessmentText.GroupCount(handedIn, total)),
        new FactSet(new Fact(AssessmentText.Deadline, VietnamTime.Clock(deadline))),
        TextBlock.Small(AssessmentText.GroupHint),
    ]);

    /// <summary>What closing will do; and the other way out, a later deadline.</summary>
    public static AdaptiveCard CloseAsk(string round, string title, int missing, string deadline) => new(
    [
        TextBlock.Heading(title),
        new TextBlock(AssessmentText.CloseAsk(missing)),
        new ActionSet(
            AssessmentCards.Button(AssessmentText.Close, CloseVerb, new(round)),
            AssessmentCards.Button(AssessmentText.Refresh, BoardVerb, new(round))),
        new DateInput("deadline", AssessmentText.ExtendTo) { Value = deadline, Separator = true },
        new ActionSet(AssessmentCards.Button(AssessmentText.Extend, ExtendVerb, new(round))),
    ])
    { FallbackText = AssessmentText.CloseAsk(missing) };

    /// <summary>Whose sheet to give back, and why.</summary>
    public static AdaptiveCard ReopenAsk(string round, string title, MemberChoices members, string? error = null, string reason = "") => new(
    [
        TextBlock.Heading(title),
        .. Error(error),
        .. Who(round, members, ReopenAskVerb),
        new TextInput("reason", AssessmentText.ReopenReason) { MaxLength = 500, IsMultiline = true, Value = reason.Length > 0 ? reason : null },
        new ActionSet(
            AssessmentCards.Button(AssessmentText.ReopenDo, ReopenVerb, new(round)),
            AssessmentCards.Button(AssessmentText.Refresh, BoardVerb, new(round))),
    ])
    { FallbackText = AssessmentText.Reopen };

    /// <summary>Whose paper form to enter.</summary>
    public static AdaptiveCard PaperAsk(string round, string title, MemberChoices members, string? error = null) => new(
    [
        TextBlock.Heading(title),
        .. Error(error),
        new TextBlock(AssessmentText.PaperHint),
        .. Who(round, members, PaperAskVerb),
        new ActionSet(AssessmentCards.Button(AssessmentText.PaperDo, PaperVerb, new(round))),
    ])
    { FallbackText = AssessmentText.Paper };

    internal static IEnumerable<CardElement> Error(string? error) =>
        error is null ? [] : [new Container([new TextBlock(error)]) { Style = ContainerStyle.Attention }];

    /// <summary>A member to choose; where there are too many, first a name to look for.</summary>
    private static IEnumerable<CardElement> Who(string round, MemberChoices members, string findVerb)
    {
        if (members.Hidden > 0 || members.Find.Length > 0)
        {
            yield return new TextInput("find", AssessmentText.FindMember) { MaxLength = 60, Value = members.Find.Length > 0 ? members.Find : null };
            yield return new ActionSet(AssessmentCards.Button(AssessmentText.Find, findVerb, new(round)));
        }

        if (members.Hidden > 0)
        {
            yield return TextBlock.Small(AssessmentText.HiddenMembers(members.Hidden));
        }

        yield return members.Members.Count > 0
            ? new ChoiceInput("who", AssessmentText.Member, members.Members) { Style = "compact", Value = members.Members.Any(choice => choice.Value == members.Chosen) ? members.Chosen : null }
            : new TextBlock(AssessmentText.NobodyFound);
    }

    private static IEnumerable<Fact> People(string title, IReadOnlyList<string> names) =>
        names.Count == 0 ? [] : [new Fact(title, AssessmentText.People(names))];

    // Where nobody got a letter, their names stand there once.
    private static IEnumerable<Fact> NotReached(BoardView view) =>
        view.NotReached.Count > 1 && view.NotReached.Count == view.Missing.Count + view.Writing.Count + view.Reopened.Count
            ? [new Fact(AssessmentText.NotReached, AssessmentText.AllOfThem(view.NotReached.Count))]
            : People(AssessmentText.NotReached, view.NotReached);

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
