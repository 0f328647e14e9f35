namespace ChiBoBot.Cards.Tests;

public static partial class Gallery
{
    private static TargetView[] SampleTargets =>
    [
        new(1, "Xếp loại chi bộ", "Mỗi năm chi bộ được xếp loại từ hoàn thành tốt nhiệm vụ trở lên.", TargetOutcome.Met)
        {
            Clauses = [new("chi bộ được xếp loại hoàn thành tốt nhiệm vụ trở lên", false, Bound.AtLeast, 1) { Count = 1, Holds = true }],
        },
        new(2, "Học tập nghị quyết và mô hình", "Mọi đảng viên dự đủ các đợt học nghị quyết; chi bộ duy trì từ 1 đến 2 mô hình.", TargetOutcome.Exceeded)
        {
            Clauses =
            [
                new("đảng viên học nghị quyết", true, Bound.Equal, 100) { Count = 14, Of = 14, Holds = true },
                new("mô hình", false, Bound.Between, 1) { UpTo = 2, Count = 3, Holds = true, IsSurpassed = true },
            ],
        },
        new(3, "Xếp loại đảng viên", "Mọi đảng viên được xếp loại hoàn thành tốt nhiệm vụ trở lên, trong đó hơn 20% hoàn thành xuất sắc.", TargetOutcome.Failed)
        {
            Clauses =
            [
                new("đảng viên hoàn thành tốt nhiệm vụ trở lên", true, Bound.Equal, 100) { Count = 13, Of = 14, Holds = false, Missing = 1, NotCompleted = 1 },
                new("đảng viên hoàn thành xuất sắc nhiệm vụ", true, Bound.MoreThan, 20) { Count = 10, Of = 14, Holds = true },
            ],
            Note = "Vế hoàn thành xuất sắc vượt mức.",
            Owner = "Lâm Văn Thử",
        },
    ];

    private static (string Name, AdaptiveCard Card)[] Targets()
    {
        TargetBoardView board = new([(2022, 2024)])
        {
            Resolutions = [new("Nghị quyết Đại hội chi bộ lần thứ III, nhiệm kỳ 2022–2024", SampleTargets) { Number = "01-NQ/CB" }],
            Running = [new(2024, 2027, 8, 0, 1)],
            AsOf = (2024, 10, null),
        };
        TargetBoardView merged = new([(2020, 2025)])
        {
            Resolutions =
            [
                new("Nghị quyết Chi bộ Văn phòng Một", [SampleTargets[0], SampleTargets[1]]),
                new("Nghị quyết Chi bộ Văn phòng Hai", [SampleTargets[2]]),
            ],
            Totals =
            [
                new(2020, 8, 8, false, ["Nghị quyết Chi bộ Văn phòng Một"]),
                new(2020, 7, 7, false, ["Nghị quyết Chi bộ Văn phòng Hai"]),
                new(2021, 9, 9, true, ["Nghị quyết Chi bộ Văn phòng Một", "Nghị quyết Chi bộ Văn phòng Hai"]),
                new(2022, 6, 7, false, ["Nghị quyết Chi bộ Văn phòng Một", "Nghị quyết Chi bộ Văn phòng Hai"]),
            ],
        };
        TargetBoardView running = new([(2024, 2027)])
        {
            Resolutions = [new("Nghị quyết Đại hội chi bộ lần thứ IV", [SampleTargets[0] with { Outcome = TargetOutcome.NotAssessed, Clauses = [new("chi bộ hoàn thành tốt", false, Bound.AtLeast, 1)] }, AtRisk])],
            AsOf = (2026, 7, 10),
            Year = 2026,
            IsTermInstead = true,
        };
        return
        [
            ("targets-overview", TargetCards.Overview(board)),
            ("targets-overview-merged", TargetCards.Overview(merged)),
            ("targets-overview-running", TargetCards.Overview(running)),
            ("targets-not-met", TargetCards.Status(board, AskedStatus.NotMet, [SampleTargets[2]])),
            ("targets-met", TargetCards.Status(board, AskedStatus.Met, [SampleTargets[0], SampleTargets[1]])),
            ("targets-none", TargetCards.Status(board, AskedStatus.AtRisk, [])),
            ("targets-at-risk", TargetCards.Status(running, AskedStatus.AtRisk, [AtRisk])),
            ("targets-why", TargetCards.Failures(board, [SampleTargets[2]])),
            ("targets-counted", TargetCards.Named(running with { Year = null, IsTermInstead = false, Basis = TargetsText.Basis("Quy ước đánh giá chỉ tiêu của ChiBoBot", false) }, [Counted])),
            ("targets-what-if", TargetCards.WhatIf(running with { Year = null, IsTermInstead = false }, TargetsText.If(2, TargetsText.MoreOf("hoàn thành xuất sắc nhiệm vụ")), [(Counted with { Outcome = TargetOutcome.NotAssessed }, Counted with { Years = [] })])),
            ("targets-quota", TargetCards.Quota(new(2026, 13, 2, 20, true, false, Regulation) { Clashes = [Clash] })),
            ("targets-record", TargetCommandCards.Record(RecordedNow)),
            ("targets-record-changed", TargetCommandCards.Record(RecordedNow with { ChangedBy = "Lâm Văn Thử", Note = "Thêm công trình đường hoa" })),
            ("targets-deed", TargetCommandCards.Deed(new(Waiting, "Tặng quà gia đình chính sách", new(2026, 11, 20), "activity", [new("b8", 8, "Hoạt động cùng các đoàn thể", 6, 5), new("b6", 6, "Mô hình", null, 1)], "b8"))),
            ("targets-award", TargetCommandCards.Award(new(Waiting, 2026, "grassrootsFighter", [("m1", "Lâm Văn Thử"), ("m2", "Đỗ Thị Mẫu")], "m1", ["Phòng Một", "Phòng Hai"]))),
            ("targets-add", TargetCommandCards.Edit(new(Waiting, true, "9", "", "", "", null, [("m1", "Lâm Văn Thử")], [("r1", "Nghị quyết một"), ("r2", "Nghị quyết hai")], "r2"))),
            ("targets-edit", TargetCommandCards.Edit(new(Waiting, false, "3", "Xếp loại đảng viên", "Nguyên văn.", "đủ 100% đảng viên hoàn thành tốt nhiệm vụ trở lên mỗi năm", "m1", [("m1", "Lâm Văn Thử")], [], "r1"))),
            ("targets-change", TargetCommandCards.Change(new(Waiting, false, 3, "Xếp loại đảng viên", "Nguyên văn.",
                [ClauseText.Explained(1, "", "Members", "GradeIs", "Excellent", ClauseText.Asked(true, Bound.MoreThan, 15, null), false, "Year")],
                [ClauseText.Explained(1, "", "Members", "GradeIs", "Excellent", ClauseText.Asked(true, Bound.MoreThan, 20, null), false, "Year")]))),
            ("targets-close", TargetCommandCards.Close(new(Waiting, 2025, (2024, 2027), [(1, "Xếp loại chi bộ", TargetOutcome.Met, "1"), (3, "Xếp loại đảng viên", TargetOutcome.Failed, "13/14; 3/14")], [(7, "Nâng cao trình độ", TargetOutcome.NotAssessed)]))),
            ("targets-one", TargetCards.Named(board, [SampleTargets[2] with { Stated = TargetOutcome.Met }])),
        ];
    }

