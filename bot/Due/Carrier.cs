using Azure;
using ChiBoBot.Storage;
using ChiBoBot.Teams;

namespace ChiBoBot.Due;

/// <summary>Carries one due thing through: decides, claims, sends, records. It may end after any step, by a crash too: the next one who looks goes on from there.</summary>
internal sealed class Carrier(ITables tables, IConnector connector, IRefusals refusals, IEnumerable<IDueKind> kinds, TimeProvider clock, ILogger<Carrier> log)
{
    /// <summary>Longer than one attempt takes, of which the connector waits for an answer for half a minute, and than clocks differ.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    /// <summary>So long a mark serves the next request too, which follows at once but may wait for a new token or for Teams' pace.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    /// <summary>Longer than the connector waits between two attempts.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);

    /// <summary>Longer than all attempts to change a message take.</summary>
    private static readonly TimeSpan RenewLease = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan UntilOthersAreDone = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, IDueKind> _kinds = kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    /// <summary>Does what the entry's thing asks for.</summary>
    /// <returns>When to look at the entry again; null where it is gone from the index.</returns>
    public async Task<Verdict.LookAgain?> Carry(DueEntry entry, CancellationToken cancel)
    {
        var reading = tables.Find<OutcomeRow>(entry.CellId, OutcomeRow.KeyOf(entry.Kind, entry.Key), cancel);
        var plan = (await tables.Find<DueRow>(entry.CellId, DueRow.KeyOf(entry.Kind, entry.Key), cancel))?.Row;
        var outcome = await reading;
        var now = clock.GetUtcNow();
        try
        {
            switch (Verdict.Of(entry, plan, outcome?.Row, now))
            {
                case Verdict.LookAgain later:
                    return later;
                case Verdict.SayUnknown:
                    log.LeftUnknown(entry.CellId, entry.Kind);
                    await Record(outcome, outcome!.Row with { State = DueState.Unknown, At = now, Until = null, Reason = "Interrupted" }, [], cancel);
                    if (outcome.Row.PlanId == plan!.PlanId)
                    {
                        break;
                    }

                    return new(now);
                case Verdict.Decide due:
                    return await Carry(new Work(entry, plan!, outcome, due.Thing), now, cancel);
            }
        }
        catch (ConflictException)
        {
            // Another instance was a moment earlier, or the cell has changed: see what is there then.
            return new(now + Moment);
        }

        await Remove(entry, cancel);
        return null;
    }

    private async Task<Verdict.LookAgain?> Carry(Work work, DateTimeOffset now, CancellationToken cancel)
    {
        if (!_kinds.TryGetValue(work.Entry.Kind, out var kind))
        {
            // Another release of the bot on the same store knows it.
            log.UnknownKind(work.Entry.Kind);
            return new(now + UntilOthersAreDone);
        }

        DueStep step;
        try
        {
            step = await kind.Decide(work.Thing, now, cancel);
        }
        catch (ConnectorException fault)
        {
            return await Failed(work, work.Outcome, work.Next(DueState.Waiting, now) with { Reason = fault.Code }, now, cancel);
        }
        catch (Exception fault) when (fault is not ConflictException && !cancel.IsCancellationRequested)
        {
            log.DecisionFailed(work.Entry.CellId, work.Entry.Kind, fault);
            return await Failed(work, work.Outcome, work.Next(DueState.Waiting, now) with { Reason = fault.GetType().Name }, now, cancel);
        }

        switch (step)
        {
            case DueStep.Again again:
                await Postpone(work.Entry, again.At > now ? again.At : now + Moment, cancel);
                return null;
            case DueStep.Post when !Verdict.MayPost(work.Plan, work.Outcome?.Row):
                await Record(work.Outcome, work.Next(DueState.Dropped, now) with { Reason = "AlreadyPosted" }, [], cancel);
                break;
            case DueStep.Post post:
                return await Post(work, post, now, cancel);
            case DueStep.Renew renew:
                return await Renew(work, renew, now, cancel);
            case DueStep.Done done:
                await Record(work.Outcome, work.Next(DueState.Done, now), done.Changes, cancel);
                break;
            case DueStep.Drop drop:
                await Record(work.Outcome, work.Next(DueState.Dropped, now) with { Reason = drop.Reason }, [], cancel);
                break;
        }

        await Remove(work.Entry, cancel);
        return null;
    }

