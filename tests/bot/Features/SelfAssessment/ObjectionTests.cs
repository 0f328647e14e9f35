using ChiBoBot.Features.Cells;
using ChiBoBot.Features.SelfAssessment;
using ChiBoBot.Storage;

namespace ChiBoBot.Tests.Features.SelfAssessment;

/// <summary>What a member objects to his grade: the committee reads it and records by which document it was answered; its author sees how far it is; nobody else sees anything.</summary>
public class ObjectionTests
{
    private const string Words = "Tôi đề nghị xem lại tỷ lệ vượt mức.";

    [Fact]
    public async Task Where_nobody_has_objected_the_committee_is_told_so()
    {
        await using var talk = await Talk.Begin();

        Assert.Equal("Chưa có ý kiến khác nào về kết quả xếp loại.", await talk.Say("xem ý kiến khác"));
    }

    [Fact]
    public async Task The_letter_leads_to_the_grade_and_the_objection_where_commitments_were_closed_in_between()
    {
        await using var talk = await Talk.Begin();
        await talk.Open();
        await talk.HandIn("m05");
        await talk.Rate("m05");
        talk.Clock.Advance(TimeSpan.FromMinutes(1));
        await talk.Say("mở đợt cam kết");
        await talk.Press("Cam kết năm 2027");
        await talk.Press("Mở đợt này", inputs: [("deadline", "2027-01-31"), ("theme", "Kỷ cương")]);
        await talk.Send("rounds.close", new() { ["round"] = "2027-promises" });
        await talk.Say("chào", by: "m05");
        await talk.Pass(TimeSpan.FromHours(26));

        await talk.Press("Xếp loại của tôi", by: "m05");

        var card = talk.Last(Talk.OwnChat("m05"));
        Assert.Contains("Kiểm điểm, tự đánh giá năm 2026", card, StringComparison.Ordinal);
        Assert.Contains("Hoàn thành tốt nhiệm vụ", card, StringComparison.Ordinal);
        Assert.Contains("[Gửi ý kiến khác]", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secretary_is_written_to_without_the_text_reads_it_records_the_answer_and_its_author_is_told()
    {
        await using var talk = await Objected();
        await talk.Pass(TimeSpan.Zero);
        Assert.Equal("Kiểm điểm, tự đánh giá năm 2026: có một ý kiến khác về kết quả xếp loại, chờ trả lời.\n[Đọc ý kiến]", talk.Last("a:m01"));
        Assert.Contains($"\nÝ kiến khác, 08:00 ngày 22/11/2026: {Words} – đang chờ trả lời\n", await talk.Say("xếp loại của tôi", by: "m05"), StringComparison.Ordinal);

        var card = await talk.Press("Đọc ý kiến");
        Assert.StartsWith($"Ý kiến khác về kết quả xếp loại\nKiểm điểm, tự đánh giá năm 2026 · 1/1 ý kiến, 1 chưa trả lời\nHồ Sỹ Nhượng\nGửi lúc 08:00 ngày 22/11/2026\n{Words}\n", card, StringComparison.Ordinal);
        Assert.Contains("\nGhi số văn bản (tối đa 60 ký tự) và ngày văn bản, từ 22/11/2026 đến hôm nay.\n", await talk.Press("Ghi đã trả lời", inputs: [("document", "12-CV/CB"), ("day", "2026-11-01")]), StringComparison.Ordinal);
        var recorded = await talk.Press("Ghi đã trả lời", inputs: [("document", "12-CV/CB"), ("day", "2026-11-22")]);
        Assert.Contains($"\nĐã trả lời theo 12-CV/CB ngày 22/11/2026; đồng chí {Name("m01")} ghi lúc 08:00 ngày 22/11/2026.\n", recorded, StringComparison.Ordinal);
        Assert.Contains("[Sửa văn bản trả lời] [Hoàn tác] [Xem tiến độ]", recorded, StringComparison.Ordinal);

        await talk.Pass(TimeSpan.Zero);
        Assert.Equal("Kiểm điểm, tự đánh giá năm 2026: ý kiến khác của đồng chí đã trả lời theo 12-CV/CB ngày 22/11/2026.", talk.Last("a:m05"));
        Assert.Contains($"{Words} – đã trả lời theo 12-CV/CB ngày 22/11/2026\n", await talk.Say("xếp loại của tôi", by: "m05"), StringComparison.Ordinal);
        Assert.DoesNotContain(await talk.Tables.List<AuditRow>("hdnd", RowRange.StartingWith(AuditRow.Prefix), default), entry => entry.Row.Changes.Any(change => $"{change.Is}{change.Was}".Contains("vượt mức", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Taken_back_before_the_letter_is_out_it_waits_again_and_its_author_hears_nothing()
    {
        await using var talk = await Objected();
        await talk.Pass(TimeSpan.Zero);
        await talk.Press("Đọc ý kiến");
        await talk.Press("Ghi đã trả lời", inputs: [("document", "12-CV/CB"), ("day", "2026-11-22")]);
        var letters = talk.Teams.Posts.Count(post => post.Conversation == "a:m05");

        await talk.Press("Hoàn tác");
        await talk.Pass(TimeSpan.Zero);

        Assert.Equal(letters, talk.Teams.Posts.Count(post => post.Conversation == "a:m05"));
        Assert.Contains("đang chờ trả lời", await talk.Say("xếp loại của tôi", by: "m05"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_of_the_committee_at_once_the_second_reads_the_firsts_answer_before_replacing_it()
    {
        await using var talk = await Objected();
        await talk.Say("xem ý kiến khác");
        await talk.Say("xem ý kiến khác", by: "m03");
        await talk.Press("Ghi đã trả lời", inputs: [("document", "12-CV/CB"), ("day", "2026-11-22")]);

        var second = await talk.Press("Ghi đã trả lời", by: "m03", inputs: [("document", "13-CV/CB"), ("day", "2026-11-22")]);

        Assert.Contains("\nĐã trả lời theo 12-CV/CB ngày 22/11/2026; ", second, StringComparison.Ordinal);
        Assert.Contains("\nMột đồng chí khác vừa ghi trả lời, xem ở trên. Vẫn muốn thay thì đồng chí bấm lần nữa.\n", second, StringComparison.Ordinal);
        Assert.Contains("theo 13-CV/CB ngày 22/11/2026; ", await talk.Press("Sửa văn bản trả lời", by: "m03", inputs: [("document", "13-CV/CB"), ("day", "2026-11-22")]), StringComparison.Ordinal);
        Assert.Single(await talk.Tables.List<PartRow<ObjectionAnswer>>("hdnd", PartRow<ObjectionAnswer>.Range, default));
    }

    [Fact]
    public async Task Several_are_read_one_after_another_and_nobody_answers_himself()
    {
        await using var talk = await Objected();
        talk.Clock.Advance(TimeSpan.FromMinutes(1));
        await talk.RateAndObject("m01", "Ý kiến của bí thư.");
        await talk.Pass(TimeSpan.Zero);
        Assert.Equal("Kiểm điểm, tự đánh giá năm 2026: có một ý kiến khác về kết quả xếp loại, chờ trả lời.\n[Đọc ý kiến]", talk.Last("a:m02"));

        await talk.Say("xem ý kiến khác");
        Assert.Contains("\nĐây là ý kiến của chính đồng chí: một đồng chí khác trong chi ủy ghi trả lời.\n", await talk.Press("Ý kiến sau"), StringComparison.Ordinal);
        Assert.Equal(
            "Đây là ý kiến của chính đồng chí: một đồng chí khác trong chi ủy ghi trả lời.",
            await talk.Send("objections.answer", new() { ["round"] = "2026-year", ["member"] = "m01", ["number"] = "1", ["document"] = "12-CV/CB", ["day"] = "2026-11-22" }));
    }

    [Theory]
    [InlineData("m05")]
    [InlineData("m06")]
    [InlineData("m07")]
    public async Task Who_is_not_on_the_committee_reads_no_objection_and_records_no_answer(string who)
    {
        await using var talk = await Objected();
        Dictionary<string, string> data = new() { ["round"] = "2026-year", ["member"] = "m05", ["number"] = "1", ["document"] = "12-CV/CB", ["day"] = "2026-11-22" };

        Assert.DoesNotContain("vượt mức", await talk.Say("xem ý kiến khác", by: who), StringComparison.Ordinal);
        Assert.DoesNotContain("vượt mức", await talk.Send("objections.show", data, by: who), StringComparison.Ordinal);
        Assert.DoesNotContain("vượt mức", await talk.Send("objections.answer", data, by: who), StringComparison.Ordinal);
        Assert.Empty(await talk.Tables.List<PartRow<ObjectionAnswer>>("hdnd", PartRow<ObjectionAnswer>.Range, default));
    }

    [Fact]
    public async Task Asked_in_the_group_it_is_answered_to_the_asker_alone()
    {
        await using var talk = await Objected();

        await talk.Say("xem ý kiến khác", at: Talk.Group);

        Assert.Contains(talk.Teams.Posts, post => post.Conversation == "a:m01" && post.Text.Contains(Words, StringComparison.Ordinal));
        Assert.DoesNotContain(talk.Teams.Posts, post => post.Conversation == Talk.Group && post.Text.Contains("vượt mức", StringComparison.Ordinal));
    }

    /// <summary>m05 is decided on and has objected.</summary>
    private static async Task<Talk> Objected()
    {
        var talk = await Talk.Begin();
        await talk.Say("chào", by: "m01");
        await talk.Say("chào", by: "m02");
        await talk.Open();
        await talk.RateAndObject("m05", Words);
        return talk;
    }

    private static string Name(string member) => ChiBoBot.Tests.Features.Cells.SampleFiles.Council.Members.Single(one => one.Id == member).Name;
}

/// <summary>A member's way to an objection.</summary>
internal static class Objecting
{
    public static async Task RateAndObject(this Talk talk, string who, string words)
    {
        await talk.Rate(who);
        await talk.Send("assessment.object", new() { ["round"] = "2026-year", ["objection"] = words }, by: who);
    }
}
