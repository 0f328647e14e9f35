using System.Globalization;

namespace ChiBoBot.Cards;

/// <summary>The cards by which members say beforehand what they think of a meeting's points, and by which the committee reads it.</summary>
public static class OpinionCards
{
    public const string GiveVerb = "opinions.give";
    public const string WithdrawVerb = "opinions.withdraw";
    public const string MoreVerb = "opinions.more";

    /// <summary>So many letters a card bears, and so many opinions.</summary>
    private const int MostLetters = 5000;
    private const int Most = 20;
    private const int Preview = 60;

    /// <summary>So many of one's own a form lists, the last ones, each with so many letters.</summary>
    private const int MostOwn = 20;
    private const int Label = 40;
    private const int OwnLetters = 80;

    public static AdaptiveCard Form(OpinionFormView view)
    {
        List<CardElement> body = [TextBlock.Heading(OpinionText.Title)];
        if (view.Said is { } said)
        {
            body.Add(new TextBlock(said) { Color = TextColor.Good, Weight = TextWeight.Bolder });
        }

        if (view.Problem is { } problem)
        {
            body.Add(new TextBlock(problem) { Color = TextColor.Attention, Weight = TextWeight.Bolder });
        }

        body.Add(new ChoiceInput("about", OpinionText.About, [.. view.Choices.Select(choice => choice.Value.Contains('|', StringComparison.Ordinal) ? choice with { Title = Short(choice.Title, Preview) } : choice)]) { Style = "compact", Value = view.About });
        body.Add(new TextInput("text", OpinionText.Label(view.Longest)) { IsMultiline = true, MaxLength = view.Longest, Value = view.Text });
        body.Add(TextBlock.Small(OpinionText.WhoSees));
        body.Add(new ActionSet(new ExecuteAction(OpinionText.Give, GiveVerb, new Dictionary<string, string>())));
        if (view.Own.Count > 0)
        {
            body.Add(TextBlock.Bold(OpinionText.Own));
            var last = view.Own.TakeLast(MostOwn).ToList();
            if (last.Count < view.Own.Count)
            {
                body.Add(TextBlock.Small(OpinionText.OwnBefore(view.Own.Count - last.Count)));
            }

            body.AddRange(last.Select(own => new TextBlock(OpinionText.OwnLine(Short(own.Item ?? own.Meeting, Label), Short(own.Text, OwnLetters))) { Spacing = Spacing.Small }));
            body.Add(new ChoiceInput("opinion", OpinionText.WithdrawWhich, [.. last.Select(own => new Choice(Short(own.Text, Preview), own.Key))])
            {
                Style = "compact",
                Value = view.Own[^1].Key,
            });
            body.Add(new ActionSet(new ExecuteAction(OpinionText.Withdraw, WithdrawVerb, new Dictionary<string, string>())));
        }

        return new(body);
    }

    private static string Short(string text, int most) => text.Length <= most ? text : text[..most].TrimEnd() + "…";

    /// <summary>What was said, in the order of its coming, from one on.</summary>
    public static AdaptiveCard List(OpinionsView view, int from)
    {
        List<CardElement> body = [TextBlock.Heading(OpinionText.ListTitle), TextBlock.Bold(view.Meeting), TextBlock.Figure(OpinionText.Count(view.Opinions.Count))];
        var (letters, next) = (0, Math.Clamp(from, 0, view.Opinions.Count));
        for (var shown = 0; next < view.Opinions.Count && shown < Most && (shown == 0 || letters + view.Opinions[next].Text.Length <= MostLetters); next++, shown++)
        {
            var opinion = view.Opinions[next];
            letters += opinion.Text.Length;
            body.Add(new Container([TextBlock.Bold(OpinionText.By(opinion.Name, opinion.Item)), new TextBlock(opinion.Text) { Spacing = Spacing.Small }]) { Style = ContainerStyle.Emphasis });
        }

        body.Add(TextBlock.Small(OpinionText.TheirOwn));
        if (next < view.Opinions.Count)
        {
            body.Add(new ActionSet(new ExecuteAction(
                OpinionText.More(view.Opinions.Count - next), MoreVerb, new Dictionary<string, string> { ["event"] = view.Key, ["from"] = next.ToString(CultureInfo.InvariantCulture) })));
        }

        return new(body);
    }
}

/// <summary>A member's form.</summary>
/// <param name="Choices">Meetings, and the points of their agendas.</param>
public sealed record OpinionFormView(IReadOnlyList<Choice> Choices, IReadOnlyList<OwnOpinion> Own)
{
    public string? About { get; init; }

    public string? Text { get; init; }

    public string? Said { get; init; }

    public string? Problem { get; init; }

    public required int Longest { get; init; }
}

/// <summary>What a member said and can take back.</summary>
public sealed record OwnOpinion(string Key, string Meeting, string? Item, string Text);

/// <summary>What was said about one meeting.</summary>
/// <param name="Key">Of the meeting, <c>day|id</c>.</param>
public sealed record OpinionsView(string Key, string Meeting, IReadOnlyList<OpinionView> Opinions);

public sealed record OpinionView(string Name, string? Item, string Text);

/// <summary>A member says something.</summary>
/// <param name="About">A meeting's id, with a mark of the agenda's point where it is about one.</param>
public sealed record OpinionForm(string? About = null, string? Text = null);

/// <summary>A member takes it back.</summary>
public sealed record WithdrawOpinionForm(string? Opinion = null);

/// <summary>The rest of a long list.</summary>
public sealed record MoreOpinionsForm(string Event, string? From = null);
