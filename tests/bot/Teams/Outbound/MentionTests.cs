using ChiBoBot.Teams;

namespace ChiBoBot.Tests.Teams;

public sealed class MentionTests
{
    private static readonly Sender An = new("29:an", "o-1", "Nguyễn Thị Ánh");
    private readonly OutboundWorld _world = new();

    [Fact]
    public async Task A_mention_is_the_same_in_the_text_and_in_the_entity()
    {
        Assert.Equal(
            """{"type":"message","text":"Mời <at>Nguyễn Thị Ánh</at> xác nhận.","entities":[{"type":"mention","text":"<at>Nguyễn Thị Ánh</at>","mentioned":{"id":"29:an","name":"Nguyễn Thị Ánh"}}]}""",
            await Sent("Mời <at>Nguyễn Thị Ánh</at> xác nhận.", An));
    }

    [Theory]
    [InlineData("Nguyễn & Con", "Nguyễn Con")]
    [InlineData("<Ánh> (khách)", "Ánh (khách)")]
    [InlineData("A&B", "A B")]
    [InlineData("  Ánh ", "Ánh")]
    public async Task A_name_is_shown_without_the_letters_that_break_mentions(string name, string alias)
    {
        Assert.Equal(
            $$$"""{"type":"message","text":"Mời <at>{{{alias}}}</at>.","entities":[{"type":"mention","text":"<at>{{{alias}}}</at>","mentioned":{"id":"29:an","name":"{{{alias}}}"}}]}""",
            await Sent($"Mời <at>{name}</at>.", An with { Name = name }));
    }

    [Fact]
    public async Task Somebody_named_twice_is_one_entity()
    {
        Assert.Equal(
            """{"type":"message","text":"<at>Nguyễn Thị Ánh</at>, <at>Nguyễn Thị Ánh</at>!","entities":[{"type":"mention","text":"<at>Nguyễn Thị Ánh</at>","mentioned":{"id":"29:an","name":"Nguyễn Thị Ánh"}}]}""",
            await Sent("<at>Nguyễn Thị Ánh</at>, <at>Nguyễn Thị Ánh</at>!", An, An));
    }

    [Fact]
    public async Task Two_people_of_one_name_are_two_entities()
    {
        var body = await Sent("<at>Nguyễn Thị Ánh</at> và <at>Nguyễn Thị Ánh</at>", An, An with { TeamsId = "29:anh2" });

        Assert.Contains("""{"id":"29:an","name":"Nguyễn Thị Ánh"}""", body, StringComparison.Ordinal);
        Assert.Contains("""{"id":"29:anh2","name":"Nguyễn Thị Ánh"}""", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nguyễn Thị Ánh ơi", "Nguyễn Thị Ánh", "MentionNotInText")]
    [InlineData("<at></at> ơi", null, "MentionWithoutName")]
    [InlineData("<at>&<></at> ơi", "&<>", "MentionWithoutName")]
    public async Task A_mention_that_Teams_would_refuse_is_not_sent(string text, string? name, string code)
    {
        var fault = await _world.Fails(_world.Connector.Send(
            OutboundWorld.Chat, new Outgoing.Words(text, [An with { Name = name }]), CancellationToken.None));

        Assert.Equal((Delivery.Refused, code), (fault.Delivery, fault.Code));
        Assert.Empty(_world.Teams.Calls);
    }

    private async Task<string> Sent(string text, params Sender[] people)
    {
        await _world.Connector.Send(OutboundWorld.Chat, new Outgoing.Words(text, people), CancellationToken.None);
        return Assert.Single(_world.Teams.Calls).Body;
    }
}
