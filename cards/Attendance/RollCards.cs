namespace ChiBoBot.Cards;

/// <summary>The cards of a roll call: what everybody sees, what the presser sees, and the clerk's list.</summary>
public static class RollCards
{
    public const string OpenVerb = "attendance.open";
    public const string MarkVerb = "attendance.mark";
    public const string ViewVerb = "attendance.view";
    public const string DeskVerb = "attendance.desk";
    public const string WriteVerb = "attendance.write";
    public const string AllButVerb = "attendance.allBut";
    public const string CloseVerb = "attendance.close";
    public const string PresentValue = "present";
    public const string LateValue = "late";

    /// <summary>More names than a phone's list bears; those beyond are marked by name, in words.</summary>
    private const int MostNames = 90;

    /// <summary>Shows what the press will open.</summary>
    public static AdaptiveCard Open(OpenRollView view)
    {
        List<CardElement> body =
        [
            TextBlock.Heading(view.IsReopening ? AttendanceText.ReopenTitle : AttendanceText.OpenTitle),
            TextBlock.Bold(view.Meeting),
            new FactSet([.. Facts(view)]),
        ];
        if (!view.HasGroup)
        {
            body.Add(TextBlock.Small(AttendanceText.NoGroup));
        }

        if (view.IsReopening)
        {
            body.Add(new TextInput("because", AttendanceText.ReopenBecause) { MaxLength = 200 });
        }

        body.Add(new ActionSet(new ExecuteAction(
            view.IsReopening ? AttendanceText.DoReopen : AttendanceText.DoOpen, OpenVerb, new Dictionary<string, string> { ["pending"] = view.Pending })));
        return new(body);
    }

    /// <summary>The card that stands in the group: sums, and the buttons while it is open.</summary>
    public static AdaptiveCard Group(RollView view) => Card(view, null);

    /// <summary>The same for one person, with how they stand.</summary>
    public static AdaptiveCard Own(RollView view, string own) => Card(view, own);

    /// <summary>“Vang”, without marks: absent or yes? Only a press says.</summary>
    public static AdaptiveCard Vang(string roll) => new(
    [
        new TextBlock(AttendanceText.VangQuestion),
        new ActionSet(
            new ExecuteAction(AttendanceText.VangAbsent, AbsenceCards.FormVerb, Data(roll)),
            new ExecuteAction(AttendanceText.VangYes, ViewVerb, Data(roll))),
    ]);

    /// <summary>The clerk's list: marks others, closes, goes on to votes and contributions.</summary>
    public static AdaptiveCard Desk(DeskView view)
    {
        List<CardElement> body = [TextBlock.Heading(AttendanceText.DeskTitle)];
        if (view.Said is { } said)
        {
            body.Add(new TextBlock(said) { Color = TextColor.Good });
        }

        body.AddRange(Sums(view.Roll));
        if (view.Hint is { } hint)
        {
            body.Add(TextBlock.Small(hint));
        }

        body.Add(new ChoiceInput("members", AttendanceText.Who, [.. view.Seats.Take(MostNames).Select(seat => new Choice(AttendanceText.Seat(seat.Name, seat.Mark, seat.ByClerk), seat.MemberId))])
        {
            IsMultiSelect = true,
            Value = view.Chosen.Count > 0 ? string.Join(',', view.Chosen) : null,
        });
        body.Add(new ChoiceInput(
            "mark",
            AttendanceText.As,
            new Choice(AttendanceText.Present, "present"),
            new Choice(AttendanceText.Late, "late"),
            new Choice(AttendanceText.Excused, "excused"),
            new Choice(AttendanceText.Absent, "absent"))
        {
            Style = "compact",
        });
        if (!view.Roll.IsOpen)
        {
            body.Add(new TextInput("because", AttendanceText.Because) { MaxLength = 200 });
        }

        var data = Data(view.Roll.Roll);
        List<CardAction> actions =
        [
            new ExecuteAction(AttendanceText.Write, WriteVerb, data),
            new ExecuteAction(AttendanceText.AllBut, AllButVerb, data),
            new ExecuteAction(AttendanceText.ToSpoke, MeetingNotesCards.SpokeFormVerb, data),
            new ExecuteAction(AttendanceText.ToVote, MeetingNotesCards.VoteFormVerb, data),
            new ExecuteAction(AttendanceText.Refresh, DeskVerb, data),
        ];
        if (view.Roll.IsOpen)
        {
            actions.Add(new ExecuteAction(AttendanceText.Close, CloseVerb, data));
        }

        body.Add(new ActionSet(actions));
        return new(body) { FallbackText = Summary(view.Roll) };
    }

