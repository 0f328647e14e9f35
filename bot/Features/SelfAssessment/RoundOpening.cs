using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Understanding;

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

    /// <summary>Too many to be chosen from a list.</summary>
    public bool IsLarge => Eligible.Count > SheetChoices.Most;

    /// <summary>Who would be in a round that is open, had it been opened on this day, and isn't.</summary>
    public static IReadOnlyList<(Member Member, string Form)> Joined(Round round, IEnumerable<Member> members, DateOnly day)
    {
        var (rules, all) = (CellRules.Of(round), members.ToList());
        var opening = Of(rules, all, day);
        var now = opening.Forms;

        // Only where not everybody has a form may the secretary have left somebody out; otherwise who is missing was entered late, or comes now.
        var then = opening.Rest is null ? Of(rules, all, VietnamTime.DateOf(round.OpenedAt)).Forms : new Dictionary<string, string>();
        return
        [
            .. all
                .Where(member => now.ContainsKey(member.Id) && !then.ContainsKey(member.Id) && !round.Forms.ContainsKey(member.Id))
                .OrderBy(member => VietnameseNames.SortKey(member.Name), StringComparer.Ordinal)
                .Select(member => (member, now[member.Id])),
        ];
    }

    /// <summary>With what the secretary chose or typed: who gets which form, and what of it can't be read.</summary>
    public (IReadOnlyDictionary<string, string> Forms, string? Wrong) With(RoundChoice choice, IReadOnlyDictionary<string, Member> members)
    {
        if (!IsLarge)
        {
            return (choice.Forms is { } named ? Chosen(named) : Forms, null);
        }

        var forms = new Dictionary<string, string>(Forms, StringComparer.Ordinal);
        var line = 0;
        foreach (var typed in choice.Changes.Split('\n').Select(text => text.Trim()))
        {
            line++;
            if (typed.Length == 0)
            {
                continue;
            }

            var (name, wanted) = typed.LastIndexOf(':') is > 0 and var colon ? (typed[..colon].Trim(), typed[(colon + 1)..].Trim()) : ("", "");
            List<string> found = [.. Eligible.Where(id => id == name || Said.PlainOf(members[id].Name) == Said.PlainOf(name))];
            var form = Rules.Forms.FirstOrDefault(one => string.Equals(one.Form, wanted, StringComparison.OrdinalIgnoreCase))?.Form;
            if (name.Length == 0 || found.Count != 1 || form is null)
            {
                return (forms, name.Length == 0 ? AssessmentText.ChangeUnreadable(line)
                    : found.Count == 0 ? AssessmentText.ChangeUnknown(line, name)
                    : found.Count > 1 ? AssessmentText.ChangeSeveral(line, name, found.Take(10))
                    : AssessmentText.ChangeNoForm(line, Rules.Forms.Select(one => one.Form)));
            }

            forms[found[0]] = form;
        }

        return (forms, null);
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
