namespace ChiBoBot.Cards;

/// <summary>The cards by which a cell's officers change the forms of its rounds.</summary>
public static class FormCards
{
    public const string ChooseVerb = "forms.choose";
    public const string ShowVerb = "forms.show";
    public const string PreviewVerb = "forms.preview";
    public const string QuestionVerb = "forms.question";
    public const string TryVerb = "forms.try";
    public const string SaveVerb = "forms.save";
    public const string DropVerb = "forms.drop";
    public const string BringBackVerb = "forms.bringBack";
    public const string SaveSectionVerb = "forms.saveSection";
    public const string ResetVerb = "forms.reset";

    /// <summary>Which form.</summary>
    public static AdaptiveCard Choose(IReadOnlyList<FormLine> forms, string source) => new(
    [
        TextBlock.Heading(FormText.Title),
        new TextBlock(FormText.Hint),
        .. forms.Select(form => new TextBlock(FormText.FormLine(form.Id, form.For, form.IsChanged)) { Spacing = Spacing.Small }),
        new ChoiceInput("whichForm", FormText.WhichForm, [.. forms.Select(form => new Choice($"{form.Id}: {form.Title}", form.Id))]) { Style = "compact", Value = forms[0].Id },
        TextBlock.Small(source),
        new ActionSet(Button(FormText.Open, ShowVerb)),
    ])
    { FallbackText = FormText.Title };

    /// <summary>The whole form.</summary>
    public static AdaptiveCard Form(FormView view)
    {
        var body = new List<CardElement>(32) { TextBlock.Heading(view.Title) };
        Note(body, view.Note);
        foreach (var section in view.Sections)
        {
            body.Add(new TextBlock($"**{section.Title}**") { Separator = true });
            body.AddRange(section.Questions.Select((question, i) => TextBlock.Small($"{i + 1} · {FormText.Shortened(question)}") with { Spacing = Spacing.Small }));
            body.AddRange(section.Dropped.Select(question => TextBlock.Small(FormText.DroppedLine(FormText.Shortened(question))) with { Spacing = Spacing.Small }));
        }

        body.Add(new ChoiceInput("whichSection", FormText.WhichSection, [.. view.Sections.Select(section => new Choice(section.Title, section.Id))])
        {
            Style = "compact",
            Value = view.Sections[0].Id,
            Separator = true,
        });
        var actions = new List<CardAction>(5) { Button(FormText.OpenSection, ShowVerb, ("form", view.Id)), Button(FormText.Preview, PreviewVerb, ("form", view.Id)) };
        if (view.IsChanged)
        {
            actions.Add(Button(FormText.Reset, ResetVerb, ("form", view.Id)));
        }

        Undo(actions, view.Undo);
        actions.Add(Button(FormText.AllForms, ChooseVerb));
        body.Add(new ActionSet([.. actions]));
        return new(body) { FallbackText = view.Title };
    }

    /// <summary>One section: its title and guidance, and which of its questions.</summary>
    public static AdaptiveCard Section(FormSectionView view)
    {
        var body = new List<CardElement>(12) { TextBlock.Heading(view.FormTitle) };
        body.AddRange(RoundCards.Error(view.Error));
        Note(body, view.Undo is null ? null : FormText.Saved);
        body.Add(new TextInput("title", FormText.SectionTitle) { Value = view.Title, MaxLength = 120 });
        body.Add(new TextInput("guidance", FormText.Guidance) { Value = view.Guidance.Length > 0 ? view.Guidance : null, MaxLength = 500, IsMultiline = true });
        body.Add(new ActionSet(Button(FormText.SaveSection, SaveSectionVerb, ("form", view.Form), ("section", view.Section))));
        body.Add(new ChoiceInput("whichQuestion", FormText.WhichQuestion, [.. view.Questions.Select((question, i) => question with { Title = $"{i + 1} · {FormText.Shortened(question.Title)}" })])
        {
            Style = "expanded",
            Value = view.Chosen ?? view.Questions[0].Value,
            Separator = true,
        });
        var actions = new List<CardAction>(5)
        {
            Button(FormText.OpenQuestion, QuestionVerb, ("form", view.Form), ("section", view.Section)),
            Button(FormText.AddQuestion, QuestionVerb, ("form", view.Form), ("section", view.Section), ("question", "")),
            Button(FormText.Preview, PreviewVerb, ("form", view.Form), ("section", view.Section)),
        };
        Undo(actions, view.Undo);
        actions.Add(Button(FormText.Back, ShowVerb, ("form", view.Form)));
        body.Add(new ActionSet([.. actions]));
        if (view.Dropped.Count > 0)
        {
            body.Add(new ChoiceInput("dropped", FormText.WhichDropped, [.. view.Dropped.Select(question => question with { Title = FormText.Shortened(question.Title) })])
            {
                Style = "compact",
                Value = view.Dropped[0].Value,
                Separator = true,
            });
            body.Add(new ActionSet(Button(FormText.BringBack, BringBackVerb, ("form", view.Form), ("section", view.Section))));
        }

        return new(body) { FallbackText = view.Title };
    }

