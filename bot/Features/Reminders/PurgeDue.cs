using ChiBoBot.Due;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Reminders;

/// <summary>Takes away what nobody asks for any more, a few rows at a time until none is left; the week's clock begins it anew. A row that somebody changes at that moment stays.</summary>
internal sealed class PurgeDue(ITables tables, Schedule schedule) : IDueKind
{
    public const string Kind = "purge";
    public const string Key = "cell";

    /// <summary>What was planned and what became of it: longer than a round of a year runs with its reports, and than a standing card is renewed.</summary>
    public static readonly TimeSpan KeepsDone = TimeSpan.FromDays(400);

    /// <summary>Which presses were done: Teams delivers again within minutes, a person presses an old card again within days.</summary>
    public static readonly TimeSpan KeepsPresses = TimeSpan.FromDays(30);

    /// <summary>What somebody last asked: it is read for minutes.</summary>
    public static readonly TimeSpan KeepsAsked = TimeSpan.FromDays(1);

    /// <summary>Beside them the commit has the outcome and the plan of the next few.</summary>
    public const int Batch = 90;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public string Name => Kind;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        await ForgetAsked(thing.CellId, now, cancel);
        var old = new List<Change>(Batch + 3);
        await OldPresses(thing.CellId, now, old, cancel);
        await OldThings(thing.CellId, now, old, cancel);
        var isFull = old.Count >= Batch;
        var changes = old.Take(Batch).ToList();
        if (isFull)
        {
            changes.Add(await schedule.Plan(thing.CellId, Kind, Key, now + Pause, cancel));
        }

        return new DueStep.Done(changes);
    }

    private async Task OldPresses(string cellId, DateTimeOffset now, List<Change> old, CancellationToken cancel)
    {
        foreach (var press in await tables.List<InboxRow>(cellId, RowRange.StartingWith(InboxRow.Prefix), cancel))
        {
            if (old.Count >= Batch)
            {
                return;
            }

            if (press.Row.At < now - KeepsPresses)
            {
                old.Add(Change.Delete(press.Row, press.ETag));
            }
        }
    }

    /// <summary>What was ordered, planned and done goes together; what is under way or still to come stays, however old.</summary>
    private async Task OldThings(string cellId, DateTimeOffset now, List<Change> old, CancellationToken cancel)
    {
        var before = now - KeepsDone;
        var outcomes = tables.List<OutcomeRow>(cellId, RowRange.StartingWith(OutcomeRow.Prefix), cancel);
        var plans = (await tables.List<DueRow>(cellId, RowRange.StartingWith(DueRow.Prefix), cancel)).ToDictionary(plan => (plan.Row.Kind, plan.Row.Key));
        var done = (await outcomes).ToDictionary(outcome => (outcome.Row.Kind, outcome.Row.Key));
        foreach (var (key, plan) in plans)
        {
            // A pair more may stand over the batch's end, never half of one.
            if (old.Count >= Batch - 1)
            {
                break;
            }

            var outcome = done.GetValueOrDefault(key);
            if (plan.Row.At >= before || outcome?.Row.At >= before || outcome?.Row.State is DueState.Waiting or DueState.Posting or DueState.Renewing)
            {
                continue;
            }

            old.Add(Change.Delete(plan.Row, plan.ETag));
            if (outcome is not null)
            {
                old.Add(Change.Delete(outcome.Row, outcome.ETag));
            }
        }

        foreach (var reminder in await tables.List<ReminderRow>(cellId, RowRange.StartingWith(ReminderRow.Prefix), cancel))
        {
            if (old.Count < Batch && reminder.Row.At < before)
            {
                old.Add(Change.Delete(reminder.Row, reminder.ETag));
            }
        }
    }

    /// <summary>These lie beside their conversations, in other partitions: taken away at once, for nothing else depends on them.</summary>
    private async Task ForgetAsked(string cellId, DateTimeOffset now, CancellationToken cancel)
    {
        var conversations = (await tables.List<GroupRow>(cellId, RowRange.StartingWith(GroupRow.Prefix), cancel)).Select(group => group.Row.ConversationId)
            .Concat((await tables.List<OwnChatRow>(cellId, RowRange.StartingWith(OwnChatRow.Prefix), cancel)).Select(chat => chat.Row.ConversationId));
        foreach (var partition in conversations.Select(ConversationRow.KeyOf).Distinct(StringComparer.Ordinal))
        {
            foreach (var asked in await tables.List(AskedRow.Table, partition, AskedRow.All, cancel))
            {
                if (asked.Instant("At") < now - KeepsAsked)
                {
                    await Forget(new Change(ChangeKind.Delete, AskedRow.Table, partition, asked.RowKey, default, asked.ETag), cancel);
                }
            }
        }
    }

    private async Task Forget(Change change, CancellationToken cancel)
    {
        try
        {
            await tables.Commit(change, cancel);
        }
        catch (ConflictException)
        {
            // The person asks something at this moment.
        }
    }
}
