using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;
using ChiBoBot.Features.Events;
using ChiBoBot.Features.Reminders;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Features.Cells;
using ChiBoBot.Understanding;
using Microsoft.Extensions.DependencyInjection;

namespace ChiBoBot.Tests.Features.Events;

/// <summary>The meetings that every month and every quarter must have: proposed by the bot, planned by the year. It is Sunday, 22/11/2026, 08:00.</summary>
public class RegularTalkTests
{
    private static readonly CellFile NoJanuary = SampleFiles.Council with { Events = [.. SampleFiles.Council.Events.Where(happening => happening.Date.Year < 2027)] };
    private static readonly MeetingRules Rules = MeetingRules.Book.Packs[^1].Rules;

    [Theory]
    [InlineData("2026-12-01", "2026-12-03", "a Thursday stays")]
    [InlineData("2027-01-01", "2027-01-04", "a Sunday gives way to Monday")]
    [InlineData("2027-07-01", "2027-07-05", "a Saturday, too")]
    [InlineData("2027-05-01", "2027-05-04", "the third is given in place of May Day, a Saturday")]
    public void A_regular_meeting_is_on_the_third_or_on_another_working_day_of_the_first_week(string month, string day, string because) =>
        Assert.True(RegularDays.Of(DateOnly.Parse(month, null), Rules) == DateOnly.Parse(day, null), because);

    [Fact]
    public void A_cell_that_decided_for_the_twelfth_meets_on_the_twelfth()
    {
        var own = Rules with { RegularDay = 12 };

        Assert.Equal(new(2027, 1, 12), RegularDays.Of(new(2027, 1, 1), own));
        Assert.Equal(new(2027, 6, 11), RegularDays.Of(new(2027, 6, 1), own));
    }

