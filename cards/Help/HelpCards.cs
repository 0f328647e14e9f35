namespace ChiBoBot.Cards;

/// <summary>The cards by which the bot shows what it can do.</summary>
public static class HelpCards
{
    /// <summary>A button that asks a question as if it had been typed.</summary>
    public const string AskVerb = "help.ask";

    /// <summary>A button that says which of several readings of a text was meant.</summary>
    public const string MeantVerb = "help.meant";

    public static AdaptiveCard Help() => Examples(TextBlock.Heading(HelpText.Title), new TextBlock(HelpText.Intro));

    public static AdaptiveCard Welcome() => Examples(TextBlock.Heading(HelpText.WelcomeTitle), new TextBlock(HelpText.Welcome), new TextBlock(HelpText.Intro));

    /// <summary>Never a dead end: what can be asked instead.</summary>
    public static AdaptiveCard NotUnderstood() => new(
    [
        new TextBlock(HelpText.NotUnderstood),
        Ask(HelpText.Suggestions),
    ]);

    /// <summary>The likely readings of a text, to press.</summary>
    public static AdaptiveCard WhichOne(string text, IReadOnlyList<(string Title, string Intent)> readings) => new(
    [
        new TextBlock(TurnsText.WhichOne),
        new ActionSet([.. readings.Select(reading =>
            new ExecuteAction(reading.Title, MeantVerb, new Dictionary<string, string> { ["text"] = text, ["intent"] = reading.Intent }))]),
    ]);

    private static AdaptiveCard Examples(params CardElement[] opening) => new(
    [
        .. opening,
        new FactSet(
            new Fact(HelpText.Targets, HelpText.TargetsExamples),
            new Fact(HelpText.Members, HelpText.MembersExamples),
            new Fact(HelpText.Events, HelpText.EventsExamples),
            new Fact(HelpText.Attendance, HelpText.AttendanceExamples),
            new Fact(HelpText.Assessment, HelpText.AssessmentExamples),
            new Fact(HelpText.Reminders, HelpText.RemindersExamples),
            new Fact(HelpText.Ledger, HelpText.LedgerExamples),
            new Fact(HelpText.Officers, HelpText.OfficersExamples)),
        TextBlock.Small(HelpText.Limits),
        Ask(HelpText.Suggestions),
    ]);

    private static ActionSet Ask(IReadOnlyList<string> questions) =>
        new([.. questions.Select(question => new ExecuteAction(question, AskVerb, new Dictionary<string, string> { ["text"] = question }))]);
}

/// <summary>A question pressed rather than typed.</summary>
public sealed record AskForm(string Text);

/// <summary>The reading that was meant.</summary>
public sealed record MeantForm(string Text, string Intent);
