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
            ("events-edit", EventPlanCards.Draft(new("0123456789abcdef01234567", "Regular", next.Title)
            {
                IsEdit = true,
                Version = "0123456789abcdef0123456789abcdef",
                Date = next.Date,
                Time = next.Time,
                Minutes = next.Minutes,
                Place = next.Place,
                People = [new("Lâm Văn Thử", "m01"), new("Mai Thị Mẫu", "m05")],
                Chair = "m01",
                Summons = "Chosen",
                Chosen = ["m05"],
                Agenda = "[Thời sự] Thông tin tháng 11\nKết quả tháng 11 và nhiệm vụ tháng 12",
                Documents = "Dự thảo nghị quyết https://docs.example.org/du-thao",
                Guests = "Đồng chí Phó Bí thư Đảng ủy",
                Problem = EventsText.EditedMeanwhile,
                Seen = "",
            })),
            ("events-edit-which", EventPlanCards.Which([new(EventsText.Line(next), "2026-12-03|e5"), new(EventsText.Line(cancelled with { IsCancelled = false }), "2026-12-05|e6")])),
            ("events-edited", EventPlanCards.Done(EventsText.Edited, next with { Called = AgendaText.ChosenOf(3), Agenda = ["Thời sự: Thông tin tháng 11"] }, "2026-12-03|e5")),
            ("events-file", FeedCards.AskOne(next, "2026-12-03|e5")),
            ("events-file-made", FeedCards.One(next, "2026-12-03|e5", new("https://bot.example.org/calendar/AbCdEf.ics"))),
            ("events-detail-actions", EventCards.Detail(next, EventField.Time, [], FeedCards.File(EventsText.FileMake, "2026-12-03|e5"), EventPlanCards.Edit(EventsText.EditThis, "2026-12-03|e5"))),
            ("events-feed", FeedCards.Ask(has: true)),
            ("events-feed-made", FeedCards.Made(new("https://bot.example.org/calendar/AbCdEf.ics"))),
            ("events-feed-revoked", FeedCards.Revoked()),
            ("events-plan", EventPlanCards.Draft(new("0123456789abcdef01234567", "Committee", "Họp chi ủy")
            {
                Date = new(2026, 12, 7),
                Time = new(8, 0),
                Place = "Phòng 205",
                People = [new("Lâm Văn Thử", "m01"), new("Mai Thị Mẫu", "m05")],
                Warnings = [EventsText.Conflict("08:00, Thứ Hai 07/12/2026 – Giao ban")],
                Seen = "e9",
            })),
            ("events-move", EventPlanCards.Draft(new("0123456789abcdef01234567", "Regular", next.Title)
            {
                MoveOf = "e5",
                Moves = [new(EventsText.Line(next), "e5")],
                Date = new(2026, 11, 3),
                Time = new(14, 0),
                Minutes = 90,
                Problem = EventsText.IsPast(new(2026, 11, 3), new(14, 0)),
                Seen = "",
            })),
            ("events-regular-one", RegularCards.Propose(new([new(2027, 1, 4)], "Hướng dẫn 42-HD/BTCTW ngày 28/10/2025") { Chosen = [new(2027, 1, 4)], Time = new(14, 0), Minutes = 90, Place = next.Place })),
            ("events-regular-year", RegularCards.Propose(new([.. Enumerable.Range(1, 12).Select(month => new DateOnly(2027, month, 4))], "Hướng dẫn 42-HD/BTCTW ngày 28/10/2025")
            {
                Pending = "0123456789abcdef01234567",
                Chosen = [.. Enumerable.Range(1, 12).Select(month => new DateOnly(2027, month, 4))],
                Minutes = 90,
                Place = next.Place,
                Problem = EventsText.GiveTime,
                Warnings = [RegularText.NoThematic([new(2027, 1, 1), new(2027, 4, 1)])],
            })),
            ("events-regular-planned", RegularCards.Done([.. Enumerable.Range(2, 11).Select(month => next with { Date = new(2027, month, 3), Title = $"Sinh hoạt chi bộ định kỳ tháng {month:00}/2027" })], [new(2027, 1, 4)])),
            ("events-list-missing", EventCards.List("Tháng 01/2027", [], [], RegularText.NoRegular(new(2027, 1, 4)), RegularText.NoThematic([new(2027, 1, 1)]))),
            ("events-cancel", EventPlanCards.Cancel("0123456789abcdef01234567", next)),
            ("events-planned", EventPlanCards.Done(EventsText.Planned, next)),
            ("events-detail-cancelled", EventCards.Detail(cancelled, EventField.Time, [next])),
        ];
    }
}
