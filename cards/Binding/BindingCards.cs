namespace ChiBoBot.Cards;

/// <summary>The cards about which group is the cell's own.</summary>
public static class BindingCards
{
    public const string BindVerb = "groups.bind";
    public const string UnbindVerb = "groups.unbind";

    /// <summary>Shows who is in the group before it becomes the cell's own.</summary>
    public static AdaptiveCard Bind(BindView view, string pending) => new(
    [
        TextBlock.Heading(BindingText.BindTitle),
        new TextBlock(BindingText.Asks(view.Cell)),
        new TextBlock(BindingText.Here(view.Here, view.Members)),
        .. view.Outsiders > 0 ? [new TextBlock(BindingText.Outsiders(view.Outsiders))] : Array.Empty<CardElement>(),
        TextBlock.Small(BindingText.BindMeans),
        new ActionSet(new ExecuteAction(BindingText.Bind, BindVerb, new Dictionary<string, string> { ["pending"] = pending })),
    ]);

    public static AdaptiveCard Unbind(string pending) => new(
    [
        TextBlock.Heading(BindingText.UnbindTitle),
        new TextBlock(BindingText.UnbindMeans),
        new ActionSet(new ExecuteAction(BindingText.Unbind, UnbindVerb, new Dictionary<string, string> { ["pending"] = pending })),
    ]);

    public static AdaptiveCard Said(string text) => new([new TextBlock(text)]);
}

/// <summary>A group that may become the cell's own.</summary>
/// <param name="Here">How many of the cell's members are in it.</param>
/// <param name="Outsiders">How many of those in it are no members.</param>
public sealed record BindView(string Cell, int Here, int Members, int Outsiders);

/// <summary>The command that was pressed.</summary>
public sealed record PendingForm(string Pending);
