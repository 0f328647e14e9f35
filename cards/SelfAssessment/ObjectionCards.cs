namespace ChiBoBot.Cards;

/// <summary>The cards by which the committee reads objections to grades and records their answers.</summary>
public static class ObjectionCards
{
    public const string ShowVerb = "objections.show";
    public const string AnswerVerb = "objections.answer";

    /// <summary>One objection, in full.</summary>
    public static AdaptiveCard One(ObjectionView view)
    {
        var body = new List<CardElement>(12)
        {
            TextBlock.Heading(ObjectionText.Title),
            new TextBlock($"{view.Title} · {ObjectionText.Of(view.Number, view.Count, view.Waiting)}"),
            new TextBlock($"**{view.Name}**") { Separator = true },
            TextBlock.Small(ObjectionText.SentAt(view.At)),
            new TextBlock(view.Text),
        };
        if (view.Answer is { } answer)
        {
            body.Add(new Container([new TextBlock(answer)]) { Style = ContainerStyle.Good });
        }

        body.AddRange(RoundCards.Error(view.Error));
        var actions = new List<CardAction>(5);
        if (view.IsOwn)
        {
            body.Add(TextBlock.Small(ObjectionText.NotOwn));
        }
        else
        {
            body.Add(new TextInput("document", ObjectionText.Document) { MaxLength = 60, Value = view.Document.Length > 0 ? view.Document : null });
            body.Add(new DateInput("day", ObjectionText.Day) { Value = view.Day.Length > 0 ? view.Day : null });
            body.Add(TextBlock.Small(ObjectionText.Hint));
            actions.Add(Button(view.Answer is null ? ObjectionText.Answer : ObjectionText.Correct, AnswerVerb, view.Round, view.Ref, ("seen", view.Seen)));
        }

        if (view.Undo is { } entry)
        {
            actions.Add(LedgerCards.UndoAction(entry));
        }

        if (view.Next is { } next)
        {
            actions.Add(Button(ObjectionText.Next, ShowVerb, view.Round, next));
        }

        if (view.Previous is { } previous)
        {
            actions.Add(Button(ObjectionText.Previous, ShowVerb, view.Round, previous));
        }

        if (view.ToBoard)
        {
            actions.Add(AssessmentCards.Button(AssessmentText.Refresh, RoundCards.BoardVerb, new(view.Round)));
        }

        if (actions.Count > 0)
        {
            body.Add(new ActionSet([.. actions]));
        }

        return new(body) { FallbackText = ObjectionText.Title };
    }

    /// <summary>Somebody objected. Neither who nor what stands in the letter.</summary>
    public static AdaptiveCard ToSecretary(string round, string title, ObjectionRef which) => new(
    [
        new TextBlock(ObjectionText.ToSecretary(title)),
        new ActionSet(Button(ObjectionText.Read, ShowVerb, round, which)),
    ])
    { FallbackText = ObjectionText.ToSecretary(title) };

    /// <summary>Its author's objection was answered.</summary>
    public static AdaptiveCard ToAuthor(string title, string document, DateOnly day) => AssessmentCards.Said(ObjectionText.ToAuthor(title, document, day));

    private static ExecuteAction Button(string title, string verb, string round, ObjectionRef which, params (string Name, string Value)[] more) =>
        AssessmentCards.Button(title, verb, new(round, which.Member), [("number", which.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)), .. more]);
}

/// <summary>Whose objection, and which of his.</summary>
public sealed record ObjectionRef(string Member, int Number);

/// <summary>One objection, for the committee.</summary>
/// <param name="Number">Its place among all.</param>
public sealed record ObjectionView(string Round, string Title, ObjectionRef Ref, string Name, DateTimeOffset At, string Text, int Number, int Count)
{
    /// <summary>How many wait for an answer.</summary>
    public int Waiting { get; init; }

    public ObjectionRef? Next { get; init; }

    public ObjectionRef? Previous { get; init; }

    /// <summary>By which document it was answered, and who recorded it.</summary>
    public string? Answer { get; init; }

    public string Document { get; init; } = "";

    public string Day { get; init; } = "";

    /// <summary>Which answer the card shows.</summary>
    public string Seen { get; init; } = "";

    /// <summary>The reader's own: somebody else answers it.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The reader may go on to the board.</summary>
    public bool ToBoard { get; init; }

    public string? Error { get; init; }

    /// <summary>The ledger's entry that has just been made.</summary>
    public string? Undo { get; init; }
}
