namespace ChiBoBot.Cards;

/// <summary>The cards by which a member writes his bản tự đánh giá: a section each, the whole, and how it stands.</summary>
public static class AssessmentCards
{
    public const string OpenVerb = "assessment.open";
    public const string SaveVerb = "assessment.save";
    public const string OutlineVerb = "assessment.outline";
    public const string HandInVerb = "assessment.handIn";
    public const string WithdrawVerb = "assessment.withdraw";
    public const string KeptVerb = "assessment.kept";
    public const string ObjectVerb = "assessment.object";

    /// <summary>Before the ids of fields, so that none collides with what a button carries.</summary>
    public const string FieldPrefix = "f_";

    /// <summary>One section, to fill in. Each of its buttons saves first.</summary>
    public static AdaptiveCard Section(SectionView view)
    {
        var body = new List<CardElement>(16) { TextBlock.Heading(view.FormTitle) };
        AddOpening(body, view.PaperOf, view.Warning, view.Note);
        body.Add(TextBlock.Bold(AssessmentText.Step(view.Number, view.Count, view.Title)));
        if (view.Guidance is { } guidance)
        {
            body.Add(TextBlock.Small(guidance));
        }

        body.AddRange(view.Fields.SelectMany(Field));

        var actions = new List<CardAction>(5) { Save(view, AssessmentText.Next, "next") };
        if (view.IsChecked)
        {
            actions.Add(Save(view, AssessmentText.Later, "later"));
        }

        if (view.Number > 1)
        {
            actions.Add(Save(view, AssessmentText.Back, "back"));
        }

        actions.Add(Save(view, AssessmentText.Outline, "outline"));
        AddKept(actions, view.Sheet, view.Kept);
        body.Add(new ActionSet([.. actions]));
        return new(body) { FallbackText = AssessmentText.Step(view.Number, view.Count, view.Title) };
    }

    /// <summary>One section as it stands, in full; nothing to change.</summary>
    public static AdaptiveCard Read(SheetRef sheet, string formTitle, OutlineSection section) => new(
    [
        TextBlock.Heading(formTitle),
        TextBlock.Bold(section.Title),
        .. section.Answers.SelectMany(answer => new[] { TextBlock.Small(answer.Title), new TextBlock(answer.Value) { Spacing = Spacing.Small } }),
        new ActionSet(Button(AssessmentText.ReadIt, OutlineVerb, sheet)),
    ])
    { FallbackText = section.Title };

    /// <summary>The whole sheet, to look over and hand in.</summary>
    public static AdaptiveCard Outline(OutlineView view)
    {
        var body = new List<CardElement>(16) { TextBlock.Heading(view.FormTitle) };
        AddOpening(body, view.PaperOf, null, view.Note);
        body.AddRange(HandedIn(view));
        foreach (var section in view.Sections)
        {
            body.Add(new TextBlock(section.Mistakes == 0 ? $"**✔ {section.Title}**" : $"**○ {section.Title}** – {AssessmentText.Lacking(section.Mistakes)}") { Separator = true });
            foreach (var answer in section.Answers)
            {
                body.Add(new TextBlock(AssessmentText.Answered(answer.Title, answer.Value)) { Spacing = Spacing.Small });
            }
        }

        if (view.Points is { } points)
        {
            body.Add(new TextBlock($"**{points}**") { Separator = true });
        }

        body.AddRange(view.Grades.Select(TextBlock.Small));
        var actions = new List<CardAction>(4);
        if (view.CanHandIn)
        {
            actions.Add(Button(AssessmentText.HandIn, HandInVerb, view.Sheet));
        }

        // Said again where the press was: the top of the card is far away on a phone.
        body.AddRange(HandedIn(view));
        body.Add(new ChoiceInput("section", AssessmentText.WhichSection, [.. view.Sections.Select(section => new Choice(section.Title, section.Id))])
        {
            Value = (view.Sections.FirstOrDefault(section => section.Mistakes > 0) ?? view.Sections[0]).Id,
            Style = "compact",
        });
        actions.Add(Button(AssessmentText.OpenSection, OpenVerb, view.Sheet));

        if (view.CanWithdraw)
        {
            actions.Add(Button(AssessmentText.Withdraw, WithdrawVerb, view.Sheet));
        }

        AddKept(actions, view.Sheet, view.Kept);
        body.Add(new ActionSet([.. actions]));
        return new(body) { FallbackText = view.FormTitle };
    }

    /// <summary>How one's own sheets stand.</summary>
    public static AdaptiveCard Mine(IReadOnlyList<MyRoundView> rounds)
    {
        var body = new List<CardElement>(8);
        foreach (var round in rounds)
        {
            body.Add(TextBlock.Heading(round.Title) with { Separator = body.Count > 0 ? true : null });
            body.Add(TextBlock.Bold(round.State));
            AddOpening(body, null, round.Reopened, round.Note);
            if (round.Facts.Count > 0)
            {
                body.Add(new FactSet(round.Facts));
            }

            AddActions(body, round);
        }

        return new(body) { FallbackText = $"{rounds[0].Title}: {rounds[0].State}" };
    }

