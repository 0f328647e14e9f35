using ChiBoBot.Features.Cells;

namespace ChiBoBot.Tests.Features.Cells;

public class PartialDateTests
{
    [Theory]
    [InlineData("2023", "2023-01-01", "2023-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2023-10-05", "2023-10-05", "2023-10-05")]
    public void A_date_lasts_as_long_as_it_can_mean(string text, string first, string last)
    {
        var date = PartialDate.Parse(text);

        Assert.Equal(first, date.First.ToString("O"));
        Assert.Equal(last, date.Last.ToString("O"));
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("23")]
    [InlineData("2023-13")]
    [InlineData("2023-2")]
    [InlineData("2023-02-29")]
    [InlineData("2023-10-05T00:00")]
    public void Anything_else_is_no_date(string text) => Assert.False(PartialDate.TryParse(text, out _));
}
