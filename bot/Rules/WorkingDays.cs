using System.Collections.Concurrent;
using System.Text.Json.Serialization;

namespace ChiBoBot.Rules;

/// <summary>Ngày nghỉ lễ, tết: on which days of the year nobody works.</summary>
/// <param name="Fixed">Days of the sun's year.</param>
/// <param name="Lunar">Days of the moon's year.</param>
/// <param name="TetBefore">So many days before the lunar new year.</param>
/// <param name="TetFrom">And so many from it on.</param>
internal sealed record HolidayRules(IReadOnlyList<DayOfYear> Fixed, IReadOnlyList<DayOfYear> Lunar, int TetBefore, int TetFrom)
{
    public static RuleBook<HolidayRules> Book { get; } = RuleBook.Load("holidays", HolidayJson.Default.HolidayRules);

    /// <summary>The holidays of a year, those given in place of a weekend's too.</summary>
    public IReadOnlySet<DateOnly> Of(int year)
    {
        var tet = LunarCalendar.Tet(year);
        List<DateOnly> days =
        [
            .. Fixed.Select(day => new DateOnly(year, day.Month, day.Day)),
            .. Lunar.Select(day => LunarCalendar.Day(year, day.Month, day.Day)),
            .. Enumerable.Range(-TetBefore, TetBefore + TetFrom).Select(tet.AddDays),
        ];
        var holidays = new HashSet<DateOnly>(days);
        foreach (var lost in days.Where(WorkingDays.IsWeekend).Order())
        {
            var instead = lost.AddDays(1);
            while (WorkingDays.IsWeekend(instead) || !holidays.Add(instead))
            {
                instead = instead.AddDays(1);
            }
        }

        return holidays;
    }
}

/// <summary>A day of every year.</summary>
internal sealed record DayOfYear(int Month, int Day);

/// <summary>Ngày làm việc: Mondays to Fridays without the public holidays.</summary>
internal static class WorkingDays
{
    private static readonly IReadOnlySet<DateOnly> None = new HashSet<DateOnly>();
    private static readonly ConcurrentDictionary<int, IReadOnlySet<DateOnly>> Holidays = new();

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    public static bool IsHoliday(DateOnly day) =>
        Holidays.GetOrAdd(day.Year, year => HolidayRules.Book.Find(new DateOnly(year, 12, 31))?.Rules.Of(year) ?? None).Contains(day);

    public static bool IsWorkingDay(DateOnly day) => !IsWeekend(day) && !IsHoliday(day);

    /// <summary>The last of so many working days after a day, which itself doesn't count.</summary>
    public static DateOnly After(DateOnly day, int count) => Step(day, count, 1);

    /// <summary>The first of so many working days before a day, which itself doesn't count.</summary>
    public static DateOnly Before(DateOnly day, int count) => Step(day, count, -1);

    private static DateOnly Step(DateOnly day, int count, int direction)
    {
        for (var left = count; left > 0;)
        {
            day = day.AddDays(direction);
            left -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(HolidayRules))]
internal sealed partial class HolidayJson : JsonSerializerContext;
