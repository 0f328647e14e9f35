using System.Text;
using ChiBoBot.Features.Cells;

namespace ChiBoBot.Tests.Features.Cells;

/// <summary>Every number is counted by hand here, from the list of invented members below.</summary>
public class TalliesTests
{
    private static readonly Term Term = new("t", new(2024, 10, 18), new(2027, 4));

    // On 31/12/2025: an, binh, chi official; dung on probation; em exempt; giang came in 2026; hai left in 2025.
    private static readonly IReadOnlyList<Member> Members =
    [
        Member("an", Service.Cadre),
        Member("binh", Service.CivilServant),
        Member("chi", null),
        Member("dung", Service.CivilServant) with { Official = null, Joined = new(2025, 6) },
        Member("em", null) with { Standings = [new(Standing.Exempt, new(2025, 3))] },
        Member("giang", Service.CivilServant) with { Transfers = [new(Direction.In, new(2026, 2), TransferReason.Reassigned)] },
        Member("hai", Service.CivilServant) with { Transfers = [new(Direction.Out, new(2025, 11), TransferReason.Retired)] },
    ];

    [Fact]
    public void Grades_are_counted_among_those_who_are_rated_on_the_last_day_of_the_year()
    {
        var tallies = Tallies.Of(GradesTarget, Term, Cell(
            Grade("an", 2025, Cells.Excellent), Grade("binh", 2025, Cells.Good),
            Grade("dung", 2025, Cells.Excellent), Grade("em", 2025, Cells.Excellent), Grade("giang", 2025, Cells.Excellent), Grade("hai", 2025, Cells.Excellent)));

        // 2024: an, binh, chi, em, hai. 2025: an, binh, chi. 2026: an, binh, chi, giang, dung is still on probation. 2027 ends after the term.
        Assert.Equal([(2024, 5, 0), (2025, 3, 2), (2026, 4, 0)], tallies.Select(tally => (tally.Year!.Value, tally.Clauses[0].Of!.Value, tally.Clauses[0].Known)));
        var year = tallies[1];
        Assert.Equal([(2, 3), (1, 3)], year.Clauses.Select(clause => (clause.Count, clause.Of!.Value)));
        Assert.Equal(new GradeCounts(1, 1, 0, 0), year.Grades);
        Assert.Equal(new LeftOut(1, 1, 0, 0, 0, 0), year.Clauses[0].LeftOut);
        Assert.Null(tallies[0].Grades);
    }

    [Fact]
    public void Titles_are_counted_among_the_officials_and_a_higher_one_holds_the_lower()
    {
        Target target = new("X", "r", 1, "Thi đua", "Nguyên văn.")
        {
            Clauses =
            [
                Clause(Population.Officials, Metric.TitleAtLeast, Measure.Share, 100) with { Title = Title.Advanced },
                Clause(Population.Officials, Metric.TitleAtLeast, Measure.Share, 15) with { Title = Title.GrassrootsFighter, Stretch = true },
            ],
        };
        var cell = Cell() with { Awards = [new(2025, Title.Advanced) { Member = "an" }, new(2025, Title.GrassrootsFighter) { Member = "binh" }, new(2025, Title.Advanced) { Member = "binh" }, new(2025, Title.Advanced) { Member = "chi" }] };

        var year = Tallies.Of(target, Term, cell).Single(tally => tally.Year == 2025);

        // Officials of the cell: an, binh and dung, also on probation; chi and em serve in no office.
        Assert.Equal([(2, 3, 3), (1, 3, 3)], year.Clauses.Select(clause => (clause.Count, clause.Of!.Value, clause.Known)));
        Assert.Equal(new LeftOut(0, 1, 0, 0, 0, 1), year.Clauses[0].LeftOut);
    }

    [Fact]
    public void Collectives_are_those_of_which_something_is_recorded()
    {
        Target target = new("X", "r", 1, "Tập thể", "Nguyên văn.") { Clauses = [Clause(Population.Units, Metric.GradeAtLeast, Measure.Share, 100) with { Grade = Cells.Good }] };
        var cell = Cell() with { Grades = [new(2025, Cells.Good) { Unit = "Phòng Một" }, new(2025, Cells.Completed) { Unit = "Phòng Hai" }, new(2026, Cells.Good) { Unit = "Phòng Một" }, new(2025, Cells.Excellent)] };

        Assert.Equal([(2024, 0, 2, 0), (2025, 1, 2, 2), (2026, 1, 2, 1), (2027, 0, 2, 0)], Years(Tallies.Of(target, Term with { To = new(2027, 12, 31) }, cell)));
        Assert.Empty(Tallies.Of(target, Term, Cell()));
    }

