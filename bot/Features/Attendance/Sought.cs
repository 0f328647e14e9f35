using ChiBoBot.Features.Cells;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Attendance;

/// <summary>Which meeting or days a sentence about attendance means. What it names without a year lies behind, not ahead.</summary>
internal static class Sought
{
    /// <summary>The days that are named, looking back; null where none are.</summary>
    public static DateRange? Past(Slots slots, DateOnly today)
    {
        if (Periods.Resolve(slots, today) is not { } range || range.From <= today || !range.HasEnd)
        {
            return Periods.Resolve(slots, today);
        }

        if (slots.Text("weekday") is not null && slots.Text("period") is null)
        {
            return DateRange.Day(range.From.AddDays(-7));
        }

        return slots.Text("date") is ['-', '-', '-', ..]
            ? DateRange.Day(range.From.AddMonths(-1))
            : slots.Text("date") is ['-', '-', ..] || slots.Text("period") is ['m', 'o', 'n', 't', 'h', ':', ..] or ['q', 'u', 'a', 'r', 't', 'e', 'r', ':', ..]
                ? Earlier(range)
                : range;
    }

    /// <summary>Of meetings in their order, those of the kind and the part of the day that are asked for.</summary>
    public static IEnumerable<Event> Fitting(IEnumerable<Event> meetings, Slots slots) => meetings.Where(meeting => IsKind(meeting.Kind, slots) && IsAtTimeOfDay(meeting, slots));

    public static bool IsKind(EventKind kind, Slots slots) => slots.Text("event_type") switch
    {
        null => true,
        "branch" => kind is not (EventKind.Committee or EventKind.Study),
        { } name => string.Equals(kind.ToString(), name.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase),
    };

    private static bool IsAtTimeOfDay(Event meeting, Slots slots) => (slots.Text("time_of_day"), meeting.Time) switch
    {
        ("morning", { } time) => time.Hour < 12,
        ("afternoon", { } time) => time.Hour is >= 12 and < 18,
        ("evening", { } time) => time.Hour >= 18,
        _ => true,
    };

    /// <summary>The same days a year earlier; a month ends where it ends.</summary>
    private static DateRange Earlier(DateRange range)
    {
        var from = range.From.AddYears(-1);
        return range.IsOneDay ? DateRange.Day(from) : new(from, range.To.AddDays(1).AddYears(-1).AddDays(-1));
    }
}
