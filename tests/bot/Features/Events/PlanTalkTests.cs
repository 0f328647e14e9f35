using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;
using ChiBoBot.Storage;

namespace ChiBoBot.Tests.Features.Events;

/// <summary>Planning, moving and cancelling as the secretary says and presses it. It is Sunday, 22/11/2026, 08:00.</summary>
public class PlanTalkTests
{
    [Fact]
    public async Task A_sentence_becomes_a_card_to_correct_and_the_press_puts_it_into_the_calendar()
    {
        await using var talk = await Talk.Begin();

        await talk.Say("tạo lịch họp chi ủy sáng thứ hai tuần sau 8h phòng 205");
        Assert.Contains("✔ Đã đưa vào lịch của chi bộ.\n08:00, Thứ Hai 23/11/2026\nHọp chi ủy\nĐịa điểm: phòng 205\n", await talk.Press("Tạo lịch"), StringComparison.Ordinal);

        Assert.Contains("08:00, Thứ Hai 23/11/2026", await talk.Say("họp chi ủy tới khi nào", "m06"), StringComparison.Ordinal);
        Assert.Contains("đưa vào lịch: Họp chi ủy", await talk.Say("hoàn tác"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_past_or_missing_is_said_and_nothing_is_planned()
    {
        await using var talk = await Talk.Begin();

        await talk.Say("tạo cuộc họp đột xuất");
        Assert.Contains("Đồng chí chọn ngày.", await talk.Press("Tạo lịch"), StringComparison.Ordinal);
        Assert.Contains("08:00, Thứ Sáu 20/11/2026 đã qua.", await talk.Press("Tạo lịch", "m01", null, ("date", "2026-11-20"), ("time", "08:00")), StringComparison.Ordinal);
        Assert.Contains("Liên kết phải bắt đầu bằng https://", await talk.Press("Tạo lịch", "m01", null, ("date", "2026-11-24"), ("time", "08:00"), ("link", "javascript:alert(1)")), StringComparison.Ordinal);
        Assert.DoesNotContain(await Events(talk), happening => happening.Date == new DateOnly(2026, 11, 24));
        await talk.Press("Tạo lịch", "m01", null, ("date", "2026-11-24"), ("time", "08:00"), ("title", "Sinh hoạt đột xuất [x](https://example.org)"));
        Assert.Equal("Sinh hoạt đột xuất x(https://example.org)", Assert.Single(await Events(talk), happening => happening.Date == new DateOnly(2026, 11, 24)).Title);
    }

    [Fact]
    public async Task A_conflict_is_shown_first_and_a_second_press_insists()
    {
        await using var talk = await Talk.Begin();

        await talk.Say("tạo họp chi ủy 8h30 ngày 26/11");
        var shown = await talk.Press("Tạo lịch", "m01", null, ("date", "2026-11-25"), ("time", "09:00"));
        Assert.Contains("Giờ này trùng với sự kiện dưới đây.", shown, StringComparison.Ordinal);
        Assert.Contains("⚠ Trùng giờ: 08:00, Thứ Tư 25/11/2026 – Hội nghị học tập, quán triệt nghị quyết.", shown, StringComparison.Ordinal);
        Assert.Contains("✔ Đã đưa vào lịch", await talk.Press("Tạo lịch", "m01", null, ("date", "2026-11-25"), ("time", "09:00")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_is_moved_and_remains_itself()
    {
        await using var talk = await Talk.Begin();

        await talk.Say("dời buổi sinh hoạt định kỳ sang 15h ngày 4/12");
        Assert.Contains("✔ Đã dời lịch.\n15:00, Thứ Sáu 04/12/2026\nSinh hoạt chi bộ định kỳ tháng 12/2026", await talk.Press("Dời lịch"), StringComparison.Ordinal);

        var moved = Assert.Single(await Events(talk), happening => happening.Id == "dinh-ky-12-2026");
        Assert.Equal((new DateOnly(2026, 12, 4), new TimeOnly(15, 0)), (moved.Date, moved.Time));
    }

    [Fact]
    public async Task A_meeting_is_cancelled_and_stays_to_be_seen()
    {
        await using var talk = await Talk.Begin();

        Assert.Contains("Hủy lịch\nHội nghị học tập, quán triệt nghị quyết", await talk.Say("Chỉ tiêu nào chưa đạt? Hủy cuộc họp ngày 25/11 luôn nhé."), StringComparison.Ordinal);
        Assert.Contains("Hủy lịch\nHội nghị học tập, quán triệt nghị quyết", await talk.Say("hủy cuộc họp ngày 25/11"), StringComparison.Ordinal);
        Assert.Contains("✔ Đã hủy; lịch vẫn giữ để mọi người thấy.", await talk.Press("Hủy cuộc họp", "m01", null, ("reason", "Trùng kỳ họp")), StringComparison.Ordinal);

        var cancelled = Assert.Single(await Events(talk), happening => happening.Id == "hoc-nq-11-2026");
        Assert.Equal((EventState.Cancelled, "Trùng kỳ họp"), (cancelled.State, cancelled.Note));
    }

    [Fact]
    public async Task Who_may_not_plan_is_told_so_and_a_card_serves_only_who_gave_the_command()
    {
        await using var talk = await Talk.Begin();

        Assert.DoesNotContain("Tạo lịch", await talk.Say("tạo lịch họp chi ủy 8h ngày 24/11", "m06"), StringComparison.Ordinal);
        Assert.DoesNotContain(await Events(talk), happening => happening.Date == new DateOnly(2026, 11, 24));
    }

    private static async Task<IReadOnlyList<Event>> Events(Talk talk) =>
        [.. (await talk.Tables.List<PartRow<Event>>(SampleCells.CellId, PartRow<Event>.Range, default)).Select(row => row.Row.Part)];
}
