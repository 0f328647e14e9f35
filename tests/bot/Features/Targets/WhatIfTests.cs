using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Targets;
using ChiBoBot.Understanding;

namespace ChiBoBot.Tests.Features.Targets;

public class WhatIfTests
{
    [Theory]
    [InlineData("nếu thêm 2 đồng chí xuất sắc thì sao?", 2, "Excellent", null, null)]
    [InlineData("Nếu có thêm hai đ/c hoàn thành xuất sắc thì chỉ tiêu 3 thế nào", 2, "Excellent", null, 3)]
    [InlineData("gia su co them 3 hoat dong nua", 3, null, null, null)]
    [InlineData("nếu bớt 1 đồng chí không hoàn thành nhiệm vụ", -1, "NotCompleted", null, null)]
    [InlineData("nếu thêm 4 chiến sĩ thi đua", 4, null, "GrassrootsFighter", null)]
    public void It_is_read_from_what_people_say(string text, int more, string? grade, string? title, int? target) => Assert.Equal(
        new WhatIf(more, grade is null ? null : Enum.Parse<Grade>(grade), title is null ? null : Enum.Parse<Title>(title), target, grade is null && title is null ? "hoat dong" : null),
        WhatIf.Read(new Said(text, new Reading([], 0, []) { IsSure = false }).Plain));

    [Theory]
    [InlineData("chỉ tiêu nào chưa đạt?")]
    [InlineData("nếu tuần tới có họp thì nhắc tôi")]
    [InlineData("nếu thêm 2 đồng chí vắng thì sao")]
    [InlineData("neu the thi thoi")]
    public void Everything_else_is_left_alone(string text) => Assert.Null(WhatIf.Read(new Said(text, new Reading([], 0, []) { IsSure = false }).Plain));

    [Fact]
    public async Task Two_excellent_ones_of_thirteen_are_one_too_few_and_as_many_as_the_cap_allows()
    {
        // Fourteen members, one of them exempt.
        await using var talk = await Talk.Begin();

        var text = await talk.Say("nếu thêm 2 đồng chí xuất sắc thì sao?");

        Assert.StartsWith("Nếu thêm 2 đồng chí hoàn thành xuất sắc nhiệm vụ\n", text, StringComparison.Ordinal);
        Assert.Contains("2/13 đảng viên hoàn thành xuất sắc nhiệm vụ (15,4%) ≤ 20%: chưa đạt; còn 11 chưa ghi", text, StringComparison.Ordinal);
        Assert.Contains("Tính trên 13 đảng viên được xếp loại ngày 31/12/2026; không tính 1 miễn sinh hoạt.", text, StringComparison.Ordinal);
        Assert.Contains("Cần 3/13, còn thiếu 1.", text, StringComparison.Ordinal);
        Assert.Contains("⚠ Chỉ tiêu 3 cần ít nhất 3/13 đồng chí xuất sắc (23,1%), nhưng trần 20% số hoàn thành tốt chỉ cho nhiều nhất 2 trong 13 người.", text, StringComparison.Ordinal);
        Assert.Contains("Căn cứ: Quy định 366-QĐ/TW ngày 30/8/2025; Hướng dẫn 43-HD/BTCTW ngày 31/10/2025.", text, StringComparison.Ordinal);
        Assert.Contains("Đây chỉ là tính thử, không có gì được ghi.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Four_more_deeds_reach_the_ten()
    {
        await using var talk = await Talk.Begin();

        var text = await talk.Say("nếu có thêm 4 hoạt động thì sao");

        Assert.Contains("Chỉ tiêu 8: có nguy cơ không đạt → đạt", text, StringComparison.Ordinal);
        Assert.Contains("✔ 10 hoạt động, công trình ≥ 10: đạt", text, StringComparison.Ordinal);
        Assert.DoesNotContain("mô hình", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cap_is_told_with_the_target_that_asks_for_more()
    {
        await using var talk = await Talk.Begin();

        var text = await talk.Say("chỉ tiêu trên 20% xuất sắc có vướng trần không?");

        Assert.Contains("Nhiều nhất 2/13 đồng chí", text, StringComparison.Ordinal);
        Assert.Contains("⚠ Chỉ tiêu 3 cần ít nhất 3/13", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_may_rate_more_says_that_it_does_so_by_its_own_rule()
    {
        await using var talk = await Talk.Begin(Cells.SampleFiles.Council with { Rules = [new("grades", "quota.percent", "30", "Hướng dẫn của cấp trên")] });

        var text = await talk.Say("tối đa được mấy đồng chí xuất sắc");

        // 30 : 130 of 13 is 3.
        Assert.Contains("Nhiều nhất 3/13 đồng chí", text, StringComparison.Ordinal);
        Assert.DoesNotContain("⚠", text, StringComparison.Ordinal);
        Assert.Contains("(chi bộ có mức đặt riêng)", text, StringComparison.Ordinal);
    }

    [Theory]
    // Of 14: 3 excellent, 9 good, 1 completed, 1 not.
    [InlineData(2, "Excellent", "5 7 1 1")]
    [InlineData(10, "Excellent", "13 0 0 1")]
    [InlineData(1, "Good", "3 10 0 1")]
    [InlineData(-1, "NotCompleted", "3 10 1 0")]
    [InlineData(-1, "Excellent", "2 10 1 1")]
    public void Whoever_gets_another_grade_leaves_his_own(int more, string grade, string expected)
    {
        var verdict = TargetJudge.Judge(
            new TargetRow("c1", "2024", SampleTargets.Target("X", "r", 1, "Thử", [.. SampleTargets.Grades().Select(clause => clause with { Period = Period.Year })]))
            {
                Tallies = [new(2025, [new(1, 12, 14, 14), new(2, 3, 14, 14)]) { Grades = new(3, 9, 1, 1) }],
            },
            SampleTargets.Running, null, new(2026, 11, 22));

        var grades = new WhatIf(more, Enum.Parse<Grade>(grade), null, null).Applied(verdict, 2026).Tallies.Single().Grades!;

        Assert.Equal(expected, $"{grades.Excellent} {grades.Good} {grades.Completed} {grades.NotCompleted}");
    }
}
