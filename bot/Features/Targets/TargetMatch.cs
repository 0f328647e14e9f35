using System.Globalization;
using System.Text;

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

    private static string[] Words(string text) =>
        Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Lower case, without marks, and blanks for all but letters and digits.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.IsLetterOrDigit(c) ? Unmarked(char.ToLowerInvariant(c)) : ' ');
            }
        }

        return plain.ToString();
    }

    // By code points: without ICU, .NET takes no letter apart.
    private static char Unmarked(char c) => c switch
    {
        (>= '\u00E0' and <= '\u00E3') or '\u0103' or (>= '\u1EA0' and <= '\u1EB7') => 'a',
        (>= '\u00E8' and <= '\u00EA') or (>= '\u1EB8' and <= '\u1EC7') => 'e',
        '\u00EC' or '\u00ED' or '\u0129' or (>= '\u1EC8' and <= '\u1ECB') => 'i',
        (>= '\u00F2' and <= '\u00F5') or '\u01A1' or (>= '\u1ECC' and <= '\u1EE3') => 'o',
        '\u00F9' or '\u00FA' or '\u0169' or '\u01B0' or (>= '\u1EE4' and <= '\u1EF1') => 'u',
        '\u00FD' or (>= '\u1EF2' and <= '\u1EF9') => 'y',
        '\u0111' => 'd',
        _ => c,
    };
}
