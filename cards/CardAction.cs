namespace ChiBoBot.Cards;

/// <summary>A button.</summary>
public abstract record CardAction(string Title);

/// <summary>A button that the bot answers. Clients that don't know it press its fallback, which carries the same.</summary>
/// <param name="Verb">What is pressed, as <c>feature.action</c>; never reused with another meaning, for old cards live on in chats.</param>
/// <param name="Data">Ids only: a client can change all of it.</param>
public sealed record ExecuteAction(string Title, string Verb, IReadOnlyDictionary<string, string> Data) : CardAction(Title)
{
    public CardAction Fallback => new SubmitAction(Title, new Dictionary<string, string>(Data) { ["verb"] = Verb });
}

/// <summary>The older kind of button: its press comes as a message.</summary>
public sealed record SubmitAction(string Title, IReadOnlyDictionary<string, string> Data) : CardAction(Title);

/// <summary>Opens a page. The title says that it leaves Teams.</summary>
public sealed record OpenUrlAction(string Title, Uri Url) : CardAction(Title);
