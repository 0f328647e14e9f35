using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Targets;

/// <summary>“Ghi kết quả” was pressed. Where the result is no more what the card showed, the card comes back with what is there now, and nothing is recorded.</summary>
internal sealed class RecordResult(ITables tables, Commit commit, Pendings pendings) : IHandle<TargetForm>
{
    private static readonly TimeSpan Recently = TimeSpan.FromDays(1);

    public async Task<Reply> Handle(TargetForm form, Turn turn, CancellationToken cancel)
    {
        if (await pendings.Find(turn, AskRecordHandler.Kind, form.Id, TargetsJson.Default.PendingRecord, cancel) is not { } pending)
        {
            return Reply.Notify(TurnsText.OldCard);
        }

        return await commit.Run(turn, pending.Done, () => Decide(form, pending, turn, cancel), cancel);
    }

    private async Task<(LedgerEntry?, Reply)> Decide(TargetForm form, Pending<PendingRecord> pending, Turn turn, CancellationToken cancel)
    {
        var asked = pending.Content;
        var key = PartRow<Result>.KeyOf(ResultFields.KeyOf(asked.Target, asked.Year));
        var target = (await tables.Find<PartRow<Target>>(turn.CellId, PartRow<Target>.KeyOf(asked.Target), cancel))?.Row.Part;
        var term = (await tables.Find<PartRow<Term>>(turn.CellId, PartRow<Term>.KeyOf(asked.Term), cancel))?.Row.Part;
        if (target is null || term is null)
        {
            return (null, Reply.Notify(TurnsText.OldCard));
        }

        if (Read(form, target, out var measurements) is { } problem)
        {
            return (null, Reply.Notify(problem));
        }

        if (ResultFields.StatusOf(form.Text("status")) is not { } status || form.Text("note") is { Length: > 2000 })
        {
            return (null, Reply.Notify(TargetCommandText.WrongChoice));
        }

        if (measurements.Count == 0 && status == ResultStatus.InProgress)
        {
            return (null, Reply.Notify(TargetCommandText.NeedsNumbers));
        }

        var stored = await tables.Find<PartRow<Result>>(turn.CellId, key, cancel);
        if (ResultFields.MarkOf(stored?.Row.Part) != asked.Was)
        {
            return (null, await ShowAgain(form, pending, target, term, stored?.Row.Part, key, status, turn, cancel));
        }

        var result = new Result(target.Id, status)
        {
            Year = asked.Year,
            Measurements = measurements,
            Grades = stored?.Row.Part.Grades is { } grades && Agrees(grades, target, measurements) ? grades : null,
            Concluded = PartialDate.Of(turn.Today),
            Note = form.Text("note"),
        };
        var numbers = string.Join("; ", measurements.Select(measured => TargetCommandText.Numbers(measured.Count, measured.Of)));
        var what = TargetCommandText.DidRecord(target.Number, (term.From.Year, term.To.Year), asked.Year, numbers, ResultFields.NameOf(status));
        var entry = new LedgerEntry(turn, what).Set(stored, new PartRow<Result>(turn.CellId, result) { Imported = stored?.Row.Imported });
        return (entry, Reply.Replace(LedgerCards.Done(TargetCommandText.Done(what), entry.Key), TargetCommandText.Done(what)));
    }

    /// <summary>The numbers of each clause; what is wrong with them, or null.</summary>
    private static string? Read(TargetForm form, Target target, out List<Measurement> measurements)
    {
        measurements = [];
        for (var i = 1; i <= target.Clauses.Count; i++)
        {
            if (!ResultFields.TryNumber(form.Text($"c{i}"), out var count) || !ResultFields.TryNumber(form.Text($"o{i}"), out var of))
            {
                return TargetCommandText.NotANumber;
            }

            var isShare = target.Clauses[i - 1].Measure == Measure.Share;
            if (count is not { } number)
            {
                continue;
            }

            if (isShare && of is not > 0)
            {
                return TargetCommandText.WholeMissing;
            }

            if (isShare && number > of)
            {
                return TargetCommandText.MoreThanWhole;
            }

            measurements.Add(new(i, number) { Of = isShare ? of : null });
        }

        return null;
    }

    /// <summary>The numbers by grade stay as long as no clause says otherwise now.</summary>
    private static bool Agrees(GradeCounts grades, Target target, List<Measurement> measurements) =>
        measurements.All(measured => ClauseVerdict.CountOf(target.Clauses[measured.Clause - 1], grades) is not { } count || count == measured.Count);

    private async Task<Reply> ShowAgain(TargetForm form, Pending<PendingRecord> pending, Target target, Term term, Result? now, string key, ResultStatus status, Turn turn, CancellationToken cancel)
    {
        await tables.Commit(pending.Done, cancel);
        var id = await pendings.Keep(turn, AskRecordHandler.Kind, TargetCommandText.RecordTitle(target.Number).ToLowerInvariant(), pending.Content with { Was = ResultFields.MarkOf(now) }, TargetsJson.Default.PendingRecord, cancel);
        var clauses = new List<RecordedClauseView>(target.Clauses.Count);
        for (var i = 1; i <= target.Clauses.Count; i++)
        {
            var clause = target.Clauses[i - 1];
            var there = now is null ? new(clause, null, null) : ClauseVerdict.Measured(clause, i, now);
            _ = ResultFields.TryNumber(form.Text($"c{i}"), out var count);
            _ = ResultFields.TryNumber(form.Text($"o{i}"), out var of);
            clauses.Add(new(i, clause.Text, clause.Measure == Measure.Share, there.Count is { } was ? (was, there.Of) : null) { Count = count, Of = of });
        }

        var card = TargetCommandCards.Record(new(id, target.Number, target.Title, target.Text, (term.From.Year, term.To.Year), pending.Content.Year, clauses, ResultFields.NameOf(status))
        {
            WasStatus = now is null ? null : ResultFields.NameOf(now.Status),
            Note = form.Text("note"),
            ChangedBy = await LastAuthor(key, turn, cancel),
        });
        return Reply.Replace(card, card.FallbackText!);
    }

    private async Task<string> LastAuthor(string row, Turn turn, CancellationToken cancel)
    {
        foreach (var (entry, _) in await tables.List<AuditRow>(turn.CellId, AuditRow.Between(turn.At - Recently, turn.At), cancel))
        {
            if (entry.Changes.Any(change => change.Row == row))
            {
                return (await tables.Find<PartRow<Member>>(turn.CellId, PartRow<Member>.KeyOf(entry.By), cancel))?.Row.Part.Name ?? "";
            }
        }

        return "";
    }
}
