namespace ChiBoBot.Cards;

/// <summary>The buttons by which a member says beforehand whether they come to a meeting, and what they see then.</summary>
public static class ComingCards
{
    public const string Verb = "attendance.coming";
    public const string MissVerb = "attendance.missing";

    /// <summary>Asks.</summary>
    public static AdaptiveCard Ask(string meeting, string eventId) => new(
    [
        TextBlock.Heading(AttendanceText.ComingTitle),
        TextBlock.Bold(meeting),
        Buttons(eventId),
    ]);

    /// <summary>What was noted; it can be taken back.</summary>
    public static AdaptiveCard Noted(string meeting, string eventId) => new(
    [
        TextBlock.Heading(AttendanceText.ComingTitle),
        new TextBlock(AttendanceText.ComingNoted(meeting)),
        new ActionSet(
            new ExecuteAction(AttendanceText.NotSure, Verb, Data(eventId, ComingForm.NotSure)),
            new ExecuteAction(AttendanceText.AskAbsence, MissVerb, Data(eventId, ComingForm.NotSure))),
    ]);

    /// <summary>“Tôi sẽ dự” and “Xin vắng”, below whatever tells of the meeting.</summary>
    public static ActionSet Buttons(string eventId) => new(
        new ExecuteAction(AttendanceText.WillCome, Verb, Data(eventId, ComingForm.Yes)),
        new ExecuteAction(AttendanceText.AskAbsence, MissVerb, Data(eventId, ComingForm.NotSure)));

    private static Dictionary<string, string> Data(string eventId, string answer) => new() { ["meeting"] = eventId, ["answer"] = answer };
}

/// <summary>Whether the member comes.</summary>
public sealed record ComingForm(string Meeting, string Answer)
{
    public const string Yes = "yes";
    public const string NotSure = "unsure";
}
