namespace ChiBoBot.Rules;

/// <summary>Âm lịch as Vietnam keeps it: months begin on the day of the new moon at 105° east (UTC+7), and the month of the winter solstice is the eleventh.</summary>
/// <remarks>.NET's Chinese calendar counts at 120° and differs in some years, 2030 for one. The new moon and the sun's longitude follow J. Meeus, Astronomical Algorithms, chapters 49 and 25.</remarks>
internal static class LunarCalendar
{
    private const double Synodic = 29.530588861;
    private const double UtcOffset = 7.0 / 24;

    // The new moon of 6 January 2000.
    private const double Epoch = 2451550.09766;

    // The Julian day number of 1 January of the year 1.
    private const int FirstDay = 1721426;

    /// <summary>The day of a lunar date. A leap month is never meant: no holiday lies in one.</summary>
    /// <param name="year">The lunar year, by the solar year in which it begins.</param>
    public static DateOnly Day(int year, int month, int day)
    {
        // Months are counted from the eleventh of the year before, which holds the winter solstice.
        var eleventh = MonthOfSolstice(year - 1);
        var next = MonthOfSolstice(year);
        var place = month + 1;
        if (month >= 11)
        {
            (eleventh, next, place) = (next, MonthOfSolstice(year + 1), month - 11);
        }

        // Thirteen months between two solstices: the first without a major solar term is the leap one.
        if (next - eleventh == 13 && LeapPlace(eleventh) is var leap && place >= leap)
        {
            place++;
        }

        return Date(NewMoon(eleventh + place) + day - 1);
    }

    /// <summary>The first day of the lunar year.</summary>
    public static DateOnly Tet(int year) => Day(year, 1, 1);

    private static int LeapPlace(int eleventh)
    {
        for (var place = 1; place < 13; place++)
        {
            if (Sector(NewMoon(eleventh + place)) == Sector(NewMoon(eleventh + place + 1)))
            {
                return place;
            }
        }

        throw new InvalidOperationException("Thirteen months hold at most twelve major solar terms.");
    }

    /// <summary>Which month, counted from the epoch, holds the winter solstice of a year.</summary>
    private static int MonthOfSolstice(int year)
    {
        var lastOfYear = new DateOnly(year, 12, 31).DayNumber + FirstDay;
        var month = (int)Math.Floor((lastOfYear - Epoch) / Synodic) + 1;
        while (NewMoon(month) > lastOfYear)
        {
            month--;
        }

        // The sun passes 270° within the month that holds the solstice, not before it begins.
        return Sector(NewMoon(month)) >= 9 ? month - 1 : month;
    }

    /// <summary>In which twelfth of the ecliptic the sun stands as the day begins in Vietnam.</summary>
    private static int Sector(int day)
    {
        var t = (day - 0.5 - UtcOffset - 2451545.0) / 36525;
        var anomaly = Radians(357.52911 + (35999.05029 * t) - (0.0001537 * t * t));
        var centre = ((1.914602 - (0.004817 * t) - (0.000014 * t * t)) * Math.Sin(anomaly))
            + ((0.019993 - (0.000101 * t)) * Math.Sin(2 * anomaly))
            + (0.000289 * Math.Sin(3 * anomaly));
        var node = Radians(125.04 - (1934.136 * t));
        var longitude = 280.46646 + (36000.76983 * t) + (0.0003032 * t * t) + centre - 0.00569 - (0.00478 * Math.Sin(node));
        return (int)Math.Floor(((longitude % 360) + 360) % 360 / 30);
    }

    /// <summary>The Vietnamese day, as a Julian day number, on which the new moon of that month falls.</summary>
    private static int NewMoon(int k)
    {
        var t = k / 1236.85;
        var mean = Epoch + (Synodic * k) + (0.00015437 * t * t) - (0.000000150 * t * t * t);
        var e = 1 - (0.002516 * t) - (0.0000074 * t * t);
        var sun = Radians(2.5534 + (29.10535670 * k) - (0.0000014 * t * t));
        var moon = Radians(201.5643 + (385.81693528 * k) + (0.0107582 * t * t));
        var latitude = Radians(160.7108 + (390.67050284 * k) - (0.0016118 * t * t));
        var node = Radians(124.7746 - (1.56375588 * k) + (0.0020672 * t * t));
        var correction =
            (-0.40720 * Math.Sin(moon)) + (0.17241 * e * Math.Sin(sun)) + (0.01608 * Math.Sin(2 * moon)) + (0.01039 * Math.Sin(2 * latitude))
            + (0.00739 * e * Math.Sin(moon - sun)) - (0.00514 * e * Math.Sin(moon + sun)) + (0.00208 * e * e * Math.Sin(2 * sun))
            - (0.00111 * Math.Sin(moon - (2 * latitude))) - (0.00057 * Math.Sin(moon + (2 * latitude))) + (0.00056 * e * Math.Sin((2 * moon) + sun))
            - (0.00042 * Math.Sin(3 * moon)) + (0.00042 * e * Math.Sin(sun + (2 * latitude))) + (0.00038 * e * Math.Sin(sun - (2 * latitude)))
            - (0.00024 * e * Math.Sin((2 * moon) - sun)) - (0.00017 * Math.Sin(node));

        // Clocks (UT) run behind the planets' even time by a little more than a minute in these decades.
        const double DeltaT = 70.0 / 86400;
        return (int)Math.Floor(mean + correction - DeltaT + UtcOffset + 0.5);
    }

    private static double Radians(double degrees) => degrees % 360 * Math.PI / 180;

    private static DateOnly Date(int julianDay) => DateOnly.FromDayNumber(julianDay - FirstDay);
}
