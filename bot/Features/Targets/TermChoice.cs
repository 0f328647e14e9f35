using ChiBoBot.Features.Cells;

namespace ChiBoBot.Features.Targets;

/// <summary>Decides which terms a question is about. Several may be in force at once, e.g. after a merger; then it is about all of them.</summary>
internal static class TermChoice
{
    /// <summary>The terms, the earliest first; empty where there are none for that period.</summary>
    /// <param name="period">The period as it was asked for, or null.</param>
    /// <param name="year">The year that the period means, or null.</param>
    /// <param name="underWay">The question is about what is still under way.</param>
    public static IReadOnlyList<TermRow> Choose(IReadOnlyList<TermRow> terms, string? period, int? year, bool underWay, DateOnly today)
    {
        var chosen = (period, year) switch
        {
            (_, { } asked) => Where(terms, term => term.Term.From.First.Year <= asked && asked <= term.Term.To.Last.Year),
            ("overall", _) => terms,
            ("last_term", _) => Last(Where(terms, term => term.Term.To.Last < today)),
            ("term", _) => Where(terms, term => term.IsInForce(today)),
            _ => Unasked(terms, underWay, today),
        };
        return [.. chosen.OrderBy(term => term.Term.From.First)];
    }

    /// <summary>Without a period: the term in force if anything in it was concluded, or else the last one of which there are results.</summary>
    private static List<TermRow> Unasked(IReadOnlyList<TermRow> terms, bool underWay, DateOnly today)
    {
        var inForce = Where(terms, term => term.IsInForce(today));
        if (inForce.Count > 0 && (underWay || inForce.Any(term => term.HasResults)))
        {
            return inForce;
        }

        var withResults = Last(Where(terms, term => term.HasResults));
        return withResults.Count > 0 ? withResults : inForce.Count > 0 ? inForce : Last(terms);
    }

    /// <summary>The one that ends last, with those that were in force beside it.</summary>
    private static List<TermRow> Last(IReadOnlyList<TermRow> terms) =>
        terms.MaxBy(term => term.Term.To.Last) is { } last
            ? Where(terms, term => term.Term.To.Last > last.Term.From.First)
            : [];

    private static List<TermRow> Where(IReadOnlyList<TermRow> terms, Func<TermRow, bool> holds) => [.. terms.Where(holds)];
}
