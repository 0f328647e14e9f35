namespace ChiBoBot.Features.SelfAssessment;

/// <summary>What becomes of a section when a window saves it that may have been opened before another one saved.</summary>
/// <param name="Answers">The section's new text.</param>
/// <param name="Lost">What the other window had written in fields that this one wrote too.</param>
internal sealed record Merge(IReadOnlyDictionary<string, string> Answers, IReadOnlyDictionary<string, string> Lost)
{
    /// <summary>Field by field: who changed it has it; where both did, the later press.</summary>
    /// <param name="seen">What this window showed when it was opened.</param>
    /// <param name="current">What is saved now.</param>
    /// <param name="typed">What this window sends; a field that it doesn't send is left alone.</param>
    public static Merge Of(IReadOnlyDictionary<string, string> seen, IReadOnlyDictionary<string, string> current, IReadOnlyDictionary<string, string> typed)
    {
        var answers = new Dictionary<string, string>(current, StringComparer.Ordinal);
        var lost = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, text) in typed)
        {
            var was = seen.GetValueOrDefault(field, "");
            var now = current.GetValueOrDefault(field, "");
            if (text == was && current.ContainsKey(field))
            {
                continue;
            }

            answers[field] = text;
            if (now != was && now != text && now.Length > 0)
            {
                lost[field] = now;
            }
        }

        return new(answers, lost);
    }
}
