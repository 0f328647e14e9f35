using System.Net;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Targets.Sheets;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Features.SelfAssessment;

namespace ChiBoBot.Tests.Features.Reports;

/// <summary>The results of a round as a file: what stands in it, and who can open its address, until when.</summary>
public class ResultsTests
{
    [Fact]
    public async Task The_file_holds_the_three_facts_of_each_rating_and_no_text_of_a_sheet()
    {
        await using var talk = await Rated();
        using var http = new HttpClient { BaseAddress = await talk.Listen() };
        Assert.Equal(
            "Xuất kết quả xếp loại\nKết quả xếp loại · Kiểm điểm, tự đánh giá năm 2026\nSố đồng chí: 13\nChi bộ đã đề xuất: 1\nĐã có quyết định: 1\nTệp Excel để lưu hồ sơ: mức tự nhận, đề xuất của chi bộ kèm số phiếu và nhận xét, kết quả kèm số, ngày văn bản của từng đồng chí. Không có nội dung bản tự đánh giá.\nĐịa chỉ dùng được 30 phút, thu hồi lúc nào cũng được. Ai có địa chỉ đều mở được tệp, nên đồng chí đừng chuyển tiếp.\n[Tạo địa chỉ tải] [Xem tiến độ]",
            await talk.Say("xuất kết quả xếp loại"));

        await talk.Press("Tạo địa chỉ tải");
        using var answer = await http.GetAsync(Path(talk));

        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment; filename=\"xep-loai-2026-year.xlsx\"", answer.Content.Headers.ContentDisposition!.ToString());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        List<string> rows = [.. XlsxSheet.Read(new MemoryStream(await answer.Content.ReadAsByteArrayAsync())).Select(row => string.Join(" | ", row.Cells))];
        Assert.Equal("Kết quả xếp loại · Kiểm điểm, tự đánh giá năm 2026", rows[1]);
        Assert.Equal("TT | Họ và tên | Mẫu | Nộp bản tự đánh giá | Tự nhận mức | Chi bộ đề xuất | Phiếu tán thành | Ngày họp chi bộ | Kết quả xếp loại | Số văn bản | Ngày văn bản | Nhận xét của chi bộ", rows[2]);
        Assert.Contains("8 | Hồ Sỹ Nhượng | 2A | 22/11/2026 | Hoàn thành xuất sắc nhiệm vụ | Hoàn thành tốt nhiệm vụ | 12/13 | 21/11/2026 | Hoàn thành tốt nhiệm vụ | 45-QĐ/ĐU | 21/11/2026 | =1+1, gương mẫu.", rows);

