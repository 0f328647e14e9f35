namespace ChiBoBot.Cards.Tests;

public class TargetsTextTests
{
    [Theory]
    [InlineData(Bound.Equal, 100, 13, 14, false, "✘ 13/14 đảng viên (92,9%) < 100%: không đạt")]
    [InlineData(Bound.Equal, 50, 13, 14, false, "✘ 13/14 đảng viên (92,9%) > 50%: không đạt")]
    [InlineData(Bound.Equal, 100, 14, 14, true, "✔ 14/14 đảng viên (100%) = 100%: đạt")]
    [InlineData(Bound.MoreThan, 20, 10, 14, true, "✔ 10/14 đảng viên (71,4%) > 20%: đạt")]
    [InlineData(Bound.MoreThan, 20, 1, 5, false, "✘ 1/5 đảng viên (20%) ≤ 20%: không đạt")]
    [InlineData(Bound.AtLeast, 80, 11, 14, false, "✘ 11/14 đảng viên (78,6%) < 80%: không đạt")]
    [InlineData(Bound.AtMost, 5, 1, 14, false, "✘ 1/14 đảng viên (7,14%) > 5%: không đạt")]
    [InlineData(Bound.AtMost, 10, 1, 14, true, "✔ 1/14 đảng viên (7,14%) ≤ 10%: đạt")]
    [InlineData(Bound.LessThan, 10, 1, 14, true, "✔ 1/14 đảng viên (7,14%) < 10%: đạt")]
    [InlineData(Bound.LessThan, 5, 1, 14, false, "✘ 1/14 đảng viên (7,14%) ≥ 5%: không đạt")]
    public void A_reason_sets_the_number_against_the_threshold(Bound bound, int threshold, int count, int of, bool holds, string expected) =>
        Assert.Equal(expected, TargetsText.Reason(new ClauseView("đảng viên", true, bound, threshold) { Count = count, Of = of, Holds = holds }, isOver: true));

    [Fact]
    public void A_surpassed_clause_says_what_was_asked() =>
        Assert.Equal(
            "★ 3 mô hình, yêu cầu 1–2: vượt",
            TargetsText.Reason(new ClauseView("mô hình", false, Bound.Between, 1) { UpTo = 2, Count = 3, Holds = true, IsSurpassed = true }, isOver: true));

    [Fact]
    public void What_is_still_open_has_not_failed() =>
        Assert.Equal(
            "◔ 6 hoạt động < 10: chưa đạt",
            TargetsText.Reason(new ClauseView("hoạt động", false, Bound.AtLeast, 10) { Count = 6, Holds = false }, isOver: false));

    [Fact]
    public void A_missed_stretch_clause_has_not_failed_either() =>
        Assert.Equal(
            "– Phấn đấu: 2/14 chiến sĩ thi đua (14,3%) ≤ 15%: chưa tới mức phấn đấu",
            TargetsText.Reason(new ClauseView("chiến sĩ thi đua", true, Bound.MoreThan, 15) { IsStretch = true, Count = 2, Of = 14, Holds = false }, isOver: true));

    [Fact]
    public void Without_numbers_the_reason_says_so() =>
        Assert.Equal(
            "○ đảng viên, yêu cầu trên 33,3%: chưa có số liệu",
            TargetsText.Reason(new ClauseView("đảng viên", true, Bound.MoreThan, 33.3m), isOver: true));

    [Fact]
    public void Lower_grades_are_counted_apart() =>
        Assert.Equal(
            "✘ 11/14 hoàn thành tốt trở lên (78,6%) < 100%: không đạt; 2/14 hoàn thành nhiệm vụ (14,3%); 1/14 không hoàn thành nhiệm vụ (7,14%)",
            TargetsText.Reason(new ClauseView("hoàn thành tốt trở lên", true, Bound.Equal, 100) { Count = 11, Of = 14, Holds = false, OnlyCompleted = 2, NotCompleted = 1 }, isOver: true));

    [Theory]
    [InlineData(6, 7, "■■■■■■□ 85,7%")]
    [InlineData(0, 3, "□□□ 0%")]
    [InlineData(3, 3, "■■■ 100%")]
    // More than twelve share the boxes; the last is full only when all are met.
    [InlineData(23, 24, "■■■■■■■■■■■□ 95,8%")]
    public void The_bar_has_a_box_for_each_target(int met, int total, string expected) =>
        Assert.Equal(expected, TargetsText.Bar(met, total));
}
