namespace ChiBoBot.Cards;

/// <summary>The card that answers a question about attendance: the number first, then what it is made of.</summary>
public static class AttendanceCards
{
    private const int MostLines = 40;

    public static AdaptiveCard Answer(AttendanceView view)
    {
        List<CardElement> body = [TextBlock.Heading(view.Title), TextBlock.Figure(view.Figure)];
        if (view.Facts.Count > 0)
        {
            body.Add(new FactSet(view.Facts));
        }

        body.AddRange(view.Lines.Take(MostLines).Select(line => new TextBlock(line) { Spacing = Spacing.Small }));
        if (view.Hint is { } hint)
        {
            body.Add(TextBlock.Small(hint));
        }

        body.Add(TextBlock.Small(view.Source));
        return new(body) { FallbackText = $"{view.Title}: {view.Figure}." };
    }
}

/// <summary>An answer about attendance.</summary>
/// <param name="Title">Which meeting or time it is about.</param>
public sealed record AttendanceView(string Title, string Figure, string Source)
{
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>Names, where the asker may see them.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    public string? Hint { get; init; }
}