        // What somebody proposed for himself is nobody's before the cell has proposed.
        Assert.Contains("1 | Trịnh Hữu Cương | 2A | 22/11/2026 |  |  |  |  |  |  |  | ", rows);
        Assert.Contains("2 | Cao Thị Hồng Diệp | 2A | chưa nộp |  |  |  |  |  |  |  | ", rows);
        Assert.Contains("Đã quyết định: 1 hoàn thành tốt nhiệm vụ", rows);
        Assert.DoesNotContain(rows, row => row.Contains("Hoàn thành 12/12 báo cáo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_somebody_took_back_stands_in_no_file()
    {
        await using var talk = await Talk.Begin();
        await talk.Open();
        await talk.HandIn("m06", "Excellent");
        await talk.Send("assessment.withdraw", new() { ["round"] = "2026-year" }, by: "m06");
        await talk.Rate("m06");
        using var http = new HttpClient { BaseAddress = await talk.Listen() };
        await talk.Say("xuất kết quả xếp loại");
        await talk.Press("Tạo địa chỉ tải");

        var rows = XlsxSheet.Read(new MemoryStream(await http.GetByteArrayAsync(Path(talk))));

        Assert.Contains("1 | Trịnh Hữu Cương | 2A | chưa nộp |  | Hoàn thành tốt nhiệm vụ | 12/13 | 21/11/2026 | Hoàn thành tốt nhiệm vụ | 45-QĐ/ĐU | 21/11/2026 | ", rows.Select(row => string.Join(" | ", row.Cells)));
    }

    [Fact]
    public async Task An_address_dies_when_taken_back_with_time_and_with_the_post()
    {
        await using var talk = await Rated();
        using var http = new HttpClient { BaseAddress = await talk.Listen() };
        await talk.Say("xuất kết quả xếp loại");
        await talk.Press("Tạo địa chỉ tải");
        var first = Path(talk);
        Assert.Equal(HttpStatusCode.OK, await Get(first));

        await talk.Say("xuất kết quả xếp loại");
        await talk.Press("Tạo địa chỉ tải");
        var second = Path(talk);
        Assert.Equal(HttpStatusCode.OK, await Get(second));

        Assert.Equal("Xuất kết quả xếp loại\nĐã thu hồi. Địa chỉ cũ không mở được tệp nữa.", await talk.Press("Thu hồi địa chỉ"));
        Assert.Equal(HttpStatusCode.NotFound, await Get(second));
        Assert.Equal(HttpStatusCode.OK, await Get(first));

        await talk.Say("xuất kết quả xếp loại");
        await talk.Press("Tạo địa chỉ tải");
        var third = Path(talk);
        talk.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, await Get(third));
        talk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.NotFound, await Get(third));
        Assert.Equal(2, (await talk.Tables.List("Cells", "hdnd", RowRange.StartingWith("report|"), default)).Count);

        await talk.Say("xuất kết quả xếp loại");
        await talk.Press("Tạo địa chỉ tải");
        var fourth = Path(talk);
        Assert.Single(await talk.Tables.List("Cells", "hdnd", RowRange.StartingWith("report|"), default));
        var secretary = (await talk.Tables.Find<PartRow<Member>>("hdnd", PartRow<Member>.KeyOf("m01"), default))!;
        await talk.Tables.Commit([Change.Replace(secretary.Row with { Part = secretary.Row.Part with { Posts = [] } }, secretary.ETag)], default);
        Assert.Equal(HttpStatusCode.NotFound, await Get(fourth));
        Assert.Equal(HttpStatusCode.NotFound, await Get(new Uri("/reports/" + new string('A', 43) + ".xlsx", UriKind.Relative)));

        async Task<HttpStatusCode> Get(Uri address)
        {
            using var answer = await http.GetAsync(address);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Of_the_secret_only_the_hash_is_kept_and_the_ledger_says_who_made_an_address()
    {
        await using var talk = await Rated();
        await talk.Say("xuất kết quả xếp loại");
        await talk.Press("Tạo địa chỉ tải");

        var secret = Path(talk).ToString()["/reports/".Length..^".xlsx".Length];
        Assert.Equal(43, secret.Length);
        foreach (var row in await talk.Tables.List("Cells", "hdnd", RowRange.All, default))
        {
            Assert.DoesNotContain(secret, row.RowKey + row.TextOrNull("Hash") + row.TextOrNull("What") + row.TextOrNull("Slots"), StringComparison.Ordinal);
        }

        Assert.Contains("tạo địa chỉ tải báo cáo “Kết quả xếp loại · Kiểm điểm, tự đánh giá năm 2026”", await talk.Say("nhật ký thay đổi"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_other_words_and_for_a_year_it_is_understood_too()
    {
        await using var talk = await Rated();

        Assert.StartsWith("Xuất kết quả xếp loại\n", await talk.Say("cho tôi file excel tổng hợp kết quả tự đánh giá"), StringComparison.Ordinal);
        Assert.Equal("Chưa có đợt kiểm điểm nào có xếp loại để xuất.", await talk.Say("xuất excel kết quả tự đánh giá năm 2020"));
        Assert.Contains("[Xuất kết quả xếp loại]", await talk.Say("tiến độ kiểm điểm"), StringComparison.Ordinal);
    }

    /// <summary>The round is closed; m05 has handed in and is decided on, m06 has handed in.</summary>
    private static async Task<Talk> Rated()
    {
        var talk = await Talk.Begin();
        await talk.Open();
        await talk.HandIn("m05", "Excellent");
        await talk.HandIn("m06");
        await talk.Send("rounds.close", new() { ["round"] = "2026-year" });
        await talk.Say("tiến độ kiểm điểm");
        await talk.PageWith("m05", "Đề xuất của chi bộ");
        await talk.Press("Ghi đề xuất", inputs: [("day", "2026-11-21"), ("base", "13"), ("g_m05", "Good"), ("v_m05", "12"), ("c_m05", "=1+1, gương mẫu.")]);
        await talk.Say("tiến độ kiểm điểm");
        await talk.PageWith("m05", "Quyết định xếp loại");
        await talk.Press("Ghi quyết định", inputs: [("document", "45-QĐ/ĐU"), ("day", "2026-11-21"), ("g_m05", "Good")]);
        return talk;
    }

    private static Uri Path(Talk talk) => new(talk.Link("Tải tệp Excel").PathAndQuery, UriKind.Relative);
}
