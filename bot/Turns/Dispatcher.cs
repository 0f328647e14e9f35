using System.Diagnostics;
using ChiBoBot.Cards;
using ChiBoBot.Storage;
using ChiBoBot.Teams;

namespace ChiBoBot.Turns;

/// <summary>Takes what arrives from Teams through its turn: who and when, the answer, its way back. The one place where a fault is caught.</summary>
internal sealed class Dispatcher(
    Answerer answerer,
    Courier courier,
    IPeople people,
    INewcomers newcomers,
    IConnector connector,
    Conversations conversations,
    Whereabouts whereabouts,
    OwnChats chats,
    PreviousRequests previous,
    Repeats repeats,
    TimeProvider clock,
    ILogger<Dispatcher> log) : IReceiver
{
    private readonly Sequence _messages = new();

    public Task<Answer> Receive(Inbound inbound, CancellationToken cancel) =>
        repeats.Once(inbound, () => Run(inbound, cancel));

    private async Task<Answer> Run(Inbound inbound, CancellationToken cancel)
    {
        var started = clock.GetTimestamp();
        var outcome = Outcome.Ignored;
        Answer answer = new Answer.Accepted();
        try
        {
            (answer, outcome) = await Take(inbound, cancel);
        }
        catch (ConnectorException fault)
        {
            outcome = Outcome.Undelivered;
            log.Undelivered(inbound.Envelope.ActivityId, fault.Delivery, fault.Status, fault.Code, fault);
            if (inbound is Inbound.CardPress { IsInvoke: true })
            {
                // The response still reaches the presser, and must not be empty.
                answer = new Answer.Notice(TurnsText.NotDelivered);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            outcome = Outcome.Fault;
            var code = FaultCode.Of(inbound.Envelope.ActivityId);
            log.Fault(inbound.Envelope.ActivityId, code, fault);
            answer = await Apologise(inbound, TurnsText.Fault(code), cancel);
        }

        var elapsed = clock.GetElapsedTime(started);
        TurnsTelemetry.Turn(outcome, elapsed);
        log.Turn(inbound.GetType().Name, inbound.Envelope.ActivityId, outcome, elapsed.TotalMilliseconds);
        return answer;
    }

    private async Task<Ended> Take(Inbound inbound, CancellationToken cancel)
    {
        using var span = TurnsTelemetry.Source.StartActivity(inbound.GetType().Name, ActivityKind.Server);
        var at = clock.GetUtcNow();
        switch (inbound)
        {
            case Inbound.Message message:
                return await _messages.Run((message.Envelope.Conversation.Id, message.Envelope.From.TeamsId), () => Message(message, at, cancel));
            case Inbound.CardPress press:
                return await Press(press, at, cancel);
            case Inbound.Installed installed:
                return await Install(installed, at, cancel);
            case Inbound.Uninstalled uninstalled:
                await whereabouts.Uninstalled(uninstalled.Envelope.Conversation, at, cancel);
                return new(new Answer.Accepted(), Outcome.Ignored);
            case Inbound.ConversationChanged changed:
                await whereabouts.Changed(changed.Envelope.Conversation, changed.EventType, at, cancel);
                return new(new Answer.Accepted(), Outcome.Ignored);
            case Inbound.DialogOpened or Inbound.DialogSubmitted or Inbound.ExtensionQueried:
            case Inbound.Other { Type: "invoke" }:
                return new(new Answer.NotImplemented(), Outcome.Ignored);
            default:
                return new(new Answer.Accepted(), Outcome.Ignored);
        }
    }

    private async Task<Ended> Message(Inbound.Message message, DateTimeOffset at, CancellationToken cancel)
    {
        var (turn, known) = await Begin(message.Envelope, at, cancel, message.IsTargeted);
        if (known.WelcomedAt is null && turn.InPrivate)
        {
            // Teams does not promise an install event: the first word here counts as one.
            await Welcome(turn.Conversation, at, cancel);
        }

        var answered = await Answer(turn, () => answerer.Say(message.Text, turn, cancel), cancel);
        await courier.Bring(answered, turn, pressedCard: null, known.CellId, cancel);
        await Share(turn, cancel);
        return new(new Answer.Accepted(), answered.Outcome);
    }

    /// <summary>The answer stands already: that another instance can't know it is no fault of the turn.</summary>
    private async Task Share(Turn turn, CancellationToken cancel)
    {
        try
        {
            await previous.Share(turn, cancel);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            log.NotShared(turn.Id, fault);
        }
    }

    private async Task<Ended> Press(Inbound.CardPress press, DateTimeOffset at, CancellationToken cancel)
    {
        var (turn, known) = await Begin(press.Envelope, at, cancel, isRefresh: press.IsRefresh);
        var answered = await Answer(turn, () => answerer.Press(press.Verb, press.Data, turn, cancel), cancel, isAsked: !press.IsRefresh);
        if (answered is { Outcome: Outcome.Denied, Reply: Reply.Words denied })
        {
            // What is shown over the card needs no message of its own.
            answered = answered with { Reply = Reply.Notify(denied.Text) };
        }

        if (press.IsRefresh)
        {
            return new(Courier.AnswerRefresh(answered, turn, known.CellId), answered.Outcome);
        }

        if (press.IsInvoke)
        {
            return new(await courier.AnswerPress(answered, turn, press.CardId, known.CellId, cancel), answered.Outcome);
        }

        await courier.Bring(answered, turn, press.CardId, known.CellId, cancel);
        return new(new Answer.Accepted(), answered.Outcome);
    }

    private async Task<Ended> Install(Inbound.Installed installed, DateTimeOffset at, CancellationToken cancel)
    {
        var conversation = installed.Envelope.Conversation;
        await whereabouts.Installed(conversation, cancel);
        if (conversation.Place == Place.Personal && await people.Find(conversation.TenantId, installed.Envelope.From, at, cancel) is { } owner)
        {
            // The office may have installed it for them: letters reach them before their first word.
            await chats.Seen(owner, conversation, cancel);
        }

        return new(new Answer.Accepted(), !installed.IsUpgrade && await Welcome(conversation, at, cancel) ? Outcome.Welcomed : Outcome.Ignored);
    }

    private async Task<bool> Welcome(Conversation conversation, DateTimeOffset at, CancellationToken cancel)
    {
        if (!await conversations.ClaimWelcome(conversation, at, cancel))
        {
            return false;
        }

        try
        {
            await connector.Send(conversation, new Outgoing.Card(HelpCards.Welcome(), HelpText.WelcomeTitle), cancel);
            return true;
        }
        catch (ConnectorException fault)
        {
            log.NotWelcomed(fault.Delivery, fault.Status, fault.Code);
            if (fault.Delivery != Delivery.Unknown)
            {
                await conversations.ReturnWelcome(conversation, at, cancel);
                await whereabouts.Note(conversation, fault.Delivery, cancel);
            }

            return false;
        }
    }

    private async Task<(Turn Turn, ConversationRow Known)> Begin(Envelope envelope, DateTimeOffset at, CancellationToken cancel, bool isTargeted = false, bool isRefresh = false)
    {
        // A view that Teams fetches by itself doesn't show that the bot may speak there.
        var seeing = isRefresh ? conversations.Known(envelope.Conversation, cancel) : conversations.Seen(envelope.Conversation, cancel);
        var found = await people.Find(envelope.Conversation.TenantId, envelope.From, at, cancel);
        var known = await seeing;
        var asker = found ?? (known.CellId is { } cellId ? Asker.Guest(cellId, envelope.From.Name) : Asker.Unknown);
        await chats.Seen(asker, envelope.Conversation, cancel);
        return (new Turn(envelope.ActivityId, at, asker, envelope.From, envelope.Conversation) { IsTargeted = isTargeted }, known);
    }

    private async Task<Answered> Answer(Turn turn, Func<Task<Answered>> answer, CancellationToken cancel, bool isAsked = true)
    {
        try
        {
            var answered = await answer();
            return isAsked && answered.Outcome == Outcome.Denied && turn.Asker.MemberId is null && await newcomers.Meet(turn, cancel) is { } met
                ? answered with { Reply = met }
                : answered;
        }
        catch (ConflictException conflict)
        {
            log.Conflicted(turn.Id, conflict.Conflict);
            var done = conflict.RowKey.StartsWith(InboxRow.Prefix, StringComparison.Ordinal) || conflict.RowKey.StartsWith(PendingRow.Prefix, StringComparison.Ordinal);
            return new Answered(
                Reply.Notify(done ? TurnsText.AlreadyDone : TurnsText.ChangedMeanwhile),
                AccessTable.RuleFor(Act.AskHelp),
                done ? Outcome.Answered : Outcome.Conflict);
        }
    }

    private async Task<Answer> Apologise(Inbound inbound, string text, CancellationToken cancel)
    {
        switch (inbound)
        {
            case Inbound.CardPress { IsInvoke: true }:
                return new Answer.Notice(text);
            case Inbound.Message or Inbound.CardPress:
                try
                {
                    await connector.Send(inbound.Envelope.Conversation, new Outgoing.Words(text) { OnlyFor = inbound is Inbound.Message { IsTargeted: true } ? inbound.Envelope.From : null }, cancel);
                }
                catch (ConnectorException fault)
                {
                    log.Undelivered(inbound.Envelope.ActivityId, fault.Delivery, fault.Status, fault.Code, fault);
                }

                break;
        }

        return new Answer.Accepted();
    }

    /// <summary>How a turn ended. No tuple: what waits for one can't be compiled ahead, and the first turn would pay for that.</summary>
    private readonly record struct Ended(Answer Answer, Outcome Outcome);
}
