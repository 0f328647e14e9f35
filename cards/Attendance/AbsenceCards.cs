namespace ChiBoBot.Cards;

/// <summary>The cards by which a member asks to be excused, and the committee decides.</summary>
public static class AbsenceCards
{
    public const string FormVerb = "attendance.absenceForm";
    public const string AskVerb = "attendance.askAbsence";
    public const string WithdrawVerb = "attendance.withdrawAbsence";
    public const string DecideVerb = "attendance.decideAbsence";
    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>Asks for the meeting, where several come into question, and the reason.</summary>
    public static AdaptiveCard Form(AbsenceFormView view)
    {
        List<CardElement> body = [TextBlock.Heading(AttendanceText.AbsenceTitle)];
        Dictionary<string, string> data = [];
        if (view.Meetings.Count == 1)
        {
            body.Add(TextBlock.Bold(view.Meetings[0].Title));
            data["only"] = view.Meetings[0].Value;
        }
        else
        {
            body.Add(new ChoiceInput("meeting", AttendanceText.Meeting, view.Meetings) { Style = "compact", Value = view.Meetings[0].Value });
        }

        body.Add(new ChoiceInput("reason", AttendanceText.Reason, [.. view.Reasons.Select(reason => new Choice(AttendanceText.ReasonOf(reason), reason))])
        {
            Style = "expanded",
            Value = view.Reason,
        });
        body.Add(new TextInput("note", AttendanceText.NoteLabel) { MaxLength = 200, Value = view.Note });
        body.Add(TextBlock.Small(AttendanceText.CommitteeOnly));
        body.Add(new ActionSet(new ExecuteAction(AttendanceText.Send, AskVerb, data)));
        return new(body);
    }

    /// <summary>How the member's request stands.</summary>
    public static AdaptiveCard Asked(string text, string eventId) => new(
    [
        TextBlock.Heading(AttendanceText.AbsenceTitle),
        new TextBlock(text),
        new ActionSet(new ExecuteAction(AttendanceText.Withdraw, WithdrawVerb, new Dictionary<string, string> { ["meeting"] = eventId })),
    ]);

    /// <summary>Asks the committee.</summary>
    public static AdaptiveCard Decide(AbsenceView view)
    {
        List<Fact> facts =
        [
            new(AttendanceText.Meeting, view.Meeting),
            new(AttendanceText.Asker, view.Name),
            new(AttendanceText.Reason, AttendanceText.ReasonOf(view.Reason)),
        ];
        if (view.Note is { } note)
        {
            facts.Add(new(AttendanceText.NoteTitle, note));
        }

        if (view.Decision != AbsenceDecision.Waiting)
        {
            facts.Add(new(AttendanceText.Decision, AttendanceText.Decided(view.Decision)));
        }

        List<CardElement> body = [TextBlock.Heading(AttendanceText.DecideTitle), new FactSet(facts), TextBlock.Small(AttendanceText.CommitteeOnly)];
        if (view.Decision == AbsenceDecision.Waiting)
        {
            body.Add(new ActionSet(
                new ExecuteAction(AttendanceText.Approve, DecideVerb, Data(view, Yes)),
                new ExecuteAction(AttendanceText.Decline, DecideVerb, Data(view, No))));
        }

        return new(body);
    }

    /// <summary>The meeting was moved to another day: the member is asked anew.</summary>
    /// <param name="was">The day that the member had asked for.</param>
    public static AdaptiveCard Moved(string meeting, string eventId, DateOnly was) =>
        new([TextBlock.Heading(AttendanceText.AbsenceTitle), new TextBlock(AttendanceText.AbsenceMoved(meeting, was)), ComingCards.Buttons(eventId)]);

    /// <summary>The meeting that was moved is back on the day that the member had asked for.</summary>
    public static AdaptiveCard Back(string meeting, string eventId) =>
        new([TextBlock.Heading(AttendanceText.AbsenceTitle), new TextBlock(AttendanceText.AbsenceBack(meeting)), ComingCards.Buttons(eventId)]);

    /// <summary>A line instead of a card that is done with.</summary>
    public static AdaptiveCard Said(string text) => new([TextBlock.Heading(AttendanceText.AbsenceTitle), new TextBlock(text)]);

    private static Dictionary<string, string> Data(AbsenceView view, string answer) =>
        new() { ["meeting"] = view.EventId, ["member"] = view.MemberId, ["answer"] = answer };
}

/// <summary>Which meetings a member can ask to miss, and what was already said.</summary>
/// <param name="Reasons">The categories by their names.</param>
public sealed record AbsenceFormView(IReadOnlyList<Choice> Meetings, IReadOnlyList<string> Reasons, string? Reason, string? Note);

/// <summary>A member's request, as the committee sees it.</summary>
public sealed record AbsenceView(string EventId, string MemberId, string Meeting, string Name, string Reason, string? Note, AbsenceDecision Decision);

/// <summary>The member asks. <paramref name="Only"/> is the meeting where there was no choice.</summary>
public sealed record AskAbsenceForm(string? Only = null, string? Meeting = null, string? Reason = null, string? Note = null);

/// <summary>The member takes it back.</summary>
public sealed record WithdrawAbsenceForm(string Meeting);

/// <summary>The committee decides.</summary>
public sealed record DecideAbsenceForm(string Meeting, string Member, string Answer);
