namespace ChiBoBot.Cards;

/// <summary>The wish in the group, and a member's own switch.</summary>
public static class BirthdayCards
{
    public const string OwnVerb = "birthday.own";

    public static AdaptiveCard Wish(IReadOnlyList<string> names, DateOnly day, bool isToday) => new(
    [
        TextBlock.Heading(BirthdayText.Title),
        new TextBlock(BirthdayText.Wish(names, day, isToday)),
        TextBlock.Small(BirthdayText.OptOutHint),
    ]);

    public static AdaptiveCard Own(bool cellHas, bool isOff) => new(
    [
        TextBlock.Heading(BirthdayText.Title),
        new TextBlock(cellHas ? BirthdayText.CellHas : BirthdayText.CellHasNot),
        new TextBlock(isOff ? BirthdayText.OwnIsOff : BirthdayText.OwnIsOn),
        new ActionSet(new ExecuteAction(isOff ? BirthdayText.OwnOn : BirthdayText.OwnOff, OwnVerb, new Dictionary<string, string> { ["do"] = isOff ? BirthdayForm.On : BirthdayForm.Off })),
    ]);
}

/// <summary>Whether the member wants it.</summary>
public sealed record BirthdayForm(string Do)
{
    public const string On = "on";
    public const string Off = "off";
}
