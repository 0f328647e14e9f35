using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Commands;
using ChiBoBot.Features.Attendance;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;
using ChiBoBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChiBoBot.Conformance;

/// <summary>What stands around a meeting, in a real browser, as the secretary lives it: from the year's plan to the calendar on the telephone.</summary>
/// <remarks>CHIBOBOT_PICTURES names a folder for pictures of each step.</remarks>
[Collection(SharedChromium.Name)]
public sealed class MeetingTalkPageTests(ChromiumFixture chromium, PlaygroundFixture playground) : IClassFixture<PlaygroundFixture>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chibobot-meeting-talk-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_year_is_planned_and_one_meeting_is_edited_excused_from_spoken_about_before_and_spoken_at()
    {
        var cast = DemoStart.Cast();
        var port = Ports.Next();
        var address = new Uri($"http://127.0.0.1:{Ports.Next()}");
        await using var bot = await DemoStart.Start(
            new DemoBot(address, Path.Combine(_folder.FullName, "chibobot.db"), new Uri($"http://localhost:{port}")), CancellationToken.None);
        await using var client = await playground.Start(address, port, cast);
        var chat = await PlaygroundChat.Open(chromium, client.Address!);
        await chat.Enter("Personal Chat");
        await chat.Read("Kính chào đồng chí!");

        // One sentence and one press plan next year's regular meetings.
        var today = VietnamTime.DateOf(TimeProvider.System.GetUtcNow());
        var year = today.Year + 1;
        await chat.Say(string.Create(CultureInfo.InvariantCulture, $"lập lịch sinh hoạt cả năm {year}"));
        await chat.Read("tháng chưa có lịch sinh hoạt định kỳ.");
        await chat.Picture("1-year");
        await chat.Press("Đưa các buổi đã chọn vào lịch");
        await chat.Read("buổi vào lịch của chi bộ.");
        await chat.Say(string.Create(CultureInfo.InvariantCulture, $"tháng 6/{year} có gì?"));
        await chat.Read("Nguồn: lịch của chi bộ");
        await chat.Picture("2-calendar");

        // A meeting of this evening gets its agenda.
        await chat.Say(Said(today, "'tạo cuộc họp đột xuất 23h55 ngày' d/M 'ở phòng 205'"));
        await chat.Press("Tạo lịch");
        await chat.Read("✔ Đã đưa vào lịch của chi bộ.");
        await chat.Say(Said(today, "'sửa cuộc họp đột xuất ngày' d/M"));
        await chat.Field("Nội dung (mỗi dòng một mục").FillAsync("[Thời sự] Thông tin trong tháng\nThảo luận dự thảo nghị quyết");
        await chat.Picture("3-edit");
        await chat.Press("Lưu thay đổi");
        await chat.Read("✔ Đã sửa lịch.");
        var meeting = await Meeting(bot);

        // A member asks to be excused; the committee alone reads why, and decides by a press.
        await OtherClient.Press(client.Address!, cast.Others[0], AbsenceCards.AskVerb, new Dictionary<string, string> { ["only"] = meeting.Id, ["reason"] = "Duty", ["note"] = "Trực tiếp công dân" });
        await chat.Read("Trực tiếp công dân");
        await chat.Picture("4-absence");
        await chat.Press("Đồng ý");
        await chat.Read("chi ủy đồng ý");

        // Another one says beforehand what to talk about.
        await OtherClient.Press(client.Address!, cast.Others[1], OpinionCards.GiveVerb, new Dictionary<string, string> { ["about"] = $"{meeting.Id}|{Opinions.KeyOf(meeting.Agenda[1])}", ["text"] = "Nên giao rõ người chịu trách nhiệm từng việc." });
        await chat.Say("xem góp ý trước cuộc họp");
        await chat.Read("Nên giao rõ người chịu trách nhiệm từng việc.");
        await chat.Picture("5-opinions");

        // At the meeting each speaker is noted by a press.
        await chat.Say(Said(today, "'mở điểm danh họp đột xuất ngày' d/M"));
        await chat.Press("Mở điểm danh");
        await chat.Read("Bảng điểm danh của thư ký");
        await OtherClient.Press(client.Address!, cast.Others[1], RollCards.MarkVerb, new Dictionary<string, string> { ["roll"] = RollRow.IdOf(meeting), ["as"] = RollCards.PresentValue });
        await chat.Press("Phát biểu…");
        await chat.Read("Về việc gì (không bắt buộc)");
        await chat.Tick("Đồng chí", cast.Others[1].Name);
        await chat.Field("Về việc gì").FillAsync("Dự thảo nghị quyết");
        await chat.Press("Ghi");
        await chat.Read("Ghi 1 lượt phát biểu tại");
        await chat.Picture("6-spoke");

        // Who is silent for long is nudged in private, if the cell wants it.
        await chat.Say("bật nhắc phát biểu");
        await chat.Read("Chi bộ chưa bật nhắc phát biểu: không ai được nhắc.");
        await chat.Press("Bật cho chi bộ");
        await chat.Read("✔ Đã bật cho chi bộ.");
        await chat.Picture("7-nudge");

        // The calendar is at an address that a telephone subscribes to.
        await chat.Say("đăng ký lịch");
        await chat.Press("Tạo địa chỉ lịch");
        await chat.Read("Đồng chí chép địa chỉ này");
        var calendar = await chat.Field("Địa chỉ lịch").InputValueAsync();
        await chat.Picture("8-calendar-address");
        using var telephone = new HttpClient();
        var ics = await telephone.GetStringAsync(new Uri(calendar));
        Assert.StartsWith("BEGIN:VCALENDAR", ics, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"tháng 06/{year}"), ics, StringComparison.Ordinal);
    }

    private static string Said(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);

    private static async Task<Event> Meeting(IAsyncDisposable bot)
    {
        var tables = ((WebApplication)bot).Services.GetRequiredService<ITables>();
        return (await tables.List<PartRow<Event>>(SampleCells.CellId, PartRow<Event>.Range, CancellationToken.None))
            .Select(row => row.Row.Part)
            .Single(happening => happening is { Kind: EventKind.Extraordinary, Place: "Phòng 205" or "phòng 205" });
    }
}
