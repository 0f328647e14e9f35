using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>Who takes part in a round that is about to be opened, and with which form.</summary>
/// <param name="Eligible">Who can be in the round at all.</param>
/// <param name="Forms">Who gets which form unless the secretary says otherwise.</param>
/// <param name="Apart">Who can't be in it, and why.</param>
internal sealed record RoundOpening(
    RoundRules Rules, IReadOnlyList<string> Eligible, IReadOnlyDictionary<string, string> Forms, IReadOnlyList<(Standing Standing, string Name)> Apart)
{
    public static RoundOpening Of(RoundRules rules, IEnumerable<Member> members, DateOnly day)
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        var eligible = new List<string>();
        var apart = new List<(Standing, string)>();
        foreach (var member in members.Where(member => member.IsIn(day)))
        {
            var standing = member.StandingOn(day);
            if (!(standing.Counts(CountedIn.Rating) || (!rules.RatedOnly && standing == Standing.Probationary)))
            {
                apart.Add((standing, member.Name));
                continue;
            }

            eligible.Add(member.Id);
            if (rules.Forms.FirstOrDefault(form => form.Fits(member.PostsOn(day).Select(post => post.ToString()), member.Service?.ToString() ?? "None")) is { } fitting)
            {
                forms[member.Id] = fitting.Form;
            }
        }

        return new(rules, eligible, forms, apart);
    }

    /// <summary>The form that everybody gets who is chosen for no other; null in a round that is for some only.</summary>
    public string? Rest => Rules.Forms[^1] is { Posts: null, Services: null } rest ? rest.Form : null;

    /// <summary>With the secretary's choice: who is named for a form gets it, the others the one for the rest or none.</summary>
    public IReadOnlyDictionary<string, string> Chosen(IReadOnlyDictionary<string, IReadOnlyList<string>> named)
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in Eligible)
        {
            if ((Rules.Forms.FirstOrDefault(form => named.GetValueOrDefault(form.Form)?.Contains(member) == true)?.Form ?? Rest) is { } form)
            {
                forms[member] = form;
            }
        }

        return forms;
    }

    /// <summary>A form with the cell's own questions, before the last section.</summary>
    public static Form WithOwn(Form form, IReadOnlyList<string> questions) => questions.Count == 0 ? form : form with
    {
        Sections =
        [
            .. form.Sections.Take(form.Sections.Count - 1),
            new("own", AssessmentText.OwnSection, [.. questions.Select((text, i) => new FormQuestion($"own{i + 1}", QuestionKind.Text, text) { Required = true, MaxLength = 1500 })]),
            form.Sections[^1],
        ],
    };
}
