using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>Mẫu riêng của chi bộ: a form of a pack as the cell has changed it. A round takes it when it is opened and keeps it, whatever becomes of it afterwards.</summary>
/// <param name="Pack">The pack that it was made of. A newer regulation has other forms: the cell begins with those.</param>
/// <param name="Added">How many questions were ever added: no id is given twice.</param>
internal sealed record CellForm(string Pack, Form Form, int Added) : ICellPart<CellForm>
{
    public static string Kind => "cellForm";

    public static JsonTypeInfo<CellForm> Json => AssessmentJson.Compact.CellForm;

    string ICellPart<CellForm>.Key => Form.Id;
}

/// <summary>The forms as they hold for a cell: its own where it has changed them, otherwise the pack's.</summary>
internal sealed class CellForms(ITables tables)
{
    /// <summary>A form as it stands.</summary>
    /// <param name="Given">As the pack has it.</param>
    /// <param name="Stored">The cell's own row, also one that was made of an older pack.</param>
    internal sealed record Standing(Form Form, Form Given, Stored<PartRow<CellForm>>? Stored)
    {
        public int Added => Stored?.Row.Part.Added ?? 0;

        public bool IsChanged => Mark(Form) != Mark(Given);
    }

    /// <summary>Null where the pack has no such form.</summary>
    public async Task<Standing?> Find(string cellId, RulePack<FormRules> pack, string formId, CancellationToken cancel)
    {
        if (pack.Rules.Forms.FirstOrDefault(form => form.Id == formId) is not { } given)
        {
            return null;
        }

        var stored = await tables.Find<PartRow<CellForm>>(cellId, PartRow<CellForm>.KeyOf(formId), cancel);
        return new(stored?.Row.Part is { } own && own.Pack == pack.Id ? own.Form : given, given, stored);
    }

    /// <summary>Those that a kind of round has.</summary>
    public async Task<IReadOnlyDictionary<string, Standing>> Of(string cellId, RulePack<FormRules> pack, RoundRules round, CancellationToken cancel)
    {
        var forms = new Dictionary<string, Standing>(StringComparer.Ordinal);
        foreach (var form in round.Forms.Select(form => form.Form).Distinct())
        {
            forms[form] = await Find(cellId, pack, form, cancel) ?? throw new RulesException($"Rules/forms: no form '{form}'.");
        }

        return forms;
    }

    public static string Mark(Form form) => Fingerprint.Of(JsonSerializer.Serialize(form, AssessmentJson.Compact.Form));

    public static string Mark(FormQuestion question) => Fingerprint.Of(JsonSerializer.Serialize(question, AssessmentJson.Compact.FormQuestion));
}
