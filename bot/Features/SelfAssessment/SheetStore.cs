using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>One member's sheet as its pen sees it.</summary>
/// <param name="Stored">As it was read; null before the first saved section.</param>
internal sealed record OpenSheet(Pen Pen, Round Round, Form Form, Stored<PartRow<Sheet>>? Stored)
{
    /// <summary>What a step has just made of it.</summary>
    public Sheet? Now { get; init; }

    public Sheet Sheet => Now ?? Stored?.Row.Part ?? new Sheet(Round.Id, Pen.Member, Form.Id) { Clerk = Pen.IsClerks ? Pen.By : null };
}

/// <summary>The sheets and their texts. Every way to a text takes a <see cref="Pen"/>.</summary>
internal sealed class SheetStore(ITables tables)
{
    /// <summary>The sheet; null where the round isn't there, the member takes no part, or the pen doesn't open it.</summary>
    public async Task<OpenSheet?> Open(Pen pen, string roundId, CancellationToken cancel)
    {
        var reading = tables.Find<PartRow<Sheet>>(pen.CellId, PartRow<Sheet>.KeyOf(Sheet.KeyOf(roundId, pen.Member)), cancel);
        var round = (await tables.Find<PartRow<Round>>(pen.CellId, PartRow<Round>.KeyOf(roundId), cancel))?.Row.Part;
        var sheet = await reading;
        if (round is null || !round.Forms.TryGetValue(pen.Member, out var formId) || (sheet is not null && !pen.Opens(sheet.Row.Part)))
        {
            return null;
        }

        var form = await tables.Find<PartRow<RoundForm>>(pen.CellId, PartRow<RoundForm>.KeyOf(RoundForm.KeyOf(roundId, sheet?.Row.Part.Form ?? formId)), cancel);
        return form is null ? null : new(pen, round, form.Row.Part.Form, sheet);
    }

    /// <summary>A section at a revision; empty for one that isn't there.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Read(OpenSheet open, string section, int revision, CancellationToken cancel) =>
        revision > 0 && await tables.Find<AnswersRow>(open.Pen.CellId, AnswersRow.KeyOf(open.Round.Id, open.Pen.Member, section, revision), cancel) is { } found
            ? found.Row.Answers
            : new Dictionary<string, string>();

    /// <summary>All that the sheet says now.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadAll(OpenSheet open, CancellationToken cancel)
    {
        var sections = await Task.WhenAll(open.Sheet.Sections.Select(section => Read(open, section.Key, section.Value, cancel)));
        return sections.SelectMany(section => section).ToDictionary(answer => answer.Key, answer => answer.Value, StringComparer.Ordinal);
    }

    /// <summary>What was put aside, the oldest first.</summary>
    public async Task<IReadOnlyList<KeptRow>> Kept(OpenSheet open, CancellationToken cancel) =>
        [.. (await tables.List<KeptRow>(open.Pen.CellId, RowRange.StartingWith(KeptRow.Prefix(open.Round.Id, open.Pen.Member)), cancel)).Select(row => row.Row)];

    /// <summary>What was handed in last: when, and with which grade. Null where nothing was.</summary>
    public async Task<HandedIn?> OwnFacts(OpenSheet open, CancellationToken cancel) =>
        (await tables.Find<PartRow<HandedIn>>(open.Pen.CellId, PartRow<HandedIn>.KeyOf(HandedIn.KeyOf(open.Round.Id, open.Pen.Member, open.Sheet.Version)), cancel))?.Row.Part;

    /// <summary>What the pen's holder has objected, the oldest first; nothing for a clerk.</summary>
    public async Task<IReadOnlyList<Objection>> OwnObjections(OpenSheet open, CancellationToken cancel) => open.Pen.IsClerks
        ? []
        : [.. (await tables.List<PartRow<Objection>>(open.Pen.CellId, RowRange.StartingWith(PartRow<Objection>.KeyOf($"{open.Round.Id}|{open.Pen.Member}|")), cancel)).Select(row => row.Row.Part)];

    /// <summary>Whether the cell has proposed a grade.</summary>
    public async Task<bool> IsProposed(OpenSheet open, CancellationToken cancel) =>
        (await tables.List(CellRow.Table, open.Pen.CellId, RowRange.StartingWith(PartRow<CellProposal>.KeyOf($"{open.Round.Id}|{open.Pen.Member}|")), cancel)).Count > 0;

    /// <summary>Stores one step: the sheet's new state, with what goes with it and the turn's inbox row, all or nothing.</summary>
    public Task Commit(OpenSheet open, Sheet sheet, Turn turn, IEnumerable<Change> with, CancellationToken cancel)
    {
        var row = new PartRow<Sheet>(open.Pen.CellId, sheet);
        return tables.Commit(
            [open.Stored is { } stored ? Change.Replace(row, stored.ETag) : Change.Add(row), .. with, Change.Add(InboxRow.Of(turn))],
            cancel);
    }

    /// <summary>Puts a text aside; the sheet stays as it is.</summary>
    public Task Keep(KeptRow kept, Turn turn, CancellationToken cancel) =>
        tables.Commit([Change.Add(kept), Change.Add(InboxRow.Of(turn))], cancel);

    /// <summary>The promises that a member made for a year, as handed in.</summary>
    public async Task<IReadOnlyList<Commitment>> Commitments(Pen pen, int year, CancellationToken cancel) =>
        await Open(pen, Round.IdOf(RoundKind.Commitments, year, null), cancel) is { Sheet.State: SheetState.HandedIn } open
            ? Commitment.Of(await ReadAll(open, cancel))
            : [];
}