    private const string Waiting = "0123456789abcdef01234567";

    private static RecordView RecordedNow => new(Waiting, 3, "Xếp loại đảng viên", "Mọi đảng viên được xếp loại hoàn thành tốt nhiệm vụ trở lên; có từ 1 đến 2 mô hình.", (2024, 2027), 2026,
    [
        new(1, "đảng viên hoàn thành tốt nhiệm vụ trở lên", true, (12, 13)) { Count = 13, Of = 13 },
        new(2, "mô hình", false, null) { Count = 1 },
    ], "met")
    {
        WasStatus = "inProgress",
    };

    private const string Regulation = "Quy định 366-QĐ/TW ngày 30/8/2025; Hướng dẫn 43-HD/BTCTW ngày 31/10/2025";

    private static QuotaClashView Clash => new(3, 3, 2, 13, 20, true, false, Regulation);

    private static TargetView Counted => new(3, "Xếp loại đảng viên", "Mọi đảng viên được xếp loại hoàn thành tốt nhiệm vụ trở lên, trong đó hơn 20% hoàn thành xuất sắc.", TargetOutcome.AtRisk)
    {
        Year = 2026,
        IsCounted = true,
        ByRecords = TargetOutcome.Failed,
        Clauses =
        [
            new("đảng viên hoàn thành tốt nhiệm vụ trở lên", true, Bound.Equal, 100) { Count = 11, Of = 13, Holds = false, Missing = 2, Unknown = 2, Base = Base },
            new("đảng viên hoàn thành xuất sắc nhiệm vụ", true, Bound.MoreThan, 20) { Count = 2, Of = 13, Holds = false, Missing = 1, Unknown = 2, Base = Base, Records = (1, 13) },
            new("đảng viên dự họp", true, Bound.AtLeast, 90) { Count = 12, Of = 13, Holds = true, Month = 2, IsStretch = true },
            new("mô hình", false, Bound.AtLeast, 1) { Needed = 1 },
        ],
        Years =
        [
            new(2025, TargetOutcome.Met, [new("đảng viên hoàn thành tốt", true, Bound.Equal, 100) { Count = 13, Of = 13, Holds = true }]),
            new(2026, TargetOutcome.AtRisk, [new("đảng viên hoàn thành tốt", true, Bound.Equal, 100) { Count = 11, Of = 13, Holds = false }]),
        ],
        Clash = Clash,
    };

    private static CountedView Base => new(new(2026, 12, 31), 13, false) { Exempt = 1, Probationary = 2 };

    private static TargetView AtRisk => new(8, "Hoạt động cùng các đoàn thể", "Cùng các đoàn thể tổ chức không dưới 10 hoạt động, công trình.", TargetOutcome.AtRisk)
    {
        Clauses = [new("hoạt động, công trình", false, Bound.AtLeast, 10) { Count = 6, Holds = false, Missing = 4 }],
    };
}
