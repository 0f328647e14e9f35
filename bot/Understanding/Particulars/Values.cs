namespace ChiBoBot.Understanding.Particulars;

/// <summary>Slot values as words of the model and back: “a|b” is a list, “true” a flag.</summary>
internal static class Values
{
    public static string Write(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        int number => FormattableString.Invariant($"#{number}"),
        IReadOnlyList<string> list => string.Join('|', list),
        _ => (string)value,
    };

    public static object Read(string word) => word switch
    {
        "true" => true,
        "false" => false,
        ['#', .. var digits] => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture),
        _ => word.Contains('|') ? word.Split('|') : word,
    };

    /// <summary>Whether two values say the same; free text may be cut a little differently.</summary>
    public static bool Agree(string slot, object expected, object actual)
    {
        if (Write(expected).TrimStart('#') == Write(actual).TrimStart('#'))
        {
            return true;
        }

        // How something stands goes by two names.
        if (slot == "field" && expected is "state" or "status" && actual is "state" or "status")
        {
            return true;
        }

        if (expected is IReadOnlyList<string> many && actual is IReadOnlyList<string> other)
        {
            return many.Count == other.Count && many.All(other.Contains);
        }

        return IsFreeText(slot) && expected is string wanted && actual is string got && SameWords(wanted, got);
    }

    /// <summary>Slots that an answer can do without: whether a list or a number is wanted, goals quoted in a question, words for a card.</summary>
    public static bool IsSecondary(string slot) => slot is "want" or "threshold" or "message" or "topic" or "note";

    public static bool IsFreeText(string slot) => slot is "target_hint" or "message" or "topic" or "note" or "place" or "duty" or "filter" or "major" or "unit";

    private static bool SameWords(string expected, string actual)
    {
        var wanted = Bare(expected);
        var got = Bare(actual);
        return wanted == got || (Math.Min(wanted.Length, got.Length) >= 3 && ($" {wanted} ".Contains($" {got} ", StringComparison.Ordinal) || $" {got} ".Contains($" {wanted} ", StringComparison.Ordinal)));
    }

    private static string Bare(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => Sentences.WordKey.BareOf(w)));
}
