namespace ChiBoBot.Cards;

/// <summary>The card of what falls due.</summary>
public static class DeadlineCards
{
    private const int Most = 15;

    public static AdaptiveCard List(string title, IReadOnlyList<DeadlineView> deadlines) => new(
    [
        TextBlock.Heading(title),
        .. deadlines.Take(Most).SelectMany((deadline, i) => new CardElement[]
        {
            new TextBlock(DeadlineText.Line(deadline)) { Spacing = Spacing.Medium, Separator = i == 0 ? null : true },
            TextBlock.Small(deadline.Source),
        }),
        TextBlock.Small(DeadlineText.Note),
    ]);
}

/// <summary>A term: by when, what, and which paper says so.</summary>
public sealed record DeadlineView(DateOnly Day, string What, string Source, bool IsOverdue);
