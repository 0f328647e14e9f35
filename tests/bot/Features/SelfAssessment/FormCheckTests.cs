using ChiBoBot.Features.SelfAssessment;
using ChiBoBot.Rules;

namespace ChiBoBot.Tests.Features.SelfAssessment;

/// <summary>What an answer must be to be handed in.</summary>
public class FormCheckTests
{
    private static readonly FormQuestion Text = new("q", QuestionKind.Text, "Việc đã làm") { Required = true, MinLength = 5, MaxLength = 20 };
    private static readonly FormQuestion Points = new("q", QuestionKind.Number, "Tự chấm") { Required = true, Max = 6, Score = ScorePart.General };
    private static readonly FormQuestion Scale = new("q", QuestionKind.Scale, "Mức") { Min = 1, Max = 5 };
    private static readonly FormQuestion OnTime = new("q", QuestionKind.YesNo, "Đúng hạn?") { Required = true, ReasonFor = "no" };
    private static readonly FormQuestion Level = new("q", QuestionKind.Choice, "Mức") { Choices = [new("all", "Hết"), new("few", "Ít")] };
    private static readonly FormQuestion Measure = new("q", QuestionKind.Measure, "Đo bằng gì") { MaxLength = 50 };
    private static readonly FormQuestion Due = new("q", QuestionKind.Date, "Xong trước ngày");
    private static readonly FormQuestion Grade = new("q", QuestionKind.Grade, "Tự nhận") { Required = true };

    public static TheoryData<object, string, string> Cases => new()
    {
        { Text, "", "Missing" },
        { Text, "   ", "Missing" },
        { Text, "Ngắn", "TooShort" },
        { Text, "Vừa đủ.", "" },
        { Text, "Dài hơn mức mà ô này nhận", "TooLong" },
        { Points, "", "Missing" },
        { Points, "năm", "NoNumber" },
        { Points, "7", "OutOfRange" },
        { Points, "-1", "OutOfRange" },
        { Points, "5.5", "" },
        { Points, "5,5", "" },
        { Points, "6", "" },
        { Scale, "", "" },
        { Scale, "2.5", "OutOfRange" },
        { Scale, "5", "" },
        { OnTime, "perhaps", "UnknownChoice" },
        { OnTime, "yes", "" },
        { OnTime, "no", "NoReason" },
        { Level, "most", "UnknownChoice" },
        { Level, "few", "" },
        { Measure, "cố gắng nhiều hơn", "Vague" },
        { Measure, "2 sáng kiến", "" },
        { Due, "30/11/2026", "NoDate" },
        { Due, "2026-11-30", "" },
        { Grade, "Xuất sắc", "UnknownChoice" },
        { Grade, "9", "UnknownChoice" },
        { Grade, "Good", "" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_answer_is_what_its_question_asks_for_or_the_flaw_is_named(object question, string answer, string flaw) =>
        Assert.Equal(flaw, string.Join(' ', FormCheck.Of(new("s", "Phần", [(FormQuestion)question]), new Dictionary<string, string> { ["q"] = answer }).Select(mistake => mistake.Flaw)));

    [Fact]
    public void The_reason_is_asked_for_at_its_own_field() =>
        Assert.Equal("q_reason", Assert.Single(FormCheck.Of(new("s", "Phần", [OnTime]), new Dictionary<string, string> { ["q"] = "no", ["q_reason"] = " " })).Field);

    [Theory]
    [InlineData("", "", "", "")]
    [InlineData("Viết sáng kiến", "", "", "measure2 due2")]
    [InlineData("Viết sáng kiến", "2 sáng kiến", "", "due2")]
    [InlineData("Viết sáng kiến", "2 sáng kiến", "2026-11-30", "")]
    [InlineData("", "2 sáng kiến", "", "due2")]
    public void An_optional_commitment_is_left_out_or_given_whole(string what, string measure, string due, string missing)
    {
        var section = FormRules.Book.InForce(new DateOnly(2026, 11, 22)).Rules.Form("CK").Find("item2")!;

        Assert.Equal(missing, string.Join(' ', FormCheck.Of(section, new Dictionary<string, string> { ["what2"] = what, ["measure2"] = measure, ["due2"] = due }).Select(mistake => mistake.Field)));
    }

    [Fact]
    public void Points_are_summed_only_when_all_are_there()
    {
        var form = new Form("x", "Mẫu", [new("s", "Phần", [Points with { Id = "a" }, Points with { Id = "b", Score = ScorePart.Tasks }])]);

        Assert.Equal(9.5m, FormCheck.Points(form, new Dictionary<string, string> { ["a"] = "4,5", ["b"] = "5" }));
        Assert.Equal(4.5m, FormCheck.Points(form, new Dictionary<string, string> { ["a"] = "4,5", ["b"] = "5" }, ScorePart.General));
        Assert.Null(FormCheck.Points(form, new Dictionary<string, string> { ["a"] = "4,5" }));
    }
}
