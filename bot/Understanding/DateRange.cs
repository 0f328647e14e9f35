namespace ChiBoBot.Understanding;

/// <summary>Days from one to another, both included. A range without an end goes on for ever.</summary>
internal readonly record struct DateRange(DateOnly From, DateOnly To)
{
    public bool HasEnd => To != DateOnly.MaxValue;

    public bool IsOneDay => From == To;

    public static DateRange Day(DateOnly day) => new(day, day);

    public static DateRange Since(DateOnly day) => new(day, DateOnly.MaxValue);

    public static DateRange Month(int year, int month) => Months(year, month, 1);

    public static DateRange Quarter(int year, int quarter) => Months(year, (quarter * 3) - 2, 3);

    /// <summary>The quarter that holds the day.</summary>
    public static DateRange Quarter(DateOnly day) => Quarter(day.Year, (day.Month + 2) / 3);

    public static DateRange Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>The week from Monday that holds the day.</summary>
    public static DateRange Week(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new(monday, monday.AddDays(6));
    }

    public bool Contains(DateOnly day) => From <= day && day <= To;

    private static DateRange Months(int year, int first, int count)
    {
        var from = new DateOnly(year, first, 1);
        return new(from, from.AddMonths(count).AddDays(-1));
    }
}
