using ChiBoBot.Cards;
using ChiBoBot.Teams;

namespace ChiBoBot.Turns;

/// <summary>Brings a reply to where it may be seen.</summary>
internal sealed class Courier(IConnector connector, IRefusals refusals, TimeProvider clock, ILogger<Courier> log)
{
    private readonly RecentMap<(string Conversation, string Person), Conversation> _private = new(TimeSpan.FromMinutes(30), 20_000, clock);
    private readonly RecentMap<string, Posted> _proposals = new(TimeSpan.FromHours(1), 10_000, clock);

    /// <summary>Brings the reply to a message, or to a button of the older kind, which waits for nothing.</summary>
    public async Task Bring(Answered answered, Turn turn, string? pressedCard, string? conversationsCell, CancellationToken cancel)
    {
        if (answered.Reply is Reply.Several several)
        {
            await BringAll(several.Parts, answered, turn, pressedCard, conversationsCell, cancel);
            return;
        }

        var destination = Destinations.Of(answered.Reply, answered.Rule, turn, conversationsCell);
        switch (destination, answered.Reply)
        {
            case (Destination.Nowhere, _):
                await Privately(turn, Reply.Say(TurnsText.NotAllowed), cancel);
                break;
            case (Destination.Here, Reply.Replacement replacement) when pressedCard is not null:
                await connector.Update(turn.Conversation, pressedCard, new Outgoing.Card(replacement.Content, replacement.Summary), cancel);
                break;
            case (Destination.Here, _):
                await Post(turn.Conversation, answered.Reply, cancel);
                break;
            default:
                await Privately(turn, answered.Reply, cancel);
                break;
        }

        await Close(answered.Reply.Withdrawn, cancel);
    }

    /// <summary>A part that can't be delivered keeps none of the others back; what became of it is told after them.</summary>
    private async Task BringAll(IReadOnlyList<Reply> parts, Answered answered, Turn turn, string? pressedCard, string? conversationsCell, CancellationToken cancel)
    {
        ConnectorException? first = null;
        foreach (var part in parts)
        {
            try
            {
                await Bring(answered with { Reply = part }, turn, pressedCard, conversationsCell, cancel);
            }
            catch (ConnectorException fault) when (first is null)
            {
                first = fault;
            }
            catch (ConnectorException fault)
            {
                log.Undelivered(turn.Id, fault.Delivery, fault.Status, fault.Code, fault);
            }
        }

        if (first is not null)
        {
            throw first;
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
                    await Renew(turn, pressedCard, replacement, cancel);
                }

                return new Answer.Card(replacement.Content);
            default:
                await Bring(answered, turn, pressedCard, conversationsCell, cancel);
                return new Answer.Notice(destination == Destination.Here ? TurnsText.AnsweredBelow : TurnsText.SentInPrivate);
        }
    }

    /// <summary>The reply to a view that Teams fetches by itself, for everybody who looks and again and again: nothing is posted and no message is changed.</summary>
    public static Answer AnswerRefresh(Answered answered, Turn turn, string? conversationsCell) =>
        Destinations.Of(answered.Reply, answered.Rule, turn, conversationsCell) == Destination.Nowhere
            ? new Answer.Notice(TurnsText.NotAllowed)
            : answered.Reply switch
            {
                Reply.Replacement view => new Answer.Card(view.Content),
                Reply.Card card => new Answer.Card(card.Content),
                Reply.Words words => new Answer.Notice(words.Text),
                Reply.Notice notice => new Answer.Notice(notice.Text),
                _ => new Answer.Notice(TurnsText.OldCard),
            };

    /// <summary>The response changes the card for the presser only; the others, and a reload, see the stored one. What was pressed is done: where the stored one can't be changed, the presser still sees it.</summary>
    private async Task Renew(Turn turn, string card, Reply.Replacement replacement, CancellationToken cancel)
    {
        try
        {
            await connector.Update(turn.Conversation, card, new Outgoing.Card(replacement.Content, replacement.Summary), cancel);
        }
        catch (ConnectorException fault)
        {
            log.Undelivered(turn.Id, fault.Delivery, fault.Status, fault.Code, fault);
        }
    }

    private async Task Privately(Turn turn, Reply reply, CancellationToken cancel)
    {
        if (turn.InPrivate)
        {
            await Post(turn.Conversation, reply, cancel);
            return;
        }

        try
        {
            var key = (turn.Conversation.Id, turn.Sender.TeamsId);
            if (!_private.TryGet(key, out var chat) || await refusals.Holds(chat, cancel))
            {
                chat = await refusals.OpenPersonal(connector, turn.Conversation, turn.Sender.TeamsId, cancel);
                _private.Set(key, chat);
            }

            await Post(chat, reply, cancel);
        }
        catch (ConnectorException refused) when (refused.Delivery is Delivery.NotInstalled or Delivery.Blocked or Delivery.Gone or Delivery.Refused)
        {
            await TellHere(turn, TurnsText.OpenPrivateChat, cancel);
            return;
        }

        // Of a press the group sees nothing: it may come from everybody at once.
        if (reply is not (Reply.Replacement or Reply.Notice))
        {
            await TellHere(turn, TurnsText.SentInPrivate, cancel);
        }
    }

    /// <summary>Says in the group where the answer is; where nobody else saw the question, nobody else sees this.</summary>
    private Task TellHere(Turn turn, string text, CancellationToken cancel) =>
        Send(turn.Conversation, new Outgoing.Words(text) { OnlyFor = turn.IsTargeted ? turn.Sender : null }, null, cancel);

    private Task Post(Conversation to, Reply reply, CancellationToken cancel) =>
        Send(to, Message(reply), (reply as Reply.Card)?.Pending, cancel);

    private async Task Send(Conversation to, Outgoing message, string? pending, CancellationToken cancel)
    {
        try
        {
            var id = await connector.Send(to, message, cancel);
            if (id is not null && pending is not null)
            {
                _proposals.Set(pending, new(to, id));
            }
        }
        catch (ConnectorException refused) when (message.OnlyFor is null)
        {
            await refusals.Note(to, refused.Delivery, cancel);
            throw;
        }
    }

    /// <summary>Takes the buttons off the cards of withdrawn commands. They would do nothing any more; where a card can't be changed, its button says so.</summary>
    private async Task Close(IReadOnlyList<string> withdrawn, CancellationToken cancel)
    {
        foreach (var pending in withdrawn)
        {
            if (_proposals.TryGet(pending, out var card))
            {
                try
                {
                    await connector.Update(card.Conversation, card.MessageId, new Outgoing.Card(LedgerCards.Said(LedgerText.Withdrawn), LedgerText.Withdrawn), cancel);
                }
                catch (ConnectorException fault)
                {
                    // The card stays as it is; its button says that nothing waits any more.
                    log.NotClosed(pending, fault.Delivery, fault.Status, fault.Code);
                }
            }
        }
    }

    private static Outgoing Message(Reply reply) => reply switch
    {
        Reply.Words words => new Outgoing.Words(words.Text),
        Reply.Notice notice => new Outgoing.Words(notice.Text),
        Reply.Card card => new Outgoing.Card(card.Content, card.Summary),
        Reply.Replacement card => new Outgoing.Card(card.Content, card.Summary),
        _ => throw new InvalidOperationException($"{reply.GetType().Name} is no single message."),
    };

    private sealed record Posted(Conversation Conversation, string MessageId);
}
