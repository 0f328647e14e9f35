namespace ChiBoBot.Tests.Features.SelfAssessment;

/// <summary>Cam kết: registered at the year's beginning, measurable and dated, and reviewed in the forms that follow.</summary>
public class CommitmentTests
{
    private static readonly (string, string)[] Sound = [("f_what1", "Viết và áp dụng sáng kiến cải cách thủ tục"), ("f_measure1", "2 sáng kiến được công nhận"), ("f_due1", "2027-11-30")];

    [Fact]
    public async Task A_vague_commitment_is_gently_asked_back()
    {
        await using var talk = await Registered();

        var card = await talk.Press(Filling.Next, by: "m05", inputs: [("f_what1", "Cố gắng hoàn thành tốt mọi nhiệm vụ"), ("f_measure1", "hoàn thành thật tốt"), ("f_due1", "")]);

        Assert.Contains("\nĐo bằng gì: bao nhiêu, mấy lần, bao nhiêu phần trăm (bắt buộc, tối đa 300 ký tự): [hoàn thành thật tốt]\n✘ Nêu con số để cuối năm kiểm được, ví dụ “2 sáng kiến” hay “100% hồ sơ đúng hạn”.\n", card, StringComparison.Ordinal);
        Assert.Contains("\nXong trước ngày (bắt buộc): ____\n✘ Ô này chưa có.\n", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_promised_is_asked_after_at_half_year_and_in_the_yearly_form()
    {
        await using var talk = await Registered();
        await talk.Press(Filling.Next, by: "m05", inputs: Sound);
        await talk.Press(Filling.Next, by: "m05");
        await talk.Press(Filling.Next, by: "m05");
        await talk.Press("Nộp bản này", by: "m05");
        Assert.Contains(
            "\nChủ đề năm: Kỷ cương, trách nhiệm\nNộp lúc: 08:00 ngày 22/11/2026\nCam kết: Viết và áp dụng sáng kiến cải cách thủ tục – 2 sáng kiến được công nhận, trước 30/11/2027\n",
            await talk.Say("cam kết của tôi", by: "m05"),
            StringComparison.Ordinal);

        talk.Clock.Advance(TimeSpan.FromDays(220));
        await talk.Say("mở đợt kiểm điểm");
        await talk.Press("Giữa năm 2027");
        await talk.Press("Mở đợt này", inputs: [("deadline", "2027-07-15")]);
        await talk.Say("tiến độ kiểm điểm");
        await talk.Send("rounds.close", new() { ["round"] = "2027-promises" });
        Assert.Contains("Rà soát cam kết giữa năm", await talk.Say("viết tự đánh giá", by: "m05"), StringComparison.Ordinal);

        // Filled in beforehand, and saved as it was shown.
        var prefilled = "Cam kết: Viết và áp dụng sáng kiến cải cách thủ tục (đo bằng: 2 sáng kiến được công nhận; hạn 30/11/2027).\nKết quả: ";
        Assert.Equal(prefilled, talk.Input("m05", "f_kept1"));
    }

    [Fact]
    public async Task The_clerks_pen_is_not_filled_with_the_members_promises()
    {
        await using var talk = await Registered();
        await talk.Press(Filling.Next, by: "m05", inputs: Sound);
        await talk.Press(Filling.Next, by: "m05");
        await talk.Press(Filling.Next, by: "m05");
        await talk.Press("Nộp bản này", by: "m05");
        talk.Clock.Advance(TimeSpan.FromDays(220));
        await talk.Say("mở đợt kiểm điểm");
        await talk.Press("Giữa năm 2027");
        await talk.Press("Mở đợt này", inputs: [("deadline", "2027-07-15")]);

        await talk.Send("rounds.paper", new() { ["round"] = "2027-half", ["who"] = "m05" });

        Assert.Null(talk.Input("m01", "f_kept1"));
    }

    [Fact]
    public async Task Those_on_probation_promise_too_and_the_exempt_do_not()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("mở đợt cam kết");

        var card = await talk.Press("Cam kết năm 2027");

        Assert.Contains("\nMẫu CK: mọi đảng viên; các đồng chí còn lại\n", card, StringComparison.Ordinal);
        Assert.Contains("\nKhông trong đợt (Miễn sinh hoạt): Thái Thị Quỳnh Giao\n", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_quarterly_review_is_for_leaders_alone()
    {
        await using var talk = await Talk.Begin();
        talk.Clock.Advance(new DateTimeOffset(2027, 4, 5, 8, 0, 0, TimeSpan.FromHours(7)) - talk.Clock.GetUtcNow());
        Assert.Equal("Mở đợt nào?\n[Kiểm điểm năm 2027] [Giữa năm 2027] [Quý 1/2027] [Quý 2/2027] [Cam kết năm 2027] [Sửa mẫu]", await talk.Say("mở đợt"));
        await talk.Press("Quý 1/2027");
        Assert.Contains("0/3 đã nộp\n", await talk.Press("Mở đợt này", inputs: [("deadline", "2027-04-15"), ("form_QL", "m01,m02,m03")]), StringComparison.Ordinal);

        Assert.Contains("Phần 1/2 · Nhiệm vụ trong quý\n", await talk.Say("viết tự đánh giá", by: "m02"), StringComparison.Ordinal);
        Assert.Equal("Đợt này không có bản của đồng chí. Nếu chưa đúng, đồng chí báo bí thư chi bộ.", await talk.Say("viết tự đánh giá", by: "m05"));
    }

    [Fact]
    public async Task The_fourth_quarter_is_reviewed_in_the_years_round_and_an_old_card_opens_none()
    {
        await using var talk = await Talk.Begin();
        const string Merged = "Quý 4/2026 không mở đợt riêng: kiểm điểm quý 4 gộp vào kiểm điểm năm 2026, mẫu cho cán bộ lãnh đạo có phần quý 4.";

        Assert.Equal($"Mở đợt nào?\n{Merged}\n[Kiểm điểm năm 2026] [Giữa năm 2026] [Cam kết năm 2027] [Sửa mẫu]", await talk.Say("mở đợt kiểm điểm quý 4"));
        Assert.Equal(Merged, await talk.Send("rounds.choose", new() { ["kind"] = "Quarter", ["year"] = "2026", ["quarter"] = "4" }));
        Assert.Equal(Merged, await talk.Send("rounds.open", new() { ["kind"] = "Quarter", ["year"] = "2026", ["quarter"] = "4", ["deadline"] = "2026-12-31", ["form_QL"] = "m01" }));

        await talk.Open();
        Assert.Contains("\n○ Nhiệm vụ trong quý 4 – còn 2 ô\n", await talk.Send("assessment.outline", new() { ["round"] = "2026-year" }, by: "m02"), StringComparison.Ordinal);
        Assert.DoesNotContain("quý 4", await talk.Send("assessment.outline", new() { ["round"] = "2026-year" }, by: "m05"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cells_own_questions_are_asked_before_the_last_section()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("mở đợt kiểm điểm");
        await talk.Press("Kiểm điểm năm 2026");
        await talk.Press("Mở đợt này", inputs: [("deadline", "2026-12-05"), ("questions", "Việc đồng chí tâm đắc nhất?\n\nĐề xuất với chi bộ?")]);

        var whole = await talk.Send("assessment.outline", new() { ["round"] = "2026-year" }, by: "m05");

        Assert.Contains("\n○ Nội dung riêng của chi bộ – còn 2 ô\nViệc đồng chí tâm đắc nhất? (chưa viết)\nĐề xuất với chi bộ? (chưa viết)\n○ Phương hướng và tự nhận mức – ", whole, StringComparison.Ordinal);
    }

    /// <summary>The commitments of 2027 are open, and m05 is about to write.</summary>
    private static async Task<Talk> Registered()
    {
        var talk = await Talk.Begin();
        await talk.Say("mở đợt cam kết");
        await talk.Press("Cam kết năm 2027");
        await talk.Press("Mở đợt này", inputs: [("deadline", "2027-01-31"), ("theme", "Kỷ cương, trách nhiệm")]);
        await talk.Say("viết tự đánh giá", by: "m05");
        return talk;
    }
}
