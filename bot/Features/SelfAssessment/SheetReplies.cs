using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>The cards about one sheet, for who holds its pen.</summary>
internal sealed class SheetReplies(SheetStore store, SheetDesk desk, CellRules rules, ITables tables)
{
    /// <summary>A section to fill in; where nothing can be written any more, to read.</summary>
    public async Task<AdaptiveCard> Section(OpenSheet open, FormSection section, bool isChecked, CancellationToken cancel, string? note = null, string? warning = null)
    {
        var answers = await desk.Show(open, section, cancel);
        var grades = (await rules.Grades(open.Pen.CellId, open.Round, cancel)).Rules;
        if (SheetFlow.MayWrite(open.Round, open.Sheet) is not null)
        {
            return AssessmentCards.Read(SheetViews.Ref(open), open.Form.Title, SheetViews.Outline(section, answers, grades));
        }

        return AssessmentCards.Section(SheetViews.Section(open, section, answers, isChecked, grades) with
        {
            Note = note,
            Warning = warning ?? (open.Sheet.Reopened is { } reopened && open.Sheet.RevisionOf(section.Id) > 0 ? AssessmentText.ReopenedFor(reopened.Reason) : null),
            PaperOf = await PaperOf(open, cancel),
            Kept = (await store.Kept(open, cancel)).Count,
        });
    }

    /// <summary>The whole sheet.</summary>
    public async Task<AdaptiveCard> Outline(OpenSheet open, DateTimeOffset at, CancellationToken cancel, string? note = null)
    {
        var answers = await store.ReadAll(open, cancel);
        return AssessmentCards.Outline(SheetViews.Outline(open, answers, (await rules.Grades(open.Pen.CellId, open.Round, cancel)).Rules) with
        {
            Note = note,
            HandedIn = open.Sheet is { State: SheetState.HandedIn, HandedInAt: { } handedIn } ? AssessmentText.HandedIn(handedIn, open.Sheet.IsLate) : null,
            PaperOf = await PaperOf(open, cancel),
            CanWithdraw = SheetFlow.MayWithdraw(open.Round, open.Sheet, await store.IsProposed(open, cancel), at) is null,
            Kept = (await store.Kept(open, cancel)).Count,
        });
    }

    /// <summary>The first section that was never saved or still lacks something; null where all is there.</summary>
    public async Task<FormSection?> Unfinished(OpenSheet open, CancellationToken cancel)
    {
        var answers = await store.ReadAll(open, cancel);
        return open.Form.Sections.FirstOrDefault(section => open.Sheet.RevisionOf(section.Id) == 0 || FormCheck.Of(section, answers).Count > 0);
    }

    /// <summary>Where one goes on writing: the first unfinished section, or the whole.</summary>
    public async Task<AdaptiveCard> Resume(OpenSheet open, DateTimeOffset at, CancellationToken cancel) =>
        SheetFlow.MayWrite(open.Round, open.Sheet) is null && await Unfinished(open, cancel) is { } section
            ? await Section(open, section, isChecked: false, cancel)
            : await Outline(open, at, cancel);

    public static string Words(Refusal refusal) => refusal switch
    {
        Refusal.HandedIn => AssessmentText.RefusedHandedIn,
        Refusal.NotHandedIn => AssessmentText.RefusedNotHandedIn,
        Refusal.Closed => AssessmentText.RefusedClosed,
        Refusal.AfterDeadline => AssessmentText.RefusedAfterDeadline,
        Refusal.Proposed => AssessmentText.RefusedProposed,
        Refusal.Decided => AssessmentText.RefusedDecided,
        Refusal.NotProposed => AssessmentText.RefusedNotProposed,
        _ => AssessmentText.RefusedStillOpen,
    };

    private async Task<string?> PaperOf(OpenSheet open, CancellationToken cancel) => open.Pen.IsClerks
        ? (await tables.Find<PartRow<Member>>(open.Pen.CellId, PartRow<Member>.KeyOf(open.Pen.Member), cancel))?.Row.Part.Name
        : null;
}
