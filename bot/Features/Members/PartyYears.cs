using ChiBoBot.Features.Cells;

namespace ChiBoBot.Features.Members;

/// <summary>Tuổi Đảng: full years from the day of admission (294-QĐ/TW 2025 point 4.5; once official, the day of the decision counts, which the cell's file gives as <c>joined</c>).</summary>
internal static class PartyYears
{
    /// <summary>Full years on that day; where only month or year are known, counted from its last day, so never too many.</summary>
    public static int On(Member member, DateOnly day)
    {
        var since = member.Joined.Last;
        var years = day.Year - since.Year;
        return Math.Max(0, since.AddYears(years) > day ? years - 1 : years);
    }

    /// <summary>The day on which so many years are full.</summary>
    public static DateOnly Reached(Member member, int years) => member.Joined.Last.AddYears(years);
}
