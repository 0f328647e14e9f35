using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Reminders;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Features.Cells;
using Microsoft.Extensions.DependencyInjection;

namespace ChiBoBot.Tests.Features.Dues;

/// <summary>The officers record until which month members have paid; the secretary alone is told of three months without. It is 08:00 on Sunday 22/11/2026.</summary>
public class DuesTests
{
    private static readonly string Cell = SampleFiles.Council.Cell.Id;

    [Fact]
    public async Task An_officer_records_for_many_at_once_and_takes_it_back()
    {
        await using var talk = await Talk.Begin();
        var card = await talk.Say("ghi đảng phí tháng này");
        Assert.Contains("0/14 đồng chí đã nộp hoặc được miễn đến hết tháng 11/2026", card, StringComparison.Ordinal);

        Assert.Contains($"Đã ghi nộp đến hết tháng 10/2026: {NameOf("m06")}, {NameOf("m05")}.", await talk.Press("Ghi", inputs: [("members", "m05,m06"), ("what", "paid"), ("month", "2026-10")]), StringComparison.Ordinal);
        Assert.Equal(["m05 2026-10", "m06 2026-10"], await Records(talk));
        await talk.Press("Hoàn tác");
        Assert.Empty(await Records(talk));
    }

    [Fact]
    public async Task Of_many_nobody_is_set_back_and_one_alone_can_be()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("ghi đảng phí");
        await talk.Press("Ghi", inputs: [("members", "m05"), ("what", "paid"), ("month", "2026-12")]);
        await talk.Press("Ghi tiếp");
        var said = await talk.Press("Ghi", inputs: [("members", "m05,m06"), ("what", "paid"), ("month", "2026-11")]);
        Assert.Contains($"Đã ghi nộp đến hết tháng 11/2026: {NameOf("m06")}.", said, StringComparison.Ordinal);
        Assert.Contains($"Giữ nguyên vì đã ghi đến tháng sau hơn: {NameOf("m05")}.", said, StringComparison.Ordinal);
        Assert.Equal(["m05 2026-12", "m06 2026-11"], await Records(talk));

        await talk.Press("Ghi tiếp");
        await talk.Press("Ghi", inputs: [("members", "m05"), ("what", "paid"), ("month", "2026-11")]);
        Assert.Equal(["m05 2026-11", "m06 2026-11"], await Records(talk));

