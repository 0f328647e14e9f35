using System.Text.Json;

namespace ChiBoBot.Conformance;

public class CardLinterTests
{
    public static TheoryData<string> Gallery { get; } = new(Repository.Cards);

    [Theory]
    [MemberData(nameof(Gallery))]
    public void Every_card_can_be_shown_whole_on_a_phone(string name)
    {
        using var card = JsonDocument.Parse(File.ReadAllText(Repository.Card(name)));

        Assert.Empty(CardLinter.Faults(card.RootElement));
    }

    [Theory]
    [InlineData("""{"type":"TextBlock","text":" ","wrap":true}""", "card/body[0]: its text is empty.")]
    [InlineData("""{"type":"TextBlock","text":"a"}""", "card/body[0]: it does not wrap.")]
    [InlineData("""{"type":"Table"}""", "card/body[0]: 'Table' is newer than 1.2 and has no fallback.")]
    [InlineData("""{"type":"Image","url":"https://a.vn/b.png"}""", "card/body[0]: it has no altText.")]
    [InlineData("""{"type":"FactSet","facts":[{"title":"a","value":""}]}""", "card/body[0]/facts[0]: its title or value is empty.")]
    [InlineData("""{"type":"ColumnSet","columns":[{"type":"Column"},{"type":"Column"},{"type":"Column"},{"type":"Column"}]}""", "card/body[0]: it has more than 3 columns.")]
    [InlineData("""{"type":"Container","items":[{"type":"Input.Text","label":"a"}]}""", "card/body[0]/items[0]: it has no id.")]
    [InlineData("""{"type":"Input.Text","id":"a"}""", "card/body[0]: it has no label.")]
    [InlineData("""{"type":"Input.Text","id":"a","label":"b","isRequired":true}""", "card/body[0]: it is required and has no errorMessage.")]
    [InlineData("""{"type":"Input.Text","id":"a","label":"b"},{"type":"Input.Text","id":"a","label":"c"}""", "card/body[1]: the id 'a' is taken.")]
    [InlineData("""{"type":"ActionSet","actions":[]}""", "card/body[0]: it has 0 buttons, not 1 to 6.")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"a","verb":"b.c"}]}""", "card/body[0]/actions[0]: it has no Action.Submit as fallback.")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"a","verb":"b.c","data":{"id":"1"},"fallback":{"type":"Action.Submit","title":"a","data":{"verb":"b.c"}}}]}""", "card/body[0]/actions[0]: its fallback carries other data.")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.ShowCard","title":"a"}]}""", "card/body[0]/actions[0]: 'Action.ShowCard' is not a button for every client.")]
    [InlineData("""{"type":"Input.Text","id":"id","label":"b"},{"type":"ActionSet","actions":[{"type":"Action.Submit","title":"a","data":{"id":"1"}}]}""", "card/body[1]/actions[0]: its data 'id' has the name of an input.")]
    public void A_fault_is_found_and_said_where(string body, string expected)
    {
        using var card = JsonDocument.Parse($$"""{"type":"AdaptiveCard","version":"1.5","lang":"vi","body":[{{body}}]}""");

        Assert.Equal(expected, Assert.Single(CardLinter.Faults(card.RootElement)));
    }

    [Fact]
    public void A_refresh_for_more_people_than_Teams_takes_is_a_fault()
    {
        var people = string.Join(',', Enumerable.Range(0, 61).Select(person => $"\"29:{person}\""));
        using var card = JsonDocument.Parse($$$"""{"type":"AdaptiveCard","version":"1.5","lang":"vi","body":[],"refresh":{"action":{"type":"Action.Execute","verb":"a.b"},"userIds":[{{{people}}}]}}""");

        Assert.Equal("card/refresh: it names not up to 60 people: Teams refreshes the card for nobody.", Assert.Single(CardLinter.Faults(card.RootElement)));
    }

    [Fact]
    public void Buttons_outside_the_body_are_a_fault()
    {
        using var card = JsonDocument.Parse("""{"type":"AdaptiveCard","version":"1.5","lang":"vi","body":[],"actions":[]}""");

        Assert.Equal("card: its buttons stand outside an ActionSet, where old clients ignore fallbacks.", Assert.Single(CardLinter.Faults(card.RootElement)));
    }
}
