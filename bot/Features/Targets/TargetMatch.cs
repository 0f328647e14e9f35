using System.Globalization;
using System.Text;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Features.Targets;

/// <summary>Finds the targets that a person means, by number or by some of their words, with or without marks.</summary>
internal static class TargetMatch
{
    private const int MostFitting = 3;

    /// <summary>The targets of that number; more than one where several resolutions are in question.</summary>
    public static IReadOnlyList<TargetVerdict> ByNumber(IReadOnlyList<TargetVerdict> verdicts, int number) =>
        [.. verdicts.Where(verdict => verdict.Row.Target.Number == number)];

    /// <summary>The targets that hold most of the words, at least two of three; those that hold more of them in their title first. Empty where none fits, at most three where several fit equally.</summary>
    public static IReadOnlyList<TargetVerdict> ByWords(IReadOnlyList<TargetVerdict> verdicts, string hint)
    {
        var wanted = Words(hint).Distinct().ToList();
        var scored = verdicts
            .Select(verdict => (Verdict: verdict, Score: Score(wanted, Everything(verdict)), InTitle: Score(wanted, verdict.Row.Target.Title)))
            .Where(entry => entry.Score * 3 >= wanted.Count * 2 && entry.Score > 0)
            .ToList();
        if (scored.Count == 0)
        {
            return [];
        }

        var best = scored.Max(entry => (entry.Score, entry.InTitle));
        return [.. scored.Where(entry => (entry.Score, entry.InTitle) == best).Take(MostFitting).Select(entry => entry.Verdict)];
    }

    private static string Everything(TargetVerdict verdict) =>
        string.Join(' ', verdict.Row.Target.Clauses.Select(clause => clause.Text).Prepend(verdict.Row.Target.Text).Prepend(verdict.Row.Target.Title));

    private static int Score(List<string> wanted, string text)
    {
        var words = Words(text).ToHashSet();
        return wanted.Count(words.Contains);
    }

    /// <summary>The words of a text, in lower case and without marks.</summary>
    public static string[] Words(string text) =>
        Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Lower case, without marks, and blanks for all but letters and digits.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.IsLetterOrDigit(c) ? Letters.PlainOf(c) : ' ');
            }
        }

        return plain.ToString();
    }
}
