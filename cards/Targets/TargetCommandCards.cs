using System.Globalization;

namespace ChiBoBot.Cards;

/// <summary>The cards of commands about targets: what is there now, what will be recorded, and the button that does it.</summary>
public static class TargetCommandCards
{
    public const string RecordVerb = "targets.record";
    public const string DeedVerb = "targets.deed";
    public const string AwardVerb = "targets.award";
    public const string PreviewVerb = "targets.preview";
    public const string SaveVerb = "targets.save";
    public const string CloseVerb = "targets.close";

    private const int LongestText = 1500;
    private const int LongestName = 200;

    /// <summary>A result: the numbers of each clause beside those that are recorded now.</summary>
    public static AdaptiveCard Record(RecordView view)
    {
        var body = new List<CardElement>(12) { TextBlock.Heading(TargetCommandText.RecordTitle(view.Number)) };
        if (view.ChangedBy is { } name)
        {
            body.Add(new TextBlock(TargetCommandText.ChangedMeanwhile(name)));
        }

        body.Add(new TextBlock(view.Text));
        body.Add(TextBlock.Small(TargetCommandText.Scope(view.Term, view.Year)));
        foreach (var clause in view.Clauses)
        {
            body.Add(TextBlock.Bold(TargetCommandText.Was(clause)));
            body.Add(new NumberInput($"c{clause.Number}", TargetCommandText.Count(clause.Number)) { Value = clause.Count, Min = 0 });
            if (clause.IsShare)
            {
                body.Add(new NumberInput($"o{clause.Number}", TargetCommandText.Of(clause.Number)) { Value = clause.Of, Min = 1 });
            }
        }

        if (view.WasStatus is { } was)
        {
            body.Add(new TextBlock(TargetCommandText.WasStatus(was)));
        }

        body.Add(Choices("status", TargetCommandText.Status, TargetCommandText.Statuses, view.Status));
        body.Add(new TextInput("note", TargetCommandText.Note) { Value = view.Note, IsMultiline = true, MaxLength = LongestText });
        body.Add(Button(TargetCommandText.Record, RecordVerb, view.Id));
        return new(body) { FallbackText = TargetCommandText.RecordTitle(view.Number) };
    }

