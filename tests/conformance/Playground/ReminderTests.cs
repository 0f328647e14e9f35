using ChiBoBot.Cards;
using ChiBoBot.Commands;
using Microsoft.Playwright;

namespace ChiBoBot.Conformance;

/// <summary>A reminder as the secretary orders it and as the cell's group sees it, in a real browser.</summary>
[Collection(SharedChromium.Name)]
public sealed class ReminderTests(ChromiumFixture chromium, PlaygroundFixture playground) : IClassFixture<PlaygroundFixture>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chibobot-reminder-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_reminder_is_typed_looked_at_and_pressed_and_the_group_reads_it()
    {
        var port = Ports.Next();
        var address = new Uri($"http://127.0.0.1:{Ports.Next()}");
        await using var bot = await DemoStart.Start(
            new DemoBot(address, Path.Combine(_folder.FullName, "chibobot.db"), new Uri($"http://localhost:{port}/_connector")), CancellationToken.None);
        await using var client = await playground.Start(address, port, DemoStart.Cast());
        var chat = await PlaygroundChat.Open(chromium, client.Address!);
        await chat.Enter(DemoText.Group);
        await chat.Read("Kính chào đồng chí!");
        await chat.Enter("Personal Chat");
        await chat.Read("Kính chào đồng chí!");

        await chat.Say("Nhắc mọi người mai mang sổ đảng viên.");
        await chat.Read("Cả chi bộ, 13 đồng chí");
        await Picture(chat.Page, "proposed");
        await chat.Press(ReminderText.Send);
        await chat.Read("Đang gửi vào nhóm của chi bộ.");
        await Picture(chat.Page, "ordered");

        await chat.Enter(DemoText.Group);
        await chat.Read(ReminderText.PostedTitle);
        await chat.Read("Mang sổ đảng viên");
        await Picture(chat.Page, "posted");

        await chat.Enter("Personal Chat");
        await chat.Say("lời nhắc gửi đến đâu rồi?");
        await chat.Read("Đã gửi vào nhóm");
        await Picture(chat.Page, "report");
    }

    /// <summary>Kept where <c>CHIBOBOT_PICTURES</c> names a folder.</summary>
    private static async Task Picture(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("CHIBOBOT_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"reminder-{name}.png") });
        }
    }
}
