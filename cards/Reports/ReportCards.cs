namespace ChiBoBot.Cards;

/// <summary>The cards by which an officer gets a report as a file.</summary>
public static class ReportCards
{
    public const string AskVerb = "reports.ask";
    public const string MakeVerb = "reports.make";
    public const string RevokeVerb = "reports.revoke";

    /// <summary>What would be in the file, and how long it could be had.</summary>
    /// <param name="pending">The id of the command that waits for the press.</param>
    public static AdaptiveCard Ask(ReportView view, string pending, int minutes) => Card(view,
        [
            .. view.Format is { } format ? [new TextBlock(format) { Weight = TextWeight.Bolder }] : Array.Empty<CardElement>(),
            .. view.Hint is { } hint ? [new TextBlock(hint) { Weight = TextWeight.Bolder }] : Array.Empty<CardElement>(),
            .. view.Sums.Count > 0 ? [new FactSet([.. view.Sums])] : Array.Empty<CardElement>(),
            new TextBlock(view.What ?? ReportText.What(view.Report)),
            TextBlock.Small(ReportText.Validity(minutes)),
        ],
        new ExecuteAction(ReportText.Make, MakeVerb, new Dictionary<string, string> { ["id"] = pending }));

    /// <summary>Where the file is.</summary>
    /// <param name="id">The command that made the address.</param>
    public static AdaptiveCard Made(ReportView view, string id, Uri address, DateTimeOffset until) => Card(view,
        [TextBlock.Small(ReportText.Until(until))],
        new OpenUrlAction(ReportText.Open, address),
        new ExecuteAction(ReportText.Revoke, RevokeVerb, new Dictionary<string, string> { ["report"] = view.Report, ["id"] = id }));

    public static AdaptiveCard Revoked(string report) => new([TextBlock.Heading(ReportText.Heading(report)), new TextBlock(ReportText.Revoked)]) { FallbackText = ReportText.Revoked };

    private static AdaptiveCard Card(ReportView view, IReadOnlyList<CardElement> body, params IReadOnlyList<CardAction> actions) => new(
    [
        TextBlock.Heading(ReportText.Heading(view.Report)),
        new TextBlock(view.Title),
        .. body,
        new ActionSet([.. actions, .. view.Round is { } round ? [AssessmentCards.Button(AssessmentText.Refresh, RoundCards.BoardVerb, new(round))] : Array.Empty<CardAction>()]),
    ])
    { FallbackText = ReportText.Heading(view.Report) };
}

/// <summary>A report as a card shows it.</summary>
/// <param name="Report">As slots name it.</param>
public sealed record ReportView(string Report, string Title, IReadOnlyList<Fact> Sums)
{
    /// <summary>What is said of another format that was asked for.</summary>
    public string? Format { get; init; }

    /// <summary>What stands in the file, where it is not what stands in most of its kind.</summary>
    public string? What { get; init; }

    /// <summary>What is said of a filter that was asked for and can't be done.</summary>
    public string? Hint { get; init; }

    /// <summary>The round that it is about: the way back to its board.</summary>
    public string? Round { get; init; }
}

/// <summary>Which report is wanted, or whose address is taken back.</summary>
/// <param name="Round">The round that it is to be about.</param>
/// <param name="Id">The command that made the address which is taken back.</param>
public sealed record ReportForm(string Report, string? Round = null, string? Id = null);

/// <summary>The address is wanted.</summary>
/// <param name="Id">The command that waits.</param>
public sealed record MakeReportForm(string Id);