    [Fact]
    public async Task The_whole_year_is_planned_by_one_sentence_and_one_press_and_taken_back_by_one_word()
    {
        await using var talk = await Talk.Begin(NoJanuary);

        var shown = await talk.Say("lập lịch sinh hoạt cả năm");
        Assert.Contains("Lập lịch sinh hoạt định kỳ\n12 tháng chưa có lịch sinh hoạt định kỳ.", shown, StringComparison.Ordinal);
        Assert.Contains("Tháng 01: Thứ Hai 04/01/2027", shown, StringComparison.Ordinal);
        Assert.Contains("⚠ Quý 1/2027, 2/2027, 3/2027, 4/2027 chưa có sinh hoạt chuyên đề (mỗi quý ít nhất một buổi).", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(await Events(talk), happening => happening.Date.Year == 2027);

        var done = await talk.Press("Đưa các buổi đã chọn vào lịch", "m01", null, ("days", "2027-01-04,2027-02-03"), ("time", "14:00"), ("minutes", "90"), ("place", "Phòng 2"));
        Assert.Contains("✔ Đã đưa 2 buổi vào lịch của chi bộ.\n14:00, Thứ Hai 04/01/2027 – Sinh hoạt chi bộ định kỳ tháng 01/2027\n14:00, Thứ Tư 03/02/2027", done, StringComparison.Ordinal);
        var january = Assert.Single(await Events(talk), happening => happening.Date == new DateOnly(2027, 1, 4));
        Assert.Equal(("m01", "m05", "Phòng 2", 90), (january.Chair, january.Clerk, january.Place, january.Minutes));

        await talk.Say("hoàn tác");
        await talk.Press("Hoàn tác");
        Assert.DoesNotContain(await Events(talk), happening => happening.Date.Year == 2027);
    }

    [Fact]
    public async Task All_twelve_with_their_reminders_fit_into_one_press()
    {
        await using var talk = await Talk.Begin(NoJanuary);

        await talk.Say("lên lịch sinh hoạt định kỳ 2027");
        var days = string.Join(',', Enumerable.Range(1, 12).Select(month => $"{RegularDays.Of(new(2027, month, 1), Rules):yyyy-MM-dd}"));
        Assert.Contains("✔ Đã đưa 12 buổi vào lịch", await talk.Press("Đưa các buổi đã chọn vào lịch", "m01", null, ("days", days), ("time", "08:00"), ("minutes", "90")), StringComparison.Ordinal);

        Assert.Equal(12, (await Events(talk)).Count(happening => happening is { Kind: EventKind.Regular, Date.Year: 2027 }));
        Assert.Equal("Các tháng còn lại của năm 2027 đều đã có lịch sinh hoạt định kỳ.", await talk.Say("lập lịch sinh hoạt năm 2027"));
    }

    [Fact]
    public async Task Of_two_who_plan_the_same_months_the_second_finds_them_there()
    {
        await using var talk = await Talk.Begin(NoJanuary);
        await talk.Say("lập lịch sinh hoạt cả năm 2027");
        await talk.Say("lập lịch sinh hoạt cả năm 2027", "m02");
        await talk.Press("Đưa các buổi đã chọn vào lịch", "m01", null, ("days", "2027-01-04,2027-02-03"), ("time", "14:00"));

        var second = await talk.Press("Đưa các buổi đã chọn vào lịch", "m02", null, ("days", "2027-01-04,2027-02-03,2027-03-03"), ("time", "08:00"));
        Assert.Contains("✔ Đã đưa 1 buổi vào lịch của chi bộ.\n08:00, Thứ Tư 03/03/2027", second, StringComparison.Ordinal);
        Assert.Contains("Đã có lịch từ trước, giữ nguyên: tháng 01/2027, tháng 02/2027.", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_said_and_nothing_is_planned()
    {
        await using var talk = await Talk.Begin(NoJanuary);
        await talk.Say("lập lịch sinh hoạt cả năm");

        Assert.Contains("Đồng chí chọn giờ bắt đầu.", await talk.Press("Đưa các buổi đã chọn vào lịch", "m01", null, ("days", "2027-01-04"), ("time", "")), StringComparison.Ordinal);
        Assert.Contains("Đồng chí chọn ít nhất một buổi.", await talk.Press("Đưa các buổi đã chọn vào lịch", "m01", null, ("days", ""), ("time", "14:00")), StringComparison.Ordinal);
        Assert.Equal("Năm 2020 nằm ngoài khoảng tôi lập lịch được: năm nay và ba năm tới.", await talk.Say("lập lịch sinh hoạt năm 2020"));
        Assert.DoesNotContain(await Events(talk), happening => happening.Date.Year == 2027);
    }

    [Fact]
    public async Task A_month_without_its_meeting_is_proposed_to_the_secretary_alone_once_and_one_press_plans_it()
    {
        await using var talk = await Talk.Begin(NoJanuary);
        await talk.Say("xin chào");
        await WeekDue.Begin(talk.Tables, talk.Services.GetRequiredService<Schedule>(), SampleCells.CellId, talk.Clock.GetUtcNow(), default);
        await talk.Pass(TimeSpan.FromDays(20));
        Assert.DoesNotContain(talk.Teams.Posts, post => post.Text.Contains(RegularText.Title, StringComparison.Ordinal));

        // From two weeks before the fourth of January on, but not at night.
        await talk.Pass(TimeSpan.FromDays(9) - TimeSpan.FromHours(1));
        await talk.Pass(TimeSpan.FromDays(1));
        await talk.Pass(TimeSpan.FromDays(7));
        var proposed = Assert.Single(talk.Teams.Posts, post => post.Text.Contains(RegularText.Title, StringComparison.Ordinal));
        Assert.Equal(Talk.OwnChat("m01"), proposed.Conversation);
        Assert.Contains("Tháng 01/2027 chưa có lịch sinh hoạt định kỳ. Theo quy định có thể họp Thứ Hai 04/01/2027.", proposed.Text, StringComparison.Ordinal);

        Assert.Contains("✔ Đã đưa 1 buổi vào lịch của chi bộ.\n14:00, Thứ Ba 05/01/2027", await talk.Press("Đưa vào lịch", "m01", null, ("day", "2027-01-05"), ("time", "14:00")), StringComparison.Ordinal);
        Assert.Contains("✔ Các tháng này đã có lịch sinh hoạt định kỳ.", await talk.Send(RegularCards.Verb, new() { ["proposed"] = "2027-01-04", ["day"] = "2027-01-04", ["time"] = "14:00" }, "m02"), StringComparison.Ordinal);
        Assert.Single(await Events(talk), happening => happening is { Kind: EventKind.Regular, Date: { Year: 2027, Month: 1 } });
    }

    [Fact]
    public async Task The_day_that_was_picked_for_one_month_stays_when_the_card_is_shown_again()
    {
        await using var talk = await Talk.Begin(NoJanuary with
        {
            Events = [.. NoJanuary.Events, new("dai-hoi", EventKind.Congress, "Đại hội", new(2027, 1, 5)) { Time = new(14, 0) }],
        });
        Dictionary<string, string> proposal = new() { ["proposed"] = "2027-01-04", ["day"] = "2027-01-05" };

        Assert.Contains("Đồng chí chọn giờ bắt đầu.", await talk.Send(RegularCards.Verb, new(proposal) { ["time"] = "" }), StringComparison.Ordinal);
        Assert.Equal("2027-01-05", talk.Input("m01", "day"));
        Assert.Contains("bấm lần nữa", await talk.Send(RegularCards.Verb, new(proposal) { ["time"] = "14:00" }), StringComparison.Ordinal);
        Assert.Equal("2027-01-05", talk.Input("m01", "day"));
        await talk.Press("Đưa vào lịch", "m01", null, ("day", talk.Input("m01", "day")!), ("time", "14:00"));

        Assert.Equal(new(2027, 1, 5), Assert.Single(await Events(talk), happening => happening is { Kind: EventKind.Regular, Date: { Year: 2027, Month: 1 } }).Date);
    }

    [Theory]
    [InlineData("lập lịch sinh hoạt cả năm", null, false, false)]
    [InlineData("lập lịch sinh hoạt năm nay", null, false, true)]
    [InlineData("lập lịch sinh hoạt cả năm nay", null, false, true)]
    [InlineData("lập lịch sinh hoạt cả năm sau", null, true, false)]
    [InlineData("lên lịch sinh hoạt định kỳ cho năm tới", null, true, false)]
    [InlineData("lên lịch sinh hoạt định kỳ 2027", 2027, false, false)]
    [InlineData("lập lịch sinh hoạt năm 2028", 2028, false, false)]
    public void A_year_is_planned_where_a_year_is_named(string text, int? year, bool isNext, bool isThis) =>
        Assert.Equal(new AskRegular(year, isNext, isThis), AskRegular.Of(Said(text)));

    [Theory]
    [InlineData("lên lịch họp tới")]
    [InlineData("tạo lịch họp sau")]
    [InlineData("xếp lịch họp này")]
    [InlineData("lên lịch sinh hoạt định kỳ")]
    public void The_next_meeting_is_no_year(string text) => Assert.Null(AskRegular.Of(Said(text)));

    [Fact]
    public async Task This_year_that_is_full_is_said_to_be_full_and_no_other_is_planned()
    {
        await using var talk = await Talk.Begin(NoJanuary);

        Assert.StartsWith("Các tháng còn lại của năm 2026 ", await talk.Say("lập lịch sinh hoạt năm nay"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_whose_meeting_was_moved_into_another_gets_a_new_one_of_its_own()
    {
        await using var talk = await Talk.Begin(NoJanuary with
        {
            Events = [.. NoJanuary.Events, new("dinh-ky-02-2027", EventKind.Regular, "Sinh hoạt chi bộ định kỳ tháng 02/2027", new(2027, 1, 29)) { Time = new(14, 0) }],
        });

        Assert.Contains("✔ Đã đưa 1 buổi", await talk.Send(RegularCards.Verb, new() { ["proposed"] = "2027-02-03", ["day"] = "2027-02-03", ["time"] = "14:00" }), StringComparison.Ordinal);
        Assert.Equal(["dinh-ky-02-2027", "dinh-ky-02-2027.2"], (await Events(talk)).Where(happening => happening.Date.Year == 2027 && happening.Kind == EventKind.Regular).Select(happening => happening.Id));
    }

    [Fact]
    public async Task Who_may_not_plan_can_t_press_either()
    {
        await using var talk = await Talk.Begin(NoJanuary);

        var denied = await talk.Send(RegularCards.Verb, new() { ["proposed"] = "2027-01-04", ["day"] = "2027-01-04", ["time"] = "14:00" }, "m06");
        Assert.DoesNotContain("✔", denied, StringComparison.Ordinal);
        Assert.DoesNotContain(await Events(talk), happening => happening.Date.Year == 2027);
    }

    [Fact]
    public async Task Who_plans_is_warned_of_what_the_days_lack_and_nobody_else()
    {
        await using var talk = await Talk.Begin(NoJanuary);

        var own = await talk.Say("tháng 1 có sự kiện gì?");
        Assert.Contains("⚠ Tháng 01/2027 chưa có lịch sinh hoạt định kỳ.", own, StringComparison.Ordinal);
        Assert.Contains("⚠ Quý 1/2027 chưa có sinh hoạt chuyên đề (mỗi quý ít nhất một buổi).", own, StringComparison.Ordinal);
        Assert.DoesNotContain("⚠", await talk.Say("tháng 1 có sự kiện gì?", "m06"), StringComparison.Ordinal);
        Assert.DoesNotContain("⚠", await talk.Say("tháng 1 có sự kiện gì?", "m01", Talk.Group), StringComparison.Ordinal);
        Assert.Contains("Sinh hoạt chi bộ định kỳ tháng 01/2027", await talk.Say("lên lịch sinh hoạt định kỳ"), StringComparison.Ordinal);
    }

    private static Said Said(string text) => new(text, new Reading([new Request(Intent.OutOfScope, Slots.None)], 1, []) { IsSure = true });

    private static async Task<IReadOnlyList<Event>> Events(Talk talk) =>
        [.. (await talk.Tables.List<PartRow<Event>>(SampleCells.CellId, PartRow<Event>.Range, default)).Select(row => row.Row.Part)];
}
