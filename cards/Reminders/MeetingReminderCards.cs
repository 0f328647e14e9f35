namespace ChiBoBot.Cards;

/// <summary>The cards that remind of a meeting, and tell of its changes.</summary>
public static class MeetingReminderCards
{
    private const int AgendaShown = 5;

    /// <summary>For the group.</summary>
    public static AdaptiveCard Coming(MeetingView meeting) => new([TextBlock.Heading(MeetingReminderText.Title), .. Facts(meeting), ComingCards.Buttons(meeting.Id)]);

    /// <summary>For one called member's own chat: it names the cell.</summary>
    public static AdaptiveCard ForOne(MeetingView meeting, string cell) => new(
    [
        TextBlock.Heading(MeetingReminderText.Title),
        .. Facts(meeting),
        ComingCards.Buttons(meeting.Id),
        TextBlock.Small(ReminderText.From(cell)),
        TextBlock.Small(MeetingReminderText.PauseHint),
    ]);

    public static AdaptiveCard Moved(string title, DateTimeOffset was, MeetingView now) => new(
    [
        TextBlock.Heading(MeetingReminderText.ChangedTitle),
        new TextBlock(MeetingReminderText.Moved(title, was)),
        .. Facts(now),
    ]);

    /// <summary>Only the place is another.</summary>
    public static AdaptiveCard OtherPlace(string title, DateTimeOffset at, MeetingView now) => new(
    [
        TextBlock.Heading(MeetingReminderText.ChangedTitle),
        new TextBlock(MeetingReminderText.OtherPlace(title, at)),
        .. Facts(now),
    ]);

    /// <summary>A cancellation was taken back.</summary>
    public static AdaptiveCard BackOn(string title, MeetingView now) => new(
    [
        TextBlock.Heading(MeetingReminderText.ChangedTitle),
        new TextBlock(MeetingReminderText.BackOn(title)),
        .. Facts(now),
    ]);

    public static AdaptiveCard Cancelled(string title, DateTimeOffset was) => new(
    [
        TextBlock.Heading(MeetingReminderText.ChangedTitle),
        new TextBlock(MeetingReminderText.Cancelled(title, was)),
    ]);

    /// <summary>For the secretary: who has answered, and who has not yet.</summary>
    public static AdaptiveCard Answers(string title, int coming, IReadOnlyList<string> absent, IReadOnlyList<string> silent) => new(
    [
        TextBlock.Heading(MeetingReminderText.AnswersTitle),
        TextBlock.Bold(title),
        TextBlock.Figure(MeetingReminderText.Coming(coming, coming + absent.Count + silent.Count)),
        .. absent.Count > 0 ? [new TextBlock(MeetingReminderText.Absent(absent))] : Array.Empty<CardElement>(),
        new TextBlock(silent.Count > 0 ? MeetingReminderText.Silent(silent) : MeetingReminderText.AllAnswered),
    ]);

    private static IEnumerable<CardElement> Facts(MeetingView meeting) =>
    [
        new TextBlock($"**{meeting.Title}**"),
        new FactSet(
        [
            new Fact(MeetingReminderText.When, MeetingReminderText.At(meeting)),
            .. meeting.Place is { } place ? [new Fact(MeetingReminderText.Where, place)] : Array.Empty<Fact>(),
            .. meeting.Agenda.Count > 0 ? [new Fact(MeetingReminderText.Agenda, string.Join("; ", meeting.Agenda.Take(AgendaShown)))] : Array.Empty<Fact>(),
        ]),
        .. meeting.Link is { } link ? [new ActionSet(new OpenUrlAction(MeetingReminderText.Join, link))] : Array.Empty<CardElement>(),
    ];
}

/// <summary>A meeting as a reminder shows it.</summary>
public sealed record MeetingView(string Id, string Title, DateOnly Date, TimeOnly? Time)
{
    public string? Place { get; init; }

    public IReadOnlyList<string> Agenda { get; init; } = [];

    public Uri? Link { get; init; }
}
