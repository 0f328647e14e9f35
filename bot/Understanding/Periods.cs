using System.Globalization;

namespace ChiBoBot.Understanding;

/// <summary>Which days the words for a period mean on a day. A month, quarter or date without a year is the next one that isn't over; a week begins on Monday.</summary>
internal static class Periods
{
    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>The days that the slots name; null where they name none.</summary>
    public static DateRange? Resolve(Slots slots, DateOnly today)
    {
        if (slots.Text("date") is { } date)
        {
            return Date(date, today) is { } day ? DateRange.Day(day) : null;
        }

        if (slots.Text("date_from") is { } from && Date(from, today) is { } first)
        {
            var last = slots.Text("date_to") is { } to ? Date(to, first) ?? DateOnly.MaxValue : DateOnly.MaxValue;
            return last < first ? null : new DateRange(first, last);
        }

        var period = slots.Text("period") is { } named ? Period(named, today) : null;
        return slots.Text("weekday") is { } weekday && Array.IndexOf(Weekdays, weekday) is >= 0 and var index
            ? DateRange.Day(Weekday(index, period, today))
            : period;
    }

    /// <summary>The year that the slots ask for; null where they ask for none.</summary>
    public static int? Year(Slots slots, DateOnly today) => slots.Text("period") switch
    {
        "this_year" => today.Year,
        "last_year" => today.Year - 1,
        { } period when period.StartsWith("year:", StringComparison.Ordinal) && Number(period.AsSpan(5), 1900, 2999) is { } year => year,
        _ => null,
    };

    private static DateRange? Period(string period, DateOnly today) => period switch
    {
        "today" => DateRange.Day(today),
        "yesterday" => DateRange.Day(today.AddDays(-1)),
        "tomorrow" => DateRange.Day(today.AddDays(1)),
        "day_after_tomorrow" => DateRange.Day(today.AddDays(2)),
        "last_week" => DateRange.Week(today.AddDays(-7)),
        "this_week" => DateRange.Week(today),
        "this_weekend" => new(DateRange.Week(today).To.AddDays(-1), DateRange.Week(today).To),
        "next_week" => DateRange.Week(today.AddDays(7)),
        "week_after_next" => DateRange.Week(today.AddDays(14)),
        "last_month" => Month(today.AddMonths(-1)),
        "this_month" => Month(today),
        "next_month" => Month(today.AddMonths(1)),
        "last_quarter" => DateRange.Quarter(today.AddMonths(-3)),
        "this_quarter" => DateRange.Quarter(today),
        "next_quarter" => DateRange.Quarter(today.AddMonths(3)),
        "first_half" => new(new DateOnly(today.Year, 1, 1), new DateOnly(today.Year, 6, 30)),
        "last_year" => DateRange.Year(today.Year - 1),
        "this_year" => DateRange.Year(today.Year),
        "next_year" => DateRange.Year(today.Year + 1),
        "rest_of_year" => new(today, new DateOnly(today.Year, 12, 31)),
        "upcoming" => DateRange.Since(today),
        _ => Numbered(period, today),
    };

    private static DateRange? Numbered(string period, DateOnly today)
    {
        var colon = period.IndexOf(':', StringComparison.Ordinal);
        var value = period.AsSpan(colon + 1);
        return (colon < 0 ? "" : period[..colon]) switch
        {
            "month" when Number(value, 1, 12) is { } month => NotOver(DateRange.Month(today.Year, month), DateRange.Month(today.Year + 1, month), today),
            "quarter" when Number(value, 1, 4) is { } quarter => NotOver(DateRange.Quarter(today.Year, quarter), DateRange.Quarter(today.Year + 1, quarter), today),
            "year" when Number(value, 1900, 2999) is { } year => DateRange.Year(year),
            _ => null,
        };
    }

    /// <summary><c>2026-12-03</c>, <c>--12-03</c>, <c>---03</c> or <c>next_month-03</c>.</summary>
    private static DateOnly? Date(string date, DateOnly today)
    {
        if (DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var whole))
        {
            return whole;
        }

        if (date.StartsWith("---", StringComparison.Ordinal) && Number(date.AsSpan(3), 1, 31) is { } day)
        {
            return Next(today, day);
        }

        if (date.StartsWith("next_month-", StringComparison.Ordinal) && Number(date.AsSpan(11), 1, 31) is { } later)
        {
            var next = today.AddMonths(1);
            return later <= DateTime.DaysInMonth(next.Year, next.Month) ? new DateOnly(next.Year, next.Month, later) : null;
        }

        return date.Length == 7 && date.StartsWith("--", StringComparison.Ordinal)
            && Number(date.AsSpan(2, 2), 1, 12) is { } month && Number(date.AsSpan(5), 1, 31) is { } ofMonth
            ? Next(today, month, ofMonth)
            : null;
    }

    /// <summary>The next month that has such a day, this one if the day is still to come.</summary>
    private static DateOnly Next(DateOnly today, int day)
    {
        for (var month = new DateOnly(today.Year, today.Month, 1); ; month = month.AddMonths(1))
        {
            if (day <= DateTime.DaysInMonth(month.Year, month.Month) && month.AddDays(day - 1) >= today)
            {
                return month.AddDays(day - 1);
            }
        }
    }

    /// <summary>The next year that has such a day: for the 29th of February, at most eight years on.</summary>
    private static DateOnly? Next(DateOnly today, int month, int day)
    {
        for (var year = today.Year; year <= today.Year + 8; year++)
        {
            if (day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) >= today)
            {
                return new DateOnly(year, month, day);
            }
        }

        return null;
    }

    /// <summary>That weekday of the named week, or else the next one, today included.</summary>
    private static DateOnly Weekday(int index, DateRange? period, DateOnly today)
    {
        var named = period is { HasEnd: true } range && range.To.DayNumber - range.From.DayNumber < 7;
        var from = named ? period!.Value.From : today;
        return from.AddDays((index - (((int)from.DayOfWeek + 6) % 7) + 7) % 7);
    }

    private static DateRange NotOver(DateRange thisYear, DateRange nextYear, DateOnly today) => thisYear.To >= today ? thisYear : nextYear;

    private static DateRange Month(DateOnly day) => DateRange.Month(day.Year, day.Month);

    private static int? Number(ReadOnlySpan<char> text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}
