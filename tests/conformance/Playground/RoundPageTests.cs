using ChiBoBot.Commands;
using Microsoft.Playwright;

namespace ChiBoBot.Conformance;

/// <summary>A round in a real browser: the secretary opens it, gets the letter and writes; what a real client leaves out when a field is emptied is understood.</summary>
/// <remarks>CHIBOBOT_PICTURES names a folder for pictures of each step.</remarks>
[Collection(SharedChromium.Name)]
public sealed class RoundPageTests(ChromiumFixture chromium, PlaygroundFixture playground) : IClassFixture<PlaygroundFixture>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chibobot-round-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_round_is_opened_and_its_form_is_written_read_back_emptied_and_not_lost()
    {
        var port = Ports.Next();
        var address = new Uri($"http://127.0.0.1:{Ports.Next()}");
        await using var bot = await DemoStart.Start(
            new DemoBot(address, Path.Combine(_folder.FullName, "chibobot.db"), new Uri($"http://localhost:{port}")), CancellationToken.None);
        await using var client = await playground.Start(address, port, DemoStart.Cast());
        var chat = await PlaygroundChat.Open(chromium, client.Address!);
        await chat.Enter("Personal Chat");
        await chat.Read("Kính chào đồng chí!");

        await chat.Say("mở đợt kiểm điểm");
        await chat.Read("Mở đợt nào?");
        await chat.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Kiểm điểm năm ") }).ClickAsync();
        await chat.Read("Không trong đợt (Miễn sinh hoạt): Thái Thị Quỳnh Giao");
        await Picture(chat, "1-open");
        await chat.Press("Mở đợt này");
        await chat.Read("0/13 đã nộp");
        await Picture(chat, "2-board");

        // The letter comes by itself.
        await chat.Press("Bắt đầu viết");
        await chat.Read("Phần 1/7");
        await Field(chat, "Số buổi sinh hoạt").FillAsync("Dự 11/12 buổi");
        await chat.Page.GetByText("Không", new() { Exact = true }).Last.ClickAsync();
        await chat.Press("Lưu, tiếp tục");
        await chat.Read("Phần 2/7");
        await Picture(chat, "3-section");

        await chat.Press("Lưu, quay lại");
        await chat.Read("Phần 1/7");
        Assert.Equal("Dự 11/12 buổi", await Field(chat, "Số buổi sinh hoạt").InputValueAsync());
        await Field(chat, "Số buổi sinh hoạt").FillAsync("");
        await chat.Press("Lưu, xem toàn bản");
        await chat.Read("Số buổi sinh hoạt đã dự trong năm: (chưa viết)");
        await Picture(chat, "4-outline");
        await chat.Press("Nội dung được giữ");
        await chat.Read("Dự 11/12 buổi");
        await Picture(chat, "5-kept");
    }

    private static ILocator Field(PlaygroundChat chat, string label) => chat.Page.GetByLabel(label).Last;

    private static async Task Picture(PlaygroundChat chat, string name)
    {
        if (Environment.GetEnvironmentVariable("CHIBOBOT_PICTURES") is { } folder)
        {
            await chat.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        }
    }
}