    /// <summary>The line that notifications show.</summary>
    public static string Summary(RollView view) => $"{AttendanceText.Title}: {view.Meeting}, {AttendanceText.Figure(view.Present, view.Summoned)}.";

    private static AdaptiveCard Card(RollView view, string? own)
    {
        List<CardElement> body = [TextBlock.Heading(AttendanceText.Title), .. Sums(view)];
        if (own is not null)
        {
            body.Add(TextBlock.Bold(own));
        }

        if (view.IsOpen)
        {
            body.Add(new ActionSet(
                new ExecuteAction(AttendanceText.Present, MarkVerb, Data(view.Roll, ("as", PresentValue))),
                new ExecuteAction(AttendanceText.Late, MarkVerb, Data(view.Roll, ("as", LateValue))),
                new ExecuteAction(AttendanceText.AskAbsence, AbsenceCards.FormVerb, Data(view.Roll))));
            body.Add(TextBlock.Small(AttendanceText.PressYourself));
        }

        return new(body)
        {
            FallbackText = Summary(view),
            Refresh = new CardRefresh(new ExecuteAction(AttendanceText.Refresh, ViewVerb, Data(view.Roll)), view.Viewers),
        };
    }

    private static IEnumerable<CardElement> Sums(RollView view)
    {
        yield return TextBlock.Bold(view.Meeting);
        yield return new TextBlock(view.When) { Spacing = Spacing.Small };
        yield return TextBlock.Figure(view.IsOpen ? AttendanceText.Figure(view.Present, view.Summoned) : AttendanceText.FigureWithRate(view.Present, view.Summoned));
        var facts = new List<Fact>(4);
        Add(AttendanceText.Late, view.Late > 0 ? AttendanceText.LateOnes(view.Late) : null);
        Add(AttendanceText.Excused, view.Excused > 0 ? AttendanceText.People(view.Excused) : null);
        Add(AttendanceText.Absent, view.Absent > 0 ? AttendanceText.People(view.Absent) : null);
        Add(AttendanceText.NotMarked, view.Open > 0 ? AttendanceText.People(view.Open) : null);
        Add(AttendanceText.Guests, view.Beside > 0 ? AttendanceText.People(view.Beside) : null);
        if (facts.Count > 0)
        {
            yield return new FactSet(facts);
        }

        if (view.Reopened is { } because)
        {
            yield return TextBlock.Small(AttendanceText.Reopened(because));
        }

        yield return TextBlock.Small(view.IsOpen ? AttendanceText.OpenUntil(view.Closes) : AttendanceText.ClosedAt(view.Closes));

        void Add(string title, string? value)
        {
            if (value is not null)
            {
                facts.Add(new(title, value));
            }
        }
    }

    private static IEnumerable<Fact> Facts(OpenRollView view)
    {
        yield return new(AttendanceText.When, view.When);
        if (view.Place is { } place)
        {
            yield return new(AttendanceText.Place, place);
        }

        yield return new(AttendanceText.Called, view.Called);
        if (view.LateFrom is { } late)
        {
            yield return new(AttendanceText.LateFrom, AttendanceText.FromClock(late));
        }

        yield return new(AttendanceText.Closes, VietnamTime.Clock(view.Closes));
    }

    internal static Dictionary<string, string> Data(string roll, params ReadOnlySpan<(string Name, string Value)> more)
    {
        var data = new Dictionary<string, string> { ["roll"] = roll };
        foreach (var (name, value) in more)
        {
            data.Add(name, value);
        }

        return data;
    }
}

/// <summary>The command that waits is carried out.</summary>
public sealed record OpenRollForm(string Pending, string? Because = null);

/// <summary>A member says how they come: <c>present</c> or <c>late</c>.</summary>
public sealed record MarkForm(string Roll, string As);

/// <summary>A button of a roll call that carries nothing else.</summary>
public sealed record RollForm(string Roll);

/// <summary>The clerk marks others. Several ids are joined by commas.</summary>
public sealed record WriteMarksForm(string Roll, string? Members = null, string? Mark = null, string? Because = null);
