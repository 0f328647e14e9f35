using ChiBoBot.Tests.Features.Cells;

namespace ChiBoBot.Tests.Features.SelfAssessment;

/// <summary>What a member of the sample cell types into the form 2A (2B for leaders), section by section, and the way there.</summary>
internal static class Filling
{
    public const string Next = "Lưu, tiếp tục";

    public static (string, string)[] Meetings => [("f_duties", "Chuyên viên Phòng Tổng hợp"), ("f_attendance", "Dự 11/12 buổi"), ("f_contributions", "5 lượt phát biểu"), ("f_violations", "no")];

    public static (string, string)[] General(string each = "6") =>
        [("f_g_politics", each), ("f_g_ethics", each), ("f_g_discipline", each), ("f_g_manner", each), ("f_g_repair", each)];

    public static (string, string)[] Tasks =>
        [("f_t_done", "30"), ("f_t_time", "15"), ("f_t_party", "12"), ("f_t_text", "Tham mưu 12 báo cáo, đều đúng hạn."), ("f_t_exceeded", "20"), ("f_t_ontime", "yes")];

    public static (string, string)[] LeaderTasks =>
        [("f_t_done", "20"), ("f_t_lead", "20"), ("f_t_party", "17"), ("f_t_text", "Điều hành 12 kỳ họp, đều đúng hạn."), ("f_t_exceeded", "20"), ("f_t_ontime", "yes")];

    public static (string, string)[] Quarter => [("f_q_done", "Điều hành 3 kỳ họp trong quý, đều đúng hạn."), ("f_q_open", ""), ("f_q_level", "4")];

    public static (string, string)[] Review => [("f_strengths", "Hoàn thành 12/12 báo cáo, có 2 sáng kiến."), ("f_weaknesses", "Ít phát biểu trong sinh hoạt; do ngại."), ("f_remedy", "")];

    public static (string, string)[] Promises => [("f_kept1", "Viết 2 sáng kiến: đã xong."), ("f_kept2", ""), ("f_kept3", ""), ("f_kept", "all")];

    public static (string, string)[] Grade(string grade = "Good") => [("f_plan", "Mỗi kỳ sinh hoạt phát biểu ít nhất một lần."), ("f_grade", grade)];

    /// <summary>The yearly round is open until 05/12/2026 for everybody who is rated; m01, m02 and m03 get the form for leaders.</summary>
    public static async Task Open(this Talk talk, string deadline = "2026-12-05")
    {
        await talk.Say("mở đợt kiểm điểm");
        await talk.Press("Kiểm điểm năm 2026");
        await talk.Press("Mở đợt này", inputs: [("deadline", deadline), ("form_2B", "m01,m02,m03"), ("form_2C", "")]);
    }

    /// <summary>Writes everything; the whole sheet stands there, ready to be handed in.</summary>
    public static async Task<string> Write(this Talk talk, string by, string grade = "Good")
    {
        await talk.Say("viết tự đánh giá", by);
        await talk.Press(Next, by, inputs: Meetings);
        await talk.Press(Next, by, inputs: General());
        await talk.Press(Next, by, inputs: by is "m01" or "m02" or "m03" ? LeaderTasks : Tasks);
        if (by is "m01" or "m02" or "m03")
        {
            await talk.Press(Next, by, inputs: Quarter);
        }

        await talk.Press(Next, by, inputs: Review);
        await talk.Press(Next, by, inputs: Promises);
        return await talk.Press(Next, by, inputs: Grade(grade));
    }

    public static async Task<string> HandIn(this Talk talk, string by, string grade = "Good")
    {
        await talk.Write(by, grade);
        return await talk.Press("Nộp bản này", by);
    }

    /// <summary>The round is closed, the cell has proposed a grade for the member, and the unit above has decided on it.</summary>
    public static async Task Rate(this Talk talk, string who, string grade = "Good")
    {
        await talk.Send("rounds.close", new() { ["round"] = "2026-year" });
        await talk.Say("tiến độ kiểm điểm");
        await talk.PageWith(who, "Đề xuất của chi bộ");
        await talk.Press("Ghi đề xuất", inputs: [("day", "2026-11-21"), ("base", "13"), ($"g_{who}", grade), ($"v_{who}", "12")]);
        await talk.Say("tiến độ kiểm điểm");
        await talk.PageWith(who, "Quyết định xếp loại");
        await talk.Press("Ghi quyết định", inputs: [("document", "45-QĐ/ĐU"), ("day", "2026-11-21"), ($"g_{who}", grade)]);
    }

    /// <summary>Turns the pages of a rating until the one with the member.</summary>
    public static async Task<string> PageWith(this Talk talk, string member, string button)
    {
        var name = SampleFiles.Council.Members.Single(one => one.Id == member).Name;
        var page = await talk.Press(button);
        while (!page.Contains($"\n{name}\n", StringComparison.Ordinal))
        {
            page = await talk.Press("Trang sau");
        }

        return page;
    }
}
