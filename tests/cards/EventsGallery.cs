namespace ChiBoBot.Cards.Tests;

public static partial class Gallery
{
    private static (string Name, AdaptiveCard Card)[] Events()
    {
        EventView next = new("Sinh hoạt chi bộ định kỳ tháng 12/2026", new(2026, 12, 3))
        {
            Time = new(14, 0),
            Minutes = 90,
            Place = "Phòng họp số 2, trụ sở Hội đồng nhân dân tỉnh",
            Agenda = ["Điểm danh, thông qua chương trình", "Kết quả tháng 11 và nhiệm vụ tháng 12", "Thảo luận, kết luận"],
            Chair = "Lâm Văn Thử",
            Clerk = "Mai Thị Mẫu",
            Note = "Đồng chí mang theo sổ tay đảng viên.",
        };
        EventView cancelled = new("Hành trình về nguồn", new(2026, 12, 5)) { IsCancelled = true, Note = "Hoãn vì mưa bão." };
        AnniversaryView day = new("Ngày thành lập Đảng Cộng sản Việt Nam", new(2027, 2, 3)) { Years = 97 };
        return
        [
            ("events-next", EventCards.Next(next, [cancelled with { IsCancelled = false, Note = null }], [day])),
            ("events-list", EventCards.List("Tháng 12/2026", [next, cancelled], [])),
            ("events-list-long", EventCards.List("Năm 2026", [.. Enumerable.Range(1, 12).Select(month => next with { Date = new(2026, month, 3) })], [day])),
            ("events-detail-place", EventCards.Detail(next, EventField.Place, [])),
            ("events-detail-documents", EventCards.Detail(
                next with
                {
                    Link = "https://meet.example.org/chi-bo",
                    Guests = ["Đồng chí Phó Bí thư Đảng ủy"],
                    Documents =
                    [
                        new("Dự thảo nghị quyết tháng 12", new("https://docs.example.org/du-thao")),
                        new("Báo cáo kết quả tháng 11 của chi bộ Công tác Hội đồng nhân dân", new("https://docs.example.org/bao-cao")),
                    ],
                },
                EventField.Documents,
                [])),
            ("events-detail-cancelled", EventCards.Detail(cancelled, EventField.Time, [next])),
        ];
    }
}
