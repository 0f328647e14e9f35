using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Rules;

namespace ChiBoBot.Tests.Rules;

/// <summary>The moon's calendar, public holidays, working days and quiet hours, against the printed calendars of these years.</summary>
public class WorkingDaysTests
{
    [Theory]
    [InlineData(2024, "2024-02-10", "2024-04-18")]
    [InlineData(2025, "2025-01-29", "2025-04-07")]
    [InlineData(2026, "2026-02-17", "2026-04-26")]
    [InlineData(2027, "2027-02-06", "2027-04-16")]
    [InlineData(2028, "2028-01-26", "2028-04-04")]
    [InlineData(2029, "2029-02-13", "2029-04-23")]
    [InlineData(2030, "2030-02-02", "2030-04-12")]
    public void Tet_and_the_commemoration_of_the_Hung_kings_fall_on_these_days(int year, string tet, string kings)
    {
        Assert.Equal(Day(tet), LunarCalendar.Tet(year));
        Assert.Equal(Day(kings), LunarCalendar.Day(year, 3, 10));
    }

    [Fact]
    public void In_2030_Vietnams_new_year_comes_a_day_before_Chinas() =>
        Assert.Equal(new DateTime(2030, 2, 3), new ChineseLunisolarCalendar().ToDateTime(2030, 1, 1, 0, 0, 0, 0));

    [Fact]
    public void Months_of_the_moon_are_the_Chinese_ones_in_all_of_these_years_but_2030()
    {
        var china = new ChineseLunisolarCalendar();
        for (var year = 2024; year < 2030; year++)
        {
            for (var month = 1; month <= 12; month++)
            {
                // Behind a leap month .NET counts one more.
                var leap = china.GetLeapMonth(year);
                var theirs = leap > 0 && month >= leap ? month + 1 : month;
                Assert.Equal(DateOnly.FromDateTime(china.ToDateTime(year, theirs, 1, 0, 0, 0, 0)), LunarCalendar.Day(year, month, 1));
            }
        }
    }

    [Theory]
    [InlineData(2024, "01-01 02-08 02-09 02-10 02-11 02-12 02-13 02-14 04-18 04-30 05-01 09-02 09-03")]
    [InlineData(2025, "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 09-01 09-02")]
    [InlineData(2026, "01-01 02-16 02-17 02-18 02-19 02-20 04-26 04-27 04-30 05-01 09-01 09-02 11-24")]
    public void The_holidays_of_a_year_with_those_given_for_a_weekend(int year, string days) => Assert.Equal(
        days.Split(' ').Select(day => Day($"{year}-{day}")),
        HolidayRules.Book.InForce(new DateOnly(year, 12, 31)).Rules.Of(year).Order());

    [Theory]
    [InlineData("2026-02-13", 1, "2026-02-23")]
    [InlineData("2026-11-20", 30, "2027-01-05")]
    [InlineData("2026-04-24", 2, "2026-04-29")]
    public void Working_days_step_over_weekends_and_holidays(string from, int count, string to) =>
        Assert.Equal(Day(to), WorkingDays.After(Day(from), count));

    [Theory]
    [InlineData("2026-11-23T20:59", "2026-11-23T20:59")]
    [InlineData("2026-11-20T21:00", "2026-11-21T07:00")]
    [InlineData("2026-11-21T22:00", "2026-11-23T07:00")]
    [InlineData("2026-11-23T21:30", "2026-11-25T07:00")]
    [InlineData("2026-11-23T05:00", "2026-11-23T07:00")]
    public void What_would_come_at_a_quiet_hour_waits_for_a_decent_one(string at, string next) =>
        Assert.Equal(Moment(next), ReminderRules.Book.InForce(Day("2026-11-23")).Rules.Quiet.Next(Moment(at)));

    [Theory]
    [InlineData("2026-11-22T08:00", "2026-11-21T20:00")]
    [InlineData("2026-11-25T06:00", "2026-11-23T20:00")]
    [InlineData("2026-11-25T08:00", "2026-11-25T08:00")]
    public void What_has_to_come_before_a_quiet_hour_comes_on_the_evening_before(string at, string previous) =>
        Assert.Equal(Moment(previous), ReminderRules.Book.InForce(Day("2026-11-23")).Rules.Quiet.Previous(Moment(at)));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string at) => new(DateTime.ParseExact(at, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture), VietnamTime.Offset);
}
