using System.Globalization;

namespace ChiBoBot.Cards;

/// <summary>Vietnam's clock and the way dates are written. The only place that knows +07:00; Vietnam has no summer time.</summary>
public static class VietnamTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The day on the wall calendar in Vietnam.</summary>
    public static DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);

    /// <summary>The moment of a wall-clock time in Vietnam.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day, time, Offset);

    /// <summary>“14:00 ngày 03/12/2026”.</summary>
    public static string Clock(DateTimeOffset at) => at.ToOffset(Offset).ToString("HH:mm 'ngày' dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>“03/12/2026”.</summary>
    public static string Date(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>“Thứ Hai”, “Chủ nhật”.</summary>
    public static string Weekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Monday => "Thứ Hai",
        DayOfWeek.Tuesday => "Thứ Ba",
        DayOfWeek.Wednesday => "Thứ Tư",
        DayOfWeek.Thursday => "Thứ Năm",
        DayOfWeek.Friday => "Thứ Sáu",
        DayOfWeek.Saturday => "Thứ Bảy",
        _ => "Chủ nhật",
    };
}
