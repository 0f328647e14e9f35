using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Tests.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Tests.Features.Targets;

/// <summary>A cell with the seven targets of a term that is over, and one that runs: the numbers are those of a real report, the words are not.</summary>
internal static class SampleTargets
{
    public static readonly Term Old = new("2022", new(2022, 4, 15), new(2024, 10, 17));
    public static readonly Term Running = new("2024", new(2024, 10, 18), new(2027, 4));

    public static CellFile Cell { get; } = new(new Cell("c1", "Chi bộ Thử", "t1"))
    {
        Members = [new Member("m01", "Lâm Văn Thử", Gender.Male) { Joined = new(2000) }],
        Terms = [Old, Running],
        Resolutions =
        [
            new Resolution("nq-2022", "2022", "Nghị quyết Đại hội lần thứ III", new(2022, 4, 15)) { Number = "01-NQ/CB" },
            new Resolution("nq-2024", "2024", "Nghị quyết Đại hội lần thứ IV", new(2024, 10, 18)),
        ],
        Targets =
        [
            Target("A1", "nq-2022", 1, "Xếp loại chi bộ", Clause("chi bộ được xếp loại hoàn thành tốt nhiệm vụ trở lên", Population.Cell, Metric.GradeAtLeast, Measure.Count, Comparator.AtLeast, 1) with { Grade = Grade.Good }),
            Target("A2", "nq-2022", 2, "Xếp loại các phòng",
                Clause("phòng được xếp loại tốt trở lên", Population.Units, Metric.GradeAtLeast, Measure.Share, Comparator.Equal, 100),
                Clause("phòng đạt tập thể lao động tiên tiến trở lên", Population.Units, Metric.TitleAtLeast, Measure.Share, Comparator.Equal, 100)),
            Target("A3", "nq-2022", 3, "Chấp hành kỷ luật", Clause("đảng viên không vi phạm", Population.Members, Metric.NoViolation, Measure.Share, Comparator.Equal, 100)),
            Target("A4", "nq-2022", 4, "Học tập nghị quyết và mô hình",
                Clause("đảng viên, công chức học nghị quyết", Population.MembersAndCivilServants, Metric.Studied, Measure.Share, Comparator.Equal, 100),
                Clause("mô hình", Population.Activities, Metric.Done, Measure.Count, Comparator.Between, 1) with { UpTo = 2 }),
            Target("A5", "nq-2022", 5, "Nâng cao trình độ", Clause("đảng viên tích cực học tập", Population.Members, Metric.Judged, Measure.Share, Comparator.Equal, 100)),
            Target("A6", "nq-2022", 6, "Danh hiệu thi đua",
                Clause("cán bộ, công chức đạt lao động tiên tiến", Population.Officials, Metric.TitleAtLeast, Measure.Share, Comparator.Equal, 100),
                Clause("cán bộ, công chức là chiến sĩ thi đua cơ sở", Population.Officials, Metric.TitleAtLeast, Measure.Share, Comparator.MoreThan, 15) with { Stretch = true },
                Clause("cán bộ, công chức được khen thưởng bậc cao hơn", Population.Officials, Metric.Judged, Measure.Count, Comparator.AtLeast, 1) with { Stretch = true }),
            Target("A7", "nq-2022", 7, "Xếp loại đảng viên", Grades()) with { Owner = "m01" },
            Target("B3", "nq-2024", 3, "Xếp loại đảng viên", Grades()),
            Target("B8", "nq-2024", 8, "Hoạt động cùng các đoàn thể", Clause("hoạt động, công trình", Population.Activities, Metric.Done, Measure.Count, Comparator.AtLeast, 10)),
        ],
        Results =
        [
            Result("A1", ResultStatus.Met, new Measurement(1, 1) { Of = 1 }),
            Result("A2", ResultStatus.Met, new Measurement(1, 2) { Of = 2 }, new Measurement(2, 2) { Of = 2 }),
            Result("A3", ResultStatus.Met, new Measurement(1, 14) { Of = 14 }),
            Result("A4", ResultStatus.Exceeded, new Measurement(1, 14) { Of = 14 }, new Measurement(2, 3)),
            Result("A5", ResultStatus.Met, new Measurement(1, 14) { Of = 14 }),
            Result("A6", ResultStatus.Exceeded, new Measurement(1, 14) { Of = 14 }, new Measurement(2, 3) { Of = 14 }, new Measurement(3, 1)),
            Result("A7", ResultStatus.Failed, new Measurement(1, 13) { Of = 14 }, new Measurement(2, 10) { Of = 14 }) with { Grades = new GradeCounts(10, 3, 0, 1) },
            Result("B8", ResultStatus.InProgress, new Measurement(1, 6)) with { Concluded = new(2026, 7) },
        ],
    };

