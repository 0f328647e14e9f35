using System.Globalization;

namespace ChiBoBot.Cards;

/// <summary>The cards of reminders: what is to be sent, what was sent, and what became of it.</summary>
public static class ReminderCards
{
    public const string SendVerb = "reminders.send";
    public const string DeliveryVerb = "reminders.delivery";
    public const string RepeatVerb = "reminders.repeat";
    public const string PauseVerb = "reminders.pause";

    private const int LongestText = 1000;

    /// <summary>Shows exactly what will be sent; words, place and time can be changed.</summary>
    public static AdaptiveCard Propose(ReminderView view, string pending)
    {
        var local = view.At?.ToOffset(VietnamTime.Offset);
        return new(
        [
            TextBlock.Heading(ReminderText.ProposeTitle),
            new FactSet(new Fact(ReminderText.Recipients, view.To)),
            new TextInput("text", ReminderText.Words) { Value = view.Text, IsMultiline = true, MaxLength = LongestText, IsRequired = true, ErrorMessage = ReminderText.TextLength(LongestText) },
            .. view.MayChooseGroup
                ? [new ChoiceInput("where", ReminderText.Where, new Choice(ReminderText.InGroup, ReminderForm.InGroup), new Choice(ReminderText.OwnChats, ReminderForm.OwnChats)) { Value = view.InGroup ? ReminderForm.InGroup : ReminderForm.OwnChats, Style = "expanded" }]
                : Array.Empty<CardElement>(),
            new DateInput("date", ReminderText.Date) { Value = local?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
            new TimeInput("time", ReminderText.Time) { Value = local?.ToString("HH:mm", CultureInfo.InvariantCulture) },
            .. view.WasQuiet ? [TextBlock.Small(ReminderText.Quiet)] : Array.Empty<CardElement>(),
            .. view.HasNoGroup ? [TextBlock.Small(ReminderText.GroupMissing)] : Array.Empty<CardElement>(),
            new ActionSet(Send(ReminderText.Send, pending, ReminderForm.Now), Send(ReminderText.SendLater, pending, ReminderForm.Later)),
        ]);
    }

    /// <summary>What the proposal becomes once it was pressed.</summary>
    /// <param name="entry">The ledger's entry by which it can be called off; null where it is going out already.</param>
    public static AdaptiveCard Ordered(string text, bool inGroup, DateTimeOffset? at, string reminder, string? entry) => new(
    [
        new TextBlock(ReminderText.Ordered(inGroup, at)),
        new TextBlock($"“{text}”"),
        .. entry is null ? Array.Empty<CardElement>() : [TextBlock.Small(ReminderText.CallOff)],
        new ActionSet([Delivery(reminder), .. entry is null ? Array.Empty<CardAction>() : [LedgerCards.UndoAction(entry)]]),
    ]);

    /// <summary>The reminder as it stands in the group.</summary>
    public static AdaptiveCard Posted(string text) => new([TextBlock.Heading(ReminderText.PostedTitle), new TextBlock(text)]);

    /// <summary>The reminder in one person's chat: it names the cell that it is about.</summary>
    public static AdaptiveCard Private(string text, string cell, bool isOwn) => new(
    [
        TextBlock.Heading(isOwn ? ReminderText.OwnTitle : ReminderText.PostedTitle),
        new TextBlock(text),
        TextBlock.Small(ReminderText.From(cell)),
        .. isOwn ? Array.Empty<CardElement>() : [TextBlock.Small(ReminderText.PauseHint)],
    ]);

    /// <summary>What became of one reminder.</summary>
    public static AdaptiveCard Report(DeliveryView view) => new(
    [
        TextBlock.Heading(ReminderText.ReportTitle),
        TextBlock.Figure(ReminderText.Figure(view)),
        new TextBlock($"{VietnamTime.Clock(view.At)} · “{ReminderText.Summary(view.Text)}”"),
        .. view.Lines.Where(line => line.Fate != DeliveryFate.Sent).Select(line => new TextBlock(ReminderText.Line(line))),
        .. view.Open > 0 || view.MayRepeat
            ? [new ActionSet(
                [
                    .. view.Open > 0 ? [Delivery(view.Id)] : Array.Empty<CardAction>(),
                    .. view.MayRepeat ? [new ExecuteAction(ReminderText.Repeat, RepeatVerb, Data(view.Id))] : Array.Empty<CardAction>(),
                ])]
            : Array.Empty<CardElement>(),
    ]);

    /// <summary>What became of the last reminders.</summary>
    public static AdaptiveCard Reports(IReadOnlyList<DeliveryView> views) => new(
    [
        TextBlock.Heading(ReminderText.ReportTitle),
        .. views.Select((view, i) => new TextBlock(ReminderText.InOneLine(view)) { Spacing = Spacing.Medium, Separator = i == 0 ? null : true }),
    ]);

    /// <summary>How the member stands with reminders of their own.</summary>
    public static AdaptiveCard Pause(bool isPaused, DateOnly? until) => new(
    [
        TextBlock.Heading(ReminderText.PauseTitle),
        new TextBlock(isPaused ? ReminderText.PausedNow(until) : ReminderText.PauseNow),
        new ActionSet(
        [
            Pause(ReminderText.ForAWeek, PauseForm.Week),
            Pause(ReminderText.ForAMonth, PauseForm.Month),
            Pause(ReminderText.ForGood, PauseForm.Always),
            .. isPaused ? [Pause(ReminderText.SwitchOn, PauseForm.Never)] : Array.Empty<CardAction>(),
        ]),
    ]);

    public static AdaptiveCard Said(string text) => new([new TextBlock(text)]);

    private static ExecuteAction Send(string title, string pending, string when) =>
        new(title, SendVerb, new Dictionary<string, string> { ["pending"] = pending, ["when"] = when });

    private static ExecuteAction Delivery(string reminder) => new(ReminderText.Show, DeliveryVerb, Data(reminder));

    private static ExecuteAction Pause(string title, string length) => new(title, PauseVerb, new Dictionary<string, string> { ["for"] = length });

    private static Dictionary<string, string> Data(string reminder) => new() { ["reminder"] = reminder };
}

/// <summary>A reminder before it is sent.</summary>
/// <param name="At">When it is to be sent; null for at once.</param>
public sealed record ReminderView(string Text, string To, bool MayChooseGroup, bool InGroup, DateTimeOffset? At)
{
    public bool WasQuiet { get; init; }

