using System.Globalization;
using System.Text.Json.Serialization;

namespace ChiBoBot.Cards;

/// <summary>The card that plans regular meetings: of one month as the bot proposes it, or of a whole year.</summary>
public static class RegularCards
{
    public const string Verb = "events.regular";

    public static AdaptiveCard Propose(RegularView view)
    {
        var one = view.Days is [_];
        List<CardElement> body = [TextBlock.Heading(RegularText.Title)];
        if (view.Problem is { } problem)
        {
            body.Add(new TextBlock(problem) { Color = TextColor.Attention, Weight = TextWeight.Bolder });
        }

        body.Add(new TextBlock(one ? RegularText.MissingOne(view.Days[0]) : RegularText.Missing(view.Days.Count)));
        body.AddRange(view.Warnings.Select(warning => new TextBlock(warning)));
        if (one)
        {
            body.Add(new DateInput("day", EventsText.DateLabel) { Value = Iso(view.Chosen is [var picked] ? picked : view.Days[0]) });
        }
        else
        {
            body.Add(new ChoiceInput("days", RegularText.Days, [.. view.Days.Select(day => new Choice(RegularText.Choice(day), Iso(day)))])
            {
                IsMultiSelect = true,
                Value = string.Join(',', view.Chosen.Select(Iso)),
            });
        }

        body.Add(new TimeInput("time", EventsText.TimeLabel) { Value = view.Time?.ToString("HH:mm", CultureInfo.InvariantCulture) });
        body.Add(new NumberInput("minutes", EventsText.MinutesLabel) { Value = view.Minutes, Min = 1, Max = 1440 });
        body.Add(new TextInput("place", EventsText.Place) { Value = view.Place, MaxLength = 120 });
        body.Add(TextBlock.Small(RegularText.AsLast));
        body.Add(TextBlock.Small(RegularText.Source(view.Source)));
        var data = new Dictionary<string, string> { ["proposed"] = string.Join(',', view.Days.Select(Iso)), ["seen"] = view.Seen };
        if (view.Pending is { } pending)
        {
            data["pending"] = pending;
        }

        body.Add(new ActionSet(new ExecuteAction(RegularText.Do(view.Days.Count), Verb, data)));
        return new(body);
    }

    /// <summary>What came of it.</summary>
    /// <param name="days">When the meetings are that were put into the calendar.</param>
    /// <param name="there">The months of those that were there already.</param>
    public static AdaptiveCard Done(IReadOnlyList<EventView> days, IReadOnlyList<DateOnly> there) => new(
    [
        new TextBlock(days.Count == 0 ? RegularText.AllThere : RegularText.Planned(days.Count)) { Color = TextColor.Good, Weight = TextWeight.Bolder },
        .. days.Select(day => new TextBlock(EventsText.Line(day)) { Spacing = Spacing.Small }),
        .. there.Count > 0 && days.Count > 0 ? [TextBlock.Small(RegularText.There(there))] : Array.Empty<CardElement>(),
        TextBlock.Small(days.Count > 0 ? RegularText.HowToUndo : EventsText.Source),
    ]);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Regular meetings that are missing, as they would be planned.</summary>
public sealed record RegularView(IReadOnlyList<DateOnly> Days, string Source)
{
    /// <summary>The id of the command that waits; null where the bot proposes by itself.</summary>
    public string? Pending { get; init; }

    /// <summary>Those that are ticked.</summary>
    public required IReadOnlyList<DateOnly> Chosen { get; init; }

    public TimeOnly? Time { get; init; }

    public int? Minutes { get; init; }

    public string? Place { get; init; }

    public string? Problem { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The ids of the events that the warnings are about.</summary>
    public string Seen { get; init; } = "";
}

/// <summary>The months are to be planned, with the fields as they were corrected. Several days are joined by commas.</summary>
public sealed record RegularForm(
    string Proposed,
    string? Pending = null,
    string? Seen = null,
    string? Days = null,
    string? Day = null,
    string? Time = null,
    [property: JsonConverter(typeof(LooseText))] string? Minutes = null,
    string? Place = null);
