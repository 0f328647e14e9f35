namespace ChiBoBot.Cards;

/// <summary>The card of what falls due.</summary>
public static class DeadlineCards
{
    public const string FinishVerb = "terms.finish";

    private const int Most = 15;

    /// <param name="mayFinish">Whether its reader may say that something is done.</param>
    public static AdaptiveCard List(string title, IReadOnlyList<DeadlineView> deadlines, bool mayFinish = false) => new(
    [
        TextBlock.Heading(title),
        .. deadlines.Take(Most).SelectMany((deadline, i) => new CardElement[]
        {
            new TextBlock(DeadlineText.Line(deadline)) { Spacing = Spacing.Medium, Separator = i == 0 ? null : true },
            TextBlock.Small(deadline.Source),
        }),
        TextBlock.Small(DeadlineText.Note),
        .. mayFinish ? Finish([.. deadlines.Take(Most).Where(deadline => deadline.Key is not null)]) : [],
    ]);

    private static IEnumerable<CardElement> Finish(IReadOnlyList<DeadlineView> open) => open.Count == 0 ? [] :
    [
        new ChoiceInput("done", DeadlineText.WhichDone, [.. open.Select(deadline => new Choice(deadline.What, deadline.Key!))]) { Style = "expanded", IsMultiSelect = true },
        new ActionSet(new ExecuteAction(DeadlineText.Finish, FinishVerb, new Dictionary<string, string>())),
    ];
}

/// <summary>A term: by when, what, and which paper says so.</summary>
public sealed record DeadlineView(DateOnly Day, string What, string Source, bool IsOverdue)
{
    /// <summary>Names it where somebody has to say that it is done; null where the records show it.</summary>
    public string? Key { get; init; }
}

/// <summary>What is done.</summary>
/// <param name="Done">The keys that were chosen, a comma between them.</param>
public sealed record FinishTermsForm(string? Done = null);
