using System.Globalization;

namespace ChiBoBot.Cards;

/// <summary>The only place that writes numbers: a comma before decimals, a dot between thousands, percentages with three significant digits as reports write them.</summary>
public static class VietnamNumbers
{
    private static readonly NumberFormatInfo Vietnamese = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NumberGroupSizes = [3],
    };

    /// <summary>“3.126”.</summary>
    public static string Count(int number) => number.ToString("#,0", Vietnamese);

    /// <summary>“20”, “33,3”: as many decimals as there are.</summary>
    public static string Number(decimal number) => number.ToString("#,0.############", Vietnamese);

    /// <summary>“6/7”.</summary>
    public static string Ratio(int part, int whole) => $"{Count(part)}/{Count(whole)}";

    /// <summary>“06/07”, as series of years are written.</summary>
    public static string PaddedRatio(int part, int whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{part:00}/{whole:00}");

    /// <summary>“71,4%”, “7,14%”, “100%”. What isn't quite all never reads 100%, what isn't quite nothing never 0%.</summary>
    public static string Percent(int part, int whole)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(whole);
        var exact = part * 100m / whole;
        var rounded = decimal.Round(exact, Decimals(exact), MidpointRounding.AwayFromZero);
        return Number(part < whole && rounded == 100 ? 99.9m : rounded) + "%";
    }

    /// <summary>How many decimals leave three significant digits.</summary>
    private static int Decimals(decimal number)
    {
        var decimals = number >= 100 ? 0 : number >= 10 ? 1 : 2;
        for (var lowest = 1m; number > 0 && number < lowest && decimals < 12; lowest /= 10)
        {
            decimals++;
        }

        return decimals;
    }
}
