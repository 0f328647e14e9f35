namespace ChiBoBot.Cards.Tests;

public static partial class Gallery
{
    private static (string Name, AdaptiveCard Card)[] Reminders()
    {
        const string Pending = "0a1b2c3d4e5f60718293a4b5";
        const string Text = "Mời các đồng chí dự Sinh hoạt chi bộ định kỳ tháng 12/2026 lúc 14:00, Thứ Năm ngày 03/12/2026, tại Phòng họp tầng 3.";
        var at = new DateTimeOffset(2026, 11, 23, 7, 0, 0, VietnamTime.Offset);
        var meeting = new MeetingView("e2026-12", "Sinh hoạt chi bộ định kỳ tháng 12/2026", new DateOnly(2026, 12, 3), new TimeOnly(14, 0))
        {
            Place = "Phòng họp tầng 3",
            Agenda = ["Kiểm điểm nghị quyết tháng 11", "Bàn nhiệm vụ tháng 12"],
        };
        return
        [
            ("reminders-meeting", MeetingReminderCards.Coming(meeting with { Link = new Uri("https://example.org/hop") })),
            ("reminders-meeting-own", MeetingReminderCards.ForOne(meeting, "Chi bộ Công tác Hội đồng nhân dân")),
            ("reminders-meeting-other-place", MeetingReminderCards.OtherPlace(meeting.Title, at, meeting)),
            ("reminders-meeting-moved", MeetingReminderCards.Moved(meeting.Title, at, meeting)),
            ("reminders-meeting-back-on", MeetingReminderCards.BackOn(meeting.Title, meeting)),
            ("reminders-meeting-cancelled", MeetingReminderCards.Cancelled(meeting.Title, at)),
            ("reminders-meeting-answers", MeetingReminderCards.Answers(meeting.Title, 9, ["Mạc Thị Hồng Nhạn"], ["Tống Duy Anh", "Lưu Quang Trí"])),
            ("reminders-meeting-answers-all", MeetingReminderCards.Answers(meeting.Title, 12, [], [])),
            ("attendance-coming", ComingCards.Ask("Sinh hoạt chi bộ định kỳ tháng 12/2026, 14:00, Thứ Năm 03/12/2026", meeting.Id)),
            ("attendance-coming-noted", ComingCards.Noted("Sinh hoạt chi bộ định kỳ tháng 12/2026, 14:00, Thứ Năm 03/12/2026", meeting.Id)),
            ("deadlines", DeadlineCards.List(DeadlineText.Title(45),
            [
                new(new DateOnly(2026, 11, 3), DeadlineText.NoMeeting(11, 2026), "Hướng dẫn 42-HD/BTCTW", IsOverdue: true),
                new(new DateOnly(2026, 12, 2), DeadlineText.Documents(meeting.Title, meeting.Date), "Hướng dẫn 42-HD/BTCTW", IsOverdue: false),
                new(new DateOnly(2026, 12, 10), DeadlineText.ProbationEnds("Tống Duy Anh"), "Điều 5 Điều lệ Đảng", IsOverdue: false),
            ])),
            ("deadlines-finish", DeadlineCards.List(DeadlineText.SoonTitle,
            [
                new(new DateOnly(2026, 12, 2), DeadlineText.Documents(meeting.Title, meeting.Date), "Hướng dẫn 42-HD/BTCTW", IsOverdue: false) { Key = "documents|e1|20261203" },
                new(new DateOnly(2026, 12, 10), DeadlineText.ProbationEnds("Tống Duy Anh"), "Điều 5 Điều lệ Đảng", IsOverdue: false),
            ], mayFinish: true)),
            ("reminders-ladder", LadderCards.Form(new(
                LadderKinds.Meeting,
                [new("Group", "3d", new(8, 0)), new("Unanswered", "1d", new(15, 0)), new("Group", "2h", null)],
                [new("Group", "3d", new(8, 0)), new("Group", "1d", new(8, 0)), new("Unanswered", "1d", new(15, 0)), new("Secretary", "1d", new(17, 0)), new("Group", "2h", null)],
                IsOwn: true, "v"))),
            ("reminders-ladder-assessment", LadderCards.Form(new(
                LadderKinds.Assessment,
                [new("Unanswered", "3d", new(8, 0)), new("Unanswered", "1d", new(8, 0)), new("Secretary", "1a", new(8, 0))],
                [new("Unanswered", "3d", new(8, 0)), new("Unanswered", "1d", new(8, 0)), new("Secretary", "1a", new(8, 0))],
                IsOwn: false, "v"))),
            ("reminders-ladder-papers", LadderCards.Form(new(LadderKinds.Papers, [], [new("Secretary", "0d", new(8, 0))], IsOwn: true, "v"))),
            ("reminders-ladders", LadderCards.Kinds(
            [
                new(LadderKinds.Meeting, [new("Group", "3d", new(8, 0)), new("Group", "2h", null)], [], IsOwn: true, "v"),
                new(LadderKinds.Assessment, [new("Unanswered", "1d", new(8, 0)), new("Secretary", "1a", new(8, 0))], [], IsOwn: false, "v"),
                new(LadderKinds.Term, [new("Secretary", "1d", new(8, 0))], [], IsOwn: false, "v"),
                new(LadderKinds.Papers, [], [], IsOwn: true, "v"),
            ])),
            ("reminders-ladder-saved", LadderCards.Saved(LadderKinds.Meeting, [new("Group", "2d", new(8, 0)), new("Secretary", "0d", new(7, 30)), new("Group", "2h", null)], "audit|6579234567890123456|0a1b2c3d4e5f6071")),
            ("reminders-ladder-none", LadderCards.Saved(LadderKinds.Assessment, [], null)),
            ("birthday-wish", BirthdayCards.Wish(["Tống Duy Anh", "Mạc Thị Hồng Nhạn"], new DateOnly(2026, 11, 29), isToday: false)),
            ("birthday-own", BirthdayCards.Own(cellHas: true, isOff: false)),
            ("reminders-ladder-birthday", LadderCards.Form(new(LadderKinds.Birthday, [new("Group", "0a", new(7, 30))], [], IsOwn: true, "v"))),
            ("dues-form", DuesCards.Form(new(new DateOnly(2026, 11, 1), 9, 14, [new(2026, 10, 1), new(2026, 11, 1), new(2026, 12, 1)],
                [new(DuesText.Person("Tống Duy Anh", new DateOnly(2026, 10, 1), isFree: false), "m05"), new(DuesText.Person("Mạc Thị Hồng Nhạn", null, isFree: false), "m06"), new(DuesText.Person("Lưu Quang Trí", new DateOnly(2026, 3, 1), isFree: true), "m07")]))),
            ("dues-saved", DuesCards.Saved([DuesText.Saved(["Tống Duy Anh", "Mạc Thị Hồng Nhạn"], new DateOnly(2026, 11, 1), DuesCards.Paid), DuesText.Further(["Lưu Quang Trí"])], "audit|6579234567890123456|0a1b2c3d4e5f6071")),
            ("reminders-propose-group", ReminderCards.Propose(new(Text, ReminderText.To("All", 13, []), MayChooseGroup: true, InGroup: true, at) { WasQuiet = true }, Pending)),
            ("reminders-propose-private", ReminderCards.Propose(new(ReminderText.Assessment, ReminderText.To("NotSubmitted", 4, []), MayChooseGroup: false, InGroup: false, null), Pending)),
            ("reminders-propose-no-group", ReminderCards.Propose(new(Text, ReminderText.To("All", 13, []), MayChooseGroup: false, InGroup: false, null) { HasNoGroup = true }, Pending)),
            ("reminders-ordered-now", ReminderCards.Ordered(Text, inGroup: true, null, Pending, null)),
            ("reminders-ordered-later", ReminderCards.Ordered(Text, inGroup: true, at, Pending, "audit|6579234567890123456|0a1b2c3d4e5f6071")),
            ("reminders-posted", ReminderCards.Posted(Text)),
            ("reminders-private", ReminderCards.Private(Text, "Chi bộ Công tác Hội đồng nhân dân", isOwn: false)),
            ("reminders-own", ReminderCards.Private("Chuẩn bị báo cáo.", "Chi bộ Công tác Hội đồng nhân dân", isOwn: true)),
            ("reminders-report", ReminderCards.Report(new(Pending, Text, at, InGroup: false,
            [
                new(DeliveryFate.Sent, 11, []),
                new(DeliveryFate.NotInstalled, 2, ["Tống Duy Anh", "Mạc Thị Hồng Nhạn"]),
                new(DeliveryFate.Blocked, 1, ["Lưu Quang Trí"]),
            ]))),
            ("reminders-report-twice", ReminderCards.Report(new(Pending, Text, at, InGroup: false,
            [
                new(DeliveryFate.Sent, 12, []),
                new(DeliveryFate.SentTwice, 1, ["Tống Duy Anh"]),
                new(DeliveryFate.Unknown, 1, ["Lưu Quang Trí"]),
            ]))),
            ("reminders-reports", ReminderCards.Reports(
            [
                new(Pending, Text, at, InGroup: true, [new(DeliveryFate.Sent, 1, [])]),
                new(Pending, ReminderText.Assessment, at.AddDays(-3), InGroup: false, [new(DeliveryFate.Sent, 11, []), new(DeliveryFate.Unknown, 1, ["Lưu Quang Trí"])]),
                new("", ReminderText.OfMeeting(meeting.Title), at.AddDays(-4), InGroup: true, [new(DeliveryFate.SentTwice, 1, [])]),
            ])),
            ("reminders-pause", ReminderCards.Pause(isPaused: false, null)),
            ("reminders-paused", ReminderCards.Pause(isPaused: true, new DateOnly(2026, 11, 29))),
            ("binding-bind", BindingCards.Bind(new("Chi bộ Công tác Hội đồng nhân dân", 12, 14, 1), Pending)),
            ("binding-unbind", BindingCards.Unbind(Pending)),
            ("binding-bound", BindingCards.Said(BindingText.Bound("Chi bộ Công tác Hội đồng nhân dân"))),
        ];
    }
}
