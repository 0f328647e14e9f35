using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;

namespace ChiBoBot.Tests.Features.SelfAssessment;

/// <summary>A round goes on for weeks: members come and go in the middle of it, the deadline passes, and the clerk and the member enter the same form.</summary>
public class ComingAndGoingTests
{
    [Fact]
    public async Task Who_leaves_the_cell_is_waited_for_and_written_to_no_more()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("chào", by: "m06");
        await talk.Open();
        await talk.Pass(TimeSpan.Zero);
        await Change(talk, "m06", member => member with { Transfers = [.. member.Transfers, new Transfer(Direction.Out, new PartialDate(2026, 11, 20), TransferReason.Reassigned)] });

        var board = await talk.Say("tiến độ kiểm điểm");
        Assert.Contains("0/12 đã nộp\n", board, StringComparison.Ordinal);
        Assert.Contains("\nĐã chuyển khỏi chi bộ: 1 đồng chí: ", board, StringComparison.Ordinal);
        Assert.Equal("Kiểm điểm, tự đánh giá năm 2026: 0/12 đã nộp, 12 chưa nộp.", await talk.Say("ai chưa nộp tự đánh giá", by: "m05"));
        var letters = talk.Teams.Posts.Count(post => post.Conversation == "a:m06");
        await talk.Say("tiến độ kiểm điểm");
        Assert.Contains("Tôi nhắc 12 đồng chí chưa nộp", await talk.Press("Nhắc người chưa nộp"), StringComparison.Ordinal);
        await talk.Pass(new DateTimeOffset(2026, 12, 4, 9, 0, 0, TimeSpan.FromHours(7)) - talk.Clock.GetUtcNow());
        Assert.Equal(letters, talk.Teams.Posts.Count(post => post.Conversation == "a:m06"));
    }

    [Fact]
    public async Task Who_handed_in_and_then_left_still_counts_and_is_not_rated_here()
    {
        await using var talk = await Talk.Begin();
        await talk.Open();
        await talk.HandIn("m06");
        await Change(talk, "m06", member => member with { Transfers = [.. member.Transfers, new Transfer(Direction.Out, new PartialDate(2026, 11, 20), TransferReason.Reassigned)] });

        Assert.Contains("1/13 đã nộp\n", await talk.Say("tiến độ kiểm điểm"), StringComparison.Ordinal);
        await talk.Send("rounds.close", new() { ["round"] = "2026-year" });
        var name = ChiBoBot.Tests.Features.Cells.SampleFiles.Council.Members.Single(member => member.Id == "m06").Name;
        for (var page = 1; page <= 3; page++)
        {
            Assert.DoesNotContain($"\n{name}\n", await talk.Send("rating.proposals", new() { ["round"] = "2026-year", ["page"] = $"{page}" }), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_leaves_after_the_round_was_closed_is_rated_in_it_all_the_same()
    {
        await using var talk = await Talk.Begin();
        await talk.Open();
        await talk.HandIn("m06");
        await talk.Send("rounds.close", new() { ["round"] = "2026-year" });
        await Change(talk, "m06", member => member with { Transfers = [.. member.Transfers, new Transfer(Direction.Out, new PartialDate(2026, 11, 24), TransferReason.Reassigned)] });
        await talk.Pass(TimeSpan.FromDays(3));

        var name = ChiBoBot.Tests.Features.Cells.SampleFiles.Council.Members.Single(member => member.Id == "m06").Name;
        var pages = "";
        for (var page = 1; page <= 3; page++)
        {
            pages += await talk.Send("rating.proposals", new() { ["round"] = "2026-year", ["page"] = $"{page}" });
        }

        Assert.Contains($"\n{name}\n", pages, StringComparison.Ordinal);
        Assert.Contains("13 đồng chí được xếp loại thì nhiều nhất 2.", pages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_entered_late_can_be_added_to_the_open_round()
    {
        await using var talk = await Talk.Begin();
        await Change(talk, "m05", member => member with { Standings = [new(Standing.Exempt, new PartialDate(2026, 1, 1))] });
        await talk.Open();
        await Change(talk, "m05", member => member with { Standings = [] });

        Assert.Contains("\nMới về, chưa trong đợt: 1 đồng chí: Hồ Sỹ Nhượng\n", await talk.Say("tiến độ kiểm điểm"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_all_propose_for_themselves_is_summed_only_after_the_round_for_before_one_more_may_come()
    {
        var council = ChiBoBot.Tests.Features.Cells.SampleFiles.Council;
        await using var talk = await Talk.Begin(council with
        {
            Members = [.. council.Members.Select(member => member.Id is "m01" or "m05" or "m06" ? member : member with { Standings = [new(Standing.Exempt, new PartialDate(2026, 1, 1))] })],
        });
        await talk.Open();
        foreach (var member in (string[])["m01", "m05", "m06"])
        {
            await talk.HandIn(member);
        }

        var open = await talk.Say("tiến độ kiểm điểm");
        Assert.Contains("3/3 đã nộp\n", open, StringComparison.Ordinal);
        Assert.DoesNotContain("Tự nhận: ", open, StringComparison.Ordinal);
        Assert.Contains("\nTự nhận: 3 ", await talk.Send("rounds.close", new() { ["round"] = "2026-year" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_during_a_round_is_named_added_by_one_press_and_gets_the_letter_and_the_form()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("chào", by: "m05");
        var joined = (await Find(talk, "m05")).Row.Part.Joined;
        await Change(talk, "m05", member => member with { Standings = [new(Standing.Exempt, new PartialDate(2026, 1, 1), new PartialDate(2026, 11, 22))] });
        await talk.Open();
        Assert.DoesNotContain("Mới về", await talk.Say("tiến độ kiểm điểm"), StringComparison.Ordinal);
        Assert.Equal("Đợt này không có bản của đồng chí. Nếu chưa đúng, đồng chí báo bí thư chi bộ.", await talk.Say("viết tự đánh giá", by: "m05"));
        await talk.Pass(TimeSpan.FromDays(1));

        Assert.Contains("\nMới về, chưa trong đợt: 1 đồng chí: Hồ Sỹ Nhượng\n", await talk.Say("tiến độ kiểm điểm"), StringComparison.Ordinal);
        await talk.Say("tiến độ kiểm điểm", by: "m02");
        Assert.Contains("\nĐã thêm vào đợt 1 đồng chí: Hồ Sỹ Nhượng. Tôi gửi bản cần viết vào khung riêng.\n", await talk.Press("Thêm vào đợt"), StringComparison.Ordinal);
        Assert.Contains("\nKhông còn ai mới để thêm.\n", await talk.Press("Thêm vào đợt", by: "m02"), StringComparison.Ordinal);

        await talk.Pass(TimeSpan.Zero);
        Assert.EndsWith("\n[Bắt đầu viết]", talk.Last("a:m05"), StringComparison.Ordinal);
        Assert.Contains("\nPhần 1/6 · ", await talk.Say("viết tự đánh giá", by: "m05"), StringComparison.Ordinal);
        Assert.Equal("Đợt này không có bản của đồng chí. Nếu chưa đúng, đồng chí báo bí thư chi bộ.", await talk.Say("viết tự đánh giá", by: "m09"));
        Assert.Equal(joined, (await Find(talk, "m05")).Row.Part.Joined);
    }

    [Fact]
    public async Task A_member_whom_the_secretary_left_out_of_a_round_for_some_is_not_taken_for_a_newcomer()
    {
        await using var talk = await Talk.Begin();
        talk.Clock.Advance(new DateTimeOffset(2027, 4, 5, 8, 0, 0, TimeSpan.FromHours(7)) - talk.Clock.GetUtcNow());
        await talk.Say("mở đợt");
        await talk.Press("Quý 1/2027");

        Assert.DoesNotContain("Mới về", await talk.Press("Mở đợt này", inputs: [("deadline", "2027-04-15"), ("form_QL", "m01")]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12-05T22:00:00+07:00", "hạn là hôm nay", null)]
    [InlineData("2026-12-04T22:00:00+07:00", "còn 1 ngày", null)]
    [InlineData("2026-12-06T00:00:01+07:00", "đã quá hạn 1 ngày", "Đã quá hạn 1 ngày. Vẫn nộp được đến khi bí thư đóng đợt, và được ghi là nộp sau hạn.")]
    [InlineData("2026-12-08T08:00:00+07:00", "đã quá hạn 3 ngày", "Đã quá hạn 3 ngày. Vẫn nộp được đến khi bí thư đóng đợt, và được ghi là nộp sau hạn.")]
    public async Task The_days_that_are_left_or_over_are_said_in_Vietnamese_days(string now, string left, string? own)
    {
        await using var talk = await Talk.Begin();
        await talk.Open();
        talk.Clock.Advance(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture) - talk.Clock.GetUtcNow());

        Assert.Equal($"Kiểm điểm, tự đánh giá năm 2026: hạn nộp 23:59 ngày 05/12/2026, {left}.", await talk.Say("hạn nộp tự đánh giá là bao giờ", by: "m05"));
        Assert.Contains($"\nHạn nộp 23:59 ngày 05/12/2026, {left}.\n", await talk.Say("tiến độ kiểm điểm"), StringComparison.Ordinal);
        var mine = await talk.Say("tôi đã nộp tự đánh giá chưa", by: "m05");
        Assert.Equal(own is not null, mine.Contains("Đã quá hạn", StringComparison.Ordinal));
        Assert.Contains(own ?? "Chưa viết", mine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clerk_who_enters_a_paper_form_while_the_member_hands_in_changes_nothing_and_is_told()
    {
        await using var talk = await Talk.Begin();
        await talk.Open();
        await talk.Send("rounds.paper", new() { ["round"] = "2026-year", ["who"] = "m05" });
        await talk.Press(Filling.Next, inputs: Filling.Meetings);
        await talk.HandIn("m05");
        var before = await talk.Send("assessment.outline", new() { ["round"] = "2026-year" }, by: "m05");

        const string Begun = "Đồng chí này đã tự viết trên Teams nên tôi không nhập bản giấy đè lên; chữ vừa gõ ở đây không được ghi.";
        Assert.Equal(Begun, await talk.Press(Filling.Next, inputs: Filling.General("1")));
        Assert.Equal(Begun, await talk.Send("rounds.paper", new() { ["round"] = "2026-year", ["who"] = "m05" }));
        Assert.DoesNotContain("Đã nộp", await talk.Send("assessment.handIn", new() { ["round"] = "2026-year", ["member"] = "m05" }), StringComparison.Ordinal);
        Assert.Equal(before, await talk.Send("assessment.outline", new() { ["round"] = "2026-year" }, by: "m05"));
        Assert.DoesNotContain("Nhập từ bản giấy", await talk.Say("tiến độ kiểm điểm"), StringComparison.Ordinal);
    }

    private static async Task<Stored<PartRow<Member>>> Find(Talk talk, string member) => (await talk.Tables.Find<PartRow<Member>>("hdnd", PartRow<Member>.KeyOf(member), default))!;

    private static async Task Change(Talk talk, string member, Func<Member, Member> change)
    {
        var stored = await Find(talk, member);
        await talk.Tables.Put(stored.Row with { Part = change(stored.Row.Part) }, default);
    }
}
