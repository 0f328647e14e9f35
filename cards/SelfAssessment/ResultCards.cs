namespace ChiBoBot.Cards;

/// <summary>The cards by which the secretary gets a rating's results as a file.</summary>
public static class ResultCards
{
    public const string AskVerb = "results.ask";
    public const string MakeVerb = "results.make";
    public const string RevokeVerb = "results.revoke";

    /// <summary>What would be in the file, and how long it could be had.</summary>
    public static AdaptiveCard Ask(ResultView view, int minutes) => new(
    [
        TextBlock.Heading(ResultText.Title),
        new TextBlock(view.Title),
        new TextBlock(ResultText.State(view.Members, view.Proposed, view.Decided)),
        new TextBlock(ResultText.What),
        TextBlock.Small(ResultText.Validity(minutes)),
        new ActionSet(
            AssessmentCards.Button(ResultText.Make, MakeVerb, new(view.Round)),
            AssessmentCards.Button(AssessmentText.Refresh, RoundCards.BoardVerb, new(view.Round))),
    ])
    { FallbackText = ResultText.Title };

    /// <summary>Where the file is.</summary>
    public static AdaptiveCard Made(string round, string title, Uri address, DateTimeOffset until) => new(
    [
        TextBlock.Heading(ResultText.Title),
        new TextBlock(title),
        TextBlock.Small(ResultText.Until(until)),
        new ActionSet(
            new OpenUrlAction(ResultText.Open, address),
            AssessmentCards.Button(ResultText.Revoke, RevokeVerb, new(round)),
            AssessmentCards.Button(AssessmentText.Refresh, RoundCards.BoardVerb, new(round))),
    ])
    { FallbackText = ResultText.Title };

    public static AdaptiveCard Revoked(string round) => new(
    [
        TextBlock.Heading(ResultText.Title),
        new TextBlock(ResultText.Revoked),
        new ActionSet(
            AssessmentCards.Button(ResultText.Make, MakeVerb, new(round)),
            AssessmentCards.Button(AssessmentText.Refresh, RoundCards.BoardVerb, new(round))),
    ])
    { FallbackText = ResultText.Revoked };
}

/// <summary>How much of a round's rating is recorded.</summary>
public sealed record ResultView(string Round, string Title, int Members, int Proposed, int Decided);
