using System.Globalization;

namespace ChiBoBot.Cards.Tests;

public class EventsTextTests
{
    [Theory]
    [InlineData("2026-11-22", "2026-11-22", "Hôm nay, Chủ nhật 22/11/2026")]
    [InlineData("2026-11-23", "2026-11-23", "Ngày mai, Thứ Hai 23/11/2026")]
    [InlineData("2026-11-21", "2026-11-21", "Hôm qua, Thứ Bảy 21/11/2026")]
    [InlineData("2026-12-03", "2026-12-03", "Thứ Năm 03/12/2026")]
    [InlineData("2026-11-22", null, "Sắp tới")]
    [InlineData("2026-12-01", null, "Từ Thứ Ba 01/12/2026")]
    [InlineData("2026-11-23", "2026-11-29", "Từ 23/11/2026 đến 29/11/2026")]
    [InlineData("2026-02-01", "2026-02-28", "Tháng 02/2026")]
    [InlineData("2026-10-01", "2026-12-31", "Quý 4/2026")]
    [InlineData("2026-01-01", "2026-12-31", "Năm 2026")]
    // Three months that are no quarter.
    [InlineData("2026-02-01", "2026-04-30", "Từ 01/02/2026 đến 30/04/2026")]
    public void A_stretch_of_days_has_the_name_people_use(string from, string? to, string expected) =>
        Assert.Equal(expected, EventsText.Range(Day(from), to is null ? null : Day(to), new DateOnly(2026, 11, 22)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
