using ChiBoBot.Due;
using ChiBoBot.Features.Attendance;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;
using ChiBoBot.Rules;
using ChiBoBot.Tests.Features.Cells;
using Microsoft.Extensions.DependencyInjection;

namespace ChiBoBot.Tests.Features.Attendance;

/// <summary>Absences that the rules want the secretary to know of: told by the meeting that brought a member there, once, to the secretary alone.</summary>
public class AbsenceRecordTests
{
    private static readonly MeetingRules Rules = MeetingRules.Book.Packs[^1].Rules;
    private static readonly Member Somebody = SampleFiles.Council.Members.Single(member => member.Id == "m06");

    [Theory]
    [InlineData("EE", "")]
    [InlineData("EEE", "3 in a row")]
    [InlineData("EPE", "")]
    [InlineData("PEAE", "3 in a row")]
    [InlineData("EEEE", "", "told by the meeting before")]
    [InlineData("AAA", "3 in a row, 3 months")]
    [InlineData("APAA", "3 months")]
    [InlineData("APALA", "3 months")]
    [InlineData("AAAPA", "", "the fourth month was not the third")]
    [InlineData("EEL", "", "late is there")]
    public void Three_in_a_row_or_three_months_without_a_reason_are_told_when_they_are_reached(string months, string told, string because = "")
    {
        var calls = months.Select((mark, i) => Call(new DateOnly(2026, i + 1, 5), mark)).ToList();

        var records = AbsenceRecord.Of(calls, Rules);
        Assert.True(told == string.Join(", ", records.Select(record => record.InARow is { } row ? $"{row} in a row" : $"{record.Months} months")), because);
    }

    [Fact]
    public void Months_of_another_year_do_not_count_and_nobody_called_is_nobody_told()
    {
        Assert.Empty(AbsenceRecord.Of([Call(new(2025, 11, 5), 'A'), Call(new(2025, 12, 5), 'A'), Call(new(2026, 1, 5), 'P'), Call(new(2026, 2, 5), 'A')], Rules));
        Assert.Empty(AbsenceRecord.Of([], Rules));
    }

    [Fact]
    public async Task The_secretary_alone_is_told_once_a_while_after_the_closing()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("xin chào");
        await talk.RollCalled("2026-10-05", excused: "m06");
        await talk.RollCalled("2026-11-03", excused: "m06");
        talk.Clock.Advance(new DateTimeOffset(2026, 12, 3, 13, 50, 0, TimeSpan.FromHours(7)) - talk.Clock.GetUtcNow());
        await talk.Say("mở điểm danh");
        await talk.Press("Mở điểm danh");
        await talk.Press("Tất cả có mặt, trừ người đã chọn", "m01", null, ("members", "m06"));
        await talk.Press("Đóng điểm danh");

