using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>What became of a change to a form.</summary>
/// <param name="Entry">The ledger's entry; null where nothing was changed.</param>
/// <param name="Error">Why not, in words; null where nothing was wrong.</param>
internal sealed record FormStep(CellForms.Standing Form, string? Entry, string? Error);

/// <summary>Where a cell's forms are changed: each change is decided on what is stored now, and decided again where somebody else was faster.</summary>
internal sealed class FormDesk(CellForms forms, CellRules rules, ITables tables)
{
    private const int Attempts = 5;

    /// <param name="edit">The form as it is to be, and how many questions were added by then; or what is wrong.</param>
    /// <returns>Null where there is no such form.</returns>
    public async Task<FormStep?> Change(string formId, string what, Func<CellForms.Standing, (Form? Form, int Added, string? Error)> edit, Turn turn, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var pack = RoundDesk.FormsOn(turn.Today);
            if (await forms.Find(turn.CellId, pack, formId, cancel) is not { } standing)
            {
                return null;
            }

            var (form, added, error) = edit(standing);
            if (form is null || CellForms.Mark(form) == CellForms.Mark(standing.Form))
            {
                return new(standing, null, error);
            }

            if (!FormEdit.Fits(form, (await rules.Grades(turn.CellId, turn.Today, cancel)).Rules))
            {
                return new(standing, null, Cards.FormText.TooLarge);
            }

            var row = new PartRow<CellForm>(turn.CellId, new CellForm(pack.Id, form, added));
            var entry = new LedgerEntry(turn, what).Set(standing.Stored, row);
            try
            {
                await tables.Commit(entry.Changes, cancel);
                return new((await forms.Find(turn.CellId, pack, formId, cancel))!, entry.Key, null);
            }
            catch (ConflictException conflict) when (attempt < Attempts && conflict.RowKey == row.RowKey)
            {
                // Another officer was faster: decide again.
            }
        }
    }
}
