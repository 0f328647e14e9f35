using System.Text.Json.Serialization;

namespace ChiBoBot.Cards;

/// <summary>The private nudge to speak at the next meeting, and the card that switches it.</summary>
public static class NudgeCard
{
    public const string CellVerb = "nudge.cell";
    public const string OwnVerb = "nudge.own";

    public static AdaptiveCard Of(NudgeView view)
    {
        List<CardElement> body = [TextBlock.Heading(NudgeText.Title)];
        if (view.Said is { } said)
        {
            body.Add(new TextBlock(said) { Color = TextColor.Good, Weight = TextWeight.Bolder });
        }

        body.Add(new TextBlock(view.Meetings is { } meetings ? NudgeText.CellHas(meetings) : NudgeText.CellHasNot));
        body.Add(TextBlock.Small(NudgeText.How));
        if (view.MaySwitch)
        {
            body.Add(new NumberInput("meetings", NudgeText.Meetings) { Value = view.Meetings ?? view.Usual, Min = 1, Max = 12 });
            body.Add(new ActionSet(
            [
                Button(view.Meetings is null ? NudgeText.SwitchOn : NudgeText.Save, CellVerb, SwitchNudgeForm.On),
                .. view.Meetings is null ? [] : (CardAction[])[Button(NudgeText.SwitchOff, CellVerb, SwitchNudgeForm.Off)],
            ]));
        }

        body.Add(new ActionSet(view.IsOffForOne ? Button(NudgeText.OwnOn, OwnVerb, SwitchNudgeForm.On) : Button(NudgeText.OwnOff, OwnVerb, SwitchNudgeForm.Off)));
        return new(body);
    }

    /// <summary>For one member's eyes.</summary>
    public static AdaptiveCard Nudge(string meeting) => new(
    [
        TextBlock.Heading(NudgeText.NudgeTitle),
        TextBlock.Bold(meeting),
        new TextBlock(NudgeText.Nudge),
        new ActionSet(
            new ExecuteAction(OpinionText.Title, HelpCards.AskVerb, new Dictionary<string, string> { ["text"] = OpinionText.Title }),
            Button(NudgeText.OwnOff, OwnVerb, SwitchNudgeForm.Off)),
        TextBlock.Small(NudgeText.OnlyYou),
    ]);

    private static ExecuteAction Button(string title, string verb, string what) => new(title, verb, new Dictionary<string, string> { ["do"] = what });
}

/// <summary>How the nudges are set.</summary>
/// <param name="Meetings">After so many silent meetings; null where the cell doesn't have them.</param>
/// <param name="IsOffForOne">The asker doesn't want them.</param>
/// <param name="MaySwitch">The asker may switch them for the cell.</param>
public sealed record NudgeView(int? Meetings, bool IsOffForOne, bool MaySwitch)
{
    public string? Said { get; init; }

    public int Usual { get; init; }
}

/// <summary>The cell's switch.</summary>
public sealed record SwitchNudgeForm(string Do, [property: JsonConverter(typeof(LooseText))] string? Meetings = null)
{
    public const string On = "on";
    public const string Off = "off";
}

/// <summary>A member's own switch.</summary>
public sealed record OwnNudgeForm(string Do);
