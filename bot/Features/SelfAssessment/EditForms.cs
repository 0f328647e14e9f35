using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChiBoBot.Cards;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>“sửa mẫu kiểm điểm”: which form. Saying it changes nothing.</summary>
internal sealed record AskForms
{
    public static AskForms? Of(Said said) => said.Core is
        "sua mau" or "sua mau kiem diem" or "sua mau tu danh gia" or "mau kiem diem" or "mau tu danh gia" or "mau rieng cua chi bo" or "sua cau hoi kiem diem" ? new() : null;
}

/// <summary>What the cards for changing forms send: ids, and in <see cref="Fields"/> what was chosen or typed.</summary>
internal sealed record EditForm
{
    public string? Form { get; init; }

    public string? Section { get; init; }

    /// <summary>Empty for a question that is to be added.</summary>
    public string? Question { get; init; }

    /// <summary>The mark of the question that the card showed, and its place.</summary>
    public string? Seen { get; init; }

    public string? SeenPlace { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Fields { get; set; }

    public string FormId => Form ?? Text("whichForm");

    public string SectionId => Section ?? Text("whichSection");

    public string Text(string name) => new SheetForm("") { Fields = Fields }.Text(name).Trim();

    /// <summary>Empty is nothing.</summary>
    public string? TextOrNull(string name) => Text(name) is { Length: > 0 } text ? text : null;

    public int? Number(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

internal sealed class AskFormsHandler(FormReplies replies) : IHandle<AskForms>
{
    public async Task<Reply> Handle(AskForms asked, Turn turn, CancellationToken cancel) => Reply.Show(await replies.Choose(turn, cancel), FormText.Title);
}

/// <summary>“Sửa mẫu”, pressed: which form.</summary>
internal sealed class ChooseForm(FormReplies replies) : IHandle<EditForm>
{
    public async Task<Reply> Handle(EditForm form, Turn turn, CancellationToken cancel) => Reply.Replace(await replies.Choose(turn, cancel), FormText.Title);
}

/// <summary>A form as it stands, or one of its sections.</summary>
internal sealed class ShowForm(CellForms forms) : IHandle<EditForm>
{
    public async Task<Reply> Handle(EditForm form, Turn turn, CancellationToken cancel) =>
        await forms.Find(turn.CellId, RoundDesk.FormsOn(turn.Today), form.FormId, cancel) is not { } standing ? Reply.Notify(FormText.Gone)
        : standing.Form.Find(form.SectionId) is { } section ? FormReplies.Section(standing, section, null, null)
        : FormReplies.Form(standing, null, null);
}

/// <summary>“Xem thử phần này”: as members will see it. Nothing that is typed into it is kept.</summary>
internal sealed class PreviewSection(CellForms forms, CellRules rules) : IHandle<EditForm>
{
    public async Task<Reply> Handle(EditForm form, Turn turn, CancellationToken cancel)
    {
        if (await forms.Find(turn.CellId, RoundDesk.FormsOn(turn.Today), form.FormId, cancel) is not { } standing || standing.Form.Find(form.SectionId) is not { } section)
        {
            return Reply.Notify(FormText.Gone);
        }

        var grades = (await rules.Grades(turn.CellId, turn.Today, cancel)).Rules;
        var view = new SectionView(
            new SheetRef(""),
            standing.Form.Title,
            section.Id,
            section.Title,
            standing.Form.IndexOf(section.Id) + 1,
            standing.Form.Sections.Count,
            0,
            SheetViews.Fields(section, new Dictionary<string, string>(), [], grades))
        { Guidance = section.Guidance };
        return Reply.Replace(FormCards.Preview(standing.Form.Id, view), FormText.PreviewTitle);
    }
}

/// <summary>One question, to change; or a new one.</summary>
internal sealed class ShowQuestion(CellForms forms, FormReplies replies) : IHandle<EditForm>
{
    public async Task<Reply> Handle(EditForm form, Turn turn, CancellationToken cancel)
    {
        if (await forms.Find(turn.CellId, RoundDesk.FormsOn(turn.Today), form.FormId, cancel) is not { } standing || standing.Form.Find(form.SectionId) is not { } section)
        {
            return Reply.Notify(FormText.Gone);
        }

        // A press that names nothing and chooses nothing is for a new one.
        var id = form.Question ?? form.Text("whichQuestion");
        var question = section.Questions.FirstOrDefault(one => one.Id == id);
        return id.Length > 0 && question is null
            ? FormReplies.Section(standing, section, FormText.QuestionGone, null)
            : await replies.Question(standing, section, question, null, null, turn, cancel);
    }
}

/// <summary>“Xem thử”: the question as members will see it, with what was typed. Nothing is stored.</summary>
internal sealed class TryQuestion(CellForms forms, FormReplies replies) : IHandle<EditForm>
{
    public async Task<Reply> Handle(EditForm form, Turn turn, CancellationToken cancel)
    {
        if (await forms.Find(turn.CellId, RoundDesk.FormsOn(turn.Today), form.FormId, cancel) is not { } standing || standing.Form.Find(form.SectionId) is not { } section)
        {
            return Reply.Notify(FormText.Gone);
        }

        var question = section.Questions.FirstOrDefault(one => one.Id == form.Question);
        return await replies.Question(standing, section, question, form, QuestionInput.Wrong(form), turn, cancel, isTried: true);
    }
}
