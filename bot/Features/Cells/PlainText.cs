using System.Globalization;
using System.Text;

namespace ChiBoBot.Features.Cells;

/// <summary>What people write into a card's fields, as it may stand on other cards: one line, composed letters, nothing that a card takes for markup.</summary>
internal static class PlainText
{
    private const string Markup = "[]<>*_`#|\\~";

    /// <returns>Null where nothing is left.</returns>
    public static string? Of(string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var plain = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var sign in text.Length > longest * 4 ? text.AsSpan(0, longest * 4) : text)
        {
            if (char.IsWhiteSpace(sign) || char.IsControl(sign))
            {
                if (plain.Length > 0 && plain[^1] != ' ')
                {
                    plain.Append(' ');
                }
            }
            else if (!Markup.Contains(sign, StringComparison.Ordinal) && CharUnicodeInfo.GetUnicodeCategory(sign) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate))
            {
                plain.Append(sign);
            }
        }

        var line = plain.ToString().Normalize(NormalizationForm.FormC);
        return (line.Length > longest ? line[..longest] : line).Trim() is { Length: > 0 } left ? left : null;
    }
}
