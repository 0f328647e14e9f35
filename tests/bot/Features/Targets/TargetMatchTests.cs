using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Targets;

namespace ChiBoBot.Tests.Features.Targets;

public class TargetMatchTests
{
    private static readonly List<TargetVerdict> Verdicts =
        [.. TargetRow.Of(SampleTargets.Cell).Where(row => row.TermId == "2022").Select(row => TargetJudge.Judge(row, SampleTargets.Old, null, new(2026, 11, 22)))];

    [Theory]
    [InlineData("xếp loại đảng viên", "A7")]
    [InlineData("XEP LOAI DANG VIEN", "A7")]
    [InlineData("đảng viên hoàn thành xuất sắc", "A7")]
    [InlineData("danh hiệu thi đua", "A6")]
    [InlineData("chiến sĩ thi đua", "A6")]
    [InlineData("mô hình", "A4")]
    [InlineData("ky luat", "A3")]
    // Words that no target has count against it, up to a third.
    [InlineData("các danh hiệu thi đua", "A6")]
    [InlineData("trồng cây gây rừng", "")]
    [InlineData("", "")]
    public void Words_find_the_target(string hint, string expected) =>
        Assert.Equal(expected, string.Join(' ', TargetMatch.ByWords(Verdicts, hint).Select(verdict => verdict.Row.Target.Id)));

    [Fact]
    public void Several_that_fit_equally_are_all_found() =>
        Assert.Equal(["A1", "A2", "A7"], TargetMatch.ByWords(Verdicts, "xếp loại").Select(verdict => verdict.Row.Target.Id));

    [Theory]
    [InlineData(7, "A7")]
    [InlineData(8, "")]
    public void A_number_finds_the_target(int number, string expected) =>
        Assert.Equal(expected, string.Join(' ', TargetMatch.ByNumber(Verdicts, number).Select(verdict => verdict.Row.Target.Id)));
}
