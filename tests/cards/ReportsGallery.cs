namespace ChiBoBot.Cards.Tests;

public static partial class Gallery
{
    private static (string Name, AdaptiveCard Card)[] Reports()
    {
        var now = VietnamTime.At(new DateOnly(2026, 11, 22), new TimeOnly(8, 0));
        var results = new ReportView("assessment", ReportText.Title("assessment", "Kiểm điểm, tự đánh giá năm 2026"), [new(ResultText.Members, "13"), new(ResultText.Proposed, "12"), new(ResultText.Decided, "12")]) { Round = "2026-year" };
        var attendance = new ReportView("attendance", ReportText.Title("attendance", "Quý 1/2026"), [new(AttendanceText.RateTitle, "91,2%"), new(AttendanceText.Counted, "31/34 lượt"), new(AttendanceText.Meetings, AttendanceText.MeetingsHeld(3))]);
        return
        [
            ("reports-results", ReportCards.Ask(results, "0a1b2c", 30)),
            ("reports-attendance-pdf", ReportCards.Ask(attendance with { Format = ReportText.NoSuchFormat(isPdf: true) }, "0a1b2c", 30)),
            ("reports-made", ReportCards.Made(results, "0a1b2c", new Uri("https://bot.example.org/reports/" + new string('A', 43) + ".xlsx"), now.AddMinutes(30))),
            ("reports-revoked", ReportCards.Revoked("attendance")),
        ];
    }
}
