using System.Globalization;
using System.Text.RegularExpressions;
using ChiBoBot.Cards;
using ChiBoBot.Commands;
using ChiBoBot.Features.Targets.Sheets;
using Microsoft.Playwright;

namespace ChiBoBot.Conformance;

/// <summary>A round in a real browser: what a real client leaves out when a field is emptied is understood, and a year is lived through by two people at two keyboards.</summary>
/// <remarks>CHIBOBOT_PICTURES names a folder for pictures of the cards at a phone's width.</remarks>
[Collection(SharedChromium.Name)]
public sealed partial class RoundPageTests(ChromiumFixture chromium, PlaygroundFixture playground) : IClassFixture<PlaygroundFixture>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chibobot-round-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_round_is_opened_and_its_form_is_written_read_back_emptied_and_not_lost()
    {
        await using var room = await Room();
        var chat = await room.Enter(DemoStart.Cast());
        await Open(chat);
        await chat.Press("Bắt đầu viết");
        await chat.Read("Phần 1/7");
        await chat.Fill("Số buổi sinh hoạt", "Dự 11/12 buổi");
        await chat.Pick("Không");
        await chat.Press("Lưu, tiếp tục");
        await chat.Read("Phần 2/7");

        await chat.Press("Lưu, quay lại");
        await chat.Read("Phần 1/7");
        Assert.Equal("Dự 11/12 buổi", await chat.Field("Số buổi sinh hoạt").InputValueAsync());
        await chat.Fill("Số buổi sinh hoạt", "");
        await chat.Press("Lưu, xem toàn bản");
        await chat.Read("Số buổi sinh hoạt đã dự trong năm: (chưa viết)");
        await chat.Press("Nội dung được giữ");
        await chat.Read("Dự 11/12 buổi");
    }

    [Fact]
    public async Task A_round_is_lived_through_to_the_decided_grade_and_an_objection()
    {
        var cast = DemoStart.Cast();
        var cuong = cast.Others.Single(one => one.Name == "Trịnh Hữu Cương");
        await using var room = await Room();
        var member = await room.Enter(cast.At(cuong));
        var secretary = await room.Enter(cast);

        // The letter comes to both by itself.
        await Open(secretary);
        await secretary.Picture("board-opened", "0/13 đã nộp");
        await member.Read("Chưa viết");
        await member.Picture("letter", "Chưa viết");

        // The secretary writes, looks it over, hands in and reads it back.
        await secretary.Press("Bắt đầu viết");
        await secretary.WriteSheet("Chi bộ hoàn thành 8/8 chỉ tiêu.", "Hoàn thành xuất sắc nhiệm vụ");
        await secretary.Read("93/100 điểm");
        await secretary.Picture("ready", "93/100 điểm");
        await secretary.Press("Nộp bản này");
        await secretary.Read("Bản đã khóa.");
        await secretary.Picture("handed-in", "Bản đã khóa.");
        await secretary.Choose("Phần cần mở", "Ưu điểm, hạn chế");
        await secretary.Press("Mở phần này");
        await secretary.Read("Chi bộ hoàn thành 8/8 chỉ tiêu.");
        await secretary.Picture("read", "Chi bộ hoàn thành 8/8 chỉ tiêu.");

        // The member does the same at another keyboard.
        await member.Press("Bắt đầu viết");
        await member.WriteSheet("Tham mưu 12 báo cáo, đều đúng hạn.", "Hoàn thành xuất sắc nhiệm vụ");
        await member.Read("93/100 điểm");
        await member.Press("Nộp bản này");
        await member.Read("Bản đã khóa.");

        // The board: who is missing, and nothing of what was written.
        await secretary.Say("tiến độ kiểm điểm");
        await secretary.Read("2/13 đã nộp");
        await secretary.Picture("board", "2/13 đã nộp");
        Assert.DoesNotContain("12 báo cáo", await secretary.Page.InnerTextAsync("body"), StringComparison.Ordinal);

        // The cell proposes, over the cap at first.
        var today = Today();
        await secretary.Press("Đề xuất của chi bộ");
        await secretary.Read("Ngày họp chi bộ");
        await secretary.Fill("Ngày họp chi bộ", today);
        await secretary.Fill("Số thành viên được biểu quyết", "13");
        await Propose(secretary, "Phan Thế Khải", "Hoàn thành xuất sắc nhiệm vụ", "13", "Gương mẫu, chủ động.");
        await Propose(secretary, "Trịnh Hữu Cương", "Hoàn thành xuất sắc nhiệm vụ", "6", "Tham mưu đúng hạn; cần phát biểu nhiều hơn.");
        await secretary.Press("Ghi đề xuất");
        await secretary.Read("Đồng chí Trịnh Hữu Cương: 6/13 tán thành, chưa quá nửa");
        await secretary.Picture("proposals-no-majority", "chưa quá nửa");
        await secretary.FillUnder("Trịnh Hữu Cương", "Phiếu tán thành", "11");
        await secretary.ChooseUnder("Trịnh Hữu Cương", "Mức", "Hoàn thành tốt nhiệm vụ");
        await secretary.Press("Ghi đề xuất");
        await secretary.Read("Đã ghi 1 đồng chí.");
        await secretary.Read("Vượt trần: đang có 1 xuất sắc");
        await secretary.Picture("proposals", "Vượt trần: đang có 1 xuất sắc");

        // A proposal is no grade yet: the member sees none.
        await member.Say("xếp loại của tôi");
        await member.Read("Tự nhận");
        Assert.DoesNotContain("Kết quả xếp loại", await member.Card("Nộp lúc"), StringComparison.Ordinal);
        await member.Picture("mine-waiting", "Nộp lúc");

        // The level above decides; then he does.
        await secretary.Press("Xem tiến độ");
        await secretary.Press("Quyết định xếp loại");
        await secretary.Fill("Số văn bản, ví dụ 45-QĐ/ĐU", "45-QĐ/ĐU");
        await secretary.Fill("Ngày văn bản", today);
        await secretary.Press("Ghi quyết định");
        await secretary.Read("Đã ghi 2 đồng chí.");
        await secretary.Picture("decisions", "Đã ghi 2 đồng chí.");
        await member.Say("xếp loại của tôi");
        await member.Read("45-QĐ/ĐU");
        await member.Picture("mine-decided", "45-QĐ/ĐU");

        // He objects, and the secretary reads it and records the answer.
        await member.Fill("Nếu có ý kiến khác về kết quả xếp loại", "Tôi đề nghị xem lại tỷ lệ vượt mức: 35% nhiệm vụ.");
        await member.Press("Gửi ý kiến khác");
        await member.Read("Đã ghi ý kiến của đồng chí.");
        await secretary.Read("có một ý kiến khác về kết quả xếp loại, chờ trả lời.");
        await secretary.Press("Đọc ý kiến");
        await secretary.Read("Tôi đề nghị xem lại tỷ lệ vượt mức: 35% nhiệm vụ.");
        await secretary.Fill("Số văn bản trả lời", "12-CV/CB");
        await secretary.Fill("Ngày văn bản", today);
        await secretary.Press("Ghi đã trả lời");
        await secretary.Read("Đã trả lời theo 12-CV/CB");
        await secretary.Picture("objection", "Đã trả lời theo 12-CV/CB");
        await member.Read("ý kiến khác của đồng chí đã trả lời theo 12-CV/CB");

        // For the file.
        await secretary.Say("xuất kết quả xếp loại");
        await secretary.Press("Tạo địa chỉ tải");
        await secretary.Read("Địa chỉ dùng được đến");
        await secretary.Picture("results", "Địa chỉ dùng được đến");
        await using var file = await secretary.Download("Tải tệp Excel");
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy);
        Assert.Contains(XlsxSheet.Read(copy), row => row.Cells.Contains("Trịnh Hữu Cương") && row.Cells.Contains("11/13") && row.Cells.Contains("45-QĐ/ĐU"));

        await member.Say("tổng hợp xếp loại");
        await member.Read("2 đồng chí được xếp loại");
        await member.Picture("sums", "2 đồng chí được xếp loại");
    }

    private static async Task Open(PlaygroundChat secretary)
    {
        await secretary.Say("mở đợt kiểm điểm");
        await secretary.Read("Mở đợt nào?");
        await secretary.Picture("choose", "Mở đợt nào?");
        await secretary.Press(secretary.Page.GetByRole(AriaRole.Button, new() { NameRegex = YearRound() }));
        await secretary.Read("Không trong đợt (Miễn sinh hoạt): Thái Thị Quỳnh Giao");
        await secretary.Picture("open", "Không trong đợt (Miễn sinh hoạt): Thái Thị Quỳnh Giao");
        await secretary.Press("Mở đợt này");
        await secretary.Read("0/13 đã nộp");
    }

    private static async Task Propose(PlaygroundChat secretary, string name, string grade, string votes, string comments)
    {
        await secretary.ChooseUnder(name, "Mức", grade);
        await secretary.FillUnder(name, "Phiếu tán thành", votes);
        await secretary.FillUnder(name, "Nhận xét của chi bộ (không bắt buộc)", comments);
    }

    private static string Today() => VietnamTime.DateOf(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task<PlaygroundRoom> Room() => PlaygroundRoom.Open(chromium, playground, Path.Combine(_folder.FullName, "chibobot.db"));

    [GeneratedRegex("^Kiểm điểm năm ")]
    private static partial Regex YearRound();
}
