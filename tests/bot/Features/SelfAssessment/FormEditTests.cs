using ChiBoBot.Features.Cells;
using ChiBoBot.Features.SelfAssessment;
using ChiBoBot.Rules;
using ChiBoBot.Storage;

namespace ChiBoBot.Tests.Features.SelfAssessment;

/// <summary>The cell changes its forms before a round: words, guidance, order, what is left out and added. A round that is open keeps the form that it was opened with.</summary>
public class FormEditTests
{
    private const string Strengths = "Ưu điểm, kết quả nổi bật trong năm";

    [Fact]
    public async Task Saying_it_shows_the_forms_and_changes_nothing_and_is_for_those_who_run_rounds()
    {
        await using var talk = await Talk.Begin();

        var card = await talk.Say("sửa mẫu kiểm điểm");

        Assert.StartsWith("Sửa mẫu kiểm điểm\nMẫu đã sửa dùng cho đợt mở sau này. Đợt đang mở và bản đã nộp giữ nguyên mẫu lúc mở đợt.\n", card, StringComparison.Ordinal);
        Assert.Contains("\nMẫu 2A: đảng viên không giữ chức vụ lãnh đạo – theo quy định\n", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Mẫu 2A", await talk.Say("sửa mẫu kiểm điểm", by: "m05"), StringComparison.Ordinal);
        Assert.DoesNotContain("Tên phần", await talk.Send("forms.show", new() { ["form"] = "2A", ["section"] = "review" }, by: "m05"), StringComparison.Ordinal);
        Assert.DoesNotContain("Đã ghi", await talk.Send("forms.save", new() { ["form"] = "2A", ["section"] = "review", ["question"] = "", ["text"] = "Câu lạ?" }, by: "m05"), StringComparison.Ordinal);
        Assert.Empty(await Rows(talk));
    }

    [Fact]
    public async Task A_question_is_worded_anew_tried_written_and_asked_in_the_next_round()
    {
        await using var talk = await Talk.Begin();
        await Review(talk);
        var question = await talk.Press("Sửa câu này", inputs: [("whichQuestion", "strengths")]);
        Assert.Contains($"\nCâu hỏi: [{Strengths}]\n", question, StringComparison.Ordinal);

        var tried = await talk.Press("Xem thử", inputs: [("text", "Việc tốt nhất đã làm trong năm"), ("guidance", "Nêu một việc."), ("required", "true"), ("place", "1")]);
        Assert.Contains("\nĐảng viên sẽ thấy:\nViệc tốt nhất đã làm trong năm (bắt buộc, tối đa 2.500 ký tự): ____\nNêu một việc.\n", tried, StringComparison.Ordinal);
        Assert.Empty(await Rows(talk));
        var written = await talk.Press("Ghi câu này", inputs: [("text", "Việc tốt nhất đã làm trong năm"), ("guidance", "Nêu một việc."), ("required", "true"), ("place", "2")]);
        Assert.Contains("\nĐã ghi vào mẫu.\n", written, StringComparison.Ordinal);
        Assert.Contains("2 · Việc tốt nhất đã làm trong năm (đã sửa)", written, StringComparison.Ordinal);
        Assert.Contains("Nêu một việc.", await talk.Press("Xem thử phần này"), StringComparison.Ordinal);

        await talk.Say("mở đợt kiểm điểm");
        Assert.Contains("\nMẫu 2A (chi bộ đã sửa): đảng viên không giữ chức vụ lãnh đạo; các đồng chí còn lại\n", await talk.Press("Kiểm điểm năm 2026"), StringComparison.Ordinal);
        await talk.Open();
        Assert.Contains(
            "\nHạn chế, khuyết điểm và nguyên nhân: (chưa viết)\nViệc tốt nhất đã làm trong năm: (chưa viết)\n",
            await talk.Send("assessment.outline", new() { ["round"] = "2026-year" }, by: "m05"),
            StringComparison.Ordinal);
        Assert.Contains("sửa câu “Việc tốt nhất đã làm trong năm” của mẫu 2A", await talk.Say("nhật ký thay đổi"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_is_taken_back_by_one_press()
    {
        await using var talk = await Talk.Begin();
        await Review(talk);
        await talk.Press("Sửa câu này", inputs: [("whichQuestion", "strengths")]);
        await talk.Press("Ghi câu này", inputs: [("text", "Việc tốt nhất đã làm trong năm")]);

        await talk.Press("Hoàn tác");

        Assert.Contains("\nMẫu 2A: đảng viên không giữ chức vụ lãnh đạo – theo quy định\n", await talk.Say("sửa mẫu"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_that_is_open_and_what_was_handed_in_keep_the_form_that_it_was_opened_with()
    {
        await using var talk = await Talk.Begin();
        await talk.Open();
        await talk.HandIn("m05");
        var before = await talk.Send("assessment.outline", new() { ["round"] = "2026-year" }, by: "m05");
        await Review(talk);
        await talk.Press("Sửa câu này", inputs: [("whichQuestion", "remedy")]);
        Assert.Contains("\nĐã ghi vào mẫu.\n", await talk.Press("Bỏ câu này"), StringComparison.Ordinal);

        Assert.Equal(before, await talk.Send("assessment.outline", new() { ["round"] = "2026-year" }, by: "m05"));
        await talk.Send("rounds.reopen", new() { ["round"] = "2026-year", ["who"] = "m05", ["reason"] = "bổ sung" });
        Assert.Contains("Hạn chế của kỳ trước đã khắc phục đến đâu", await talk.Send("assessment.open", new() { ["round"] = "2026-year", ["section"] = "review" }, by: "m05"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_left_out_and_brought_back_but_not_one_from_which_points_or_the_grade_are_made()
    {
        await using var talk = await Talk.Begin();
        await Review(talk);
        await talk.Press("Sửa câu này", inputs: [("whichQuestion", "remedy")]);
        await talk.Press("Bỏ câu này");
        await talk.Press("Quay lại");
        Assert.Contains("\nĐã bỏ: Hạn chế của kỳ trước đã khắc phục đến đâu\n", await talk.Send("forms.show", new() { ["form"] = "2A" }), StringComparison.Ordinal);
        await talk.Press("Sửa phần này", inputs: [("whichSection", "review")]);
        Assert.Contains("3 · Hạn chế của kỳ trước đã khắc phục đến đâu", await talk.Press("Đưa lại", inputs: [("dropped", "remedy")]), StringComparison.Ordinal);

        const string MustStay = "Câu này không bỏ được: mỗi phần giữ ít nhất một câu, và câu tính điểm, mức xếp loại, cam kết phải còn.";
        Assert.Contains(MustStay, await talk.Send("forms.drop", new() { ["form"] = "2A", ["section"] = "tasks", ["question"] = "t_done" }), StringComparison.Ordinal);
        Assert.Contains(MustStay, await talk.Send("forms.drop", new() { ["form"] = "2A", ["section"] = "grade", ["question"] = "grade" }), StringComparison.Ordinal);
        Assert.Contains(MustStay, await talk.Send("forms.drop", new() { ["form"] = "CK", ["section"] = "item1", ["question"] = "measure1" }), StringComparison.Ordinal);
        Assert.DoesNotContain("[Bỏ câu này]", await talk.Send("forms.question", new() { ["form"] = "2A", ["section"] = "tasks", ["question"] = "t_done" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_added_question_is_asked_checked_and_read_back()
    {
        await using var talk = await Talk.Begin();
        await Review(talk);
        await talk.Press("Thêm câu");
        Assert.Contains("\nCâu hỏi phải có, tối đa 300 ký tự; hướng dẫn tối đa 500 ký tự.\n", await talk.Press("Ghi câu này", inputs: [("text", "  "), ("kind", "YesNo")]), StringComparison.Ordinal);
        await talk.Press("Ghi câu này", inputs: [("text", "Có tham gia chuyên đề của năm không?"), ("kind", "YesNo"), ("required", "true")]);
        await talk.Open();
        await talk.Say("viết tự đánh giá", by: "m05");
        await talk.Press(Filling.Next, by: "m05", inputs: Filling.Meetings);
        await talk.Press(Filling.Next, by: "m05", inputs: Filling.General());
        await talk.Press(Filling.Next, by: "m05", inputs: Filling.Tasks);

        Assert.Contains("\n✘ Ô này chưa có.\n", await talk.Press(Filling.Next, by: "m05", inputs: Filling.Review), StringComparison.Ordinal);
        await talk.Press(Filling.Next, by: "m05", inputs: [.. Filling.Review, ("f_cell1", "yes")]);
        Assert.Contains("\nCó tham gia chuyên đề của năm không? Có\n", await talk.Send("assessment.outline", new() { ["round"] = "2026-year" }, by: "m05"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_officers_at_once_the_second_reads_what_the_first_wrote_and_loses_nothing_typed()
    {
        await using var talk = await Talk.Begin();
        foreach (var officer in new[] { "m01", "m02" })
        {
            await talk.Send("forms.question", new() { ["form"] = "2A", ["section"] = "review", ["question"] = "strengths" }, by: officer);
        }

        await talk.Press("Ghi câu này", inputs: [("text", "Lời của bí thư")]);
        var second = await talk.Press("Ghi câu này", by: "m02", inputs: [("text", "Lời của phó bí thư")]);

        Assert.Contains("\nCâu này vừa được đồng chí khác sửa thành: “Lời của bí thư”. Vẫn muốn ghi lời của đồng chí thì bấm ghi lần nữa.\n", second, StringComparison.Ordinal);
        Assert.Contains("\nCâu hỏi: [Lời của phó bí thư]\n", second, StringComparison.Ordinal);
        Assert.Contains("1 · Lời của phó bí thư (đã sửa)", await talk.Press("Ghi câu này", by: "m02", inputs: [("text", "Lời của phó bí thư")]), StringComparison.Ordinal);

        // Another question of the form is not in the way.
        await talk.Send("forms.question", new() { ["form"] = "2A", ["section"] = "review", ["question"] = "weaknesses" }, by: "m02");
        await talk.Send("forms.drop", new() { ["form"] = "2A", ["section"] = "review", ["question"] = "remedy" });
        Assert.Contains("\nĐã ghi vào mẫu.\n", await talk.Press("Ghi câu này", by: "m02", inputs: [("text", "Hạn chế và nguyên nhân")]), StringComparison.Ordinal);
        Assert.Contains("Câu này vừa được đồng chí khác bỏ khỏi mẫu.", await talk.Send("forms.save", new() { ["form"] = "2A", ["section"] = "review", ["question"] = "remedy", ["text"] = "Lời" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_would_not_fit_a_card_is_not_written_and_up_to_then_everything_fits()
    {
        await using var talk = await Talk.Begin();
        var added = 0;
        string card;
        do
        {
            card = await talk.Send("forms.save", new() { ["form"] = "2A", ["section"] = "review", ["question"] = "", ["text"] = new string('ệ', 300), ["guidance"] = new string('ệ', 500), ["kind"] = "Text" });
            added++;
        }
        while (card.Contains("Đã ghi vào mẫu.", StringComparison.Ordinal) && added < 50);

        Assert.InRange(added, 2, 20);
        Assert.Contains("\nChưa ghi: mẫu dài quá, không vừa một thẻ trên điện thoại. Đồng chí rút ngắn lời hoặc bớt câu rồi ghi lại.\n", card, StringComparison.Ordinal);
        await talk.Open();
        await talk.Send("assessment.open", new() { ["round"] = "2026-year", ["section"] = "review" }, by: "m05");
        await talk.Send("forms.show", new() { ["form"] = "2A", ["section"] = "review" });
        await talk.Send("forms.preview", new() { ["form"] = "2A", ["section"] = "review" });
        await talk.Send("forms.show", new() { ["form"] = "2A" });
        Assert.InRange(talk.LargestCard, 1, 28 * 1024);
    }

    [Fact]
    public async Task A_form_goes_back_to_the_regulations_and_that_can_be_taken_back_too()
    {
        await using var talk = await Talk.Begin();
        await Review(talk);
        Assert.Contains("\nTên phần phải có, tối đa 120 ký tự; hướng dẫn tối đa 500 ký tự.\n", await talk.Press("Ghi tên, hướng dẫn", inputs: [("title", "")]), StringComparison.Ordinal);
        await talk.Press("Ghi tên, hướng dẫn", inputs: [("title", "Mặt được, mặt chưa được"), ("guidance", "Nói thẳng.")]);
        Assert.Contains("\nMặt được, mặt chưa được\n", await talk.Press("Quay lại"), StringComparison.Ordinal);

        Assert.Contains("\nMẫu đã về như quy định.\n", await talk.Press("Về mẫu của quy định"), StringComparison.Ordinal);
        await talk.Press("Hoàn tác");

        Assert.Contains("\nMặt được, mặt chưa được\n", await talk.Send("forms.show", new() { ["form"] = "2A" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_regulation_begins_with_its_own_forms()
    {
        await using var talk = await Talk.Begin();
        var form = FormRules.Book.InForce(new DateOnly(2026, 11, 22)).Rules.Form("2A");
        await talk.Tables.Add(new PartRow<CellForm>("hdnd", new CellForm("an-older-pack", form with { Title = "Mẫu cũ" }, 3)), default);

        Assert.Contains("\nMẫu 2A: đảng viên không giữ chức vụ lãnh đạo – theo quy định\n", await talk.Say("sửa mẫu"), StringComparison.Ordinal);
        await Review(talk);
        await talk.Press("Sửa câu này", inputs: [("whichQuestion", "strengths")]);
        await talk.Press("Ghi câu này", inputs: [("text", "Lời mới")]);

        Assert.Equal("Bản kiểm điểm cá nhân (mẫu 2A)", Assert.Single(await Rows(talk)).Form.Title);
    }

    [Fact]
    public async Task A_card_of_a_form_that_is_no_more_says_so()
    {
        await using var talk = await Talk.Begin();

        Assert.Equal("Không còn thấy mẫu này. Đồng chí nhắn “sửa mẫu” để nhận thẻ mới.", await talk.Send("forms.save", new() { ["form"] = "9Z", ["section"] = "review", ["question"] = "", ["text"] = "Câu?" }));
        Assert.Equal("Không còn thấy mẫu này. Đồng chí nhắn “sửa mẫu” để nhận thẻ mới.", await talk.Send("forms.drop", new() { ["form"] = "2A", ["section"] = "none", ["question"] = "x" }));
    }

    /// <summary>The section “review” of the form 2A stands there, to change.</summary>
    private static async Task Review(Talk talk)
    {
        await talk.Say("sửa mẫu");
        await talk.Press("Mở mẫu này", inputs: [("whichForm", "2A")]);
        await talk.Press("Sửa phần này", inputs: [("whichSection", "review")]);
    }

    private static async Task<IReadOnlyList<CellForm>> Rows(Talk talk) => [.. (await talk.Tables.List<PartRow<CellForm>>("hdnd", PartRow<CellForm>.Range, default)).Select(row => row.Row.Part)];
}
