using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Events;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Features.Targets;
using ChiBoBot.Tests.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChiBoBot.Tests.Features.Events;

public class EventQuestionsTests
{
    private static readonly Event[] Calendar =
    [
        new("e1", EventKind.Regular, "Sinh hoạt định kỳ tháng 11", new(2026, 11, 3)) { Time = new(14, 0), Minutes = 90, Place = "Phòng họp số 2", State = EventState.Held },
        new("e2", EventKind.Activity, "Hành trình về nguồn", new(2026, 11, 21)) { State = EventState.Cancelled, Note = "Hoãn vì mưa bão." },
        new("e3", EventKind.Study, "Hội nghị học tập nghị quyết", new(2026, 11, 25)) { Time = new(8, 0), Minutes = 180, Place = "Hội trường" },
        new("e4", EventKind.Committee, "Họp chi ủy", new(2026, 12, 1)) { Time = new(15, 0) },
        new("e5", EventKind.Regular, "Sinh hoạt định kỳ tháng 12", new(2026, 12, 3))
        {
            Time = new(14, 0), Minutes = 90, Place = "Phòng họp số 2", Chair = "m01", Agenda = [new("Điểm danh"), new("Kết quả tháng 11"), new("Thảo luận")],
        },
        new("e6", EventKind.Activity, "Hiến máu", new(2026, 12, 3)) { Time = new(7, 30) },
    ];

    private static readonly Anniversary[] Days =
    [
        new("d1", 2, 3, "Ngày thành lập Đảng") { Since = 1930 },
        new("d2", 12, 22, "Ngày thành lập Quân đội") { Since = 1944 },
        new("d3", 2, 29, "Ngày nhuận"),
    ];

    [Fact]
    public async Task When_and_where_the_next_meeting_is()
    {
        var reply = await Ask(Intent.EventNext, ("event_type", "branch"));

        Assert.Equal(Audience.Everyone, reply.For);
        Assert.Equal(
            """
            14:00, Thứ Năm 03/12/2026
            Sinh hoạt định kỳ tháng 12
            Địa điểm: Phòng họp số 2
            Thời lượng: 90 phút, đến 15:30
            Chủ trì: Đồng chí Lâm Văn Thử
            Nội dung
            1. Điểm danh
            2. Kết quả tháng 11
            3. Thảo luận
            Nguồn: lịch của chi bộ.
            [Tháng này có gì?] [Nội dung cuộc họp tới là gì?]
            """,
            Text(reply));
        Assert.Equal("14:00, Thứ Năm 03/12/2026 – Sinh hoạt định kỳ tháng 12, Phòng họp số 2.", Assert.IsType<Reply.Card>(reply).Summary);
    }

    [Fact]
    public async Task What_comes_next_names_what_follows_and_the_days_to_remember()
    {
        var text = Text(await Ask(Intent.EventNext));

        Assert.StartsWith("08:00, Thứ Tư 25/11/2026\nHội nghị học tập nghị quyết\n", text, StringComparison.Ordinal);
        Assert.Contains("Tiếp theo\n15:00, Thứ Ba 01/12/2026 – Họp chi ủy\n07:30, Thứ Năm 03/12/2026 – Hiến máu\n14:00, Thứ Năm 03/12/2026 – Sinh hoạt định kỳ tháng 12\n", text, StringComparison.Ordinal);
        Assert.Contains("Ngày kỷ niệm\nThứ Ba 22/12/2026 – Ngày thành lập Quân đội (82 năm)\n", text, StringComparison.Ordinal);
    }

