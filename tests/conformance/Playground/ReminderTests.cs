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

    [Fact]
    public async Task A_channel_that_is_the_cells_own_is_where_the_reminder_is_read()
    {
        var port = Ports.Next();
        var address = new Uri($"http://127.0.0.1:{Ports.Next()}");
        await using var bot = await DemoStart.Start(
            new DemoBot(address, Path.Combine(_folder.FullName, "chibobot.db"), new Uri($"http://localhost:{port}/_connector")), CancellationToken.None);
        await using var client = await playground.Start(address, port, DemoStart.Cast());
        var chat = await PlaygroundChat.Open(chromium, client.Address!);
        await chat.Enter("Personal Chat");
        await chat.Read("Kính chào đồng chí!");

        await chat.Enter($"{DemoText.Team} - {DemoText.Channel}");
        await chat.Post("gắn kênh này với chi bộ");
        await chat.Enter("Personal Chat");
        await chat.Press(BindingText.Bind);
        await chat.Read("Tin nhắc chung từ nay gửi vào nhóm này.");

        await chat.Say("Nhắc mọi người mai mang sổ đảng viên.");
        await chat.Read("Cả chi bộ, 13 đồng chí");
        await chat.Press(ReminderText.Send);
        await chat.Read("Đang gửi vào nhóm của chi bộ.");

        await chat.Enter($"{DemoText.Team} - {DemoText.Channel}");
        await chat.Read(ReminderText.PostedTitle);
        await chat.Read("Mang sổ đảng viên");
        await Picture(chat.Page, "channel");
    }

    [Fact]
    public async Task The_report_names_who_has_blocked_the_bot_and_who_never_met_it()
    {
        var port = Ports.Next();
        var address = new Uri($"http://127.0.0.1:{Ports.Next()}");
        var cast = DemoStart.Cast();
        await using var between = new Between(address, new Uri($"http://localhost:{port}/"), blocker: cast.Others[1].TeamsId);
        await using var bot = await DemoStart.Start(
            new DemoBot(address, Path.Combine(_folder.FullName, "chibobot.db"), new Uri(between.Address, "_connector")), CancellationToken.None);
        await using var client = await playground.Start(between.Address, port, cast);
        var chat = await PlaygroundChat.Open(chromium, client.Address!);
        await chat.Enter("Personal Chat");
        await chat.Read("Kính chào đồng chí!");

        await chat.Say("Nhắc mọi người mai mang sổ đảng viên.");
        await chat.Read("Cả chi bộ, 13 đồng chí");
        await chat.Page.GetByText(ReminderText.OwnChats, new() { Exact = true }).Last.ClickAsync();
        await chat.Press(ReminderText.Send);
        await chat.Read("Đang nhắn riêng từng người.");

        // Looked at again until nothing is being sent any more.
        var blocked = chat.Page.GetByText("1 đã chặn bot").Last;
        while (!await blocked.IsVisibleAsync() || await chat.Page.GetByText("đang gửi").Last.IsVisibleAsync())
        {
            await chat.Press(ReminderText.Show);
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        await Picture(chat.Page, "blocked");
        Assert.Equal(1, between.Refused);
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
