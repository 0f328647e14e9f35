using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Teams.Wire;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>Where sheets are written: each step is decided on what is stored now, and decided again where another window was faster. What was typed is stored in any case.</summary>
internal sealed class SheetDesk(SheetStore store, Prefills prefills)
{
    private const int Attempts = 8;

    /// <summary>A section as its card shows it.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Show(OpenSheet open, FormSection section, CancellationToken cancel) =>
        open.Sheet.RevisionOf(section.Id) is > 0 and var revision
            ? await store.Read(open, section.Id, revision, cancel)
            : await prefills.For(open, section, cancel);

    /// <summary>Saves what a window typed into a section.</summary>
    /// <param name="revision">The revision that the window showed.</param>
    /// <param name="typed">Its fields; one that isn't there was left empty.</param>
    /// <returns>Null where the pen opens no such sheet or section.</returns>
    public async Task<Saved?> Save(Pen pen, string roundId, string sectionId, int revision, IReadOnlyDictionary<string, string> typed, Turn turn, CancellationToken cancel)
    {
        try
        {
            return await Again(() => Once(isLast: false));
        }
        catch (ConflictException conflict) when (!IsRepeat(conflict))
        {
            // Other windows were always faster. What is put aside stands against nobody.
            return await Once(isLast: true);
        }

        async Task<Saved?> Once(bool isLast)
        {
            if (await store.Open(pen, roundId, cancel) is not { } open || open.Form.Find(sectionId) is not { } section)
            {
                return null;
            }

            var fields = FormCheck.Fields(section).ToDictionary(field => field, field => Clean(typed.GetValueOrDefault(field, "")));
            var current = await Show(open, section, cancel);
            var refusal = SheetFlow.MayWrite(open.Round, open.Sheet);
            return isLast || refusal is not null
                ? await PutAside(open, section, fields, current, refusal, turn, cancel)
                : await Save(open, section, fields, current, revision, turn, cancel);
        }
    }

    /// <summary>Hands in what is saved, if it is complete.</summary>
    public Task<Stepped?> HandIn(Pen pen, string roundId, Turn turn, CancellationToken cancel) => Again(async () =>
    {
        if (await store.Open(pen, roundId, cancel) is not { } open)
        {
            return null;
        }

        if (SheetFlow.MayWrite(open.Round, open.Sheet) is { } refusal)
        {
            return new(open, refusal);
        }

        var answers = await store.ReadAll(open, cancel);
        if (open.Form.Sections.Any(section => FormCheck.Of(section, answers).Count > 0))
        {
            return new Stepped(open, Refusal.Incomplete);
        }

        var sheet = SheetFlow.HandedIn(open.Round, open.Sheet, turn.At);
        var handed = new HandedIn(open.Round.Id, pen.Member, sheet.Version)
        {
            At = turn.At,
            By = pen.By,
            Sections = sheet.Sections,
            SelfProposed = open.Form.Sections
                .SelectMany(section => section.Questions)
                .Where(question => question.Kind == QuestionKind.Grade)
                .Select(question => FormCheck.Grade(answers.GetValueOrDefault(question.Id)))
                .FirstOrDefault(),
            Points = FormCheck.Points(open.Form, answers),
        };
        await store.Commit(open, sheet, turn, [Change.Add(new Cells.PartRow<HandedIn>(pen.CellId, handed))], cancel);
        return new(open with { Stored = null, Now = sheet }, null);
    });

    /// <summary>Takes a handed-in sheet back to change it.</summary>
    public Task<Stepped?> Withdraw(Pen pen, string roundId, Turn turn, CancellationToken cancel) => Again(async () =>
    {
        if (await store.Open(pen, roundId, cancel) is not { } open)
        {
            return null;
        }

        if (SheetFlow.MayWithdraw(open.Round, open.Sheet, await store.IsProposed(open, cancel), turn.At) is { } refusal)
        {
            return new Stepped(open, refusal);
        }

        var sheet = SheetFlow.Withdrawn(open.Sheet);
        await store.Commit(open, sheet, turn, [], cancel);
        return new(open with { Stored = null, Now = sheet }, null);
    });

