using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Rules;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>“Ghi câu này”: words it anew, moves it, or adds it. Where somebody changed it since the card was shown, that is shown first.</summary>
internal sealed class SaveQuestion(FormDesk desk, FormReplies replies) : IHandle<EditForm>
{
    public async Task<Reply> Handle(EditForm form, Turn turn, CancellationToken cancel)
    {
        var wrong = QuestionInput.Wrong(form);
        var isNew = string.IsNullOrEmpty(form.Question);
        var step = await desk.Change(
            form.FormId,
            isNew ? FormText.DidAdd(form.FormId, form.Text("text")) : FormText.DidReword(form.FormId, form.Text("text")),
            standing => Edit(standing, form, isNew, wrong),
            turn,
            cancel);
        if (step is null || step.Form.Form.Find(form.SectionId) is not { } section)
        {
            return Reply.Notify(FormText.Gone);
        }

        var question = isNew ? null : section.Questions.FirstOrDefault(one => one.Id == form.Question);
        return step switch
        {
            { Error: FormText.QuestionGone } => FormReplies.Section(step.Form, section, FormText.QuestionGone, null),
            { Error: { } error } => await replies.Question(step.Form, section, question, form, error, turn, cancel),
            _ => FormReplies.Section(step.Form, section, null, step.Entry, chosen: isNew ? section.Questions[^1].Id : form.Question),
        };
    }

    private static (Form? Form, int Added, string? Error) Edit(CellForms.Standing standing, EditForm form, bool isNew, string? wrong)
    {
        var now = standing.Form;
        if (now.Find(form.SectionId) is not { } section || wrong is not null)
        {
            return (null, 0, wrong);
        }

        if (isNew)
        {
            var added = standing.Added + 1;
            var question = QuestionInput.Of(form, null) with { Id = string.Create(CultureInfo.InvariantCulture, $"cell{added}") };
            return (FormEdit.Add(now, section.Id, question), added, null);
        }

        if (section.Questions.FirstOrDefault(one => one.Id == form.Question) is not { } there)
        {
            return (null, 0, FormText.QuestionGone);
        }

        if (CellForms.Mark(there) != form.Seen)
        {
            return (null, 0, FormText.ChangedMeanwhile(there.Text));
        }

        var changed = QuestionInput.Of(form, there);
        var edited = FormEdit.Reword(now, section.Id, there.Id, changed.Text, changed.Guidance, changed.Required);
        var place = form.Number("place");
        return (place is { } to && to.ToString(CultureInfo.InvariantCulture) != form.SeenPlace ? FormEdit.Move(edited, section.Id, there.Id, to) : edited, standing.Added, null);
    }
}

/// <summary>“Bỏ câu này”: members are not asked it any more, from the next round on.</summary>
internal sealed class DropQuestion(FormDesk desk) : IHandle<EditForm>
{
    public async Task<Reply> Handle(EditForm form, Turn turn, CancellationToken cancel)
    {
        var step = await desk.Change(
            form.FormId,
            FormText.DidDrop(form.FormId),
            standing => standing.Form.Find(form.SectionId)?.Questions.Any(one => one.Id == form.Question) != true ? (null, 0, null)
                : FormEdit.Drop(standing.Form, form.SectionId, form.Question!) is { } left ? (left, standing.Added, null)
                : (null, 0, FormText.MustStay),
            turn,
            cancel);
        return step is null || step.Form.Form.Find(form.SectionId) is not { } section ? Reply.Notify(FormText.Gone) : FormReplies.Section(step.Form, section, step.Error, step.Entry);
    }
}

/// <summary>“Đưa lại”: a question of the regulation's form that was left out stands at the section's end again.</summary>
internal sealed class BringBackQuestion(FormDesk desk) : IHandle<EditForm>
{
    public async Task<Reply> Handle(EditForm form, Turn turn, CancellationToken cancel)
    {
        var step = await desk.Change(
            form.FormId,
            FormText.DidBringBack(form.FormId),
            standing => standing.Form.Find(form.SectionId) is null ? (null, 0, null)
                : FormEdit.Dropped(standing.Form, standing.Given, form.SectionId).FirstOrDefault(one => one.Id == form.Text("dropped")) is { } question
                    ? (FormEdit.Add(standing.Form, form.SectionId, question), standing.Added, null)
                    : (null, 0, null),
            turn,
            cancel);
        return step is null || step.Form.Form.Find(form.SectionId) is not { } section ? Reply.Notify(FormText.Gone) : FormReplies.Section(step.Form, section, step.Error, step.Entry, chosen: form.Text("dropped"));
    }
}

/// <summary>“Ghi tên phần và hướng dẫn”.</summary>
internal sealed class SaveFormSection(FormDesk desk) : IHandle<EditForm>
{
    public async Task<Reply> Handle(EditForm form, Turn turn, CancellationToken cancel)
    {
        var (title, guidance) = (form.Text("title"), form.TextOrNull("guidance"));
        var wrong = title.Length is 0 or > FormEdit.TitleLength || guidance?.Length > FormEdit.GuidanceLength ? FormText.SectionWrong(FormEdit.TitleLength, FormEdit.GuidanceLength) : null;
        var step = await desk.Change(
            form.FormId,
            FormText.DidEntitle(form.FormId, title),
            standing => standing.Form.Find(form.SectionId) is null || wrong is not null ? (null, 0, wrong) : (FormEdit.Entitle(standing.Form, form.SectionId, title, guidance), standing.Added, null),
            turn,
            cancel);
        return step is null || step.Form.Form.Find(form.SectionId) is not { } section ? Reply.Notify(FormText.Gone)
            : step.Error is { } error ? FormReplies.Section(step.Form, section, error, null, title, guidance ?? "")
            : FormReplies.Section(step.Form, section, null, step.Entry);
    }
}

/// <summary>“Về mẫu của quy định”.</summary>
internal sealed class ResetForm(FormDesk desk) : IHandle<EditForm>
{
    public async Task<Reply> Handle(EditForm form, Turn turn, CancellationToken cancel) =>
        await desk.Change(form.FormId, FormText.DidReset(form.FormId), standing => (standing.Given, standing.Added, null), turn, cancel) is { } step
            ? FormReplies.Form(step.Form, step.Entry is null ? null : FormText.IsReset, step.Entry)
            : Reply.Notify(FormText.Gone);
}
