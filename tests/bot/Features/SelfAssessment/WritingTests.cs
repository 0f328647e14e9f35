using ChiBoBot.Features.SelfAssessment;
using ChiBoBot.Storage;

namespace ChiBoBot.Tests.Features.SelfAssessment;

/// <summary>Nothing typed is lost: two windows, stale cards, double presses, a sheet or a round that closed meanwhile, texts that are too long.</summary>
public class WritingTests
{
    private const string Round = "2026-year";

    [Fact]
    public async Task Two_windows_that_write_different_fields_both_stay()
    {
        await using var talk = await Written();

        await Save(talk, revision: "0", ("f_strengths", "Có 2 sáng kiến được áp dụng."));
        await Save(talk, revision: "0", ("f_weaknesses", "Phát biểu còn ít trong sinh hoạt."));

        Assert.Equal(("Có 2 sáng kiến được áp dụng.", "Phát biểu còn ít trong sinh hoạt."), await Now(talk));
        Assert.Empty(await Kept(talk));
    }

    [Fact]
    public async Task Two_windows_that_write_the_same_field_are_told_and_both_texts_are_there()
    {
        await using var talk = await Written();
        await Save(talk, revision: "0", ("f_strengths", "Bản viết trên điện thoại."));

        var card = await Save(talk, revision: "0", ("f_strengths", "Bản viết trên máy tính."));

        Assert.Contains("\nPhần này vừa được lưu ở một cửa sổ khác. Chỗ trùng nhau tôi lấy bản đồng chí vừa lưu; bản kia ở “Nội dung được giữ”.\n", card, StringComparison.Ordinal);
        Assert.Equal("Bản viết trên máy tính.", (await Now(talk)).Strengths);
        Assert.Equal(
            "Nội dung được giữ riêng, chưa nằm trong bản của đồng chí:\nƯu điểm, hạn chế · 08:00 ngày 22/11/2026 · lưu ở cửa sổ khác\n\nBản viết trên điện thoại.",
            (await talk.Send("assessment.kept", new() { ["round"] = Round }, by: "m05")).TrimStart().Replace("Câu trả lời ở bên dưới.\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_double_press_saves_once()
    {
        await using var talk = await Written();
        await Save(talk, revision: "0", ("f_strengths", "Có 2 sáng kiến được áp dụng."));
        var rows = talk.Tables.Count;

        await Save(talk, revision: "0", ("f_strengths", "Có 2 sáng kiến được áp dụng."));

        Assert.Equal(rows, talk.Tables.Count);
        Assert.Empty(await Kept(talk));
    }

    [Fact]
    public async Task What_is_pressed_into_a_handed_in_sheet_is_kept_once_and_said_and_the_sheet_stays_as_it_was()
    {
        await using var talk = await Written();
        await talk.HandIn("m05");

        var card = await Save(talk, revision: "4", ("f_strengths", "Viết thêm sau khi nộp."), ("f_weaknesses", "Ít phát biểu trong sinh hoạt; do ngại."));
        await Save(talk, revision: "4", ("f_strengths", "Viết thêm sau khi nộp."), ("f_weaknesses", "Ít phát biểu trong sinh hoạt; do ngại."));

        Assert.Contains("\nBản này đã nộp nên chưa sửa được. Nội dung đồng chí vừa viết tôi giữ riêng, không mất; ", card, StringComparison.Ordinal);
        Assert.Equal(("HandedIn", "Viết thêm sau khi nộp."), Assert.Single(await Kept(talk)));
        Assert.Equal("Hoàn thành 12/12 báo cáo, có 2 sáng kiến.", (await Now(talk)).Strengths);
    }

    [Fact]
    public async Task Withdrawn_before_the_deadline_it_is_written_on_where_it_was()
    {
        await using var talk = await Written();
        await talk.HandIn("m05");
        await Save(talk, revision: "4", ("f_strengths", "Viết thêm sau khi nộp."));
        await talk.Say("rút bản tự đánh giá", by: "m05");

        Assert.Contains("\nĐã rút lại. Nội dung còn nguyên; đồng chí sửa rồi nộp lại trước 23:59 ngày 05/12/2026.\n", await talk.Press("Rút lại để sửa", by: "m05"), StringComparison.Ordinal);
        Assert.Contains("[Nội dung được giữ]", await talk.Press("Mở phần này", by: "m05", inputs: [("section", "review")]), StringComparison.Ordinal);
        Assert.Equal("Hoàn thành 12/12 báo cáo, có 2 sáng kiến.", (await Now(talk)).Strengths);
    }

    [Fact]
    public async Task After_the_deadline_it_is_not_withdrawn_but_still_handed_in_as_late()
    {
        await using var talk = await Written();
        await talk.HandIn("m05");
        await talk.Write("m06");
        talk.Clock.Advance(TimeSpan.FromDays(14));

        await talk.Say("tôi đã nộp tự đánh giá chưa", by: "m05");
        Assert.DoesNotContain("Rút lại", await talk.Say("tôi đã nộp tự đánh giá chưa", by: "m05"), StringComparison.Ordinal);
        Assert.Contains("Đã quá hạn nên không tự rút được.", await talk.Send("assessment.withdraw", new() { ["round"] = Round }, by: "m05"), StringComparison.Ordinal);
        Assert.Contains("\nĐã nộp lúc 08:00 ngày 06/12/2026 (sau hạn). Bản đã khóa.\n", await talk.Press("Nộp bản này", by: "m06"), StringComparison.Ordinal);
        Assert.Contains("\nNộp sau hạn: 1 đồng chí: ", await talk.Say("tiến độ kiểm điểm"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_pressed_into_a_closed_round_is_kept_and_said_and_not_handed_in()
    {
        await using var talk = await Written();
        await talk.Write("m05");
        await talk.Say("tiến độ kiểm điểm");
        await talk.Press("Đóng đợt");
        await talk.Press("Đóng đợt");

        Assert.Contains("\nĐợt đã đóng. Nội dung đồng chí vừa viết tôi giữ riêng, không mất; ", await Save(talk, revision: "4", ("f_strengths", "Viết khi đợt vừa đóng.")), StringComparison.Ordinal);
        Assert.Equal(("Closed", "Viết khi đợt vừa đóng."), Assert.Single(await Kept(talk)));
        Assert.Contains("\nĐợt đã đóng. Cần sửa hoặc nộp, đồng chí nhờ bí thư trả lại bản.\n", await talk.Send("assessment.handIn", new() { ["round"] = Round }, by: "m05"), StringComparison.Ordinal);
        Assert.Equal("Không nộp, đợt đã đóng", (await talk.Say("tôi đã nộp tự đánh giá chưa", by: "m05")).Split('\n')[1]);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_kept_whole_and_not_cut()
    {
        await using var talk = await Written();
        var tooLong = new string('ệ', 40_000);

        var card = await Save(talk, revision: "0", ("f_strengths", tooLong), ("f_weaknesses", "Phát biểu còn ít trong sinh hoạt."));

        Assert.Contains("\nCó ô dài quá mức. Toàn văn tôi giữ ở “Nội dung được giữ”; đồng chí rút gọn rồi lưu lại.\n", card, StringComparison.Ordinal);
        Assert.Equal(("TooLong", tooLong), Assert.Single(await Kept(talk)));
        Assert.Equal(("", "Phát biểu còn ít trong sinh hoạt."), await Now(talk));
    }

    [Fact]
    public async Task A_field_that_was_emptied_is_empty_and_what_stood_in_it_is_kept()
    {
        await using var talk = await Written();
        await Save(talk, revision: "0", ("f_strengths", "Có 2 sáng kiến được áp dụng."));

        await Save(talk, revision: "1");

        Assert.Equal(("", ""), await Now(talk));
        Assert.Equal(("Emptied", "Có 2 sáng kiến được áp dụng."), Assert.Single(await Kept(talk)));
    }

    [Fact]
    public async Task Texts_are_kept_in_composed_letters()
    {
        await using var talk = await Written();

        await Save(talk, revision: "0", ("f_strengths", "Ca\u0302\u0300n cu\u0300 vượt khó.\r\nĐạt."));

        Assert.Equal("Cần cù vượt khó.\nĐạt.", (await Now(talk)).Strengths);
    }

    [Fact]
    public async Task What_lacks_something_is_not_handed_in_and_leads_to_it()
    {
        await using var talk = await Written();
        await Save(talk, revision: "0", ("f_strengths", "Có 2 sáng kiến được áp dụng."));

        Assert.Contains("\nChưa nộp được: phần này còn ô chưa có hoặc chưa đúng.\nPhần 1/6 · ", await talk.Send("assessment.handIn", new() { ["round"] = Round }, by: "m05"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clerk_enters_a_paper_form_which_is_marked_and_the_member_can_read_it()
    {
        await using var talk = await Written();
        await talk.Say("tiến độ kiểm điểm");
        await talk.Press("Nhập bản giấy");
        Assert.Contains("\nNhập từ bản giấy của đồng chí Hồ Sỹ Nhượng\nPhần 1/6 · ", await talk.Press("Bắt đầu nhập", inputs: [("who", "m05")]), StringComparison.Ordinal);
        await talk.Press(Filling.Next, inputs: Filling.Meetings);
        await talk.Press(Filling.Next, inputs: Filling.General());
        await talk.Press(Filling.Next, inputs: Filling.Tasks);
        await talk.Press(Filling.Next, inputs: Filling.Review);
        await talk.Press(Filling.Next, inputs: Filling.Promises);
        await talk.Press(Filling.Next, inputs: Filling.Grade());
        await talk.Press("Nộp bản này");

        Assert.Contains("\nNhập từ bản giấy: 1 đồng chí: Hồ Sỹ Nhượng\n", await talk.Say("tiến độ kiểm điểm"), StringComparison.Ordinal);
        await talk.Say("tôi đã nộp tự đánh giá chưa", by: "m05");
        Assert.Contains("\nNêu việc đã làm, số liệu: Tham mưu 12 báo cáo, đều đúng hạn.\n", await talk.Press("Xem bản của tôi", by: "m05"), StringComparison.Ordinal);

        // Who writes himself can't be written for, nor read.
        await talk.Write("m06");
        Assert.Equal("Đồng chí này đã tự viết trên Teams nên tôi không nhập bản giấy đè lên; chữ vừa gõ ở đây không được ghi.", await talk.Send("rounds.paper", new() { ["round"] = Round, ["who"] = "m06" }));
        Assert.Equal("Đợt này không có bản của đồng chí. Nếu chưa đúng, đồng chí báo bí thư chi bộ.", await talk.Send("assessment.outline", new() { ["round"] = Round, ["member"] = "m06" }));

        // The member takes the paper form over: from then on the clerk reads it no more.
        await talk.Send("assessment.withdraw", new() { ["round"] = Round }, by: "m05");
        await Save(talk, revision: "4", ("f_strengths", "Tôi tự viết lại phần này."), ("f_weaknesses", "Ít phát biểu trong sinh hoạt; do ngại."));
        Assert.DoesNotContain("Tôi tự viết lại", await talk.Send("assessment.outline", new() { ["round"] = Round, ["member"] = "m05" }), StringComparison.Ordinal);
    }

    private static async Task<Talk> Written()
    {
        var talk = await Talk.Begin();
        await talk.Open();
        return talk;
    }

    /// <summary>What a window of m05 sends for the section “Ưu điểm, hạn chế”, opened when that revision was the newest.</summary>
    private static Task<string> Save(Talk talk, string revision, params (string Field, string Text)[] typed)
    {
        var data = typed.ToDictionary(field => field.Field, field => field.Text);
        (data["round"], data["section"], data["revision"], data["go"]) = (Round, "review", revision, "outline");
        return talk.Send("assessment.save", data, by: "m05");
    }

    private static async Task<(string Strengths, string Weaknesses)> Now(Talk talk)
    {
        var rows = await talk.Tables.List<AnswersRow>("hdnd", RowRange.StartingWith($"answers|{Round}|m05|review|"), default);
        var newest = rows.Count == 0 ? new Dictionary<string, string>() : rows[^1].Row.Answers;
        return (newest.GetValueOrDefault("strengths", ""), newest.GetValueOrDefault("weaknesses", ""));
    }

    private static async Task<IReadOnlyList<(string Reason, string Text)>> Kept(Talk talk) =>
    [
        .. from row in await talk.Tables.List<KeptRow>("hdnd", RowRange.StartingWith($"kept|{Round}|m05|"), default)
           from text in row.Row.Answers.Values
           select (row.Row.Reason.ToString(), text),
    ];
}
