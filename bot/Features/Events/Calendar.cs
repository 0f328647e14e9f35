using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Events;

/// <summary>Lịch of a cell: its events, its anniversaries, and the names that stand with them.</summary>
internal sealed class Calendar(ITables tables)
{
    /// <summary>The events of these days that are of that sort, in the order in which they begin.</summary>
    public async Task<IReadOnlyList<Event>> Events(string cellId, DateRange days, EventSort sort, CancellationToken cancel)
    {
        var rows = await tables.List<PartRow<Event>>(cellId, Rows(days), cancel);
        return [.. rows.Select(stored => stored.Row.Part).Where(happening => Is(happening.Kind, sort)).OrderBy(happening => happening.StartsAt)];
    }

    /// <summary>An event of that day or later, as it is stored.</summary>
    public async Task<Stored<PartRow<Event>>?> Find(string cellId, string eventId, DateOnly from, CancellationToken cancel) =>
        (await tables.List<PartRow<Event>>(cellId, Rows(DateRange.Since(from)), cancel)).FirstOrDefault(stored => stored.Row.Part.Id == eventId);

    public async Task<IReadOnlyList<Member>> Members(string cellId, CancellationToken cancel) =>
        [.. (await tables.List<PartRow<Member>>(cellId, PartRow<Member>.Range, cancel)).Select(stored => stored.Row.Part)];

    /// <summary>The anniversaries that fall on these days, in their order; without an end, those of a year.</summary>
    public async Task<IReadOnlyList<AnniversaryView>> Anniversaries(string cellId, DateRange days, CancellationToken cancel)
    {
        var rows = await tables.List<PartRow<Anniversary>>(cellId, PartRow<Anniversary>.Range, cancel);
        var last = days.HasEnd ? days.To : days.From.AddYears(1).AddDays(-1);
        return
        [
            .. from stored in rows
               from year in Enumerable.Range(days.From.Year, last.Year - days.From.Year + 1)
               let view = Anniversaries(stored.Row.Part, year)
               where days.From <= view.Date && view.Date <= last
               orderby view.Date
               select view,
        ];
    }

    /// <summary>The event with the names of those who chair and take the minutes.</summary>
    public async Task<EventView> WithNames(string cellId, Event happening, CancellationToken cancel) => View(happening) with
    {
        Chair = await Name(cellId, happening.Chair, cancel),
        Clerk = await Name(cellId, happening.Clerk, cancel),
    };

    public static EventView View(Event happening) => new(happening.Title, happening.Date)
    {
        Time = happening.Time,
        Minutes = happening.Minutes,
        Place = happening.Place,
        Link = happening.Link,
        Agenda = [.. happening.Agenda.Select(item => AgendaText.Shown(item.Category?.ToString(), item.Text))],
        Called = happening.Calls() switch
        {
            Summons.Committee when happening.Kind != EventKind.Committee => AgendaText.Calls[2].Title,
            Summons.Chosen => AgendaText.ChosenOf(happening.Chosen.Count),
            _ => null,
        },
        Guests = happening.Guests,
        Documents = [.. happening.Documents.Select(document => new DocumentView(document.Title, new Uri(document.Link)))],
        IsCancelled = happening.State == EventState.Cancelled,
        Note = happening.Note,
    };

    private static AnniversaryView Anniversaries(Anniversary anniversary, int year) =>
        new(anniversary.Name, new DateOnly(year, anniversary.Month, Math.Min(anniversary.Day, DateTime.DaysInMonth(year, anniversary.Month))))
        {
            Years = year - anniversary.Since,
        };

    private async Task<string?> Name(string cellId, string? memberId, CancellationToken cancel) =>
        memberId is null ? null : (await tables.Find<PartRow<Member>>(cellId, PartRow<Member>.KeyOf(memberId), cancel))?.Row.Part.Name;

    private static RowRange Rows(DateRange days) => new(
        PartRow<Event>.KeyOf(Key(days.From)),
        days.HasEnd ? PartRow<Event>.KeyOf(Key(days.To.AddDays(1))) : PartRow<Event>.Range.Below);

    private static string Key(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool Is(EventKind kind, EventSort sort) => sort switch
    {
        EventSort.Any => true,
        EventSort.Meeting => kind is not (EventKind.Activity or EventKind.Commemoration),
        EventSort.Branch => kind is not (EventKind.Activity or EventKind.Commemoration or EventKind.Committee or EventKind.Study),
        EventSort.Activity => kind is EventKind.Activity or EventKind.Commemoration,
        _ => sort.ToString() == kind.ToString(),
    };
}
