using System.Text;
using System.Text.Json;
using ChiBoBot.Cards;
using ChiBoBot.Rules;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>What a cell may change of a form, as pure decisions. Ids never change, so that what is made of an answer finds it.</summary>
internal static class FormEdit
{
    public const int TextLength = 300;
    public const int GuidanceLength = 500;
    public const int TitleLength = 120;

    // Teams takes cards of 28 KB; buttons and lines above a section need some of it. A property holds 32,768 characters.
    private const int CardBytes = 28 * 1024;
    private const int RowLength = 30_000;

    public static Form Reword(Form form, string section, string question, string text, string? guidance, bool isRequired) => InQuestions(
        form,
        section,
        questions => questions.Select(one => one.Id != question ? one : one with { Text = text, Guidance = guidance, Required = one.IsFixed ? one.Required : isRequired }));

    /// <param name="place">From 1; what lies outside is taken as the nearest there is.</param>
    public static Form Move(Form form, string section, string question, int place) => InQuestions(form, section, questions =>
    {
        var moved = questions.First(one => one.Id == question);
        List<FormQuestion> left = [.. questions.Where(one => one != moved)];
        left.Insert(Math.Clamp(place - 1, 0, left.Count), moved);
        return left;
    });

    /// <summary>Leaves a question out; null where it has to stay.</summary>
    public static Form? Drop(Form form, string section, string question) =>
        form.Find(section) is { Questions: { Count: > 1 } questions } && questions.Any(one => one.Id == question && !one.IsFixed)
            ? InQuestions(form, section, all => all.Where(one => one.Id != question))
            : null;

    public static Form Add(Form form, string section, FormQuestion question) => InQuestions(form, section, questions => questions.Append(question));

    public static Form Entitle(Form form, string section, string title, string? guidance) => InSections(form, section, one => one with { Title = title, Guidance = guidance });

    /// <summary>The questions of the pack that the cell has left out of a section.</summary>
    public static IEnumerable<FormQuestion> Dropped(Form form, Form given, string section) =>
        (given.Find(section)?.Questions ?? []).Where(one => form.Find(section)!.Questions.All(there => there.Id != one.Id));

    /// <summary>Whether everything in it, filled to the brim, still fits the cards and the row that hold it, also with the questions that a round may add.</summary>
    public static bool Fits(Form form, GradeRules grades)
    {
        var whole = RoundOpening.WithOwn(form, [.. Enumerable.Repeat(new string('ệ', TextLength), RoundChoice.MostQuestions)]);
        var answers = whole.Sections
            .SelectMany(section => FormCheck.Fields(section).Select(field => (Field: field, Text: new string('ệ', FormCheck.LongestOf(section, field)))))
            .ToDictionary(answer => answer.Field, answer => answer.Text);
        var sheet = new SheetRef("0000-promises", "m0123456789");
        return JsonSerializer.Serialize(whole, AssessmentJson.Compact.Form).Length <= RowLength
            && whole.Sections.All(section => Takes(AssessmentCards.Section(Full(section))))
            && Takes(AssessmentCards.Outline(SheetViews.Outline(sheet, whole, answers, grades) with { PaperOf = new string('ệ', 60), Note = new string('ệ', TextLength), HandedIn = new string('ệ', TextLength), Kept = 9, CanHandIn = true, CanWithdraw = true }));

        SectionView Full(FormSection section) => new(
            sheet,
            whole.Title,
            section.Id,
            section.Title,
            10,
            whole.Sections.Count,
            99_999,
            SheetViews.Fields(section, answers, [.. section.Questions.Select(question => new FieldMistake(question, question.Id, Flaw.TooLong, 99_999))], grades))
        {
            Guidance = section.Guidance,
            IsChecked = true,
            Kept = 9,
            Note = new string('ệ', TextLength),
            Warning = AssessmentText.ReopenedFor(new string('ệ', 500)),
            PaperOf = new string('ệ', 60),
        };
    }

    private static bool Takes(AdaptiveCard card)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new() { Encoder = CardJson.Encoder }))
        {
            CardJson.Write(writer, card);
        }

        return Encoding.UTF8.GetString(buffer.ToArray()).Length * sizeof(char) <= CardBytes;
    }

    private static Form InQuestions(Form form, string section, Func<IReadOnlyList<FormQuestion>, IEnumerable<FormQuestion>> change) =>
        InSections(form, section, one => one with { Questions = [.. change(one.Questions)] });

    private static Form InSections(Form form, string section, Func<FormSection, FormSection> change) =>
        form with { Sections = [.. form.Sections.Select(one => one.Id == section ? change(one) : one)] };
}
