using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Targets;
using ChiBoBot.Understanding;

namespace ChiBoBot.Tests.Features.Targets;

public class TermChoiceTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    // Terms as "from-to:concluded", the last part optional.
    [Theory]
    // Without a period: the term in force if anything in it is concluded, otherwise the last with results.
    [InlineData("2022-2024:7 2024-2027:0", null, false, "2022-2024")]
    [InlineData("2022-2024:7 2024-2027:1", null, false, "2024-2027")]
    [InlineData("2019-2022:5 2022-2024:7 2024-2027:0", null, false, "2022-2024")]
    [InlineData("2024-2027:0", null, false, "2024-2027")]
    [InlineData("2019-2022:0 2022-2024:0", null, false, "2022-2024")]
    [InlineData("", null, false, "")]
    // What is under way is asked of the term in force.
    [InlineData("2022-2024:7 2024-2027:0", null, true, "2024-2027")]
    // Several at once.
    [InlineData("2020-2025:3 2021-2025:2 2025-2030:0", null, false, "2020-2025 2021-2025")]
    [InlineData("2023-2028:1 2025-2030:0", null, false, "2023-2028 2025-2030")]
    // Asked for.
    [InlineData("2022-2024:7 2024-2027:0", "term", false, "2024-2027")]
    [InlineData("2022-2024:7 2024-2027:4", "last_term", false, "2022-2024")]
    [InlineData("2024-2027:4", "last_term", false, "")]
    [InlineData("2022-2024:7 2024-2027:0", "overall", false, "2022-2024 2024-2027")]
    [InlineData("2022-2024:7 2024-2027:0", "this_year", false, "2024-2027")]
    [InlineData("2022-2024:7 2024-2027:0", "year:2024", false, "2022-2024 2024-2027")]
    [InlineData("2022-2024:7 2024-2027:0", "year:2023", false, "2022-2024")]
    [InlineData("2022-2024:7 2024-2027:0", "year:2019", false, "")]
    // Results are kept by year and term: a quarter is asked of what a question is about by itself.
    [InlineData("2022-2024:7 2024-2027:0", "this_quarter", false, "2022-2024")]
    public void A_question_is_about_these_terms(string terms, string? period, bool underWay, string expected)
    {
        var rows = terms.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Row).ToList();
        var year = Periods.Year(period is null ? [] : new() { { "period", period } }, Today);

        var chosen = TermChoice.Choose(rows, period, year, underWay, Today);

        Assert.Equal(expected, string.Join(' ', chosen.Select(row => row.Term.Id)));
    }

    private static TermRow Row(string text)
    {
        var parts = text.Split('-', ':').Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return new("c1", new Term($"{parts[0]}-{parts[1]}", new(parts[0], 10, 18), new(parts[1], 10, 17))) { Targets = 8, Concluded = parts[2], Version = "" };
    }
}