        await talk.Press("Ghi tiếp");
        await talk.Press("Ghi", inputs: [("members", "m05,m06"), ("what", "none"), ("month", "2026-11")]);
        Assert.Empty(await Records(talk));
    }

    [Fact]
    public async Task What_the_card_cannot_send_changes_nothing()
    {
        await using var talk = await Talk.Begin();
        foreach (var (members, what, month) in (IEnumerable<(string, string, string)>)[("", "paid", "2026-11"), ("m99", "paid", "2026-11"), ("m05", "rich", "2026-11"), ("m05", "paid", "2026"), ("m05", "paid", "2026-11-02"), ("m05", "paid", "2031-01")])
        {
            Assert.Equal("Đồng chí chọn người và tháng rồi bấm “Ghi”.", await talk.Send("dues.write", new() { ["members"] = members, ["what"] = what, ["month"] = month }));
        }

        Assert.Empty(await Records(talk));
    }

    [Fact]
    public async Task A_member_reads_only_their_own_and_may_record_nothing()
    {
        await using var talk = await Talk.Begin();
        Assert.Contains("Tôi chưa có ghi nhận về đảng phí của đồng chí.", await talk.Say("đảng phí của tôi", by: "m06"), StringComparison.Ordinal);
        await Record(talk, "m06", "2026-10");
        await Record(talk, "m07", "2026-12", isFree: true);

        Assert.Contains("Đồng chí đã nộp đảng phí đến hết tháng 10/2026.", await talk.Say("tôi nộp đảng phí đến tháng nào rồi?", by: "m06"), StringComparison.Ordinal);
        Assert.Contains("Đồng chí được miễn đảng phí từ sau tháng 12/2026.", await talk.Say("đảng phí của tôi", by: "m07"), StringComparison.Ordinal);
        Assert.DoesNotContain("đồng chí đã nộp", await talk.Say("ghi đảng phí", by: "m06"), StringComparison.Ordinal);
        await talk.Send("dues.write", new() { ["members"] = "m06", ["what"] = "paid", ["month"] = "2027-01" }, by: "m06");
        Assert.Equal(["m06 2026-10", "m07 2026-12 free"], await Records(talk));
    }

    [Fact]
    public async Task Asked_in_the_group_the_answer_goes_into_the_own_chat()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("xin chào");
        await Record(talk, "m05", "2026-10");
        await talk.Say("ai chưa nộp đảng phí?", at: Talk.Group);

        Assert.DoesNotContain(NameOf("m05"), talk.Last(Talk.Group), StringComparison.Ordinal);
        Assert.Contains("0/14 đồng chí đã nộp", talk.Last(Talk.OwnChat("m01")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_months_without_dues_are_told_to_the_secretary_in_the_third_and_to_nobody_else()
    {
        await using var talk = await Talk.Begin();
        await Record(talk, "m05", "2026-08");
        await Record(talk, "m06", "2026-09");
        await Record(talk, "m07", "2026-01", isFree: true);

        var said = await talk.Say("sắp tới có hạn gì?");
        Assert.Contains($"30/11/2026 – Hết tháng 11/2026 là 3 tháng đồng chí {NameOf("m05")} chưa nộp đảng phí theo ghi nhận (đã nộp đến tháng 8/2026). Tìm hiểu lý do, nhắc trước hạn\nQuy định 294-QĐ/TW, điểm 8.1", said, StringComparison.Ordinal);
        Assert.DoesNotContain(NameOf("m06"), said, StringComparison.Ordinal);
        Assert.DoesNotContain(NameOf("m07"), said, StringComparison.Ordinal);
        Assert.DoesNotContain("đảng phí", await talk.Say("sắp tới có hạn gì?", by: "m03"), StringComparison.Ordinal);

        // Sunday the 29th would be the day before.
        await WeekDue.Begin(talk.Tables, talk.Services.GetRequiredService<ChiBoBot.Due.Schedule>(), Cell, talk.Clock.GetUtcNow(), default);
        for (var day = 0; day < 9; day++)
        {
            await talk.Pass(TimeSpan.FromHours(24.5));
        }

        Assert.All(talk.Teams.Posts.Where(post => post.Text.Contains("chưa nộp đảng phí theo", StringComparison.Ordinal)), post => Assert.Equal(Talk.OwnChat("m01"), post.Conversation));
        Assert.Contains(talk.Teams.Posts, post => post.Text.StartsWith("Nhắc hạn\n", StringComparison.Ordinal) && post.Text.Contains("chưa nộp đảng phí theo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_file_says_is_taken_in_and_what_was_recorded_since_stays_until_the_file_says_otherwise()
    {
        var file = SampleFiles.Council with { Dues = [new("m05", new(2026, 9)), new("m06", new(2026, 9))] };
        await using var talk = await Talk.Begin(file);
        Assert.Equal(["m05 2026-09", "m06 2026-09"], await Records(talk));
        await talk.Send("dues.write", new() { ["members"] = "m05", ["what"] = "paid", ["month"] = "2026-11" });

        await new CellImport(talk.Tables).Run(file, default);
        Assert.Equal(["m05 2026-11", "m06 2026-09"], await Records(talk));
        await new CellImport(talk.Tables).Run(file with { Dues = [new("m05", new(2026, 12)), new("m06", new(2026, 9))] }, default);
        Assert.Equal(["m05 2026-12", "m06 2026-09"], await Records(talk));
    }

    private static Task Record(Talk talk, string member, string until, bool isFree = false) =>
        talk.Tables.Commit([Change.Put(new PartRow<DuesPaid>(Cell, new DuesPaid(member, PartialDate.Parse(until)) { IsFree = isFree }))], default);

    private static async Task<IEnumerable<string>> Records(Talk talk) =>
        (await talk.Tables.List<PartRow<DuesPaid>>(Cell, PartRow<DuesPaid>.Range, default)).Select(row => $"{row.Row.Part.Member} {row.Row.Part.Until}{(row.Row.Part.IsFree ? " free" : "")}");

    private static string NameOf(string member) => SampleFiles.Council.Members.Single(one => one.Id == member).Name;
}
