using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Reminders;

/// <summary>What a sentence asks to be sent, ready to be looked at: words, to whom, where and when. Pure.</summary>
internal sealed record ReminderDraft(Recipients To, string Text, Where Where, DateTimeOffset At)
{
    /// <summary>So long a text fits a phone's notification and card.</summary>
    public const int LongestText = 1000;

    /// <summary>The sending was put off to the next decent hour.</summary>
    public bool WasQuiet { get; init; }

    /// <param name="events">Those that are coming, in their order.</param>
    public static ReminderDraft Of(Slots slots, Recipients to, IReadOnlyList<Event> events, DateTimeOffset now, QuietHours quiet)
    {
        var today = VietnamTime.DateOf(now);
        var happening = slots.Text("about") is "meeting" or "event" or "attendance" or "document" || slots.Has("event_type") || slots.Has("lead_time")
            ? Find(events, slots, today)
            : null;
        var wanted = When(slots, to, happening, today);
        var at = wanted is { } moment && moment > now ? moment : quiet.Next(now);
        return new(to, Words(slots, to, happening, today), to.Circle is Circle.All ? Where.Group : Where.OwnChats, at)
        {
            WasQuiet = wanted is null && at > now,
        };
    }

    private static Event? Find(IReadOnlyList<Event> events, Slots slots, DateOnly today)
    {
        var days = Periods.Resolve(slots, today);
        var kind = Kind(slots.Text("event_type"));
        return events.FirstOrDefault(happening =>
            happening.State == EventState.Planned
            && (days is not { } range || range.Contains(happening.Date))
            && (kind is null || happening.Kind == kind)
            && (slots.Text("about") == "event" || happening.IsMeeting)
            && IsAtTimeOfDay(happening, slots.Text("time_of_day")));
    }

    private static bool IsAtTimeOfDay(Event happening, string? timeOfDay) => (timeOfDay, happening.Time) switch
    {
        ("morning", { } time) => time.Hour < 12,
        ("afternoon", { } time) => time.Hour is >= 12 and < 18,
        ("evening", { } time) => time.Hour >= 18,
        _ => true,
    };

    /// <summary>When it is to be sent, where the sentence says so: so long before the meeting; or, for what one wants to be told oneself, the time that it names.</summary>
    private static DateTimeOffset? When(Slots slots, Recipients to, Event? happening, DateOnly today)
    {
        if (Lead(slots.Text("lead_time")) is { } lead && happening is not null)
        {
            return happening.StartsAt - lead;
        }

        if (to.Circle == Circle.Self && (slots.Has("time") || slots.Has("time_of_day") || Periods.Resolve(slots, today) is { IsOneDay: true }))
        {
            var day = Periods.Resolve(slots, today) is { IsOneDay: true } range ? range.From : today;
            return VietnamTime.At(day, Time(slots) ?? new TimeOnly(7, 30));
        }

        return null;
    }

    private static TimeOnly? Time(Slots slots) =>
        TimeOnly.TryParseExact(slots.Text("time"), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
        : slots.Text("time_of_day") switch
        {
            "morning" => new TimeOnly(7, 30),
            "afternoon" => new TimeOnly(13, 30),
            "evening" => new TimeOnly(19, 0),
            _ => null,
        };

    private static TimeSpan? Lead(string? lead) =>
        lead is { Length: > 1 } && int.TryParse(lead.AsSpan(0, lead.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count < 1000
            ? lead[^1] switch
            {
                'd' => TimeSpan.FromDays(count),
                'h' => TimeSpan.FromHours(count),
                'm' => TimeSpan.FromMinutes(count),
                'w' => TimeSpan.FromDays(7 * count),
                _ => null,
            }
            : null;

    private static string Words(Slots slots, Recipients to, Event? happening, DateOnly today)
    {
        var day = Periods.Resolve(slots, today) is { IsOneDay: true } range ? range.From : (DateOnly?)null;
        if (slots.Text("message") is { } message)
        {
            return ReminderText.Of(message, to.Circle == Circle.Self ? null : day);
        }

        return slots.Text("about") switch
        {
            "assessment" => ReminderText.Assessment,
            "attendance" => ReminderText.Attendance(happening?.Title),
            "document" => ReminderText.Documents(happening?.Title),
            _ when happening is not null => ReminderText.Meeting(happening.Title, happening.Time, happening.Date, slots.Text("place") ?? happening.Place),
            "meeting" => ReminderText.Meeting(ReminderText.SomeMeeting, Time(slots), day, slots.Text("place")),
            _ => ReminderText.Something(day),
        };
    }

    private static EventKind? Kind(string? type) => type switch
    {
        "regular" => EventKind.Regular,
        "thematic" => EventKind.Thematic,
        "extraordinary" => EventKind.Extraordinary,
        "committee" => EventKind.Committee,
        "congress" => EventKind.Congress,
        "mid_term_review" => EventKind.MidTermReview,
        "year_review" => EventKind.YearReview,
        "self_criticism" => EventKind.SelfCriticism,
        "study" => EventKind.Study,
        "activity" => EventKind.Activity,
        "commemoration" => EventKind.Commemoration,
        _ => null,
    };
}