    public bool HasNoGroup { get; init; }
}

/// <summary>What became of a reminder.</summary>
public sealed record DeliveryView(string Id, string Text, DateTimeOffset At, bool InGroup, IReadOnlyList<DeliveryLine> Lines)
{
    public int All => Lines.Sum(line => line.Count);

    public int Sent => Lines.Where(line => line.Fate is DeliveryFate.Sent or DeliveryFate.SentTwice).Sum(line => line.Count);

    public int Open => Lines.Where(line => line.Fate == DeliveryFate.Open).Sum(line => line.Count);

    public bool MayRepeat => Lines.Any(line => line.Fate is DeliveryFate.Unknown or DeliveryFate.Failed or DeliveryFate.NotInstalled or DeliveryFate.Blocked or DeliveryFate.NoGroup);
}

/// <summary>How many messages ended the same way, and for whom where that helps.</summary>
public sealed record DeliveryLine(DeliveryFate Fate, int Count, IReadOnlyList<string> Names);

/// <summary>How a message can end.</summary>
public enum DeliveryFate
{
    Open,
    Sent,

    /// <summary>It stands, and an earlier one of which Teams said nothing may stand beside it.</summary>
    SentTwice,
    NotInstalled,
    Blocked,
    Unknown,
    Failed,
    Paused,
    TooLate,
    CalledOff,
    NoGroup,
    NotConcerned,
}

/// <summary>A reminder as the officer left it on the card.</summary>
public sealed record ReminderForm(string Pending, string Text, string When)
{
    public const string Now = "now";
    public const string Later = "later";
    public const string InGroup = "group";
    public const string OwnChats = "private";

    public string? Where { get; init; }

    public string? Date { get; init; }

    public string? Time { get; init; }
}

/// <summary>Which reminder it is about.</summary>
public sealed record DeliveryForm(string Reminder);

/// <summary>How long a member wants no reminders.</summary>
public sealed record PauseForm(string For)
{
    public const string Week = "week";
    public const string Month = "month";
    public const string Always = "always";
    public const string Never = "never";
}