    private async Task<Verdict.LookAgain?> Post(Work work, DueStep.Post post, DateTimeOffset now, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        var attempts = new Attempts(tables, clock, work);
        if (work.Unsure > 0)
        {
            log.PostedAgain(work.Entry.CellId, work.Entry.Kind);
        }

        var state = DueState.Sent;
        string? messageId = null;
        string? reason = null;
        Delivery? refused = null;
        try
        {
            attempts.To = post.Person is { } person ? await refusals.OpenPersonal(connector, post.To, person, patience.Token) : post.To;
            messageId = await connector.SendOnce(attempts.To, post.Message, attempts, patience.Token);
        }
        catch (ConnectorException fault)
        {
            (state, reason, refused) = (Retry.StateOf(fault.Delivery), fault.Code, fault.Delivery);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            (state, reason) = (DueState.Unknown, "TimedOut");
        }

        now = clock.GetUtcNow();
        var unsure = work.Unsure;
        if (state == DueState.Unknown)
        {
            // Where nothing was sent yet, everybody knows.
            unsure += attempts.IsPosting ? 1 : 0;
            state = unsure > 1 ? DueState.Unknown : DueState.Waiting;
        }

        var stands = state is DueState.Sent or DueState.Unknown;
        var after = work.Next(state, now) with
        {
            Unsure = unsure,
            MayStand = stands || unsure > 0,
            ConversationId = stands ? attempts.To?.Id : null,
            MessageId = messageId,
            Reason = reason,
        };
        var next = await Ended(work, attempts.Claim, after, now, cancel);
        if (attempts.To is { } to && refused is { } delivery)
        {
            await refusals.Note(to, delivery, cancel);
        }

        return next;
    }

    private async Task<Verdict.LookAgain?> Renew(Work work, DueStep.Renew renew, DateTimeOffset now, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        var claim = await Claim(tables, work.Outcome, work.Next(DueState.Renewing, now) with { Until = now + RenewLease }, cancel);
        var state = DueState.Sent;
        string? reason = null;
        try
        {
            await connector.Update(renew.At, renew.MessageId, renew.Message, patience.Token);
        }
        catch (ConnectorException fault)
        {
            // An update that may have arrived can be made again.
            (state, reason) = (fault.Delivery == Delivery.Unknown ? DueState.Waiting : Retry.StateOf(fault.Delivery), fault.Code);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            (state, reason) = (DueState.Waiting, "TimedOut");
        }

        now = clock.GetUtcNow();
        var after = work.Next(state, now) with { Reason = reason };
        return await Ended(work, claim, state == DueState.Gone ? after with { Unsure = 0, MayStand = false, ConversationId = null, MessageId = null } : after, now, cancel);
    }

    private async Task<Verdict.LookAgain?> Ended(Work work, Stored<OutcomeRow>? claim, OutcomeRow after, DateTimeOffset now, CancellationToken cancel)
    {
        if (after.State == DueState.Waiting)
        {
            return await Failed(work, claim ?? work.Outcome, after, now, cancel);
        }

        log.Ended(work.Entry.CellId, work.Entry.Kind, after.State, after.Reason);
        if (claim is null)
        {
            await Record(work.Outcome, after, [], cancel);
        }
        else
        {
            await Conclude(claim, after, cancel);
        }

        await Remove(work.Entry, cancel);
        return null;
    }

    /// <summary>A try failed, and nothing stands from it: another one later, or it has failed for good.</summary>
    private async Task<Verdict.LookAgain?> Failed(Work work, Stored<OutcomeRow>? before, OutcomeRow after, DateTimeOffset now, CancellationToken cancel)
    {
        var tries = work.Tries + 1;
        if (Retry.Next(tries, now) is not { } next)
        {
            log.GivenUp(work.Entry.CellId, work.Entry.Kind, tries, after.Reason);
            await Record(before, after with { State = DueState.Failed, Tries = tries }, [], cancel);
            await Remove(work.Entry, cancel);
            return null;
        }

        // Recorded first: that nothing arrived is known only here. The old entry serves until the new one is there.
        await Record(before, after with { Tries = tries, Until = next }, [], cancel);
        await Postpone(work.Entry, next, cancel);
        return null;
    }

