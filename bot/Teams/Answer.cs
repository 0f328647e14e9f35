using ChiBoBot.Cards;

namespace ChiBoBot.Teams;

/// <summary>What the HTTP response to an activity says. Only invokes have a body.</summary>
internal abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>Received: 200 without a body.</summary>
    internal sealed record Accepted : Answer;

    /// <summary>The answer in the least room, for one who may ask again.</summary>
    public virtual Answer Kept() => this;

    /// <summary>The pressed card becomes this one, for the person who pressed.</summary>
    internal sealed record Card(AdaptiveCard Content) : Answer
    {
        private byte[]? _json;

        /// <summary>As it goes over the wire; written once.</summary>
        public byte[] Json() => _json ??= CardJson.Bytes(Content);

        public override Answer Kept() => new WrittenCard(Json());
    }

    /// <summary>The same of a card that has been written already.</summary>
    internal sealed record WrittenCard(byte[] Json) : Answer;

    /// <summary>A line over the card.</summary>
    internal sealed record Notice(string Text) : Answer;

    /// <summary>The press could not be served; <paramref name="Text"/> is shown to the person who pressed.</summary>
    internal sealed record Failed(int StatusCode, string Code, string Text) : Answer;

    /// <summary>A dialog with a card, or the next card of a dialog.</summary>
    internal sealed record Dialog(string Title, AdaptiveCard Content) : Answer;

    /// <summary>The dialog closes and says this.</summary>
    internal sealed record DialogClosed(string Text) : Answer;

    /// <summary>What a message-extension search found.</summary>
    internal sealed record Results(IReadOnlyList<(string Title, string Text, AdaptiveCard Content)> Found) : Answer;

    /// <summary>An invoke that this bot does not know: 501.</summary>
    internal sealed record NotImplemented : Answer;
}
