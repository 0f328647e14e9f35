using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using ChiBoBot.Cards;
using ChiBoBot.Commands;
using ChiBoBot.Commands.Playground;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;
using ChiBoBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChiBoBot.Conformance;

/// <summary>A meeting in a real browser: the secretary plans it, opens the roll call and closes it; members press in the group.</summary>
/// <remarks>CHIBOBOT_PICTURES names a folder for pictures of each step.</remarks>
[Collection(SharedChromium.Name)]
public sealed class MeetingPageTests(ChromiumFixture chromium, PlaygroundFixture playground) : IClassFixture<PlaygroundFixture>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chibobot-meeting-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_meeting_is_planned_opened_pressed_and_closed()
    {
        var cast = DemoStart.Cast();
        var port = Ports.Next();
        var address = new Uri($"http://127.0.0.1:{Ports.Next()}");
        await using var bot = await DemoStart.Start(
            new DemoBot(address, Path.Combine(_folder.FullName, "chibobot.db"), new Uri($"http://localhost:{port}")), CancellationToken.None);
        await using var client = await playground.Start(address, port, cast);
        var chat = await PlaygroundChat.Open(chromium, client.Address!);

        // The bot lives in the group; the secretary plans a meeting of this hour in the own chat.
        await chat.Enter(DemoText.Group);
        await chat.Read("Kính chào đồng chí!");
        await chat.Enter("Personal Chat");
        await chat.Read("Kính chào đồng chí!");
        var start = TimeProvider.System.GetUtcNow().ToOffset(VietnamTime.Offset).AddMinutes(2);
        await chat.Say(start.ToString("'tạo cuộc họp đột xuất' H'h'mm 'ngày' d/M 'ở phòng 205'", CultureInfo.InvariantCulture));
        await chat.Read("Đồng chí xem lại, sửa chỗ chưa đúng rồi bấm nút dưới cùng.");
        await Picture(chat, "1-plan");
        await chat.Press("Tạo lịch");
        await chat.Read("✔ Đã đưa vào lịch của chi bộ.");

        await chat.Say(start.ToString("'mở điểm danh họp đột xuất ngày' d/M", CultureInfo.InvariantCulture));
        await chat.Read("Tự đóng");
        await Picture(chat, "2-open");
        await chat.Press("Mở điểm danh");
        await chat.Read("Bảng điểm danh của thư ký");
        await Picture(chat, "3-desk");

        // The card stands in the group; the secretary presses on the page, two members in their own clients.
        await chat.Enter(DemoText.Group);
        await chat.Read("0/13 có mặt");
        await Picture(chat, "4-group");
        await chat.Press("Có mặt");
        await chat.Read("Đồng chí: có mặt");
        await Picture(chat, "5-own");
        var roll = await Roll(bot);
        await Press(client.Address!, cast.Others[0], roll, RollCards.PresentValue);
        await Press(client.Address!, cast.Others[1], roll, RollCards.LateValue);
        await chat.Read("3/13 có mặt");
        await Picture(chat, "6-filling");

        // Closed by the clerk's list, the group reads the numbers.
        await chat.Enter("Personal Chat");
        await chat.Press("Đóng điểm danh");
        await chat.Read("3/13 có mặt (23,1%)");
        await Picture(chat, "7-closed-desk");
        await chat.Enter(DemoText.Group);
        await chat.Read("3/13 có mặt (23,1%)");
        await chat.Read("Vắng không lý do");
        await Picture(chat, "8-closed-group");

        await chat.Mention("cuộc họp vừa rồi có bao nhiêu đồng chí dự?");
        await chat.Read("Nguồn: điểm danh của chi bộ");
        await Picture(chat, "9-asked");
    }

    private static async Task<string> Roll(IAsyncDisposable bot)
    {
        var tables = ((WebApplication)bot).Services.GetRequiredService<ITables>();
        return (await tables.List<RollRow>(SampleCells.CellId, RowRange.StartingWith(RollRow.Prefix), CancellationToken.None))[^1].Row.Id;
    }

    /// <summary>Another member presses in their own client: the Playground hands on any activity.</summary>
    private static async Task Press(Uri playground, DemoPerson who, string roll, string how)
    {
        var (group, _) = PlaygroundConfig.Rooms[0];
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes($$$"""
            {"type":"invoke","id":"f:{{{who.ObjectId}}}","name":"adaptiveCard/action","channelId":"msteams","serviceUrl":"{{{new Uri(playground, "/_connector").AbsoluteUri}}}",
             "from":{"id":"{{{who.TeamsId}}}","name":"{{{who.Name}}}","aadObjectId":"{{{who.ObjectId}}}"},
             "conversation":{"id":"{{{group}}}","isGroup":true,"conversationType":"groupChat","tenantId":"{{{SampleCells.TenantId}}}"},
             "recipient":{"id":"28:{{{PlaygroundConfig.AppId}}}","name":"ChiBoBot"},"channelData":{"tenant":{"id":"{{{SampleCells.TenantId}}}"}},
             "value":{"action":{"type":"Action.Execute","verb":"{{{RollCards.MarkVerb}}}","data":{"roll":"{{{roll}}}","as":"{{{how}}}"}},"trigger":"manual"}}
            """));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        using var http = new HttpClient();
        using var response = await http.PostAsync(new Uri(playground, "/_internal/v1/customActivities"), body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async Task Picture(PlaygroundChat chat, string name)
    {
        if (Environment.GetEnvironmentVariable("CHIBOBOT_PICTURES") is { } folder)
        {
            await chat.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        }
    }
}
