using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace ChiBoBot.Features.Events;

/// <summary>Events as iCalendar (RFC 5545), which every calendar reads. Pure.</summary>
internal static class Feed
{
    /// <param name="at">When it is written.</param>
    public static string Of(string name, IEnumerable<Event> events, DateTimeOffset at)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//ChiBoBot//Chi bo//VI", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", name);
        foreach (var happening in events)
        {
            calendar.Events.Add(new CalendarEvent
            {
                Uid = $"{happening.Id}@chibobot",
                DtStamp = Utc(at),
                Summary = happening.Title,
                Start = happening.Time is null ? new CalDateTime(happening.Date) : Utc(happening.StartsAt),
                End = happening.Time is null ? new CalDateTime(happening.Date.AddDays(1)) : Utc(happening.EndsAt),
                Location = happening.Place,
                Description = happening.Agenda.Count > 0 ? string.Join('\n', happening.Agenda.Select((item, i) => EventsText.Item(i + 1, item.Text))) : null,
                Url = happening.Link is { } link ? new Uri(link) : null,
                Status = happening.State == EventState.Cancelled ? "CANCELLED" : "CONFIRMED",
            });
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException("The calendar was not written.");
    }

    private static CalDateTime Utc(DateTimeOffset at) => new(at.UtcDateTime, CalDateTime.UtcTzId);
}
