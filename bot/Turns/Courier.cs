using ChiBoBot.Cards;
using ChiBoBot.Teams;

namespace ChiBoBot.Turns;

/// <summary>Brings a reply to where it may be seen.</summary>
internal sealed class Courier(IConnector connector, TimeProvider clock)
{
    private readonly RecentMap<(string Conversation, string Person), Conversation> _private = new(TimeSpan.FromMinutes(30), 20_000, clock);

    /// <summary>Brings the reply to a message, or to a button of the older kind, which waits for nothing.</summary>
    public async Task Bring(Answered answered, Turn turn, string? pressedCard, string? conversationsCell, CancellationToken cancel)
    {
        if (answered.Reply is Reply.Several several)
        {
            foreach (var part in several.Parts)
            {
                await Bring(answered with { Reply = part }, turn, pressedCard, conversationsCell, cancel);
            }

            return;
        }

        var destination = Destinations.Of(answered.Reply, answered.Rule, turn, conversationsCell);
        switch (destination, answered.Reply)
        {
            case (Destination.Nowhere, _):
                await Privately(turn, new Outgoing.Words(TurnsText.NotAllowed), cancel);
                break;
            case (Destination.Here, Reply.Replacement replacement) when pressedCard is not null:
                await connector.Update(turn.Conversation, pressedCard, new Outgoing.Card(replacement.Content, replacement.Summary), cancel);
                break;
            case (Destination.Here, _):
                await connector.Send(turn.Conversation, Message(answered.Reply), cancel);
                break;
            default:
                await Privately(turn, Message(answered.Reply), cancel);
                break;
        }
    }

    /// <summary>Brings the reply to a press whose HTTP response shows it to the presser alone.</summary>
    public async Task<Answer> AnswerPress(Answered answered, Turn turn, string? pressedCard, string? conversationsCell, CancellationToken cancel)
    {
        var destination = Destinations.Of(answered.Reply, answered.Rule, turn, conversationsCell);
        switch (destination, answered.Reply)
        {
            case (Destination.Nowhere, _):
                return new Answer.Notice(TurnsText.NotAllowed);
            case (_, Reply.Notice notice):
                return new Answer.Notice(notice.Text);
            case (_, Reply.Replacement replacement):
                if (destination == Destination.Here && pressedCard is not null)
                {
                    // The response changes the card for the presser only; the others, and a reload, see the stored one.
                    await connector.Update(turn.Conversation, pressedCard, new Outgoing.Card(replacement.Content, replacement.Summary), cancel);
                }

                return new Answer.Card(replacement.Content);
            default:
                await Bring(answered, turn, pressedCard, conversationsCell, cancel);
                return new Answer.Notice(destination == Destination.Here ? TurnsText.AnsweredBelow : TurnsText.SentInPrivate);
        }
    }

    private async Task Privately(Turn turn, Outgoing message, CancellationToken cancel)
    {
        if (turn.InPrivate)
        {
            await connector.Send(turn.Conversation, message, cancel);
            return;
        }

        try
        {
            var key = (turn.Conversation.Id, turn.Sender.TeamsId);
            if (!_private.TryGet(key, out var chat))
            {
                chat = await connector.OpenPersonal(turn.Conversation, turn.Sender.TeamsId, cancel);
                _private.Set(key, chat);
            }

            await connector.Send(chat, message, cancel);
        }
        catch (ConnectorException refused) when (refused.Delivery is Delivery.NotInstalled or Delivery.Blocked or Delivery.Gone or Delivery.Refused)
        {
            await connector.Send(turn.Conversation, new Outgoing.Words(TurnsText.OpenPrivateChat), cancel);
            return;
        }

        await connector.Send(turn.Conversation, new Outgoing.Words(TurnsText.SentInPrivate), cancel);
    }

    private static Outgoing Message(Reply reply) => reply switch
    {
        Reply.Words words => new Outgoing.Words(words.Text),
        Reply.Notice notice => new Outgoing.Words(notice.Text),
        Reply.Card card => new Outgoing.Card(card.Content, card.Summary),
        Reply.Replacement card => new Outgoing.Card(card.Content, card.Summary),
        _ => throw new InvalidOperationException($"{reply.GetType().Name} is no single message."),
    };
}