    private async Task<Saved?> Save(
        OpenSheet open, FormSection section, Dictionary<string, string> typed, IReadOnlyDictionary<string, string> current, int revision, Turn turn, CancellationToken cancel)
    {
        var now = open.Sheet.RevisionOf(section.Id);
        var seen = revision == now ? current
            : revision > 0 ? await store.Read(open, section.Id, revision, cancel)
            : await prefills.For(open, section, cancel);
        var tooLong = typed.Where(field => field.Value.Length > FormCheck.LongestOf(section, field.Key)).ToDictionary();
        var merge = Merge.Of(seen, now > 0 ? current : new Dictionary<string, string>(), typed.Where(field => !tooLong.ContainsKey(field.Key)).ToDictionary());
        var emptied = current.Where(field => field.Value.Length > 0 && merge.Answers.GetValueOrDefault(field.Key, "").Length == 0 && now > 0).ToDictionary();
        KeptRow[] kept =
        [
            .. Kept(KeptFor.TooLong, tooLong),
            .. Kept(KeptFor.OtherWindow, merge.Lost.Where(field => !emptied.ContainsKey(field.Key)).ToDictionary()),
            .. Kept(KeptFor.Emptied, emptied),
        ];
        var isNew = now == 0 || !Same(merge.Answers, current);
        if (!isNew && kept.Length == 0)
        {
            return new(open, section, current, null, [], tooLong);
        }

        var sheet = isNew ? SheetFlow.Saved(open.Sheet, section.Id) : open.Sheet;
        if (!open.Pen.IsClerks)
        {
            // From now on it is the member's own: the clerk's pen opens it no more.
            sheet = sheet with { Clerk = null };
        }

        await store.Commit(
            open,
            sheet,
            turn,
            [
                .. isNew ? [Change.Add(new AnswersRow(open.Pen.CellId, open.Round.Id, open.Pen.Member, section.Id, sheet.Revision, merge.Answers))] : Array.Empty<Change>(),
                .. kept.Select(Change.Add),
            ],
            cancel);
        return new(open with { Stored = null, Now = sheet }, section, merge.Answers, null, [.. kept.Select(row => row.Reason)], tooLong);

        IEnumerable<KeptRow> Kept(KeptFor reason, Dictionary<string, string> texts) =>
            texts.Count == 0 ? [] : [new(open.Pen.CellId, open.Round.Id, open.Pen.Member, turn.At, section.Id, reason, turn.Key, texts)];
    }

    /// <summary>The section can't be written now: what differs from it is kept beside it, once.</summary>
    private async Task<Saved?> PutAside(
        OpenSheet open, FormSection section, Dictionary<string, string> typed, IReadOnlyDictionary<string, string> current, Refusal? refusal, Turn turn, CancellationToken cancel)
    {
        var differing = typed.Where(field => field.Value.Length > 0 && field.Value != current.GetValueOrDefault(field.Key, "")).ToDictionary();
        var reason = refusal switch { null => KeptFor.OtherWindow, Refusal.HandedIn => KeptFor.HandedIn, _ => KeptFor.Closed };
        if (differing.Count > 0 && !(await store.Kept(open, cancel)).Any(row => row.Section == section.Id && Same(row.Answers, differing)))
        {
            await store.Keep(new(open.Pen.CellId, open.Round.Id, open.Pen.Member, turn.At, section.Id, reason, turn.Key, differing), turn, cancel);
        }

        return new(open, section, current, refusal, differing.Count > 0 ? [reason] : [], new Dictionary<string, string>());
    }

    private static async Task<T?> Again<T>(Func<Task<T?>> step)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await step();
            }
            catch (ConflictException conflict) when (attempt < Attempts && !IsRepeat(conflict))
            {
                // Another window or the secretary was faster: decide again on what is there now.
            }
        }
    }

    /// <summary>The turn was carried out before: the dispatcher says so.</summary>
    private static bool IsRepeat(ConflictException conflict) => conflict.RowKey.StartsWith(InboxRow.Prefix, StringComparison.Ordinal);

    private static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Keys.Union(other.Keys).All(field => one.GetValueOrDefault(field, "") == other.GetValueOrDefault(field, ""));

    private static string Clean(string text) =>
        Composition.Of(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\u00A0', ' ')).Trim();
}

/// <summary>What became of a press that saves a section.</summary>
/// <param name="Answers">What the section says now.</param>
/// <param name="Refusal">Why it could not be changed; null where it was.</param>
/// <param name="Kept">For what reasons texts were put aside.</param>
/// <param name="TooLong">Texts that are longer than their fields take, whole.</param>
internal sealed record Saved(
    OpenSheet Open, FormSection Section, IReadOnlyDictionary<string, string> Answers, Refusal? Refusal, IReadOnlyList<KeptFor> Kept, IReadOnlyDictionary<string, string> TooLong);

/// <summary>What became of a step.</summary>
/// <param name="Refusal">Why it was not taken; null where it was.</param>
internal sealed record Stepped(OpenSheet Open, Refusal? Refusal);