    [Theory]
    // A meeting is the next one until it is over.
    [InlineData("2026-12-03", "13:59", "Sinh hoạt định kỳ tháng 12")]
    [InlineData("2026-12-03", "15:29", "Sinh hoạt định kỳ tháng 12")]
    // Without a length it is taken to last two hours.
    [InlineData("2026-12-01", "16:59", "Họp chi ủy")]
    [InlineData("2026-12-01", "17:00", "Sinh hoạt định kỳ tháng 12")]
    public async Task A_meeting_that_goes_on_is_still_the_next_one(string day, string time, string expected)
    {
        var slots = expected == "Họp chi ủy" || time == "17:00" ? [] : new[] { ("event_type", (object)"branch") };

        var text = Text(await Ask(day, time, Intent.EventDetail, slots));

        Assert.Contains(expected, text.Split('\n')[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12-03", "15:30", "branch", "Trong lịch của chi bộ chưa có buổi sinh hoạt chi bộ nào sắp tới.")]
    [InlineData("2026-11-22", "08:00", "thematic", "Trong lịch của chi bộ chưa có buổi sinh hoạt chuyên đề nào sắp tới.")]
    [InlineData("2026-11-22", "08:00", "congress", "Trong lịch của chi bộ chưa có đại hội nào sắp tới.")]
    public async Task An_empty_calendar_is_said_in_words(string day, string time, string kind, string expected) =>
        Assert.Equal(expected, Assert.IsType<Reply.Words>(await Ask(day, time, Intent.EventNext, ("event_type", kind))).Text);

    [Fact]
    public async Task A_month_lists_its_events_and_says_which_was_called_off()
    {
        var text = Text(await Ask(Intent.EventList, ("period", "this_month")));

        Assert.StartsWith(
            """
            Tháng 11/2026
            3 sự kiện
            14:00, Thứ Ba 03/11/2026 – Sinh hoạt định kỳ tháng 11
            Phòng họp số 2
            Thứ Bảy 21/11/2026, cả ngày – Hành trình về nguồn (✘ Đã hoãn hoặc hủy)
            08:00, Thứ Tư 25/11/2026 – Hội nghị học tập nghị quyết
            Hội trường
            """,
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_coming_leaves_out_what_is_over()
    {
        var text = Text(await Ask("2026-11-25", "11:00", Intent.EventList, ("period", "upcoming")));

        Assert.StartsWith("Sắp tới\n3 sự kiện\n15:00, Thứ Ba 01/12/2026 – Họp chi ủy\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_anniversary_comes_every_year()
    {
        var text = Text(await Ask(Intent.EventList, ("period", "month:02")));

        Assert.Contains("Tháng 02/2027\nKhông có sự kiện nào\nNgày kỷ niệm\nThứ Tư 03/02/2027 – Ngày thành lập Đảng (97 năm)\nChủ nhật 28/02/2027 – Ngày nhuận\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kind_of_event_is_listed_without_anniversaries() =>
        Assert.Equal("Tháng 02/2027: không có cuộc họp chi ủy nào trong lịch của chi bộ.", Assert.IsType<Reply.Words>(await Ask(Intent.EventList, ("period", "month:02"), ("event_type", "committee"))).Text);

    [Fact]
    public async Task An_empty_day_is_said_in_words() =>
        Assert.Equal("Ngày mai, Thứ Hai 23/11/2026: không có sự kiện nào trong lịch của chi bộ.", Assert.IsType<Reply.Words>(await Ask(Intent.EventList, ("period", "tomorrow"))).Text);

    [Theory]
    [InlineData("place", "Phòng họp số 2")]
    [InlineData("chair", "Đồng chí Lâm Văn Thử")]
    [InlineData("agenda", "3 nội dung")]
    [InlineData("duration", "90 phút")]
    [InlineData("time", "14:00, Thứ Năm 03/12/2026")]
    public async Task What_was_asked_of_a_meeting_comes_first(string field, string expected) =>
        Assert.Equal(expected, Text(await Ask(Intent.EventDetail, ("event_type", "regular"), ("field", field))).Split('\n')[0]);

    [Fact]
    public async Task What_is_not_written_down_is_said() =>
        Assert.Equal("Chưa ghi địa điểm", Text(await Ask(Intent.EventDetail, ("event_type", "committee"), ("field", "place"))).Split('\n')[0]);

    [Fact]
    public async Task The_last_meeting_is_the_one_that_was_held() =>
        Assert.Contains("Sinh hoạt định kỳ tháng 11", Text(await Ask(Intent.EventDetail, ("meeting", "last"))), StringComparison.Ordinal);

    [Fact]
    public async Task The_meeting_that_goes_on_is_the_current_one()
    {
        Assert.Contains("Hội nghị học tập nghị quyết", Text(await Ask("2026-11-25", "09:00", Intent.EventDetail, ("meeting", "current"))), StringComparison.Ordinal);
        Assert.Equal("Lúc này không có cuộc họp nào đang diễn ra.", Assert.IsType<Reply.Words>(await Ask(Intent.EventDetail, ("meeting", "current"))).Text);
    }

    [Fact]
    public async Task A_part_of_a_day_picks_the_meeting()
    {
        var afternoon = Text(await Ask(Intent.EventDetail, ("date", "--12-03"), ("time_of_day", "afternoon"), ("field", "place")));

        Assert.StartsWith("Phòng họp số 2\n14:00, Thứ Năm 03/12/2026\n", afternoon, StringComparison.Ordinal);
        Assert.Equal("Thứ Năm 03/12/2026: không có cuộc họp nào trong lịch của chi bộ.", Assert.IsType<Reply.Words>(await Ask(Intent.EventDetail, ("date", "--12-03"), ("time_of_day", "morning"))).Text);
    }

    [Fact]
    public async Task A_day_is_Vietnams_day()
    {
        // 23:30 on the 21st in UTC is half past six on the 22nd here.
        var turn = SampleTargets.Turn("2026-11-22", "06:30");

        Assert.Equal(new DateOnly(2026, 11, 22), turn.Today);
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 23, 30, 0, TimeSpan.Zero), turn.At);
        Assert.StartsWith("Hôm nay, Chủ nhật 22/11/2026: ", Assert.IsType<Reply.Words>(await Ask("2026-11-22", "06:30", Intent.EventList, ("period", "today"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_event_can_be_asked_for() =>
        Assert.All(Enum.GetNames<EventKind>(), kind => Assert.True(Enum.TryParse<EventSort>(kind, out _), kind));

    private static Task<Reply> Ask(Intent intent, params (string Name, object Value)[] slots) => Ask("2026-11-22", "08:00", intent, slots);

    private static async Task<Reply> Ask(string day, string time, Intent intent, params (string Name, object Value)[] slots)
    {
        var tables = new InMemoryTables();
        List<Change> changes =
        [
            .. Calendar.Select(happening => Change.Add(new PartRow<Event>("c1", happening))),
            .. Days.Select(anniversary => Change.Add(new PartRow<Anniversary>("c1", anniversary))),
            Change.Add(new PartRow<Member>("c1", SampleTargets.Cell.Members[0])),
        ];
        await tables.Commit(changes, default);
        await using var services = new ServiceCollection().AddSingleton<ITables>(tables).AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddCells().AddEvents().BuildServiceProvider();
        var said = new Slots();
        foreach (var (name, value) in slots)
        {
            said.Add(name, value);
        }

        var request = new Request(intent, said);
        return await new Routes().MapEvents().Find(request)!.Handle(services, request, SampleTargets.Turn(day, time), default);
    }

    private static string Text(Reply reply) => CardText.Of(Assert.IsType<Reply.Card>(reply).Content);
}
