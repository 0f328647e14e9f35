using System.Text;
using ChiBoBot.Cards;
using ChiBoBot.Features.SelfAssessment;
using ChiBoBot.Rules;
using ChiBoBot.Turns;

namespace ChiBoBot.Tests.Rules;

/// <summary>The forms that the program carries can be filled in, on a phone, and add up.</summary>
public class FormRulesTests
{
    private static readonly FormRules Rules = FormRules.Book.InForce(new DateOnly(2026, 11, 22)).Rules;

    public static TheoryData<string> Ids => [.. Rules.Forms.Select(form => form.Id)];

    [Fact]
    public void Each_kind_of_round_has_forms_that_are_there() =>
        Assert.Equal(
            ["Year 2B 2C 2A", "HalfYear RS", "Quarter QL", "Commitments CK"],
            Enum.GetValues<RoundKind>().Select(kind => $"{kind} {string.Join(' ', Rules.Of(kind).Forms.Select(form => Rules.Form(form.Form).Id))}"));

    [Theory]
    [InlineData("2A")]
    [InlineData("2B")]
    [InlineData("2C")]
    public void The_yearly_forms_give_30_points_for_general_criteria_and_70_for_tasks(string id)
    {
        var questions = Rules.Form(id).Sections.SelectMany(section => section.Questions).ToList();

        Assert.Equal(30, questions.Where(question => question.Score == ScorePart.General).Sum(question => question.Max));
        Assert.Equal(70, questions.Where(question => question.Score == ScorePart.Tasks).Sum(question => question.Max));
        Assert.Single(questions, question => question.Kind == QuestionKind.Grade);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_form_names_each_section_and_field_once_in_letters_that_keys_and_properties_take(string id)
    {
        var form = Rules.Form(id);
        var fields = form.Sections.SelectMany(FormCheck.Fields).ToList();

        Assert.Equal(fields.Distinct(), fields);
        Assert.Equal(form.Sections.Select(section => section.Id).Distinct(), form.Sections.Select(section => section.Id));
        Assert.All(fields.Concat(form.Sections.Select(section => section.Id)), name => Assert.Matches("^[a-z][a-zA-Z0-9_]*$", name));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_section_filled_to_the_brim_with_every_mistake_shown_still_fits_a_card(string id)
    {
        var form = Rules.Form(id);
        var grades = GradeRules.Book.InForce(new DateOnly(2026, 11, 22)).Rules;
        Assert.All(form.Sections, section =>
        {
            var answers = FormCheck.Fields(section).ToDictionary(field => field, field => new string('ệ', FormCheck.LongestOf(section, field)));
            var fields = SheetViews.Fields(section, answers, [.. section.Questions.Select(question => new FieldMistake(question, question.Id, Flaw.TooLong, 99_999))], grades);
            var card = AssessmentCards.Section(new(new SheetRef("2026-year", "m0123456789"), form.Title, section.Id, section.Title, 2, form.Sections.Count, 99_999, fields)
            {
                Guidance = section.Guidance,
                IsChecked = true,
                Kept = 9,
                Note = AssessmentText.Saved(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(7))),
                Warning = AssessmentText.ReopenedFor(new string('ệ', 500)),
                PaperOf = "Nguyễn Thị Thanh Hương Giang",
            });

            Assert.InRange(Encoding.Unicode.GetByteCount(Wire(card)), 1, 28 * 1024);
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_form_filled_to_the_brim_fits_a_card_as_a_whole_and_each_section_to_read(string id)
    {
        var form = RoundOpening.WithOwn(Rules.Form(id), [.. Enumerable.Repeat(new string('ệ', 300), 5)]);
        var grades = GradeRules.Book.InForce(new DateOnly(2026, 11, 22)).Rules;
        var round = new Round("2026-year", RoundKind.Year, 2026)
        {
            Deadline = new DateTimeOffset(2026, 12, 5, 23, 59, 59, TimeSpan.FromHours(7)),
            Forms = new Dictionary<string, string> { ["m01"] = id },
            Rules = "",
            OpenedBy = "m01",
            OpenedAt = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(7)),
        };
        var open = new OpenSheet(Pen.Own(new Asker("hdnd", "m01", "Phan Thế Khải", Role.Member))!, round, form, null);
        var answers = form.Sections
            .SelectMany(section => FormCheck.Fields(section).Select(field => (Field: field, Text: new string('ệ', FormCheck.LongestOf(section, field)))))
            .ToDictionary(answer => answer.Field, answer => answer.Text);

        Assert.InRange(Encoding.Unicode.GetByteCount(Wire(AssessmentCards.Outline(SheetViews.Outline(open, answers, grades)))), 1, 28 * 1024);
        Assert.All(form.Sections, section => Assert.InRange(
            Encoding.Unicode.GetByteCount(Wire(AssessmentCards.Read(SheetViews.Ref(open), form.Title, SheetViews.Outline(section, answers, grades)))), 1, 28 * 1024));
    }

    [Theory]
    [InlineData("Secretary", "Cadre", "2B")]
    [InlineData("CommitteeMember", "CivilServant", "2B")]
    [InlineData("", "Cadre", "2B")]
    [InlineData("Clerk", "CivilServant", "2A")]
    [InlineData("", "None", "2C")]
    [InlineData("Secretary", "None", "2B")]
    public void Who_leads_gets_2B_who_serves_no_state_2C_and_everybody_else_2A(string post, string service, string form) =>
        Assert.Equal(form, Rules.Of(RoundKind.Year).Forms.First(one => one.Fits(post.Length > 0 ? [post] : [], service)).Form);

    private static string Wire(AdaptiveCard card)
    {
        using var buffer = new MemoryStream();
        using (var writer = new System.Text.Json.Utf8JsonWriter(buffer, new() { Encoder = CardJson.Encoder }))
        {
            CardJson.Write(writer, card);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
