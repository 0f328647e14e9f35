using System.Text;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Features.Targets;

namespace ChiBoBot.Tests.Features.Cells;

public class BoardRowsTests
{
    [Fact]
    public async Task A_target_row_is_read_as_it_was_written()
    {
        var tables = await SampleTargets.Store(SampleTargets.Cell);

        var read = (await tables.List<TargetRow>("c1", TargetRow.RangeOf("2022"), default)).Select(stored => stored.Row).ToList();

        Assert.Equal(7, read.Count);
        foreach (var (expected, row) in TargetRow.Of(SampleTargets.Cell).Where(row => row.TermId == "2022").Zip(read))
        {
            Assert.Equal(expected with { Target = row.Target, Results = row.Results, Tallies = row.Tallies }, row);
            Assert.Equal(expected.Target.Clauses, row.Target.Clauses);
            Assert.Equal(expected.Target with { Clauses = row.Target.Clauses }, row.Target);
            Assert.Equal(expected.Results.Select(result => result with { Measurements = [] }), row.Results.Select(result => result with { Measurements = [] }));
            Assert.Equal(expected.Results.SelectMany(result => result.Measurements), row.Results.SelectMany(result => result.Measurements));
        }
    }

    [Fact]
    public void Everything_of_a_result_and_a_clause_survives()
    {
        Clause clause = new("“mô hình” \\ ⚑", Population.Activities, Metric.TitleAtLeast, Measure.Count, Comparator.Between, 1.5m, Period.Year)
        {
            UpTo = 2.25m,
            Grade = Grade.Completed,
            Title = Title.GrassrootsFighter,
            Stretch = true,
        };
        Result result = new("X", ResultStatus.NotApplicable)
        {
            Year = 2025,
            Concluded = new(2025, 12),
            Grades = new(1, 2, 3, 4),
            Note = "Ghi “chú”",
        };

        Assert.Equal([clause], CompactJson.ReadClauses(Encoding.UTF8.GetBytes(CompactJson.Write([clause]))));
        Assert.Equal([result], CompactJson.ReadResults(Encoding.UTF8.GetBytes(CompactJson.Write([result])), "X").Select(read => read with { Measurements = result.Measurements }));
    }

    [Fact]
    public void What_a_newer_version_appends_is_passed_over()
    {
        var clauses = CompactJson.ReadClauses("""[["a","Cell","Done","Count","AtLeast",1,"Term",0,null,null,null,["new",[1]],{"x":[]}],["b","Cell","Done","Count","AtLeast",1,"Term",0,null,null,null]]"""u8);

        Assert.Equal(["a", "b"], clauses.Select(clause => clause.Text));
    }

    [Theory]
    [InlineData("[[\"a\",\"Cell\"")]
    [InlineData("[[\"a\",\"Nobody\",\"Done\",\"Count\",\"AtLeast\",1,\"Term\",0,null,null,null]]")]
    public void A_broken_row_is_not_taken_for_a_short_one(string json) =>
        Assert.ThrowsAny<Exception>(() => CompactJson.ReadClauses(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public async Task A_term_row_counts_what_is_concluded_and_what_is_under_way()
    {
        var tables = await SampleTargets.Store(SampleTargets.Cell);

        var terms = (await tables.List<TermRow>("c1", TermRow.Range, default)).Select(stored => stored.Row).ToList();

        Assert.Equal([("2022", 7, 7, 0), ("2024", 2, 0, 1)], terms.Select(term => (term.Term.Id, term.Targets, term.Concluded, term.UnderWay)));
        Assert.Equal(SampleTargets.Old, terms[0].Term);
        Assert.Equal([SampleTargets.Cell.Resolutions[0]], terms[0].Resolutions);
        Assert.True(terms[1].IsInForce(new(2027, 4, 30)));
        Assert.False(terms[1].IsInForce(new(2027, 5, 1)));
    }

    [Fact]
    public async Task A_total_of_several_resolutions_stands_at_the_first_ones_term()
    {
        var tables = await SampleTargets.Store(SampleTargets.Merged);

        var terms = (await tables.List<TermRow>("c1", TermRow.Range, default)).Select(stored => stored.Row).ToDictionary(term => term.Term.Id);

        Assert.Equal(["2020-a", "2021", "2022"], terms["a-2020"].Totals.Select(total => total.Id));
        Assert.Equal(["2020-b"], terms["b-2020"].Totals.Select(total => total.Id));
        Assert.True(terms["a-2020"].Totals[1].Exceeded);
        Assert.Equal(["nq-a", "nq-b"], terms["a-2020"].Totals[1].Resolutions);
    }
}
