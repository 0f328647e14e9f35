namespace ChiBoBot.Cards;

/// <summary>The cards by which a member gets the cell's calendar into their own.</summary>
public static class FeedCards
{
    public const string Verb = "events.feed";
    public const string FileVerb = "events.file";

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

    /// <summary>One event, to be had as a file.</summary>
    /// <param name="key">Of the event, <c>day|id</c>.</param>
    public static AdaptiveCard AskOne(EventView happening, string key) => new(
    [
        TextBlock.Heading(EventsText.FileTitle),
        new TextBlock(EventsText.Line(happening)),
        new ActionSet(File(EventsText.FileMake, key, FeedForm.Make)),
    ]);

    /// <summary>Where the file is.</summary>
    public static AdaptiveCard One(EventView happening, string key, Uri address) => new(
    [
        TextBlock.Heading(EventsText.FileTitle),
        new TextBlock(EventsText.Line(happening)),
        TextBlock.Small(EventsText.FileSecret),
        new ActionSet(new OpenUrlAction(EventsText.FeedOpen, address), File(EventsText.FeedRevoke, key, FeedForm.Revoke)),
    ]);

    /// <summary>The button that gives one event as a file.</summary>
    public static CardAction File(string title, string key, string what = FeedForm.Make) =>
        new ExecuteAction(title, FileVerb, new Dictionary<string, string> { ["event"] = key, ["do"] = what });

    public static AdaptiveCard Revoked() => new([TextBlock.Heading(EventsText.FeedTitle), new TextBlock(EventsText.FeedRevoked)]);

    private static ExecuteAction Button(string title, string what) => new(title, Verb, new Dictionary<string, string> { ["do"] = what });
}

/// <summary>The member wants an address, or takes it back.</summary>
public sealed record FeedForm(string Do)
{
    public const string Make = "make";
    public const string Revoke = "revoke";
}

/// <summary>The member wants one event as a file, or takes its address back.</summary>
/// <param name="Event">Its key, <c>day|id</c>.</param>
public sealed record MeetingFileForm(string Event, string Do = FeedForm.Make);
