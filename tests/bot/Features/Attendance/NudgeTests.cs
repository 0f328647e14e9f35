using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Attendance;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;
using ChiBoBot.Features.Reminders;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Features.Cells;
using Microsoft.Extensions.DependencyInjection;

namespace ChiBoBot.Tests.Features.Attendance;

/// <summary>Who has not spoken for some meetings: named to the secretary who asks, nudged in private where the cell wants it and the member does too. It is Sunday, 22/11/2026, 08:00.</summary>
public class NudgeTests
{
    private static readonly string[] Days = ["2025-12-03", "2026-10-05", "2026-11-03"];

    [Fact]
    public async Task Who_was_silent_at_so_many_meetings_is_counted_over_the_years_end_for_the_secretary_alone()
    {
        await using var talk = await Talk.Begin();
        await Held(talk, spoke: ("2026-10-05", "m06"));

        var named = await talk.Say("ai chưa phát biểu 3 buổi gần đây?");
        Assert.Contains($"{Name("m07")} – 3 buổi", named, StringComparison.Ordinal);
        Assert.DoesNotContain(Name("m06"), named, StringComparison.Ordinal);
        Assert.Contains($"{Name("m06")} – 1 buổi", await talk.Say("ai chưa phát biểu qua 1 buổi"), StringComparison.Ordinal);
        Assert.DoesNotContain(Name("m08"), await talk.Say("ai chưa phát biểu 3 buổi gần đây?", "m06"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_at_which_the_clerk_noted_nobody_makes_nobody_silent()
    {
        await using var talk = await Talk.Begin();
        await Held(talk, noted: false);
        await Greet(talk);

        Assert.Contains("0 đồng chí dự từ 1 buổi liền trở lên mà chưa phát biểu", await talk.Say("ai chưa phát biểu 1 buổi"), StringComparison.Ordinal);
        await talk.Say("bật nhắc phát biểu");
        await talk.Press("Bật cho chi bộ", "m01", null, ("meetings", "1"));
        await Weeks(talk);
        Assert.Empty(Nudged(talk));
    }

    [Fact]
    public async Task Nobody_is_nudged_unless_the_cell_wants_it()
    {
        await using var talk = await Talk.Begin();
        await Held(talk);
        await Greet(talk);
        await Weeks(talk);
        Assert.Empty(Nudged(talk));
    }

    [Fact]
    public async Task The_silent_are_nudged_in_private_once_and_who_does_not_want_it_is_left_alone()
    {
        await using var talk = await Talk.Begin();
        await Held(talk, spoke: ("2026-11-03", "m06"));
        await Greet(talk);

        Assert.Contains("Chi bộ chưa bật nhắc phát biểu: không ai được nhắc.", await talk.Say("bật nhắc phát biểu"), StringComparison.Ordinal);
        Assert.Contains("✔ Đã bật cho chi bộ.", await talk.Press("Bật cho chi bộ", "m01", null, ("meetings", "3")), StringComparison.Ordinal);
        Assert.DoesNotContain("Bật cho chi bộ", await talk.Say("nhắc phát biểu", "m07"), StringComparison.Ordinal);
        Assert.Contains("✔ Tôi sẽ không nhắc đồng chí phát biểu nữa.", await talk.Press("Không nhắc tôi", "m07"), StringComparison.Ordinal);
        await talk.Say("tạm dừng nhắc", "m08");
        await talk.Press("Tạm dừng 1 tháng", "m08");

        await Weeks(talk);
        var nudged = Nudged(talk);
        Assert.Equal(nudged.Distinct().Count(), nudged.Count);
        Assert.Contains(Talk.OwnChat("m02"), nudged);
        Assert.All(nudged, conversation => Assert.StartsWith("a:", conversation, StringComparison.Ordinal));
        Assert.DoesNotContain(Talk.OwnChat("m06"), nudged);
        Assert.DoesNotContain(Talk.OwnChat("m07"), nudged);
        Assert.DoesNotContain(Talk.OwnChat("m08"), nudged);
    }

    [Fact]
    public async Task Switched_on_it_serves_the_next_meeting_also_where_that_is_moved()
    {
        await using var talk = await Talk.Begin();
        await Held(talk);
        await Greet(talk);
        await talk.Say("bật nhắc phát biểu");
        await talk.Press("Bật cho chi bộ", "m01", null, ("meetings", "3"));

        await talk.Say("dời lịch sinh hoạt chi bộ sang 14h ngày 27/11");
        await talk.Press("Dời lịch", "m01", null, ("event", "dinh-ky-12-2026"), ("date", "2026-11-27"), ("time", "14:00"));
        await talk.Pass(TimeSpan.FromDays(3));
        Assert.Empty(Nudged(talk));
        await talk.Pass(TimeSpan.FromHours(7));
        await talk.Pass(TimeSpan.FromMinutes(15));
        Assert.Contains(Talk.OwnChat("m02"), Nudged(talk));
    }

    [Fact]
    public async Task Switched_on_it_serves_the_next_meeting()
    {
        await using var talk = await Talk.Begin();
        await Held(talk);
        await Greet(talk);
        await talk.Say("bật nhắc phát biểu");
        await talk.Press("Bật cho chi bộ", "m01", null, ("meetings", "3"));

        await talk.Pass(TimeSpan.FromDays(9) + TimeSpan.FromHours(7));
        await talk.Pass(TimeSpan.FromMinutes(15));
        Assert.Contains(Talk.OwnChat("m02"), Nudged(talk));
    }

    [Fact]
    public async Task A_bot_that_was_down_nudges_nobody_at_night()
    {
        await using var talk = await Talk.Begin();
        await Held(talk);
        await Greet(talk);
        await talk.Say("bật nhắc phát biểu");
        await talk.Press("Bật cho chi bộ", "m01", null, ("meetings", "3"));
        await talk.Pass(TimeSpan.FromDays(9) + TimeSpan.FromHours(15));
        Assert.Empty(Nudged(talk));

        await talk.Pass(TimeSpan.FromHours(9));
        Assert.Contains(Talk.OwnChat("m02"), Nudged(talk));
    }

    [Fact]
    public async Task Who_wants_it_again_reads_whether_the_cell_has_it()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("nhắc phát biểu", "m07");
        await talk.Press("Không nhắc tôi", "m07");
        Assert.Contains("✔ Tôi sẽ lại nhắc đồng chí khi chi bộ bật.", await talk.Press("Nhắc tôi lại", "m07"), StringComparison.Ordinal);

        await talk.Say("bật nhắc phát biểu");
        await talk.Press("Bật cho chi bộ", "m01", null, ("meetings", "3"));
        await talk.Press("Không nhắc tôi", "m07");
        Assert.Contains("✔ Tôi sẽ lại nhắc đồng chí phát biểu.", await talk.Press("Nhắc tôi lại", "m07"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Don_t_nudge_me_any_more_stops_the_nudges_and_not_all_reminders()
    {
        await using var talk = await Talk.Begin();

        Assert.StartsWith("Nhắc phát biểu\n", await talk.Say("đừng nhắc tôi phát biểu nữa", "m07"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_can_t_switch_it_for_the_cell_and_the_secretary_can_take_it_back()
    {
        await using var talk = await Talk.Begin();

        await talk.Send(NudgeCard.CellVerb, new() { ["do"] = "on", ["meetings"] = "1" }, "m06");
        Assert.Null(await talk.Tables.Find<NudgeRow>(SampleCells.CellId, NudgeRow.KeyOf(null), default));
        await talk.Say("bật nhắc phát biểu");
        Assert.Equal("Đồng chí ghi số buổi từ 1 đến 12.", await talk.Press("Bật cho chi bộ", "m01", null, ("meetings", "40")));
        await talk.Press("Bật cho chi bộ", "m01", null, ("meetings", "2"));
        Assert.Contains("bật nhắc phát biểu sau 2 buổi", await talk.Say("hoàn tác"), StringComparison.Ordinal);
        await talk.Press("Hoàn tác");
        Assert.Null(await talk.Tables.Find<NudgeRow>(SampleCells.CellId, NudgeRow.KeyOf(null), default));
    }

    private static string Name(string member) => SampleFiles.Council.Members.Single(one => one.Id == member).Name;

    private static List<string> Nudged(Talk talk) =>
        [.. talk.Teams.Posts.Where(post => post.Text.StartsWith(NudgeText.NudgeTitle, StringComparison.Ordinal)).Select(post => post.Conversation)];

    private static async Task Greet(Talk talk)
    {
        foreach (var member in SampleFiles.Council.Members.Where(member => member.ObjectId is not null && member.IsIn(new(2026, 11, 22))))
        {
            await talk.Say("xin chào", member.Id);
        }
    }

    /// <summary>To the morning after the next meeting's nudges, hour by hour.</summary>
    private static async Task Weeks(Talk talk)
    {
        await WeekDue.Begin(talk.Tables, talk.Services.GetRequiredService<Schedule>(), SampleCells.CellId, talk.Clock.GetUtcNow(), default);
        for (var hours = 0; hours < 10 * 24; hours += 6)
        {
            await talk.Pass(TimeSpan.FromHours(6));
        }
    }

    /// <summary>Three meetings at which everybody was, m04 spoke each time, and somebody else once.</summary>
    private static Task Held(Talk talk, params (string Day, string Member)[] spoke) => Held(talk, noted: true, spoke);

    private static async Task Held(Talk talk, bool noted, params (string Day, string Member)[] spoke)
    {
        spoke = noted ? [.. spoke, .. Days.Select(day => (day, "m04"))] : spoke;
        foreach (var day in Days)
        {
            var meeting = new Event($"past-{day}", EventKind.Regular, "Sinh hoạt định kỳ", DateOnly.Parse(day, null)) { Time = new(14, 0), State = EventState.Held };
            var roll = new RollRow(SampleCells.CellId, meeting) { OpenedAt = meeting.StartsAt, OpenedBy = "m01", ClosesAt = meeting.EndsAt, ClosedAt = meeting.EndsAt };
            await talk.Tables.Put(roll, default);
            foreach (var member in SampleFiles.Council.Members.Where(member => member.IsCalled(meeting)))
            {
                await talk.Tables.Put(new MarkRow(SampleCells.CellId, roll.Id, member.Id, Mark.Present) { At = meeting.StartsAt }, default);
            }

            foreach (var (_, member) in spoke.Where(one => one.Day == day))
            {
                await talk.Tables.Put(new ContributionRow(SampleCells.CellId, roll.Id, member, "c1", ContributionKind.Remark) { At = meeting.StartsAt, By = "m05" }, default);
            }
        }
    }
}