    /// <summary>One question.</summary>
    public static AdaptiveCard Question(QuestionView view)
    {
        var isNew = view.Question.Length == 0;
        var body = new List<CardElement>(14) { TextBlock.Heading(view.FormTitle), new TextBlock(view.SectionTitle) };
        body.AddRange(RoundCards.Error(view.Error));
        if (view.Given is { } given)
        {
            body.Add(TextBlock.Small(FormText.Given(given)));
        }

        body.Add(new TextInput("text", FormText.Text) { Value = view.Text.Length > 0 ? view.Text : null, MaxLength = 300, IsMultiline = true });
        body.Add(new TextInput("guidance", FormText.Guidance) { Value = view.Guidance.Length > 0 ? view.Guidance : null, MaxLength = 500, IsMultiline = true });
        if (isNew)
        {
            body.Add(new ChoiceInput("kind", FormText.Kind, new(FormText.KindText, "Text"), new(FormText.KindYesNo, "YesNo"), new(FormText.KindNumber, "Number"), new(FormText.KindDate, "Date"))
            {
                Style = "compact",
                Value = view.Kind,
            });
        }

        if (view.IsFixed)
        {
            body.Add(TextBlock.Small(FormText.FixedHint));
        }
        else
        {
            body.Add(new ToggleInput("required", FormText.Answer, FormText.Required) { Value = view.IsRequired ? "true" : "false" });
        }

        if (view.Places > 1)
        {
            body.Add(new NumberInput("place", FormText.Place(view.Places)) { Value = view.Place, Min = 1, Max = view.Places });
        }

        if (view.Preview.Count > 0)
        {
            body.Add(TextBlock.Bold(FormText.TryTitle) with { Separator = true });
            body.AddRange(view.Preview.SelectMany(AssessmentCards.Field));
        }

        (string, string)[] where =
        [
            ("form", view.Form), ("section", view.Section), ("question", view.Question), ("seen", view.Seen),
            ("seenPlace", view.SeenPlace.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ];
        var actions = new List<CardAction>(4) { Button(FormText.Save, SaveVerb, where), Button(FormText.Try, TryVerb, where) };
        if (view.CanDrop)
        {
            actions.Add(Button(FormText.Drop, DropVerb, where));
        }

        actions.Add(Button(FormText.Back, ShowVerb, ("form", view.Form), ("section", view.Section)));
        body.Add(new ActionSet([.. actions]));
        body.Add(TextBlock.Small(FormText.Hint));
        return new(body) { FallbackText = FormText.Title };
    }

    /// <summary>A section as members will see it, with nothing to save.</summary>
    public static AdaptiveCard Preview(string form, SectionView view) => new(
    [
        new Container([new TextBlock(FormText.PreviewTitle)]) { Style = ContainerStyle.Warning },
        TextBlock.Heading(view.FormTitle),
        TextBlock.Bold(AssessmentText.Step(view.Number, view.Count, view.Title)),
        .. view.Guidance is { } guidance ? new[] { TextBlock.Small(guidance) } : [],
        .. view.Fields.SelectMany(AssessmentCards.Field),
        new ActionSet(Button(FormText.Back, ShowVerb, ("form", form), ("section", view.Section))),
    ])
    { FallbackText = FormText.PreviewTitle };

    private static void Note(List<CardElement> body, string? note)
    {
        if (note is not null)
        {
            body.Add(new Container([new TextBlock(note)]) { Style = ContainerStyle.Good });
        }
    }

    private static void Undo(List<CardAction> actions, string? entry)
    {
        if (entry is not null)
        {
            actions.Add(LedgerCards.UndoAction(entry));
        }
    }

    private static ExecuteAction Button(string title, string verb, params (string Name, string Value)[] data) =>
        new(title, verb, data.ToDictionary(one => one.Name, one => one.Value));
}
