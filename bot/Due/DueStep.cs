using ChiBoBot.Cards;
using ChiBoBot.Storage;
using ChiBoBot.Teams;

namespace ChiBoBot.Due;

/// <summary>What is to be done about a due thing. A value: the sweeper does it.</summary>
internal abstract record DueStep
{
    private DueStep()
    {
    }

    /// <summary>Post the message, once: where nobody knows whether it arrived it is posted one more time, and that is noted.</summary>
    internal sealed record Post(Conversation To, Outgoing Message) : DueStep
    {
        /// <summary>The Teams id of the person whose own chat it goes to; <see cref="To"/> is then a conversation in which the bot meets them.</summary>
        public string? Person { get; init; }
    }

    /// <summary>The message that stands there becomes this one.</summary>
    internal sealed record Renew(Conversation At, string MessageId, Outgoing Message) : DueStep;

    /// <summary>Done without a message. The changes, all of the cell's partition, are committed with it, e.g. the plans of what follows.</summary>
    internal sealed record Done(IReadOnlyList<Change> Changes) : DueStep;

    /// <summary>Not yet: ask again then.</summary>
    internal sealed record Again(DateTimeOffset At) : DueStep;

    /// <summary>There is nothing to do any more. The reason is a word for reports and logs, never a text.</summary>
    internal sealed record Drop(string Reason) : DueStep;

    /// <summary>A card that stands in a conversation: posted the first time, from then on changed where it stands.</summary>
    public static DueStep Card(DueThing thing, Conversation at, AdaptiveCard card, string summary) =>
        thing is { MessageId: { } messageId } && thing.PostedIn == at.Id
            ? new Renew(at, messageId, new Outgoing.Card(card, summary))
            : new Post(at, new Outgoing.Card(card, summary));
}