    [Fact]
    public void Deeds_count_for_the_clause_that_counts_and_only_within_the_term()
    {
        Target target = new("X", "r", 1, "Hoạt động", "Nguyên văn.")
        {
            Clauses =
            [
                Clause(Population.Members, Metric.Studied, Measure.Share, 100),
                Clause(Population.Activities, Metric.Done, Measure.Count, 10) with { Period = Period.Term },
                Clause(Population.Activities, Metric.Done, Measure.Count, 1) with { Period = Period.Year },
            ],
        };
        var cell = Cell() with
        {
            Deeds =
            [
                Deed("d1", new(2024, 10, 18)), Deed("d2", new(2025, 5)), Deed("d3", new(2024, 10, 17)), Deed("d4", new(2027, 5)), Deed("d5", new(2025, 5)) with { Target = "Y" },
                Deed("d6", new(2025, 6)) with { Clause = 3 }, Deed("d7", new(2025, 7)) with { Clause = 3 },
            ],
        };

        var tallies = Tallies.Of(target, Term, cell);

        Assert.Equal([(null, 2, 2), ((int?)2025, 3, 2)], tallies.Select(tally => (tally.Year, tally.Clauses[0].Clause, tally.Clauses[0].Count)));
    }

    [Fact]
    public void Attendance_is_the_sum_of_the_roll_calls_or_the_lowest_month()
    {
        var cell = Cell() with { Turnouts = [new("e1", new(2025, 1, 3), 9, 10), new("e2", new(2025, 2, 3), 6, 10), new("e3", new(2025, 2, 20), 10, 10), new("e4", new(2026, 1, 3), 1, 10)] };
        Target yearly = new("X", "r", 1, "Dự họp", "Nguyên văn.") { Clauses = [Clause(Population.Members, Metric.Present, Measure.Share, 90)] };
        var monthly = yearly with { Clauses = [yearly.Clauses[0] with { Period = Period.Month }] };

        Assert.Equal((25, 30, null), Of(yearly));
        Assert.Equal((16, 20, 2), Of(monthly));

        (int, int, int?) Of(Target target)
        {
            var year = Tallies.Of(target, Term, cell).Single(tally => tally.Year == 2025).Clauses.Single();
            return (year.Count, year.Of!.Value, year.Month);
        }
    }

    [Fact]
    public void Everything_of_a_tally_survives_being_written()
    {
        IReadOnlyList<Tally> tallies =
        [
            new(null, [new(2, 7, null, 7)]),
            new(2025, [new(1, 3, 12, 5) { Month = 2, LeftOut = new(1, 2, 3, 4, 5, 6) }, new(2, 0, 12, 0)]) { Grades = new(1, 2, 3, 4) },
        ];

        var read = CompactJson.ReadTallies(Encoding.UTF8.GetBytes(CompactJson.Write(tallies)));

        Assert.Equal(tallies.Select(tally => (tally.Year, tally.Grades)), read.Select(tally => (tally.Year, tally.Grades)));
        Assert.Equal(tallies.SelectMany(tally => tally.Clauses), read.SelectMany(tally => tally.Clauses));
    }

    private static IEnumerable<(int, int, int, int)> Years(IReadOnlyList<Tally> tallies) =>
        tallies.Select(tally => (tally.Year!.Value, tally.Clauses[0].Count, tally.Clauses[0].Of!.Value, tally.Clauses[0].Known));

    private static Target GradesTarget => new("X", "r", 1, "Xếp loại", "Nguyên văn.")
    {
        Clauses =
        [
            Clause(Population.Members, Metric.GradeAtLeast, Measure.Share, 100) with { Grade = Cells.Good },
            Clause(Population.Members, Metric.GradeIs, Measure.Share, 20) with { Grade = Cells.Excellent },
        ],
    };

    private static CellFile Cell(params DecidedGrade[] grades) => new(new Cell("c1", "Chi bộ Thử", "t1")) { Members = Members, Terms = [Term], Grades = grades };

    private static Member Member(string id, Service? service) => new(id, "Người " + id, Gender.Female) { Joined = new(2010), Official = new(2011), Service = service };

    private static DecidedGrade Grade(string member, int year, Grade grade) => new(year, grade) { Member = member };

    private static Deed Deed(string id, PartialDate date) => new(id, DeedKind.Activity, "Hoạt động " + id, date) { Target = "X" };

    private static Clause Clause(Population population, Metric metric, Measure measure, decimal threshold) =>
        new("vế", population, metric, measure, Comparator.AtLeast, threshold, Period.Year);

    private static class Cells
    {
        public const Grade Excellent = ChiBoBot.Features.Cells.Grade.Excellent;
        public const Grade Good = ChiBoBot.Features.Cells.Grade.Good;
        public const Grade Completed = ChiBoBot.Features.Cells.Grade.Completed;
    }
}
