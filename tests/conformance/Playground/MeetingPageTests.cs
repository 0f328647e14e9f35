using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Commands;
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
        await chat.Picture("1-plan");
        await chat.Press("Tạo lịch");
        await chat.Read("✔ Đã đưa vào lịch của chi bộ.");

        await chat.Say(start.ToString("'mở điểm danh họp đột xuất ngày' d/M", CultureInfo.InvariantCulture));
        await chat.Read("Tự đóng");
        await chat.Picture("2-open");
        await chat.Press("Mở điểm danh");
        await chat.Read("Bảng điểm danh của thư ký");
        await chat.Picture("3-desk");

        // The card stands in the group; the secretary presses on the page, two members in their own clients.
        await chat.Enter(DemoText.Group);
        await chat.Read("0/13 có mặt");
        await chat.Picture("4-group");
        await chat.Press("Có mặt");

        // The presser's own view; in the Playground, which has but one for all, the group's takes its place within seconds.
        await chat.Read("1/13 có mặt");
        await chat.Picture("5-own");
        var roll = await Roll(bot);
        await OtherClient.Press(client.Address!, cast.Others[0], RollCards.MarkVerb, new Dictionary<string, string> { ["roll"] = roll, ["as"] = RollCards.PresentValue });
        await OtherClient.Press(client.Address!, cast.Others[1], RollCards.MarkVerb, new Dictionary<string, string> { ["roll"] = roll, ["as"] = RollCards.LateValue });
        await chat.Read("3/13 có mặt");
        await chat.Picture("6-filling");

        // Closed by the clerk's list, the group reads the numbers.
        await chat.Enter("Personal Chat");
        await chat.Press("Đóng điểm danh");
        await chat.Read("3/13 có mặt (23,1%)");
        await chat.Picture("7-closed-desk");
        await chat.Enter(DemoText.Group);
        await chat.Read("3/13 có mặt (23,1%)");
        await chat.Read("Vắng không lý do");
        await chat.Picture("8-closed-group");

        await chat.Mention("cuộc họp vừa rồi có bao nhiêu đồng chí dự?");
        await chat.Read("Nguồn: điểm danh của chi bộ");
        await chat.Picture("9-asked");
    }

    private static async Task<string> Roll(IAsyncDisposable bot)
    {
        var tables = ((WebApplication)bot).Services.GetRequiredService<ITables>();
        return (await tables.List<RollRow>(SampleCells.CellId, RowRange.StartingWith(RollRow.Prefix), CancellationToken.None))[^1].Row.Id;
    }
}