    /// <summary>Writes the end over the claim. Where its lease had run out and another is at it, or has posted the message too, theirs says that there may be two.</summary>
    private async Task Conclude(Stored<OutcomeRow> claim, OutcomeRow after, CancellationToken cancel)
    {
        try
        {
            await Record(claim, after, [], cancel);
        }
        catch (ConflictException) when (after.State == DueState.Sent)
        {
            var there = await tables.Find<OutcomeRow>(after.CellId, after.RowKey, cancel);
            switch (there?.Row.State)
            {
                case DueState.Sent:
                    break;
                case null or DueState.Posting or DueState.Renewing:
                    throw;
                default:
                    // Whoever has Teams' answer knows best.
                    await Record(there, after with { Unsure = Math.Max(0, there!.Row.Unsure - 1) }, [], cancel);
                    break;
            }
        }
    }

    private static async Task<Stored<OutcomeRow>> Claim(ITables tables, Stored<OutcomeRow>? before, OutcomeRow claim, CancellationToken cancel) =>
        new(claim, before is null ? await tables.Add(claim, cancel) : await tables.Replace(before, claim, cancel));

    private async Task Record(Stored<OutcomeRow>? before, OutcomeRow after, IReadOnlyList<Change> together, CancellationToken cancel)
    {
        var change = before is null ? Change.Add(after) : Change.Replace(after, before.ETag);
        await (together.Count == 0 ? tables.Commit(change, cancel) : tables.Commit([change, .. together], cancel));
    }

    private async Task Postpone(DueEntry entry, DateTimeOffset at, CancellationToken cancel)
    {
        await tables.Put(entry with { At = at, WrittenAt = clock.GetUtcNow() }, cancel);
        await Remove(entry, cancel);
    }

    private async Task Remove(DueEntry entry, CancellationToken cancel)
    {
        try
        {
            await tables.Commit(Change.Delete(entry, ETag.All), cancel);
        }
        catch (ConflictException)
        {
            // Another instance has removed it.
        }
    }

    /// <summary>A thing whose time has come, with everything that was read of it.</summary>
    private sealed record Work(DueEntry Entry, DueRow Plan, Stored<OutcomeRow>? Outcome, DueThing Thing)
    {
        public int Tries => Outcome?.Row.PlanId == Plan.PlanId ? Outcome.Row.Tries : 0;

        public int Unsure => Outcome is null || Verdict.IsWantedAgain(Plan, Outcome.Row) ? 0 : Outcome.Row.Unsure;

        /// <summary>What becomes of it now; what stands in Teams still stands.</summary>
        public OutcomeRow Next(DueState state, DateTimeOffset at) => new(Entry.CellId, Entry.Kind, Entry.Key, Plan.PlanId, state, at)
        {
            Tries = Tries,
            Unsure = Unsure,
            MayStand = Outcome?.Row.MayStand ?? false,
            ConversationId = Outcome?.Row.ConversationId,
            MessageId = Outcome?.Row.MessageId,
        };
    }

    /// <summary>The durable mark of a message that is being posted: set right before the request, taken off while the next attempt is waited for. It is the claim too: who sets it first, posts.</summary>
    private sealed class Attempts(ITables tables, TimeProvider clock, Work work) : IAttempts
    {
        private DateTimeOffset _marked;

        public Conversation? To { get; set; }

        /// <summary>What stands of it in the store; null while it was never set.</summary>
        public Stored<OutcomeRow>? Claim { get; private set; }

        public bool IsPosting { get; private set; }

        public async Task Begins(CancellationToken cancel)
        {
            var now = clock.GetUtcNow();
            if (IsPosting && now < _marked + Fresh)
            {
                // The last request was refused at once, e.g. for an old token.
                return;
            }

            var mark = work.Next(DueState.Posting, now) with { Unsure = work.Unsure + 1, MayStand = true, ConversationId = To?.Id, MessageId = null, Until = now + Lease };
            Claim = await Carrier.Claim(tables, Claim ?? work.Outcome, mark, cancel);
            (IsPosting, _marked) = (true, now);
        }

        public async Task Waits(CancellationToken cancel)
        {
            var now = clock.GetUtcNow();
            var pause = work.Next(DueState.Waiting, now) with { MayStand = work.Unsure > 0, ConversationId = null, MessageId = null, Until = now + Pause };
            Claim = await Carrier.Claim(tables, Claim, pause, cancel);
            IsPosting = false;
        }
    }
}
