using ChiBoBot.Cards;
using ChiBoBot.Rules;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>The cards by which a cell's officers change its forms.</summary>
internal sealed class FormReplies(CellForms forms, CellRules rules)
{
    public async Task<AdaptiveCard> Choose(Turn turn, CancellationToken cancel)
    {
        var pack = RoundDesk.FormsOn(turn.Today);
        var lines = new List<FormLine>();
        foreach (var form in pack.Rules.Forms)
        {
            var standing = (await forms.Find(turn.CellId, pack, form.Id, cancel))!;
            lines.Add(new(form.Id, form.Title, form.For ?? "", standing.IsChanged));
        }

        return FormCards.Choose(lines, pack.Source);
    }

    public static Reply Form(CellForms.Standing standing, string? note, string? undo)
    {
        var form = standing.Form;
        return Reply.Replace(
            FormCards.Form(
                new(form.Id, form.Title, standing.IsChanged,
                [
                    .. form.Sections.Select(section => new FormSectionLine(
                        section.Id,
                        section.Title,
                        [.. section.Questions.Select(question => Line(standing, section, question))],
                        [.. FormEdit.Dropped(form, standing.Given, section.Id).Select(question => question.Text)])),
                ])
                { Note = note, Undo = undo }),
            form.Title);
    }

    public static Reply Section(CellForms.Standing standing, FormSection section, string? error, string? undo, string? title = null, string? guidance = null, string? chosen = null)
    {
        var dropped = FormEdit.Dropped(standing.Form, standing.Given, section.Id).Select(question => new Choice(question.Text, question.Id));
        return Reply.Replace(
            FormCards.Section(new(standing.Form.Id, standing.Form.Title, section.Id, title ?? section.Title, guidance ?? section.Guidance ?? "")
            {
                Questions = [.. section.Questions.Select(question => new Choice(Line(standing, section, question), question.Id))],
                Dropped = [.. dropped],
                Chosen = section.Questions.Any(question => question.Id == chosen) ? chosen : null,
                Error = error,
                Undo = undo,
            }),
            section.Title);
    }

    /// <param name="question">Null for one that is to be added.</param>
    /// <param name="typed">What the officer has typed; null where the card is opened.</param>
    public async Task<Reply> Question(
        CellForms.Standing standing, FormSection section, FormQuestion? question, EditForm? typed, string? error, Turn turn, CancellationToken cancel, bool isTried = false)
    {
        var place = question is null ? section.Questions.Count + 1 : section.Questions.ToList().IndexOf(question) + 1;
        var given = standing.Given.Find(section.Id)?.Questions.FirstOrDefault(one => one.Id == question?.Id);
        var shown = typed is null ? question : QuestionInput.Of(typed, question);
        var grades = (await rules.Grades(turn.CellId, turn.Today, cancel)).Rules;
        return Reply.Replace(
            FormCards.Question(new(standing.Form.Id, standing.Form.Title, section.Id, section.Title, question?.Id ?? "")
            {
                Text = shown?.Text ?? "",
                Guidance = shown?.Guidance ?? "",
                IsRequired = shown?.Required ?? false,
                Kind = (shown?.Kind ?? QuestionKind.Text).ToString(),
                IsFixed = question?.IsFixed ?? false,
                Place = typed?.Number("place") ?? place,
                Places = question is null ? 0 : section.Questions.Count,
                Seen = question is null ? "" : CellForms.Mark(question),
                SeenPlace = place,
                Given = given is not null && question is not null && given.Text != question.Text ? given.Text : null,
                CanDrop = question is not null && FormEdit.Drop(standing.Form, section.Id, question.Id) is not null,
                Preview = isTried && error is null && shown is not null
                    ? SheetViews.Fields(section with { Questions = [shown] }, new Dictionary<string, string>(), [], grades)
                    : [],
                Error = error,
            }),
            FormText.Title);
    }

    private static string Line(CellForms.Standing standing, FormSection section, FormQuestion question)
    {
        var given = standing.Given.Find(section.Id)?.Questions.FirstOrDefault(one => one.Id == question.Id);
        return given is null ? FormText.AddedLine(question.Text)
            : CellForms.Mark(given) != CellForms.Mark(question) ? FormText.ChangedLine(question.Text)
            : question.Text;
    }
}

/// <summary>What an officer typed about a question.</summary>
internal static class QuestionInput
{
    private const int AddedLength = 1500;

    /// <summary>The question as typed, on what it was; a new one has no id yet.</summary>
    public static FormQuestion Of(EditForm form, FormQuestion? was)
    {
        var isRequired = form.Text("required") == "true";
        var question = was ?? form.Text("kind") switch
        {
            nameof(QuestionKind.YesNo) => new FormQuestion("", QuestionKind.YesNo, ""),
            nameof(QuestionKind.Number) => new FormQuestion("", QuestionKind.Number, "") { Max = 1_000_000 },
            nameof(QuestionKind.Date) => new FormQuestion("", QuestionKind.Date, ""),
            _ => new FormQuestion("", QuestionKind.Text, "") { MaxLength = AddedLength },
        };
        return question with { Text = form.Text("text"), Guidance = form.TextOrNull("guidance"), Required = question.IsFixed ? question.Required : isRequired };
    }

    /// <summary>What is wrong with it, in words; null where nothing is.</summary>
    public static string? Wrong(EditForm form) =>
        form.Text("text").Length is 0 or > FormEdit.TextLength || form.Text("guidance").Length > FormEdit.GuidanceLength
            ? FormText.QuestionWrong(FormEdit.TextLength, FormEdit.GuidanceLength)
            : null;
}