    /// <summary>Two cells were merged: two resolutions at once, and of some years only the totals are kept.</summary>
    public static CellFile Merged { get; } = new(new Cell("c1", "Chi bộ Thử", "t1"))
    {
        Terms = [new("a-2020", new(2020, 5), new(2025, 5)), new("b-2020", new(2020, 6), new(2025, 6)), new("2025", new(2025, 6), new(2030, 6))],
        Resolutions =
        [
            new("nq-a", "a-2020", "Nghị quyết Chi bộ Một", new(2020, 5)),
            new("nq-b", "b-2020", "Nghị quyết Chi bộ Hai", new(2020, 6)),
            new("nq-2025", "2025", "Nghị quyết nhiệm kỳ 2025–2030", new(2025, 6)),
        ],
        Targets = [Target("C1", "nq-2025", 1, "Xếp loại đảng viên", Grades())],
        Series =
        [
            new("2020-a", 2020, 8, 8, ["nq-a"]),
            new("2020-b", 2020, 7, 7, ["nq-b"]),
            new("2021", 2021, 9, 9, ["nq-a", "nq-b"]) { Exceeded = true },
            new("2022", 2022, 6, 7, ["nq-a", "nq-b"]),
        ],
    };

    public static Target Target(string id, string resolution, int number, string title, params Clause[] clauses) =>
        new(id, resolution, number, title, $"Nguyên văn chỉ tiêu {title}.") { Clauses = clauses };

    public static Clause Clause(string text, Population population, Metric metric, Measure measure, Comparator comparator, decimal threshold) =>
        new(text, population, metric, measure, comparator, threshold, Period.Term);

    public static Clause[] Grades() =>
    [
        Clause("đảng viên hoàn thành tốt nhiệm vụ trở lên", Population.Members, Metric.GradeAtLeast, Measure.Share, Comparator.Equal, 100) with { Grade = Grade.Good },
        Clause("đảng viên hoàn thành xuất sắc nhiệm vụ", Population.Members, Metric.GradeIs, Measure.Share, Comparator.MoreThan, 20) with { Grade = Grade.Excellent },
    ];

    public static Result Result(string target, ResultStatus status, params Measurement[] measurements) =>
        new(target, status) { Measurements = measurements, Concluded = new PartialDate(2024, 10) };

    /// <summary>The cell's rows as questions read them.</summary>
    public static async Task<InMemoryTables> Store(CellFile cell)
    {
        var tables = new InMemoryTables();
        var targets = TargetRow.Of(cell);
        List<Change> changes = [.. targets.Select(Change.Add), .. TermRow.Of(cell, targets).Select(Change.Add), .. cell.Members.Select(member => Change.Add(new PartRow<Member>(cell.Cell.Id, member)))];
        foreach (var change in changes)
        {
            await tables.Commit(change, default);
        }

        return tables;
    }

    public static Turn Turn(string day = "2026-11-22", string time = "08:00") => new(
        "1",
        DateTimeOffset.Parse($"{day}T{time}+07:00", System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime(),
        new Asker("c1", "m01", "Lâm Văn Thử", Role.Member),
        new Sender("29:1", null, null),
        new Conversation("c", Place.Personal, "t1", new Uri("https://smba.trafficmanager.net/teams/"), "28:bot"));
}
