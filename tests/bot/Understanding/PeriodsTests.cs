using System.Globalization;
using ChiBoBot.Understanding;

namespace ChiBoBot.Tests.Understanding;

public class PeriodsTests
{
    // A Sunday.
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("today", "2026-11-22", "2026-11-22")]
    [InlineData("yesterday", "2026-11-21", "2026-11-21")]
    [InlineData("tomorrow", "2026-11-23", "2026-11-23")]
    [InlineData("day_after_tomorrow", "2026-11-24", "2026-11-24")]
    // A week begins on Monday: the Sunday is its last day.
    [InlineData("last_week", "2026-11-09", "2026-11-15")]
    [InlineData("this_week", "2026-11-16", "2026-11-22")]
    [InlineData("this_weekend", "2026-11-21", "2026-11-22")]
    [InlineData("next_week", "2026-11-23", "2026-11-29")]
    [InlineData("week_after_next", "2026-11-30", "2026-12-06")]
    [InlineData("last_month", "2026-10-01", "2026-10-31")]
    [InlineData("this_month", "2026-11-01", "2026-11-30")]
    [InlineData("next_month", "2026-12-01", "2026-12-31")]
    [InlineData("last_quarter", "2026-07-01", "2026-09-30")]
    [InlineData("this_quarter", "2026-10-01", "2026-12-31")]
    [InlineData("next_quarter", "2027-01-01", "2027-03-31")]
    [InlineData("first_half", "2026-01-01", "2026-06-30")]
    [InlineData("last_year", "2025-01-01", "2025-12-31")]
    [InlineData("this_year", "2026-01-01", "2026-12-31")]
    [InlineData("next_year", "2027-01-01", "2027-12-31")]
    [InlineData("rest_of_year", "2026-11-22", "2026-12-31")]
    [InlineData("upcoming", "2026-11-22", "9999-12-31")]
    // Without a year: the next one that isn't over.
    [InlineData("month:11", "2026-11-01", "2026-11-30")]
    [InlineData("month:12", "2026-12-01", "2026-12-31")]
    [InlineData("month:02", "2027-02-01", "2027-02-28")]
    [InlineData("quarter:4", "2026-10-01", "2026-12-31")]
    [InlineData("quarter:1", "2027-01-01", "2027-03-31")]
    [InlineData("year:2025", "2025-01-01", "2025-12-31")]
    public void A_period_means_these_days(string period, string from, string to) =>
        Assert.Equal(new DateRange(Day(from), Day(to)), Periods.Resolve(new() { { "period", period } }, Today));

    [Theory]
    [InlineData("term")]
    [InlineData("last_term")]
    [InlineData("overall")]
    [InlineData("month:13")]
    [InlineData("quarter:0")]
    [InlineData("month:")]
    [InlineData("year:26")]
    [InlineData("soon")]
    [InlineData("")]
    public void What_names_no_days_means_none(string period) =>
        Assert.Null(Periods.Resolve(new() { { "period", period } }, Today));

    [Fact]
    public void Without_slots_no_days_are_named() => Assert.Null(Periods.Resolve(Slots.None, Today));

    [Theory]
    [InlineData("2026-12-03", "2026-12-03")]
    [InlineData("2025-12-03", "2025-12-03")]
    [InlineData("--12-03", "2026-12-03")]
    [InlineData("--11-22", "2026-11-22")]
    [InlineData("--11-21", "2027-11-21")]
    [InlineData("--02-29", "2028-02-29")]
    [InlineData("---22", "2026-11-22")]
    [InlineData("---21", "2026-12-21")]
    [InlineData("---31", "2026-12-31")]
    [InlineData("next_month-03", "2026-12-03")]
    [InlineData("--02-30", null)]
    [InlineData("--13-01", null)]
    [InlineData("---32", null)]
    [InlineData("3/12", null)]
    public void A_date_without_a_year_is_the_next_one(string date, string? expected) =>
        Assert.Equal(expected is null ? null : DateRange.Day(Day(expected)), Periods.Resolve(new() { { "date", date } }, Today));

    [Theory]
    [InlineData("2026-12-03", "mon", null, "2026-12-07")]
    // On a Monday, Monday is today.
    [InlineData("2026-11-23", "mon", null, "2026-11-23")]
    [InlineData("2026-11-22", "sun", null, "2026-11-22")]
    [InlineData("2026-11-22", "wed", null, "2026-11-25")]
    // Of a named week, even when it is over.
    [InlineData("2026-11-22", "wed", "this_week", "2026-11-18")]
    [InlineData("2026-11-22", "sun", "next_week", "2026-11-29")]
    [InlineData("2026-11-22", "fri", "upcoming", "2026-11-27")]
    public void A_weekday_is_the_next_one_or_that_of_the_named_week(string today, string weekday, string? period, string expected)
    {
        Slots slots = new() { { "weekday", weekday } };
        if (period is not null)
        {
            slots.Add("period", period);
        }

        Assert.Equal(DateRange.Day(Day(expected)), Periods.Resolve(slots, Day(today)));
    }

    [Theory]
    [InlineData("--12-01", "--12-10", "2026-12-01", "2026-12-10")]
    // Over the turn of the year.
    [InlineData("--12-25", "--01-05", "2026-12-25", "2027-01-05")]
    [InlineData("--12-25", null, "2026-12-25", "9999-12-31")]
    public void A_range_of_dates_goes_forward(string from, string? to, string first, string last)
    {
        Slots slots = new() { { "date_from", from } };
        if (to is not null)
        {
            slots.Add("date_to", to);
        }

        Assert.Equal(new DateRange(Day(first), Day(last)), Periods.Resolve(slots, Today));
    }

    [Theory]
    [InlineData("this_year", 2026)]
    [InlineData("last_year", 2025)]
    [InlineData("year:2023", 2023)]
    [InlineData("this_quarter", null)]
    [InlineData("term", null)]
    public void A_year_is_asked_for_by_name_or_number(string period, int? expected) =>
        Assert.Equal(expected, Periods.Year(new() { { "period", period } }, Today));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
