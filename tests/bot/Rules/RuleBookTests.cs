using System.Text.Json.Serialization;
using ChiBoBot.Rules;

namespace ChiBoBot.Tests.Rules;

public class RuleBookTests
{
    private const string Good = """{ "from": "2024-01-01", "source": "Quy định 1", "rules": { "most": 3, "name": "ba", "inner": { "share": 20 } } }""";

    [Theory]
    [InlineData(2023, 10, 3, "132-qd-tw-2018", null)]
    [InlineData(2023, 10, 4, "124-qd-tw-2023", 50)]
    [InlineData(2025, 8, 29, "124-qd-tw-2023", 50)]
    [InlineData(2025, 8, 30, "366-qd-tw-2025", 30)]
    public void The_grades_of_a_day_are_those_of_the_regulation_in_force(int year, int month, int day, string pack, int? exceeded)
    {
        var inForce = GradeRules.Book.InForce(new DateOnly(year, month, day));

        Assert.Equal(pack, inForce.Id);
        Assert.Equal(exceeded, inForce.Rules.ExceededTasksPercent);
        Assert.Equal("hoàn thành xuất sắc nhiệm vụ", inForce.Rules.Names.Excellent);
        Assert.Equal(new Quota(20, QuotaBase.GoodOnly, QuotaScope.GrassrootsOrganisation), inForce.Rules.Quota);
    }

    [Fact]
    public void Points_are_30_and_70_and_the_bands_90_70_50() =>
        Assert.Equal(new GradePoints(30, 70, 90, 70, 50), GradeRules.Book.InForce(new DateOnly(2026, 1, 1)).Rules.Points);

    [Theory]
    [InlineData(true, 14, 2)]
    [InlineData(false, 14, 2)]
    [InlineData(true, 30, 5)]
    [InlineData(false, 30, 6)]
    [InlineData(true, 5, 0)]
    public void A_fifth_of_the_good_ones_is_a_sixth_of_all(bool ofTheGoodOnly, int rated, int most) =>
        Assert.Equal(most, new Quota(20, ofTheGoodOnly ? QuotaBase.GoodOnly : QuotaBase.GoodOrBetter, QuotaScope.Cell).MostOf(rated));

    [Fact]
    public void Before_the_first_pack_nothing_holds()
    {
        Assert.Null(GradeRules.Book.Find(new DateOnly(2018, 3, 7)));
        Assert.Equal("No rules of the topic 'grades' hold on 2018-03-07.", Assert.Throws<RulesException>(() => GradeRules.Book.InForce(new DateOnly(2018, 3, 7))).Message);
    }

    [Fact]
    public void Every_file_of_rules_belongs_to_a_book_that_reads_it()
    {
        var files = typeof(RuleBook).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Rules/", StringComparison.Ordinal)).Select(name => name.Split('/')).ToList();
        var books = typeof(RuleBook).Assembly.GetTypes()
            .Select(type => type.GetProperty("Book")?.GetValue(null))
            .OfType<object>()
            .Select(book => (string)book.GetType().GetProperty("Topic")!.GetValue(book)!)
            .Order();

        Assert.All(files, parts => Assert.Equal(3, parts.Length));
        Assert.Equal(files.Select(parts => parts[1]).Distinct().Order(), books);
    }

    [Theory]
    [InlineData("""{ "from": "2024-01-01", "source": "Q", "rules": { "most": 3, "name": "ba", "inner": { "share": 20 }, "least": 1 } }""", "least")]
    [InlineData("""{ "from": "2024-01-01", "source": "Q", "rules": { "most": 3, "name": "ba", "inner": { } } }""", "share")]
    [InlineData("""{ "from": "2024-01-01", "source": "Q", "until": "2025-01-01", "rules": { "most": 3, "name": "ba", "inner": { "share": 20 } } }""", "until")]
    [InlineData("""{ "from": "2024-01-01", "rules": { "most": 3, "name": "ba", "inner": { "share": 20 } } }""", "source")]
    [InlineData("""{ "from": "2024-01-01", "source": " ", "rules": { "most": 3, "name": "ba", "inner": { "share": 20 } } }""", "'source' is empty")]
    [InlineData("""{ "from": "2024-01-01", "source": "Q", "source": "R", "rules": { "most": 3, "name": "ba", "inner": { "share": 20 } } }""", "source")]
    [InlineData("""{ "from": "1/1/2024", "source": "Q", "rules": { "most": 3, "name": "ba", "inner": { "share": 20 } } }""", "$.from")]
    [InlineData("""{ "from": "2024-01-01", "source": "Q", "rules": { "most": "three", "name": "ba", "inner": { "share": 20 } } }""", "$.most")]
    [InlineData("""{ "from": "2024-01-01", "source": "Q", "rules": null }""", "'rules' is null")]
    public void A_wrong_file_is_named_with_what_is_wrong(string json, string told)
    {
        var wrong = Assert.Throws<RulesException>(() => RuleBook.Read("test", TestRulesJson.Default.TestRules, [("one", json)]));

        Assert.StartsWith("Rules/test/one.json: ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(told, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_packs_of_one_day_contradict_each_other() => Assert.Equal(
        "Rules/test: 'one' and 'two' both begin on 2024-01-01; only one can hold.",
        Assert.Throws<RulesException>(() => RuleBook.Read("test", TestRulesJson.Default.TestRules, [("one", Good), ("two", Good)])).Message);

    [Fact]
    public void A_cell_sets_a_constant_for_itself_and_the_pack_says_which()
    {
        var pack = RuleBook.Read("test", TestRulesJson.Default.TestRules, [("one", Good)]).InForce(new DateOnly(2024, 5, 1));

        var own = pack.With([new("test", "inner.share", "25"), new("test", "name", "bốn")]);

        Assert.Equal(new TestRules(3, "bốn", new Inner(25)), own.Rules);
        Assert.Equal(["inner.share", "name"], own.Overridden);
        Assert.Equal(new TestRules(3, "ba", new Inner(20)), pack.Rules);
        Assert.Same(pack, pack.With([]));
    }

    [Theory]
    [InlineData("inner.part", "1", "The rules 'one' have no constant 'inner.part'.")]
    [InlineData("inner", "1", "The rules 'one' have no constant 'inner'.")]
    [InlineData("most", "ba", "'ba' is no value for the constant 'most'.")]
    [InlineData("most", "\"ba\"", "The rules 'one' do not take most = \"ba\"")]
    [InlineData("most", "{}", "The rules 'one' do not take most = {}")]
    public void An_override_that_fits_nothing_is_refused(string name, string value, string told)
    {
        var pack = RuleBook.Read("test", TestRulesJson.Default.TestRules, [("one", Good)]).InForce(new DateOnly(2024, 5, 1));

        Assert.StartsWith(told, Assert.Throws<RulesException>(() => pack.With([new("test", name, value)])).Message, StringComparison.Ordinal);
    }
}

internal sealed record TestRules(int Most, string Name, Inner Inner);

internal sealed record Inner(int Share);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(TestRules))]
internal sealed partial class TestRulesJson : JsonSerializerContext;
