using System.Text.Json.Serialization;

namespace ChiBoBot.Cards;

/// <summary>The clerk's cards for what else a meeting brings: who spoke, and what was voted.</summary>
public static class MeetingNotesCards
{
    public const string SpokeFormVerb = "attendance.spokeForm";
    public const string SpokeVerb = "attendance.spoke";
    public const string VoteFormVerb = "attendance.voteForm";
    public const string VoteVerb = "attendance.vote";

    /// <summary>Who spoke so far, and the press that notes one more.</summary>
    public static AdaptiveCard Spoke(SpokeView view)
    {
        List<CardElement> body = [TextBlock.Heading(AttendanceText.SpokeTitle), TextBlock.Bold(view.Meeting)];
        if (view.Said is { } said)
        {
            body.Add(new TextBlock(said) { Color = TextColor.Good });
        }

        body.Add(TextBlock.Figure(view.Figure));
        body.Add(new ChoiceInput("members", AttendanceText.Who, view.Speakers) { IsMultiSelect = true });
        body.Add(new ChoiceInput("kind", AttendanceText.Kind, new Choice(AttendanceText.Remark, "remark"), new Choice(AttendanceText.Paper, "paper"))
        {
            Style = "compact",
            Value = "remark",
        });
        body.Add(new TextInput("topic", AttendanceText.Topic) { MaxLength = 120 });
        body.Add(new ActionSet(
            new ExecuteAction(AttendanceText.WriteSpoke, SpokeVerb, RollCards.Data(view.Roll)),
            new ExecuteAction(AttendanceText.ToDesk, RollCards.DeskVerb, RollCards.Data(view.Roll))));
        return new(body);
    }

    /// <summary>The results so far, and the press that records another. The ballot itself is the meeting's.</summary>
    public static AdaptiveCard Vote(VoteView view)
    {
        List<CardElement> body = [TextBlock.Heading(AttendanceText.VoteTitle), TextBlock.Bold(view.Meeting)];
        foreach (var result in view.Results)
        {
            body.Add(new Container(
            [
                TextBlock.Bold(result.Question),
                new TextBlock(AttendanceText.Adopted(result.IsAdopted, result.Agreed, result.Base)) { Color = result.IsAdopted ? TextColor.Good : TextColor.Attention },
            ])
            {
                Style = ContainerStyle.Emphasis,
            });
        }

        body.Add(new FactSet(new Fact(AttendanceText.Base, AttendanceText.BaseOf(view.Base))));
        body.Add(new TextInput("question", AttendanceText.Question) { MaxLength = 200 });
        body.Add(new ChoiceInput("threshold", AttendanceText.Threshold, new Choice(AttendanceText.Majority, "majority"), new Choice(AttendanceText.TwoThirds, "twoThirds"))
        {
            Style = "compact",
            Value = "majority",
        });
        body.Add(new NumberInput("agreed", AttendanceText.Agreed) { Min = 0, Max = view.Base });
        body.Add(new NumberInput("disagreed", AttendanceText.Disagreed) { Min = 0, Max = view.Base, Value = 0 });
        body.Add(new NumberInput("abstained", AttendanceText.Abstained) { Min = 0, Max = view.Base, Value = 0 });
        body.Add(TextBlock.Small(AttendanceText.By(view.Source)));
        body.Add(new ActionSet(
            new ExecuteAction(AttendanceText.WriteVote, VoteVerb, RollCards.Data(view.Roll)),
            new ExecuteAction(AttendanceText.ToDesk, RollCards.DeskVerb, RollCards.Data(view.Roll))));
        return new(body);
    }
}

/// <summary>Who spoke at a meeting.</summary>
/// <param name="Speakers">Those who are there, with how often they spoke.</param>
public sealed record SpokeView(string Roll, string Meeting, string Figure, IReadOnlyList<Choice> Speakers)
{
    public string? Said { get; init; }
}

/// <summary>What a meeting voted.</summary>
/// <param name="Base">Số thành viên now.</param>
/// <param name="Source">The papers that say so.</param>
public sealed record VoteView(string Roll, string Meeting, int Base, string Source, IReadOnlyList<VoteResult> Results);

/// <summary>One result with its base.</summary>
public sealed record VoteResult(string Question, int Agreed, int Base, bool IsAdopted);

/// <summary>The clerk notes who spoke.</summary>
public sealed record SpokeForm(string Roll, string? Members = null, string? Kind = null, string? Topic = null);

/// <summary>The clerk records a result.</summary>
public sealed record VoteForm(
    string Roll,
    string? Question = null,
    string? Threshold = null,
    [property: JsonConverter(typeof(LooseText))] string? Agreed = null,
    [property: JsonConverter(typeof(LooseText))] string? Disagreed = null,
    [property: JsonConverter(typeof(LooseText))] string? Abstained = null);
