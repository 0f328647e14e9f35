using System.Net;
using System.Net.NetworkInformation;
using ChiBoBot.Cards;
using ChiBoBot.Commands.Playground;

namespace ChiBoBot.Conformance;

[Collection(SharedChromium.Name)]
public class PlaygroundTests(ChromiumFixture chromium, PlaygroundFixture playground) : IClassFixture<PlaygroundFixture>
{
    [Fact]
    public async Task A_question_typed_in_the_personal_chat_reaches_the_bot_and_its_card_is_read_and_pressed()
    {
        await using var bot = await EchoBot.Start();
        await using var client = await playground.Start(bot.Address, Ports.Next(), SampleCast.Cast);
        var chat = await PlaygroundChat.Open(chromium, client.Address!);
        await chat.Enter("Personal Chat");

        await chat.Say("chỉ tiêu nào chưa đạt?");
        await chat.Read("Đồng chí nói: chỉ tiêu nào chưa đạt?");
        await chat.Press("Bấm thử");
        await chat.Read("Đã bấm");

        var message = bot.Received.First(activity => (string?)activity["type"] == "message");
        Assert.Equal("msteams", (string?)message["channelId"]);
        Assert.Equal(SampleCast.Cast.TenantId, (string?)message["conversation"]!["tenantId"]);
        Assert.Equal("29:person-1", (string?)message["from"]!["id"]);
        Assert.Equal("00000000-0000-4000-8000-000000000101", (string?)message["from"]!["aadObjectId"]);
        Assert.Equal("Nguyễn Thị Bí Thư", (string?)message["from"]!["name"]);
        Assert.Equal("28:" + PlaygroundConfig.AppId, (string?)message["recipient"]!["id"]);
        var press = bot.Received.Single(activity => (string?)activity["type"] == "invoke");
        Assert.Equal("adaptiveCard/action", (string?)press["name"]);
        Assert.Equal("echo.press", (string?)press["value"]!["action"]!["verb"]);
    }

    [Fact]
    public async Task The_group_and_the_channel_are_there()
    {
        await using var bot = await EchoBot.Start();
        await using var client = await playground.Start(bot.Address, Ports.Next(), SampleCast.Cast);
        var chat = await PlaygroundChat.Open(chromium, client.Address!);

        await chat.Enter(DemoText.Group);
        await chat.Enter($"{DemoText.Team} - General");
        await chat.Enter($"{DemoText.Team} - {DemoText.Channel}");
    }

    [Fact]
    public async Task It_listens_on_this_machine_only_and_is_gone_when_it_was_stopped()
    {
        await using var bot = await EchoBot.Start();
        int port;
        await using (var client = await playground.Start(bot.Address, Ports.Next(), SampleCast.Cast))
        {
            port = client.Address!.Port;
            Assert.Equal(IPAddress.Loopback, Assert.Single(Listeners(port)).Address);
        }

        Assert.Empty(Listeners(port));
    }

    private static List<IPEndPoint> Listeners(int port) =>
        [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => listener.Port == port)];
}