    /// <summary>A line in place of a card.</summary>
    public static AdaptiveCard Said(string text) => new([new TextBlock(text)]) { FallbackText = text };

    /// <summary>A letter: there is a decision. The grade stands on the card to which its button leads.</summary>
    public static AdaptiveCard Decided(string title) => new(
    [
        TextBlock.Heading(AssessmentText.GradeIsDecided),
        new TextBlock(AssessmentText.GradeDecided(title)),
        new ActionSet(new ExecuteAction(AssessmentText.SeeGrade, HelpCards.AskVerb, new Dictionary<string, string> { ["text"] = AssessmentText.SeeGrade })),
    ])
    { FallbackText = AssessmentText.GradeIsDecided };

    internal static ExecuteAction Button(string title, string verb, SheetRef sheet, params (string Name, string Value)[] more)
    {
        var data = new Dictionary<string, string> { ["round"] = sheet.Round };
        if (sheet.Member is { } member)
        {
            data["member"] = member;
        }

        foreach (var (name, value) in more)
        {
            data[name] = value;
        }

        return new(title, verb, data);
    }

    /// <summary>A field with what is said about it.</summary>
    internal static IEnumerable<CardElement> Field(FieldView field)
    {
        yield return Input(field);
        if ((field.Error ?? field.Guidance) is { } said)
        {
            yield return field.Error is null ? TextBlock.Small(said) : new TextBlock("✘ " + said) { Color = TextColor.Attention, Spacing = Spacing.Small };
        }
    }

    private static void AddActions(List<CardElement> body, MyRoundView round)
    {
        var actions = new List<CardAction>(4);
        if (round.CanWrite)
        {
            actions.Add(Button(round.IsBegun ? AssessmentText.Resume : AssessmentText.Start, OpenVerb, round.Sheet));
        }

        if (round.IsBegun)
        {
            actions.Add(Button(AssessmentText.ReadIt, OutlineVerb, round.Sheet));
        }

        if (round.CanWithdraw)
        {
            actions.Add(Button(AssessmentText.Withdraw, WithdrawVerb, round.Sheet));
        }

        if (round.CanObject)
        {
            body.Add(new TextInput("objection", AssessmentText.ObjectText) { IsMultiline = true, MaxLength = 2000 });
            actions.Add(Button(AssessmentText.Objecting, ObjectVerb, round.Sheet));
        }

        if (actions.Count > 0)
        {
            body.Add(new ActionSet([.. actions]));
        }
    }

    private static IEnumerable<CardElement> HandedIn(OutlineView view) =>
        view.HandedIn is { } said ? [new Container([new TextBlock(said)]) { Style = ContainerStyle.Good }] : [];

    private static void AddOpening(List<CardElement> body, string? paperOf, string? warning, string? note)
    {
        if (paperOf is not null)
        {
            body.Add(TextBlock.Bold(AssessmentText.PaperOf(paperOf)));
        }

        if (warning is not null)
        {
            body.Add(new Container([new TextBlock(warning)]) { Style = ContainerStyle.Warning });
        }

        if (note is not null)
        {
            body.Add(TextBlock.Small(note));
        }
    }

    private static ExecuteAction Save(SectionView view, string title, string go) => Button(
        title,
        SaveVerb,
        view.Sheet,
        ("section", view.Section),
        ("revision", view.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("go", go));

    private static void AddKept(List<CardAction> actions, SheetRef sheet, int kept)
    {
        if (kept > 0)
        {
            actions.Add(Button(AssessmentText.ShowKept, KeptVerb, sheet));
        }
    }

    // What is missing is said by the bot, at the field: the client's own check would keep a half-written section from being saved.
    private static CardInput Input(FieldView field)
    {
        var id = FieldPrefix + field.Id;
        var isText = field.Kind is FieldKind.Text or FieldKind.ShortText;
        var label = AssessmentText.Label(field.Label, field.IsRequired, isText ? field.MaxLength : null);
        return field.Kind switch
        {
            FieldKind.Number => new NumberInput(id, label)
            {
                Value = double.TryParse(field.Value, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null,
                Min = field.Min,
                Max = field.Max,
                ErrorMessage = AssessmentText.OutOfRange((int)(field.Min ?? 0), (int)(field.Max ?? 0)),
            },
            FieldKind.Date => new DateInput(id, label) { Value = field.Value.Length > 0 ? field.Value : null },
            FieldKind.Choice => new ChoiceInput(id, label, field.Choices) { Value = field.Value.Length > 0 ? field.Value : null, Style = field.Choices.Count > 2 ? "compact" : "expanded" },
            _ => new TextInput(id, label)
            {
                Value = field.Value.Length > 0 ? field.Value : null,
                IsMultiline = field.Kind == FieldKind.Text ? true : null,
                MaxLength = field.MaxLength,
            },
        };
    }
}
