using System.Text.Json;

namespace ChiBoBot.Teams;

/// <summary>Something that arrived from Teams, read once at the door. After it nobody looks at an activity again.</summary>
internal abstract record Inbound(Envelope Envelope)
{
    /// <summary>Somebody wrote to the bot. <paramref name="Text"/> is NFC, without the bot's own mention and without markup.</summary>
    internal sealed record Message(Envelope Envelope, string Text) : Inbound(Envelope)
    {
        /// <summary>The people mentioned beside the bot.</summary>
        public IReadOnlyList<Sender> Mentions { get; init; } = [];

        /// <summary>Said to the bot alone although others are in the conversation: the answer must not be seen by them.</summary>
        public bool IsTargeted { get; init; }
    }

    /// <summary>Somebody pressed a card's button, by <c>Action.Execute</c> or <c>Action.Submit</c>.</summary>
    /// <param name="Data">What the button carried and the inputs, as the client sent them: trust nothing in it but ids.</param>
    /// <param name="CardId">The message that holds the card, to update it.</param>
    internal sealed record CardPress(Envelope Envelope, string Verb, JsonElement Data, string? CardId) : Inbound(Envelope)
    {
        /// <summary>The press waits for its answer in the HTTP response (<c>Action.Execute</c>).</summary>
        public bool IsInvoke { get; init; }

        /// <summary>Teams itself asked for a fresh view, as it does again and again; nobody pressed.</summary>
        public bool IsRefresh { get; init; }
    }

    /// <summary>The bot was installed here, or is seen here for the first time after an upgrade.</summary>
    internal sealed record Installed(Envelope Envelope, bool IsUpgrade) : Inbound(Envelope);

    /// <summary>The bot was removed from here.</summary>
    internal sealed record Uninstalled(Envelope Envelope) : Inbound(Envelope);

    /// <summary>People (never the bot itself) came into the conversation.</summary>
    internal sealed record Joined(Envelope Envelope, IReadOnlyList<Sender> People) : Inbound(Envelope);

    /// <summary>People (never the bot itself) left the conversation or their account was deleted.</summary>
    internal sealed record Left(Envelope Envelope, IReadOnlyList<Sender> People) : Inbound(Envelope);

    /// <summary>The team, channel or chat was renamed, deleted, archived or restored.</summary>
    internal sealed record ConversationChanged(Envelope Envelope, string EventType, string? Name) : Inbound(Envelope);

    /// <summary>Somebody reacted to a message of the bot.</summary>
    internal sealed record Reacted(Envelope Envelope, string MessageId, IReadOnlyList<string> Added, IReadOnlyList<string> Removed) : Inbound(Envelope);

    /// <summary>Somebody edited or restored a message. It is never carried out a second time.</summary>
    internal sealed record Edited(Envelope Envelope) : Inbound(Envelope);

    /// <summary>Somebody deleted a message.</summary>
    internal sealed record Deleted(Envelope Envelope) : Inbound(Envelope);

    /// <summary>A dialog is to be opened.</summary>
    internal sealed record DialogOpened(Envelope Envelope, string Verb, JsonElement Data) : Inbound(Envelope);

    /// <summary>A dialog was handed in.</summary>
    internal sealed record DialogSubmitted(Envelope Envelope, string Verb, JsonElement Data) : Inbound(Envelope);

    /// <summary>Somebody searches by the message extension.</summary>
    internal sealed record ExtensionQueried(Envelope Envelope, string CommandId, string Text, int Skip, int Count) : Inbound(Envelope);

    /// <summary>Anything else. An invoke is answered “not implemented”, an event is ignored.</summary>
    internal sealed record Other(Envelope Envelope, string Type, string? Name) : Inbound(Envelope);
}
