namespace ChiBoBot.Cards.Tests;

public class VietnamNumbersTests
{
    [Theory]
    // As the reports write them.
    [InlineData(10, 14, "71,4%")]
    [InlineData(1, 14, "7,14%")]
    [InlineData(13, 14, "92,9%")]
    [InlineData(14, 14, "100%")]
    [InlineData(0, 14, "0%")]
    [InlineData(2, 14, "14,3%")]
    [InlineData(3, 14, "21,4%")]
    // No zeros at the end.
    [InlineData(1, 2, "50%")]
    [InlineData(1, 8, "12,5%")]
    [InlineData(1, 20, "5%")]
    [InlineData(1, 16, "6,25%")]
    // Halves go up.
    [InlineData(1, 32, "3,13%")]
    // Three significant digits below one percent too.
    [InlineData(1, 140, "0,714%")]
    [InlineData(1, 1400, "0,0714%")]
    // Not quite all, not quite nothing.
    [InlineData(1999, 2000, "99,9%")]
    [InlineData(99999, 100000, "99,9%")]
    [InlineData(1, 1000000, "0,0001%")]
    // More than all: activities done against those planned.
    [InlineData(15, 14, "107%")]
    [InlineData(25, 10, "250%")]
    public void A_percentage_has_three_significant_digits_and_a_comma(int part, int whole, string expected) =>
        Assert.Equal(expected, VietnamNumbers.Percent(part, whole));

    [Fact]
    public void There_is_no_percentage_of_nobody() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => VietnamNumbers.Percent(0, 0));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(3126, "3.126")]
    [InlineData(1234567, "1.234.567")]
    public void Thousands_are_set_off_by_a_dot(int number, string expected) =>
        Assert.Equal(expected, VietnamNumbers.Count(number));

    [Theory]
    [InlineData("20", "20")]
    [InlineData("20.0", "20")]
    [InlineData("33.3", "33,3")]
    [InlineData("0.5", "0,5")]
    [InlineData("1500.25", "1.500,25")]
    public void Decimals_follow_a_comma(string number, string expected) =>
        Assert.Equal(expected, VietnamNumbers.Number(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(6, 7, "6/7", "06/07")]
    [InlineData(10, 14, "10/14", "10/14")]
    [InlineData(8, 8, "8/8", "08/08")]
    public void A_ratio_is_written_plain_or_padded(int part, int whole, string plain, string padded)
    {
        Assert.Equal(plain, VietnamNumbers.Ratio(part, whole));
        Assert.Equal(padded, VietnamNumbers.PaddedRatio(part, whole));
    }
}
