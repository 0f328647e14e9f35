using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Targets;

/// <summary>“Thêm hoạt động: tặng quà hộ nghèo”, “ghi thêm một công trình”.</summary>
/// <param name="Title">What follows a colon.</param>
/// <param name="Word">What it was called, without marks.</param>
internal sealed record AskDeed(string Title, DeedKind Kind, string Word)
{
    private static readonly string[] Verbs = ["them", "ghi", "ghi nhan", "ghi them", "them mot", "ghi them mot", "nhap"];
    private static readonly Noun[] Nouns = [new("hoat dong", DeedKind.Activity), new("cong trinh", DeedKind.Work), new("mo hinh", DeedKind.Model)];
    private static readonly Opening[] Openings = [.. from noun in Nouns from verb in Verbs select new Opening($"{verb} {noun.Word}", noun)];

    public static AskDeed? Of(Said said)
    {
        foreach (var (words, noun) in Openings)
        {
            if (IsOpening(said.Core, words))
            {
                return new(said.Text.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? said.Text[(colon + 1)..].Trim() : "", noun.Kind, noun.Word);
            }
        }

        return null;
    }

    // “thêm hoạt động vào lịch” is about something else: only the words alone, or a title after a colon.
    private static bool IsOpening(string core, string opening) =>
        core.StartsWith(opening, StringComparison.Ordinal)
        && (core.Length == opening.Length || (core[opening.Length] == ' ' && !core.AsSpan(opening.Length).StartsWith(" vao lich", StringComparison.Ordinal)));

    private sealed record Noun(string Word, DeedKind Kind);

    private sealed record Opening(string Words, Noun Noun);
}

/// <summary>What the card of a deed waits for.</summary>
/// <param name="Targets">The ids of the targets that it may count for.</param>
internal sealed record PendingDeed(IReadOnlyList<string> Targets);

internal sealed class AskDeedHandler(TargetBoards boards, Pendings pendings) : IHandle<AskDeed>
{
    public const string Kind = "targets.deed";

    public async Task<Reply> Handle(AskDeed asked, Turn turn, CancellationToken cancel)
    {
        var board = await boards.Read(turn.CellId, Slots.None, underWay: true, turn.Today, cancel);
        if (board.Empty is { } empty)
        {
            return empty;
        }

        var targets = board.Verdicts
            .Where(verdict => verdict.Row.Target.Clauses.Any(Deeds.Counts))
            .Select(verdict => new DeedTargetView(verdict.Row.Target.Id, verdict.Row.Target.Number, verdict.Row.Target.Title, Deeds.Entered(verdict.Row.Target, verdict.Result), Recorded(verdict)))
            .ToList();
        var id = await pendings.Keep(turn, Kind, TargetCommandText.DidDeed(asked.Title, null), new PendingDeed([.. targets.Select(target => target.Id)]), TargetsJson.Default.PendingDeed, cancel);
        var meant = targets.Count == 1 ? targets[0].Id
            : targets.FirstOrDefault(target => string.Join(' ', TargetMatch.Words(target.Title)).Contains(asked.Word, StringComparison.Ordinal))?.Id;
        var card = TargetCommandCards.Deed(new(id, asked.Title, turn.Today, Deeds.NameOf(asked.Kind), targets, meant));
        return Reply.Propose(card, card.FallbackText!, id);
    }

    private static int Recorded(TargetVerdict verdict) =>
        verdict.Row.Tallies.Where(tally => tally.Year is null || tally.Year == verdict.Year)
            .SelectMany(tally => tally.Clauses)
            .Where(counted => Deeds.Counts(verdict.Row.Target.Clauses[counted.Clause - 1]))
            .Sum(counted => counted.Count);
}

