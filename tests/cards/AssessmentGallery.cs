namespace ChiBoBot.Cards.Tests;

public static partial class Gallery
{
    private static (string Name, AdaptiveCard Card)[] Assessment()
    {
        const string Title = "Kiểm điểm, tự đánh giá năm 2026";
        const string Form = "Bản kiểm điểm cá nhân (mẫu 2A)";
        const string Source = "Quy định 366-QĐ/TW ngày 30/8/2025; Hướng dẫn 43-HD/BTCTW ngày 31/10/2025";
        var deadline = VietnamTime.At(new DateOnly(2026, 12, 5), new TimeOnly(23, 59, 59));
        var now = VietnamTime.At(new DateOnly(2026, 11, 22), new TimeOnly(8, 0));
        var sheet = new SheetRef("2026-year");
        Choice[] grades = [new("Hoàn thành xuất sắc nhiệm vụ", "Excellent"), new("Hoàn thành tốt nhiệm vụ", "Good"), new("Hoàn thành nhiệm vụ", "Completed"), new("Không hoàn thành nhiệm vụ", "NotCompleted")];
        Choice[] members = [new("Lâm Văn Thử", "m01"), new("Đỗ Thị Mẫu", "m02")];
        string[] quota =
        [
            AssessmentText.Quota(20, AssessmentText.QuotaGoodOnly, 13, 2),
            AssessmentText.QuotaWide,
            AssessmentText.QuotaOver(3, 2, AssessmentText.QuotaGoodOnly, 10, ["Lâm Văn Thử", "Đỗ Thị Mẫu", "Tạ Văn Ví"]),
        ];
        var section = new SectionView(sheet, Form, "tasks", "Kết quả thực hiện nhiệm vụ (70 điểm)", 3, 6, 4,
        [
            new("t_done", FieldKind.Number, AssessmentText.ScoredLabel("Hoàn thành nhiệm vụ chuyên môn: khối lượng, chất lượng", 35)) { IsRequired = true, Min = 0, Max = 35, Value = "30" },
            new("t_text", FieldKind.Text, "Nêu việc đã làm, số liệu") { IsRequired = true, MaxLength = 2500, Value = "Tham mưu 12 báo cáo, đều đúng hạn." },
            new("t_ontime", FieldKind.Choice, "Mọi nhiệm vụ đều hoàn thành đúng hạn?") { IsRequired = true, Choices = [new("Có", "yes"), new("Không", "no")], Value = "no" },
            new("t_ontime_reason", FieldKind.Text, AssessmentText.ReasonLabel("Không")) { MaxLength = 1000 },
        ])
        {
            Guidance = "Nêu việc cụ thể, có con số.",
            Note = AssessmentText.Saved(now),
        };
        OutlineSection[] sections =
        [
            new("tasks", "Kết quả thực hiện nhiệm vụ (70 điểm)", 0, [new("Hoàn thành nhiệm vụ chuyên môn: khối lượng, chất lượng", "30/35"), new("Nêu việc đã làm, số liệu", "Tham mưu 12 báo cáo, đều đúng hạn.")]),
            new("grade", "Phương hướng và tự nhận mức", 1, [new("Phương hướng, biện pháp khắc phục hạn chế", AssessmentText.Empty), new("Tự nhận mức xếp loại", "Hoàn thành tốt nhiệm vụ")]),
        ];
        var outline = new OutlineView(sheet, Form, sections)
        {
            Points = AssessmentText.Points(30, 30, 57, 70),
            Grades = [AssessmentText.Threshold("hoàn thành xuất sắc nhiệm vụ", 90), AssessmentText.Threshold("hoàn thành tốt nhiệm vụ", 70), AssessmentText.PointsDiffer("hoàn thành xuất sắc nhiệm vụ", "hoàn thành tốt nhiệm vụ")],
        };
        var mine = new MyRoundView(sheet, Title, AssessmentText.StateDraft)
        {
            Facts = [new(AssessmentText.Deadline, VietnamTime.Clock(deadline)), new(AssessmentText.Commitment, AssessmentText.CommitmentLine("Viết sáng kiến", "2 sáng kiến", new DateOnly(2026, 11, 30)))],
            IsBegun = true,
            CanWrite = true,
        };
        var board = new BoardView("2026-year", Title, 9, 13, AssessmentText.DeadlineLine(deadline, AssessmentText.DaysLeft(13)))
        {
            IsOpen = true,
            Missing = ["Lâm Văn Thử", "Đỗ Thị Mẫu"],
            Writing = ["Tạ Văn Ví"],
            Reopened = ["Hồ Thị Dụ"],
            OnPaper = ["Mai Văn Giấy"],
            Left = ["Cao Văn Đi"],
            Joined = ["Vũ Thị Về"],
            JoinedIds = ["m20"],
            NotReached = ["Lâm Văn Thử"],
            Grades = quota,
            Note = AssessmentText.Reminding(4),
            IsRated = true,
        };
        RatingLine[] lines =
        [
            new("m01", "Lâm Văn Thử") { CanRate = true, Before = AssessmentText.Self(isHandedIn: true), Grade = "Excellent", Votes = "12" },
            new("m02", "Đỗ Thị Mẫu") { Before = AssessmentText.RefusedStillOpen },
        ];
        var question = new QuestionView("2A", Form, "review", "Ưu điểm, hạn chế", "strengths")
        {
            Text = "Việc tốt nhất đã làm trong năm",
            Guidance = "Nêu một việc.",
            IsRequired = true,
            Place = 1,
            Places = 3,
            Seen = "0123",
            SeenPlace = 1,
            Given = "Ưu điểm, kết quả nổi bật trong năm",
            CanDrop = true,
        };
        var objection = new ObjectionView("2026-year", Title, new("m02", 1), "Đỗ Thị Mẫu", now, "Tôi đề nghị xem lại tỷ lệ nhiệm vụ vượt mức: quý 4 có thêm 2 việc chưa tính.", 1, 2)
        {
            Waiting = 2,
            Next = new("m03", 1),
            ToBoard = true,
        };
        return
        [
            ("assessment-section", AssessmentCards.Section(section)),
            ("assessment-section-mistakes", AssessmentCards.Section(section with
            {
                IsChecked = true,
                Kept = 1,
                Warning = AssessmentText.KeptOtherWindow,
                Fields = [.. section.Fields.Select(field => field.Id == "t_ontime_reason" ? field with { Error = AssessmentText.FlawNoReason } : field)],
            })),
            ("assessment-section-paper", AssessmentCards.Section(section with { Sheet = sheet with { Member = "m09" }, PaperOf = "Mai Văn Giấy" })),
            ("assessment-outline", AssessmentCards.Outline(outline)),
            ("assessment-ready", AssessmentCards.Outline(outline with { Sections = [.. sections.Select(one => one with { Mistakes = 0 })], CanHandIn = true })),
            ("assessment-handed-in", AssessmentCards.Outline(outline with { Sections = [.. sections.Select(one => one with { Mistakes = 0 })], HandedIn = AssessmentText.HandedIn(now, isLate: false), CanWithdraw = true })),
            ("assessment-read", AssessmentCards.Read(sheet, Form, sections[0])),
            ("assessment-decided", AssessmentCards.Decided(Title)),
            ("assessment-mine", AssessmentCards.Mine([mine])),
            ("assessment-mine-reopened", AssessmentCards.Mine([mine with { Reopened = AssessmentText.ReopenedFor("bổ sung số liệu") }])),
            ("assessment-mine-decided", AssessmentCards.Mine([mine with
            {
                State = AssessmentText.StateHandedIn,
                CanWrite = false,
                CanObject = true,
                Facts = [new(AssessmentText.Decided, "Hoàn thành tốt nhiệm vụ"), new(AssessmentText.Document, AssessmentText.DocumentOf("45-QĐ/ĐU", new DateOnly(2026, 12, 28)))],
            }])),
            ("assessment-objected", AssessmentCards.Said(ObjectionText.Sent)),
            ("objections-one", ObjectionCards.One(objection)),
            ("objections-answered", ObjectionCards.One(objection with
            {
                Waiting = 0,
                Answer = ObjectionText.AnswerRecorded("12-CV/CB", new DateOnly(2026, 12, 29), "Lâm Văn Thử", now),
                Document = "12-CV/CB",
                Day = "2026-12-29",
                Undo = "audit|1",
            })),
            ("objections-long", ObjectionCards.One(objection with { Text = new string('ệ', 2000), Error = ObjectionText.AnsweredMeanwhile })),
            ("objections-to-secretary", ObjectionCards.ToSecretary("2026-year", Title, new("m02", 1))),
            ("objections-to-author", ObjectionCards.ToAuthor(Title, "12-CV/CB", new DateOnly(2026, 12, 29))),
            ("forms-choose", FormCards.Choose([new("2A", "Bản kiểm điểm cá nhân (mẫu 2A)", "đảng viên không giữ chức vụ lãnh đạo", true), new("CK", "Bản cam kết của đảng viên", "mọi đảng viên", false)], Source)),
            ("forms-form", FormCards.Form(new("2A", Form, true,
            [
                new("review", "Ưu điểm, hạn chế", [FormText.ChangedLine("Việc tốt nhất đã làm trong năm"), "Hạn chế, khuyết điểm và nguyên nhân"], ["Hạn chế của kỳ trước đã khắc phục đến đâu"]),
                new("grade", "Phương hướng và tự nhận mức", ["Phương hướng, biện pháp khắc phục hạn chế", "Tự nhận mức xếp loại", FormText.AddedLine("Đề xuất với chi bộ")], []),
            ]))),
            ("forms-section", FormCards.Section(new("2A", Form, "review", "Ưu điểm, hạn chế", "Viết ngắn, nêu việc và con số cụ thể.")
            {
                Questions = [new(FormText.ChangedLine("Việc tốt nhất đã làm trong năm"), "strengths"), new("Hạn chế, khuyết điểm và nguyên nhân", "weaknesses")],
                Dropped = [new("Hạn chế của kỳ trước đã khắc phục đến đâu", "remedy")],
                Undo = "audit|1",
            })),
            ("forms-question", FormCards.Question(question)),
            ("forms-question-tried", FormCards.Question(question with { Preview = [new("strengths", FieldKind.Text, "Việc tốt nhất đã làm trong năm") { IsRequired = true, MaxLength = 2500, Guidance = "Nêu một việc." }] })),
            ("forms-question-new", FormCards.Question(new("2A", Form, "review", "Ưu điểm, hạn chế", "") { Kind = "Text", Error = FormText.QuestionWrong(300, 500) })),
            ("forms-preview", FormCards.Preview("2A", section)),
            ("rounds-choose", RoundCards.Choose([("Year", 2026, null), ("HalfYear", 2026, null), ("Commitments", 2027, null)], AssessmentText.QuarterInYear(4, 2026))),
            ("rounds-open", RoundCards.Open(new(
                "Year", Title, "2026", "", "2026-12-05",
                [new("2B", "cán bộ lãnh đạo, cấp ủy viên", ["m01"], false), new("2C", "đảng viên không công tác trong hệ thống chính trị", [], false), new("2A", "đảng viên không giữ chức vụ lãnh đạo", [], true)],
                members)
            {
                Apart = [new(AssessmentText.Apart("Miễn sinh hoạt"), "Mai Văn Giấy")],
                Error = AssessmentText.OpenBadDeadline,
                Source = Source,
            })),
            ("rounds-board", RoundCards.Board(board)),
            ("rounds-board-closed", RoundCards.Board(board with { IsOpen = false, Note = null, Objected = ["Đỗ Thị Mẫu"] })),
            ("rounds-group", RoundCards.ForGroup(Title, new DateTimeOffset(2026, 12, 5, 23, 59, 59, VietnamTime.Offset), 10, 14)),
            ("rounds-close", RoundCards.CloseAsk("2026-year", Title, 4, "2026-12-05")),
            ("rounds-reopen", RoundCards.ReopenAsk("2026-year", Title, new(members, 2), AssessmentText.ReopenMissing)),
            ("rounds-paper", RoundCards.PaperAsk("2026-year", Title, new(members, 2))),
            ("rounds-paper-many", RoundCards.PaperAsk("2026-year", Title, new(members, 500) { Hidden = 398, Find = "văn" })),
            ("rounds-paper-nobody", RoundCards.PaperAsk("2026-year", Title, new([], 500) { Find = "xyz" })),
            ("rounds-open-large", RoundCards.Open(new(
                "Year", Title, "2026", "", "2026-12-05",
                [new("2B", "cán bộ lãnh đạo, cấp ủy viên", ["Lâm Văn Thử", "Đỗ Thị Mẫu", AssessmentText.Others(30)], false), new("2A", "đảng viên không giữ chức vụ lãnh đạo", [], true)],
                [])
            {
                IsLarge = true,
                Changes = "Tạ Văn Ví: 2B",
                Source = Source,
            })),
            ("rating-proposals", RatingCards.Page(new("2026-year", $"{Title} · {AssessmentText.Page(1, 3)}", false, 1, 3, lines)
            {
                Day = "2026-12-10",
                Base = "13",
                Grades = grades,
                Quota = quota,
                Errors = [AssessmentText.About("Lâm Văn Thử", AssessmentText.NoMajority(6, 13, 50))],
                Source = Source,
            })),
            ("rating-decisions", RatingCards.Page(new("2026-year", $"{Title} · {AssessmentText.Page(2, 3)}", true, 2, 3, [lines[0] with { Before = AssessmentText.ProposalWas("hoàn thành xuất sắc nhiệm vụ", 12, 13) }])
            {
                Day = "2026-12-28",
                Document = "45-QĐ/ĐU",
                Grades = grades,
                Note = AssessmentText.Recorded(1),
                Source = Source,
            })),
            ("rating-sums", RatingCards.Sums(new(
                AssessmentText.Sums(Title),
                AssessmentText.Rated(13),
                [new("Hoàn thành xuất sắc nhiệm vụ", AssessmentText.Share(2, 13)), new("Hoàn thành tốt nhiệm vụ", AssessmentText.Share(11, 13))],
                AssessmentText.SumsOnly))),
        ];
    }
}