        await talk.Pass(TimeSpan.FromMinutes(5));
        Assert.DoesNotContain(talk.Teams.Posts, post => post.Text.Contains("Vắng cần lưu ý", StringComparison.Ordinal));
        await talk.Pass(TimeSpan.FromMinutes(15));
        await talk.Pass(TimeSpan.FromHours(26));
        var told = Assert.Single(talk.Teams.Posts, post => post.Text.Contains("Vắng cần lưu ý", StringComparison.Ordinal));
        Assert.Equal(Talk.OwnChat("m01"), told.Conversation);
        Assert.Contains($"Đồng chí {Somebody.Name}: vắng 3 buổi sinh hoạt liên tiếp.", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_clerk_corrects_at_once_is_not_told()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("xin chào");
        await talk.RollCalled("2026-10-05", excused: "m06");
        await talk.RollCalled("2026-11-03", excused: "m06");
        talk.Clock.Advance(new DateTimeOffset(2026, 12, 3, 13, 50, 0, TimeSpan.FromHours(7)) - talk.Clock.GetUtcNow());
        await talk.Say("mở điểm danh");
        await talk.Press("Mở điểm danh");
        await talk.Press("Tất cả có mặt, trừ người đã chọn", "m01", null, ("members", "m06"));
        await talk.Press("Đóng điểm danh");
        await talk.Press("Ghi cho người đã chọn", "m01", null, ("members", "m06"), ("mark", "present"), ("because", "Có mặt mà quên bấm"));

        await talk.Pass(TimeSpan.FromMinutes(20));
        Assert.DoesNotContain(talk.Teams.Posts, post => post.Text.Contains("Vắng cần lưu ý", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_correction_that_brings_somebody_there_is_told_as_a_closing_is_and_once()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("xin chào");
        talk.Clock.Advance(TimeSpan.FromDays(1));
        await talk.RollCalled("2026-09-03", absent: "m06");
        await talk.RollCalled("2026-10-05", absent: "m06");
        var last = await talk.RollCalled("2026-11-03", excused: "m06");
        await Correct("absent");

        await talk.Pass(TimeSpan.FromMinutes(10));
        Assert.Empty(Told());
        await talk.Pass(TimeSpan.FromMinutes(10));
        var told = Assert.Single(Told());
        Assert.Equal(Talk.OwnChat("m01"), told.Conversation);
        Assert.Contains($"Đồng chí {Somebody.Name}: năm 2026 có 3 tháng không sinh hoạt mà không có lý do.", told.Text, StringComparison.Ordinal);

        await Correct("excused");
        await Correct("absent");
        await talk.Pass(TimeSpan.FromHours(26));
        Assert.Single(Told());

        Task Correct(string mark) => talk.Send("attendance.write", new() { ["roll"] = last, ["members"] = "m06", ["mark"] = mark, ["because"] = "Không có lý do" });
        IEnumerable<FakeConnector.Post> Told() => talk.Teams.Posts.Where(post => post.Text.Contains("Vắng cần lưu ý", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_kind_of_record_about_the_same_member_is_told_alone()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("xin chào");
        await talk.RollCalled("2026-10-05", absent: "m06");
        await talk.RollCalled("2026-11-03", absent: "m06");
        talk.Clock.Advance(new DateTimeOffset(2026, 12, 3, 13, 50, 0, TimeSpan.FromHours(7)) - talk.Clock.GetUtcNow());
        await talk.Say("mở điểm danh");
        await talk.Press("Mở điểm danh");
        await talk.Press("Ghi cho người đã chọn", "m01", null, ("members", "m06"), ("mark", "excused"));
        await talk.Press("Tất cả có mặt, trừ người đã chọn", "m01", null, ("members", "m06"));
        await talk.Press("Đóng điểm danh");
        await talk.Pass(TimeSpan.FromMinutes(20));
        Assert.Contains("vắng 3 buổi sinh hoạt liên tiếp", Assert.Single(Told()).Text, StringComparison.Ordinal);

        await talk.Press("Ghi cho người đã chọn", "m01", null, ("members", "m06"), ("mark", "absent"), ("because", "Không có lý do"));
        await talk.Pass(TimeSpan.FromMinutes(20));
        Assert.Equal(2, Told().Count());
        var second = Told().Last().Text;
        Assert.Contains($"Đồng chí {Somebody.Name}: năm 2026 có 3 tháng không sinh hoạt mà không có lý do.", second, StringComparison.Ordinal);
        Assert.DoesNotContain("liên tiếp", second, StringComparison.Ordinal);

        IEnumerable<FakeConnector.Post> Told() => talk.Teams.Posts.Where(post => post.Text.Contains("Vắng cần lưu ý", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("m06")]
    public async Task What_an_earlier_release_planned_is_told(string? payload)
    {
        await using var talk = await Talk.Begin();
        await talk.Say("xin chào");
        talk.Clock.Advance(TimeSpan.FromDays(1));
        await talk.RollCalled("2026-09-03", excused: "m06");
        await talk.RollCalled("2026-10-05", excused: "m06");
        var last = await talk.RollCalled("2026-11-03", excused: "m06");
        await talk.Tables.Commit([await talk.Services.GetRequiredService<Schedule>().Plan(SampleCells.CellId, AbsenceRecordDue.Kind, last, talk.Clock.GetUtcNow(), default, payload)], default);

        await talk.Pass(TimeSpan.FromMinutes(1));
        var told = Assert.Single(talk.Teams.Posts, post => post.Text.Contains("Vắng cần lưu ý", StringComparison.Ordinal));
        Assert.Contains($"Đồng chí {Somebody.Name}: vắng 3 buổi sinh hoạt liên tiếp.", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_of_an_earlier_meeting_is_told_with_the_later_one_that_became_the_third()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("xin chào");
        talk.Clock.Advance(TimeSpan.FromDays(1));
        var first = await talk.RollCalled("2026-09-03");
        await talk.RollCalled("2026-10-05", excused: "m06");
        await talk.RollCalled("2026-11-03", excused: "m06");

        await talk.Send("attendance.write", new() { ["roll"] = first, ["members"] = "m06", ["mark"] = "excused", ["because"] = "Ghi nhầm" });
        await talk.Pass(TimeSpan.FromMinutes(20));

        var told = Assert.Single(talk.Teams.Posts, post => post.Text.Contains("Vắng cần lưu ý", StringComparison.Ordinal));
        Assert.Contains("03/11/2026", told.Text, StringComparison.Ordinal);
        Assert.Contains($"Đồng chí {Somebody.Name}: vắng 3 buổi sinh hoạt liên tiếp.", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_deputy_is_not_told_of_the_deputys_own_absences_where_the_secretary_can_t_be_reached()
    {
        await using var talk = await Talk.Begin(SampleFiles.Council with { Members = [.. SampleFiles.Council.Members.Select(member => member.Id == "m01" ? member with { Posts = [] } : member)] });
        await talk.Say("xin chào", "m02");
        await talk.RollCalled("2026-10-05", excused: "m02");
        await talk.RollCalled("2026-11-03", excused: "m02");
        talk.Clock.Advance(new DateTimeOffset(2026, 12, 3, 13, 50, 0, TimeSpan.FromHours(7)) - talk.Clock.GetUtcNow());
        await talk.Say("mở điểm danh", "m05");
        await talk.Press("Mở điểm danh", "m05");
        await talk.Press("Tất cả có mặt, trừ người đã chọn", "m05", null, ("members", "m02"));
        await talk.Press("Đóng điểm danh", "m05");

        await talk.Pass(TimeSpan.FromMinutes(20));
        Assert.DoesNotContain(talk.Teams.Posts, post => post.Text.Contains("Vắng cần lưu ý", StringComparison.Ordinal));
    }

    private static RollCall Call(DateOnly day, char mark)
    {
        var meeting = new Event($"e-{day:MM}", EventKind.Regular, "Sinh hoạt", day);
        var roll = new RollRow("cell", meeting) { OpenedAt = meeting.StartsAt, OpenedBy = "m01", ClosesAt = meeting.EndsAt };
        var state = mark switch { 'P' => SeatState.Present, 'L' => SeatState.Late, 'E' => SeatState.Excused, _ => SeatState.Absent };
        return new(meeting, roll, [new Seat(Somebody, Standing.Official, state)]);
    }
}
