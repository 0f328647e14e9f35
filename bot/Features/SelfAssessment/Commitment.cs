namespace ChiBoBot.Features.SelfAssessment;

/// <summary>Cam kết của đảng viên: what, measured by what, done by when.</summary>
internal sealed record Commitment(string What, string Measure, DateOnly Due)
{
    public const int Most = 3;

    /// <summary>Those that the commitments' form holds.</summary>
    public static IReadOnlyList<Commitment> Of(IReadOnlyDictionary<string, string> answers)
    {
        var found = new List<Commitment>(Most);
        for (var i = 1; i <= Most; i++)
        {
            if (answers.GetValueOrDefault($"what{i}") is { Length: > 0 } what
                && answers.GetValueOrDefault($"measure{i}") is { Length: > 0 } measure
                && FormCheck.Date(answers.GetValueOrDefault($"due{i}")) is { } due)
            {
                found.Add(new(what, measure, due));
            }
        }

        return found;
    }
}
