namespace ChiBoBot.Cards;

/// <summary>The cards by which a member gets the cell's calendar into their own.</summary>
public static class FeedCards
{
    public const string Verb = "events.feed";

    /// <param name="has">Whether the member has an address already.</param>
    public static AdaptiveCard Ask(bool has) => new(
    [
        TextBlock.Heading(EventsText.FeedTitle),
        new TextBlock(has ? EventsText.FeedAgain : EventsText.FeedWhat),
        new ActionSet([Button(EventsText.FeedMake, FeedForm.Make), .. has ? [Button(EventsText.FeedRevoke, FeedForm.Revoke)] : Array.Empty<CardAction>()]),
    ]);

    /// <summary>The address, shown this once.</summary>
    public static AdaptiveCard Made(Uri address) => new(
    [
        TextBlock.Heading(EventsText.FeedTitle),
        new TextBlock(EventsText.FeedMade),
        new TextInput("address", EventsText.FeedAddress) { Value = address.AbsoluteUri },
        TextBlock.Small(EventsText.FeedSecret),
        new ActionSet(new OpenUrlAction(EventsText.FeedOpen, address), Button(EventsText.FeedRevoke, FeedForm.Revoke)),
    ]);

    public static AdaptiveCard Revoked() => new([TextBlock.Heading(EventsText.FeedTitle), new TextBlock(EventsText.FeedRevoked)]);

    private static ExecuteAction Button(string title, string what) => new(title, Verb, new Dictionary<string, string> { ["do"] = what });
}

/// <summary>The member wants an address, or takes it back.</summary>
public sealed record FeedForm(string Do)
{
    public const string Make = "make";
    public const string Revoke = "revoke";
}
