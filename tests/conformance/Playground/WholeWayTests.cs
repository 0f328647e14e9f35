using ChiBoBot.Cards;
using ChiBoBot.Commands;

namespace ChiBoBot.Conformance;

/// <summary>The bot as the demo starts it, the Agents Playground as Teams, a real browser as the secretary.</summary>
[Collection(SharedChromium.Name)]
public sealed class WholeWayTests(ChromiumFixture chromium, PlaygroundFixture playground) : IClassFixture<PlaygroundFixture>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chibobot-whole-way-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_secretary_asks_which_target_is_not_met_and_reads_it_with_its_numbers()
    {
        await using var demo = await Start();
        await demo.Chat.Enter("Personal Chat");
        await demo.Chat.Read("Kính chào đồng chí!");

        await demo.Chat.Say("chỉ tiêu nào chưa đạt?");

        await demo.Chat.Read("1/7 chưa đạt");
        await demo.Chat.Read("1/14 không hoàn thành nhiệm vụ (7,14%)");
        await demo.Chat.Read("10/14 đảng viên hoàn thành xuất sắc nhiệm vụ (71,4%)");

        await demo.Chat.Press("Tổng quan chỉ tiêu");
        await demo.Chat.Read("6/7 chỉ tiêu đạt");
    }

    [Fact]
    public async Task In_the_cells_group_numbers_are_for_all_and_the_list_of_members_is_for_the_asker()
    {
        await using var demo = await Start();
        await demo.Chat.Enter(DemoText.Group);
        await demo.Chat.Read("Kính chào đồng chí!");

        await demo.Chat.Mention("tổng quan chỉ tiêu");
        await demo.Chat.Read("6/7 chỉ tiêu đạt");

        await demo.Chat.Mention("danh sách đảng viên");
        await demo.Chat.Read("Tôi đã gửi câu trả lời riêng cho đồng chí.");
        await demo.Chat.Enter("Personal Chat");
        await demo.Chat.Read("14 đảng viên");
    }

    private async Task<Demo> Start()
    {
        var cast = DemoStart.Cast();
        var port = Ports.Next();
        var address = new Uri($"http://127.0.0.1:{Ports.Next()}");
        var bot = await DemoStart.Start(
            new DemoBot(address, Path.Combine(_folder.FullName, "chibobot.db"), new Uri($"http://localhost:{port}")), CancellationToken.None);
        var client = await playground.Start(address, port, cast);
        return new Demo(bot, client, await PlaygroundChat.Open(chromium, client.Address!));
    }

    private sealed record Demo(IAsyncDisposable Bot, IAsyncDisposable Client, PlaygroundChat Chat) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Client.DisposeAsync();
            await Bot.DisposeAsync();
        }
    }
}
