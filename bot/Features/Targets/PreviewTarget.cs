using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Targets;

/// <summary>A target that was read and waits for its last press.</summary>
internal sealed record PendingTarget(Target Target, string Was);

/// <summary>“Xem trước” was pressed: the clauses are read, and the card shows how. Nothing is recorded yet.</summary>
internal sealed class PreviewTarget(ITables tables, Pendings pendings) : IHandle<TargetForm>
{
    public const string Kind = "targets.save";

    private const int LongestText = 2000;

    public async Task<Reply> Handle(TargetForm form, Turn turn, CancellationToken cancel)
    {
        if (await pendings.Find(turn, AskEditTargetHandler.Kind, form.Id, TargetsJson.Default.PendingEdit, cancel) is not { } pending)
        {
            return Reply.Notify(TurnsText.OldCard);
        }

        var edit = pending.Content;
        var old = edit.Target is null ? null : (await tables.Find<PartRow<Target>>(turn.CellId, PartRow<Target>.KeyOf(edit.Target), cancel))?.Row.Part;
        if (edit.Target is not null && (old is null || Fingerprint.Of(old) != edit.Was))
        {
            return Reply.Notify(TargetCommandText.ChangedTarget(TargetCommandText.EditTitle("").Trim().ToLowerInvariant()));
        }

        var resolution = old?.Resolution ?? form.Text("resolution") ?? edit.Resolutions[^1];
        if (!edit.Resolutions.Contains(resolution) && old is null)
        {
            return Reply.Notify(TargetCommandText.WrongChoice);
        }

        var number = old?.Number;
        if ((number is null && (!ResultFields.TryNumber(form.Text("number"), out number) || number is not > 0 or > 1000))
            || form.Text("title") is not { } title || form.Text("text") is not { } text || form.Text("clauses") is not { } lines)
        {
            return Reply.Notify(TargetCommandText.NeedsTarget);
        }

        if (title.Length > LongestText || text.Length > LongestText || title.Any(char.IsControl))
        {
            return Reply.Notify(TargetCommandText.TooLong);
        }

        var owner = form.Text("owner") is { } chosen && chosen != "none" ? chosen : null;
        if (owner is not null && !edit.Members.Contains(owner))
        {
            return Reply.Notify(TargetCommandText.WrongChoice);
        }

        var (clauses, problem) = Clauses(lines, old, TargetRules.Book.InForce(turn.Today).Rules);
        if (problem is not null)
        {
            return Reply.Notify(problem);
        }

        var target = new Target(old?.Id ?? $"t{form.Id}", resolution, number!.Value, title, string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            Clauses = clauses,
            Owner = owner,
            Due = old?.Due,
        };
        var id = await pendings.Keep(turn, Kind, TargetCommandText.DidTarget(old is null, target.Number, title), new PendingTarget(target, edit.Was), TargetsJson.Default.PendingTarget, cancel);
        var card = TargetCommandCards.Change(new(
            id, old is null, target.Number, target.Title, target.Text,
            [.. clauses.Select((clause, i) => ClauseReader.Explain(clause, i + 1))],
            old is null || old.Clauses.SequenceEqual(clauses) ? [] : [.. old.Clauses.Select((clause, i) => ClauseReader.Explain(clause, i + 1))]));
        return Reply.Replace(card, card.FallbackText!);
    }

    /// <summary>The clauses of the lines. A line that was left as it is stays the clause that it was, whatever it would be read as.</summary>
    private static (List<Clause> Clauses, string? Problem) Clauses(string text, Target? old, TargetRules rules)
    {
        var kept = old?.Clauses.GroupBy(ClauseReader.Write).ToDictionary(same => same.Key, same => same.First()) ?? [];
        var clauses = new List<Clause>();
        var lines = text.Split('\n', StringSplitOptions.TrimEntries);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0)
            {
                continue;
            }

            if (kept.TryGetValue(lines[i], out var same))
            {
                clauses.Add(same);
                continue;
            }

            var (clause, problem) = ClauseReader.Read(lines[i], rules);
            if (clause is null)
            {
                return ([], TargetCommandText.ClauseUnread(i + 1, problem!));
            }

            clauses.Add(clause);
        }

        return clauses.Count is > 0 and <= 9 ? (clauses, null) : ([], TargetCommandText.NeedsTarget);
    }
}

/// <summary>“Ghi chỉ tiêu” was pressed on what the preview showed.</summary>
internal sealed class SaveTarget(ITables tables, Commit commit, Pendings pendings) : IHandle<TargetForm>
{
    public async Task<Reply> Handle(TargetForm form, Turn turn, CancellationToken cancel)
    {
        if (await pendings.Find(turn, PreviewTarget.Kind, form.Id, TargetsJson.Default.PendingTarget, cancel) is not { } pending)
        {
            return Reply.Notify(TurnsText.OldCard);
        }

        return await commit.Run(turn, pending.Done, () => Decide(pending.Content, turn, cancel), cancel);
    }

    private async Task<(LedgerEntry?, Reply)> Decide(PendingTarget pending, Turn turn, CancellationToken cancel)
    {
        var target = pending.Target;
        var targets = await tables.List<PartRow<Target>>(turn.CellId, PartRow<Target>.Range, cancel);
        var stored = targets.FirstOrDefault(row => row.Row.Part.Id == target.Id);
        if ((stored is null ? "" : Fingerprint.Of(stored.Row.Part)) != pending.Was)
        {
            return Refuse(TargetCommandText.ChangedTarget(string.Create(CultureInfo.InvariantCulture, $"{TargetCommandText.TargetChoice(target.Number, target.Title)}")));
        }

        if (targets.Any(row => row.Row.Part.Id != target.Id && row.Row.Part.Resolution == target.Resolution && row.Row.Part.Number == target.Number))
        {
            return Refuse(TargetCommandText.NumberTaken(target.Number));
        }

        foreach (var (result, _) in await tables.List<PartRow<Result>>(turn.CellId, new RowRange(PartRow<Result>.KeyOf(target.Id + "|"), PartRow<Result>.KeyOf(target.Id + "}")), cancel))
        {
            if (result.Part.Measurements.FirstOrDefault(measured => measured.Clause > target.Clauses.Count) is { } lost)
            {
                return Refuse(TargetCommandText.ClauseHasResults(lost.Clause));
            }
        }

        var what = TargetCommandText.DidTarget(stored is null, target.Number, target.Title);
        var entry = new LedgerEntry(turn, what).Set(stored, new PartRow<Target>(turn.CellId, target) { Imported = stored?.Row.Imported });
        return (entry, Reply.Replace(LedgerCards.Done(TargetCommandText.Done(what), entry.Key), TargetCommandText.Done(what)));
    }

    private static (LedgerEntry?, Reply) Refuse(string sentence) => (null, Reply.Notify(sentence));
}