/// <summary>“Ghi hoạt động” was pressed.</summary>
internal sealed class RecordDeed(ITables tables, Commit commit, Pendings pendings) : IHandle<TargetForm>
{
    public async Task<Reply> Handle(TargetForm form, Turn turn, CancellationToken cancel)
    {
        if (await pendings.Find(turn, AskDeedHandler.Kind, form.Id, TargetsJson.Default.PendingDeed, cancel) is not { } pending)
        {
            return Reply.Notify(TurnsText.OldCard);
        }

        return await commit.Run(turn, pending.Done, () => Decide(form, pending.Content, turn, cancel), cancel);
    }

    private async Task<(LedgerEntry?, Reply)> Decide(TargetForm form, PendingDeed pending, Turn turn, CancellationToken cancel)
    {
        if (form.Text("title") is not { } title)
        {
            return Refuse(TargetCommandText.NeedsName);
        }

        if (title.Length > 200 || title.Any(char.IsControl))
        {
            return Refuse(TargetCommandText.TooLong);
        }

        if (!DateOnly.TryParseExact(form.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day > turn.Today)
        {
            return Refuse(TargetCommandText.WrongDate);
        }

        if (!ResultFields.TryNumber(form.Text("people"), out var people))
        {
            return Refuse(TargetCommandText.NotANumber);
        }

        if (Deeds.KindOf(form.Text("kind")) is not { } kind || form.Text("target") is not { } chosen || (chosen != "none" && !pending.Targets.Contains(chosen)))
        {
            return Refuse(TargetCommandText.WrongChoice);
        }

        var target = chosen == "none" ? null : (await tables.Find<PartRow<Target>>(turn.CellId, PartRow<Target>.KeyOf(chosen), cancel))?.Row.Part;
        if (target is not null && !await IsInTerm(target, day, turn, cancel))
        {
            return Refuse(TargetCommandText.OutsideTerm);
        }

        var what = TargetCommandText.DidDeed(title, target?.Number);
        var deed = new Deed(turn.Key, kind, title, PartialDate.Of(day)) { People = people is > 0 ? people : null, Target = target?.Id };
        var entry = new LedgerEntry(turn, what).Add(new PartRow<Deed>(turn.CellId, deed));
        if (target is not null && form.Flag("add"))
        {
            await AddToResult(entry, target, day, turn, cancel);
        }

        return (entry, Reply.Replace(LedgerCards.Done(TargetCommandText.Done(what), entry.Key), TargetCommandText.Done(what)));
    }

    private async Task<bool> IsInTerm(Target target, DateOnly day, Turn turn, CancellationToken cancel)
    {
        var resolution = (await tables.Find<PartRow<Resolution>>(turn.CellId, PartRow<Resolution>.KeyOf(target.Resolution), cancel))?.Row.Part;
        var term = resolution is null ? null : (await tables.Find<PartRow<Term>>(turn.CellId, PartRow<Term>.KeyOf(resolution.Term), cancel))?.Row.Part;
        return term is not null && term.From.First <= day && day <= term.To.Last;
    }

    /// <summary>One more in the result that was entered by hand, where there is one.</summary>
    private async Task AddToResult(LedgerEntry entry, Target target, DateOnly day, Turn turn, CancellationToken cancel)
    {
        var isYearly = target.Clauses.First(Deeds.Counts).Period != Period.Term;
        var key = PartRow<Result>.KeyOf(ResultFields.KeyOf(target.Id, isYearly ? day.Year : null));
        if (await tables.Find<PartRow<Result>>(turn.CellId, key, cancel) is { } stored && Deeds.Entered(target, stored.Row.Part) is not null)
        {
            var number = Deeds.Clause(target);
            entry.Replace(stored, stored.Row with
            {
                Part = stored.Row.Part with
                {
                    Measurements = [.. stored.Row.Part.Measurements.Select(measured => measured.Clause == number ? measured with { Count = measured.Count + 1 } : measured)],
                    Concluded = PartialDate.Of(turn.Today),
                },
            });
        }
    }

    private static (LedgerEntry?, Reply) Refuse(string sentence) => (null, Reply.Notify(sentence));
}
