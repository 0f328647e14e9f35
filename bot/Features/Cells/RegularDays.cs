using System.Globalization;
using ChiBoBot.Rules;

namespace ChiBoBot.Features.Cells;

/// <summary>Sinh hoạt định kỳ: on which day of a month it is by the rules, the cell's own among them. Pure.</summary>
internal static class RegularDays
{
    /// <summary>The rules' day where it is a working day; otherwise the next working day until the latest, or else the one before.</summary>
    public static DateOnly Of(DateOnly month, MeetingRules rules)
    {
        var first = new DateOnly(month.Year, month.Month, 1);
        var days = DateTime.DaysInMonth(month.Year, month.Month);
        var day = Math.Min(rules.RegularDay, days);
        var latest = Math.Min(LatestOf(rules), days);
        return Enumerable.Range(day, latest - day + 1)
            .Concat(Enumerable.Range(1, day - 1).Reverse())
            .Select(one => (DateOnly?)first.AddDays(one - 1))
            .FirstOrDefault(one => WorkingDays.IsWorkingDay(one!.Value)) ?? first.AddDays(day - 1);
    }

    /// <summary>A cell that has decided for a later day of its own isn't late by it.</summary>
    public static int LatestOf(MeetingRules rules) => Math.Max(rules.LatestDay, rules.RegularDay);

    /// <summary>The days on which the months without a regular meeting would have theirs, as far as they are still to come.</summary>
    public static IReadOnlyList<DateOnly> Missing(IEnumerable<Event> events, DateOnly since, int months, DateOnly today, MeetingRules rules)
    {
        var planned = events.Where(IsRegular).Select(one => (one.Date.Year, one.Date.Month)).ToHashSet();
        return
        [
            .. from month in Enumerable.Range(0, months).Select(new DateOnly(since.Year, since.Month, 1).AddMonths)
               where !planned.Contains((month.Year, month.Month))
               let day = Of(month, rules)
               let left = day > today ? day : WorkingDays.After(today, 1)
               where left.Year == month.Year && left.Month == month.Month
               select left,
        ];
    }

    /// <summary>The id of a month's regular meeting, the same for whoever plans it: of two at once only one finds it free.</summary>
    public static string IdIn(DateOnly month) => string.Create(CultureInfo.InvariantCulture, $"dinh-ky-{month:MM-yyyy}");

    public static bool IsRegular(Event happening) => happening is { Kind: EventKind.Regular, State: not EventState.Cancelled };
}
