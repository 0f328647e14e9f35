using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Reminders;

namespace ChiBoBot.Tests.Features.Reminders;

/// <summary>The terms that a cell has to keep, with the days written out.</summary>
public class ClocksTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Documents_are_due_the_day_before_a_meeting_unless_they_lie_there_already()
    {
        var meeting = Meeting("2026-12-03");

        Assert.Equal(["02/12/2026 Gửi tài liệu buổi Sinh hoạt tháng 12 ngày 03/12/2026 lên Sổ tay đảng viên"], Of([], [meeting, .. Quiet], "Gửi tài liệu"));
        Assert.Empty(Of([], [meeting with { Documents = [new("Dự thảo", "https://example.org/du-thao")] }, .. Quiet], "Gửi tài liệu"));
    }

    [Fact]
    public void Minutes_and_report_are_due_within_two_days_after_it()
    {
        Assert.Equal(["24/11/2026 Hoàn thiện biên bản, báo cáo buổi Sinh hoạt tháng 12 ngày 22/11/2026"], Of([], [Meeting("2026-11-22")], "Hoàn thiện"));
        Assert.Empty(Of([], [Meeting("2026-11-20")], "Hoàn thiện"));
    }

    [Fact]
    public void A_month_without_a_regular_meeting_is_due_on_the_third_and_stays_open_after_it() => Assert.Equal(
        ["03/11/2026 Chưa có lịch sinh hoạt định kỳ tháng 11/2026", "03/12/2026 Chưa có lịch sinh hoạt định kỳ tháng 12/2026", "03/01/2027 Chưa có lịch sinh hoạt định kỳ tháng 1/2027"],
        Of([], [], "định kỳ"));

    [Fact]
    public void A_cancelled_meeting_is_none() =>
        Assert.Contains("03/12/2026 Chưa có lịch sinh hoạt định kỳ tháng 12/2026", Of([], [Meeting("2026-12-03") with { State = EventState.Cancelled }], "định kỳ"));

    [Fact]
    public void A_quarter_without_a_thematic_meeting_is_due_on_its_last_day()
    {
        Assert.Equal(["31/12/2026 Chưa có lịch sinh hoạt chuyên đề quý 4/2026"], Of([], [], "chuyên đề"));
        Assert.Empty(Of([], [Meeting("2026-10-15") with { Kind = EventKind.Thematic }], "chuyên đề"));
    }

    [Theory]
    [InlineData("2025-12-10", "10/12/2026 Đồng chí Tống Duy Anh hết 12 tháng dự bị")]
    [InlineData("2025-11-20", "05/01/2027 Chi bộ xét công nhận chính thức đồng chí Tống Duy Anh, hết dự bị ngày 20/11/2026")]
    [InlineData("2025-09-01", "14/10/2026 Chi bộ xét công nhận chính thức đồng chí Tống Duy Anh, hết dự bị ngày 01/09/2026")]
    public void Probation_lasts_twelve_months_and_then_there_are_thirty_working_days(string joined, string expected) =>
        Assert.Equal([expected], Of([new Member("m1", "Tống Duy Anh", Gender.Male) { Joined = PartialDate.Parse(joined) }], [], "dự bị"));

    [Fact]
    public void Who_is_recognised_has_no_such_clock() =>
        Assert.Empty(Of([Official("m1", "Tống Duy Anh", "2020-01-05")], [], "dự bị"));

    [Fact]
    public void A_move_out_has_sixty_working_days_and_the_papers_of_a_move_in_thirty()
    {
        var leaves = Official("m1", "Tống Duy Anh", "2010-01-05") with { Transfers = [new(Direction.Out, PartialDate.Parse("2026-09-15"), TransferReason.Reassigned)] };
        var comes = Official("m2", "Mạc Thị Hồng Nhạn", "2012-01-05") with { Transfers = [new(Direction.In, PartialDate.Parse("2026-11-02"), TransferReason.Recruited)] };

        Assert.Equal(["09/12/2026 Hoàn thành chuyển sinh hoạt chính thức cho đồng chí Tống Duy Anh"], Of([leaves], [], "Tống Duy Anh"));
        Assert.Equal(["15/12/2026 Đồng chí Mạc Thị Hồng Nhạn xuất trình hồ sơ chuyển sinh hoạt đến"], Of([comes], [], "Nhạn"));
    }

    [Fact]
    public void The_file_for_a_badge_is_due_thirty_working_days_before_its_day() => Assert.Equal(
        ["22/12/2026 Nộp hồ sơ Huy hiệu Đảng đợt 03/02/2027: Tống Duy Anh (30 năm)"],
        Of([Official("m1", "Tống Duy Anh", "1997-01-10"), Official("m2", "Mạc Thị Hồng Nhạn", "1997-02-20"), Official("m3", "Lưu Quang Trí", "1995-01-10")], [], "Huy hiệu"));

    [Fact]
    public void The_year_ends_with_the_review() =>
        Assert.Equal(["31/12/2026 Kiểm điểm, đánh giá, xếp loại năm 2026"], Of([], [], "xếp loại"));

    [Fact]
    public void Every_term_names_the_paper_that_says_so() =>
        Assert.All(Clocks.Of([Official("m1", "Tống Duy Anh", "1997-01-10")], [], Today, Today.AddDays(45)), deadline => Assert.NotEmpty(deadline.Source));

    private static Event[] Quiet => [Meeting("2026-11-03") with { Id = "e11" }];

    private static IEnumerable<string> Of(IReadOnlyList<Member> members, IReadOnlyList<Event> events, string about) =>
        Clocks.Of(members, events, Today, Today.AddDays(45)).Select(one => $"{VietnamTime.Date(one.Day)} {one.What}").Where(line => line.Contains(about, StringComparison.Ordinal));

    private static Event Meeting(string day) => new("e1", EventKind.Regular, "Sinh hoạt tháng 12", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    private static Member Official(string id, string name, string joined) =>
        new(id, name, Gender.Male) { Joined = PartialDate.Parse(joined), Official = PartialDate.Of(PartialDate.Parse(joined).First.AddYears(1)) };
}
