namespace ChiBoBot.Cards.Tests;

public static partial class Gallery
{
    private static (string Name, AdaptiveCard Card)[] Attendance()
    {
        const string roll = "2026-12-03|dinh-ky-12-2026";
        RollView open = new(roll, "Sinh hoạt chi bộ định kỳ tháng 12/2026", "14:00, Thứ Năm 03/12/2026")
        {
            Summoned = 13,
            Present = 9,
            Late = 1,
            Excused = 2,
            Absent = 0,
            Open = 2,
            Beside = 1,
            Closes = VietnamTime.At(new(2026, 12, 3), new(15, 30)),
            IsOpen = true,
            Viewers = ["29:an", "29:binh"],
        };
        var closed = open with { IsOpen = false, Open = 0, Absent = 2, Reopened = "Họp kéo dài" };
        DeskSeat[] seats =
        [
            new("m08", "Mạc Văn Mẫu", SeatMark.Open, false), new("m01", "Lâm Văn Thử", SeatMark.Present, false), new("m12", "Lục Đức Ví", SeatMark.Present, true),
            new("m06", "Trịnh Hữu Dụ", SeatMark.Late, false), new("m07", "Cao Thị Phép", SeatMark.Excused, false),
        ];
        OpenRollView opening = new("0123456789abcdef01234567", open.Meeting, open.When, "Phòng họp số 2", "cả chi bộ, 13 đồng chí được tính", VietnamTime.At(new(2026, 12, 3), new(14, 10)), open.Closes, false) { HasGroup = true };
        AbsenceView absence = new("dinh-ky-12-2026", "m07", "Sinh hoạt chi bộ định kỳ tháng 12/2026, 14:00, Thứ Năm 03/12/2026", "Cao Thị Phép", "Duty", "Họp ở huyện", AbsenceDecision.Waiting);
        string[] reasons = ["Duty", "Health", "Family", "Study", "Other"];
        return
        [
            ("attendance-absence-record", AbsenceRecordCards.Records(
                "Sinh hoạt chi bộ định kỳ tháng 12/2026, 14:00, Thứ Năm 03/12/2026",
                [AttendanceText.RecordInARow("Cao Thị Phép", 3), AttendanceText.RecordMonths("Mạc Văn Mẫu", 3, 2026)],
                "Hướng dẫn 42-HD/BTCTW ngày 28/10/2025")),
            ("attendance-opinion", OpinionCards.Form(new(
                [new("Sinh hoạt chi bộ định kỳ tháng 12/2026, 14:00, Thứ Năm 03/12/2026", "e1"), new(OpinionText.Item(1, "Kết quả tháng 11 và nhiệm vụ tháng 12"), "e1|0")],
                [new("e1|a", "Sinh hoạt chi bộ định kỳ tháng 12/2026", "Kết quả tháng 11 và nhiệm vụ tháng 12", "Nên giao rõ người chịu trách nhiệm từng việc.")])
            { About = "e1|0", Said = OpinionText.Given(44, 1000), Longest = 1000 })),
            ("attendance-opinion-long", OpinionCards.Form(new([new("Sinh hoạt chi bộ định kỳ tháng 12/2026", "e1")], []) { About = "e1", Problem = OpinionText.TooLong(1001, 1000), Text = "Nên giao rõ người…", Longest = 1000 })),
            ("attendance-opinions", OpinionCards.List(new(roll, "Sinh hoạt chi bộ định kỳ tháng 12/2026", [new("Lâm Văn Thử", null, "Đề nghị họp đúng giờ."), new("Cao Thị Phép", "Kết quả tháng 11", "Nên giao rõ người chịu trách nhiệm từng việc.")]), 0)),
            ("attendance-opinions-many", OpinionCards.List(new(roll, "Sinh hoạt chi bộ định kỳ tháng 12/2026", [.. Enumerable.Repeat(new OpinionView("Lâm Văn Thử", null, string.Concat(Enumerable.Repeat("Đề nghị họp đúng giờ. ", 43))), 12)]), 0)),
            ("attendance-nudge", NudgeCard.Nudge("Sinh hoạt chi bộ định kỳ tháng 12/2026, 14:00, Thứ Năm 03/12/2026")),
            ("attendance-nudge-cell", NudgeCard.Of(new(null, false, true) { Usual = 3 })),
            ("attendance-nudge-own", NudgeCard.Of(new(3, true, false) { Said = NudgeText.NotYou })),
            ("attendance-open", RollCards.Open(opening)),
            ("attendance-reopen", RollCards.Open(opening with { IsReopening = true, HasGroup = false })),
            ("attendance-group", RollCards.Group(open)),
            ("attendance-group-closed", RollCards.Group(closed)),
            ("attendance-own", RollCards.Own(open, AttendanceText.Own("có mặt", VietnamTime.At(new(2026, 12, 3), new(13, 58))))),
            ("attendance-vang", RollCards.Vang(roll)),
            ("attendance-desk", RollCards.Desk(new(open, seats, ["m08"]) { Said = "Ghi 1 đồng chí có mặt." })),
            ("attendance-desk-closed", RollCards.Desk(new(closed, seats, []) { Hint = AttendanceText.NotADay })),
            ("attendance-absence", AbsenceCards.Form(new([new("Sinh hoạt chi bộ định kỳ tháng 12/2026", "e1"), new("Sinh hoạt chuyên đề quý IV", "e2")], reasons, null, null))),
            ("attendance-absence-one", AbsenceCards.Form(new([new("Sinh hoạt chi bộ định kỳ tháng 12/2026", "e1")], reasons, "Duty", null))),
            ("attendance-absence-asked", AbsenceCards.Asked(AttendanceText.AbsenceAsked("Sinh hoạt chi bộ định kỳ tháng 12/2026"), "e1")),
            ("attendance-absence-decide", AbsenceCards.Decide(absence)),
            ("attendance-absence-decided", AbsenceCards.Decide(absence with { Decision = AbsenceDecision.Approved, Note = null })),
            ("attendance-absence-moved", AbsenceCards.Moved("Sinh hoạt chi bộ định kỳ tháng 12/2026, 15:00, Thứ Sáu 04/12/2026", "e1", new(2026, 12, 3))),
            ("attendance-absence-back", AbsenceCards.Back("Sinh hoạt chi bộ định kỳ tháng 12/2026, 14:00, Thứ Năm 03/12/2026", "e1")),
            ("attendance-absence-said", AbsenceCards.Said(AttendanceText.Withdrawn)),
            ("attendance-spoke", MeetingNotesCards.Spoke(new(roll, open.Meeting, AttendanceText.SpokeCount(2, 3), [new("Lâm Văn Thử – 2 lượt", "m01"), new("Trịnh Hữu Dụ", "m06")]) { Said = "Ghi 1 lượt phát biểu." })),
            ("attendance-vote", MeetingNotesCards.Vote(new(roll, open.Meeting, 13, "Quy định 294-QĐ/TW", [new("Nghị quyết tháng 12", 12, 13, true), new("Kết nạp đảng viên", 8, 13, false)]))),
            ("attendance-answer", AttendanceCards.Answer(new(open.Meeting, AttendanceText.AbsentOf(2, 13), AttendanceText.Source(null))
            {
                Facts = [new(AttendanceText.Present, AttendanceText.People(11)), new(AttendanceText.Absent, AttendanceText.People(2))],
                Lines = [AttendanceText.Named("Cao Thị Phép", "vắng có lý do", "Đi công tác, trực"), AttendanceText.Named("Mạc Văn Mẫu", "vắng không lý do", null)],
                Hint = AttendanceText.NamesAreForCommittee,
            })),
        ];
    }
}