    /// <summary>Something that the cell did.</summary>
    public static AdaptiveCard Deed(DeedView view)
    {
        var body = new List<CardElement>(10)
        {
            TextBlock.Heading(TargetCommandText.DeedTitle),
            new TextInput("title", TargetCommandText.What) { Value = view.Title, MaxLength = LongestName, IsRequired = true, ErrorMessage = TargetCommandText.NeedsName },
            Choices("kind", TargetCommandText.Kind, TargetCommandText.Kinds, view.Kind),
            new DateInput("date", TargetCommandText.When) { Value = view.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
            new NumberInput("people", TargetCommandText.People) { Min = 1 },
            Choices("target", TargetCommandText.CountsFor, [.. view.Targets.Select(target => (target.Id, TargetCommandText.TargetChoice(target.Number, target.Title))), ("none", TargetCommandText.ForNoTarget)], view.Target ?? "none"),
        };
        body.AddRange(view.Targets.Select(target => TextBlock.Small(TargetCommandText.CountNow(target))));
        if (view.Targets.Any(target => target.Entered is not null))
        {
            body.Add(new ToggleInput("add", TargetCommandText.AddToResult, TargetCommandText.AddOne) { Value = "true" });
        }

        body.Add(Button(TargetCommandText.RecordDeed, DeedVerb, view.Id));
        return new(body) { FallbackText = TargetCommandText.DeedTitle };
    }

    /// <summary>Titles of a year.</summary>
    public static AdaptiveCard Award(AwardView view) => new(
    [
        TextBlock.Heading(TargetCommandText.AwardTitle),
        Choices("title", TargetCommandText.TitleOfHonour, TargetCommandText.Titles, view.Title),
        new NumberInput("year", TargetCommandText.Year) { Value = view.Year, Min = 2000, Max = 2100 },
        new ChoiceInput("members", TargetCommandText.Who, [.. view.Members.Select(member => new Choice(member.Name, member.Id))]) { Value = view.Chosen, IsMultiSelect = true, Style = "compact" },
        new ChoiceInput("unit", TargetCommandText.Unit, [new(TargetCommandText.NoUnit, "none"), new(TargetCommandText.TheCell, "cell"), .. view.Units.Select((unit, i) => new Choice(unit, $"u{i}"))]) { Value = "none", Style = "compact" },
        new TextInput("decision", TargetCommandText.Decision) { MaxLength = LongestName },
        Button(TargetCommandText.RecordAward, AwardVerb, view.Id),
    ])
    {
        FallbackText = TargetCommandText.AwardTitle,
    };

    /// <summary>A target's words; its clauses are read before anything is recorded.</summary>
    public static AdaptiveCard Edit(EditTargetView view)
    {
        var title = view.IsNew ? TargetCommandText.NewTarget : TargetCommandText.EditTitle(view.Number);
        var body = new List<CardElement>(10) { TextBlock.Heading(title) };
        if (view is { IsNew: true, Resolutions.Count: > 1 })
        {
            body.Add(new ChoiceInput("resolution", TargetCommandText.Resolution, [.. view.Resolutions.Select(resolution => new Choice(resolution.Title, resolution.Id))]) { Value = view.Resolution, Style = "compact" });
        }

        if (view.IsNew)
        {
            body.Add(new TextInput("number", TargetCommandText.Number) { Value = view.Number, MaxLength = 4 });
        }

        body.Add(new TextInput("title", TargetCommandText.ShortTitle) { Value = view.Title, MaxLength = LongestName });
        body.Add(new TextInput("text", TargetCommandText.Sentence) { Value = view.Text, IsMultiline = true, MaxLength = LongestText });
        body.Add(new TextInput("clauses", TargetCommandText.Clauses) { Value = view.Clauses, Placeholder = TargetCommandText.ClauseExample, IsMultiline = true, MaxLength = LongestText });
        body.Add(new ChoiceInput("owner", TargetCommandText.Owner, [new(TargetCommandText.NoOwner, "none"), .. view.Members.Select(member => new Choice(member.Name, member.Id))]) { Value = view.Owner ?? "none", Style = "compact" });
        body.Add(Button(TargetCommandText.Preview, PreviewVerb, view.Id));
        return new(body) { FallbackText = title };
    }

    /// <summary>The target as it will be recorded, with its clauses as they were read.</summary>
    public static AdaptiveCard Change(TargetChangeView view)
    {
        var title = view.IsNew ? TargetCommandText.NewTarget : TargetCommandText.EditTitle($"{view.Number}");
        var body = new List<CardElement>(10)
        {
            TextBlock.Heading(title),
            TextBlock.Bold(TargetCommandText.TargetChoice(view.Number, view.Title)),
            new TextBlock(view.Text),
            new TextBlock(TargetCommandText.ReadAs),
        };
        body.AddRange(view.Clauses.Select(clause => new TextBlock(clause)));
        if (view.Was.Count > 0)
        {
            body.Add(TextBlock.Small(TargetCommandText.WasRead));
            body.AddRange(view.Was.Select(TextBlock.Small));
        }

        body.Add(Button(TargetCommandText.SaveTarget, SaveVerb, view.Id));
        return new(body) { FallbackText = title };
    }

    /// <summary>What closing a period concludes.</summary>
    public static AdaptiveCard Close(CloseView view)
    {
        var body = new List<CardElement>(6)
        {
            TextBlock.Heading(TargetCommandText.CloseTitle(view.Year)),
            new TextBlock(TargetCommandText.Scope(view.Term, view.Year)),
            new Container([.. view.Concluded.Select(one => new TextBlock(TargetCommandText.CloseLine(one.Number, one.Title, one.Outcome, one.Numbers)))]) { Style = ContainerStyle.Emphasis },
        };
        if (view.Open.Count > 0)
        {
            body.Add(TextBlock.Bold(TargetCommandText.StillOpen));
            body.AddRange(view.Open.Select(one => TextBlock.Small(TargetCommandText.CloseLine(one.Number, one.Title, one.Outcome, ""))));
        }

        body.Add(Button(TargetCommandText.Close, CloseVerb, view.Id));
        return new(body) { FallbackText = TargetCommandText.CloseTitle(view.Year) };
    }

    private static ActionSet Button(string title, string verb, string id) => new(new ExecuteAction(title, verb, new Dictionary<string, string> { ["id"] = id }));

    private static ChoiceInput Choices(string id, string label, IReadOnlyList<(string Value, string Words)> choices, string value) =>
        new(id, label, [.. choices.Select(choice => new Choice(choice.Words, choice.Value))]) { Value = value, Style = "compact" };
}
