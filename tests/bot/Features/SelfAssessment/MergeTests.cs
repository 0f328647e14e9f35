using ChiBoBot.Features.SelfAssessment;

namespace ChiBoBot.Tests.Features.SelfAssessment;

/// <summary>Two windows of one person: who changed a field has it, and what gives way is told.</summary>
public class MergeTests
{
    [Theory]
    // seen, current, typed → answer, lost
    [InlineData("a", "a", "b", "b", null)]
    [InlineData("a", "b", "a", "b", null)]
    [InlineData("a", "b", "b", "b", null)]
    [InlineData("a", "b", "c", "c", "b")]
    [InlineData("", "b", "c", "c", "b")]
    [InlineData("", "", "c", "c", null)]
    [InlineData("a", "b", "", "", "b")]
    [InlineData("a", "", "c", "c", null)]
    public void A_field_is_merged_by_who_changed_it(string seen, string current, string typed, string answer, string? lost)
    {
        var merge = Merge.Of(Field(seen), Field(current), Field(typed));

        Assert.Equal(answer, merge.Answers["q"]);
        Assert.Equal(lost, merge.Lost.GetValueOrDefault("q"));
    }

    [Fact]
    public void Different_fields_of_two_windows_both_stay() =>
        Assert.Equal(
            new Dictionary<string, string> { ["a"] = "một", ["b"] = "hai" },
            Merge.Of(Field("", "a", "b"), new Dictionary<string, string> { ["a"] = "một", ["b"] = "" }, new Dictionary<string, string> { ["a"] = "", ["b"] = "hai" }).Answers);

    [Fact]
    public void What_was_never_saved_is_saved_as_it_was_shown() =>
        Assert.Equal("điền sẵn", Merge.Of(Field("điền sẵn"), new Dictionary<string, string>(), Field("điền sẵn")).Answers["q"]);

    private static Dictionary<string, string> Field(string text, params string[] names) =>
        (names.Length == 0 ? ["q"] : names).ToDictionary(name => name, _ => text);
}
