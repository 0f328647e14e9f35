namespace ChiBoBot.Tests.Features;

/// <summary>Teams shows a card that answers a press as it comes: a field that doesn't carry what was filled in jumps back to its default. So a form that comes back with a complaint holds all of it.</summary>
public class KeptInputsTests
{
    [Fact]
    public Task Of_a_plan() => Kept(
        "tạo cuộc họp đột xuất", [], "Tạo lịch", "Liên kết phải bắt đầu bằng https://",
        ("kind", "Committee"), ("title", "Họp bàn việc gấp"), ("date", "2026-11-24"), ("time", "08:30"), ("minutes", "45"), ("place", "Phòng 3"), ("link", "javascript:alert(1)"),
        ("chair", "m02"), ("clerk", "m05"), ("summons", "Chosen"), ("chosen", "m02,m05"));

    [Fact]
    public Task Of_a_years_meetings() => Kept(
        "lập lịch sinh hoạt cả năm 2027", [], "Đưa các buổi đã chọn vào lịch", "chọn",
        ("days", ""), ("time", "15:30"), ("minutes", "75"), ("place", "Phòng 9"));

    [Fact]
    public Task Of_an_opinion() => Kept(
        "góp ý trước cho cuộc họp", [], "Gửi góp ý", "tối đa",
        ("about", "dinh-ky-12-2026|1"), ("text", new string('a', 3000)));

    [Fact]
    public Task Of_a_round() => Kept(
        "mở đợt kiểm điểm", ["Kiểm điểm năm 2026"], "Mở đợt này", "Hạn",
        ("deadline", "2020-01-01"), ("form_2B", "m01,m02"), ("form_2C", "m03"), ("theme", "Chuyên đề của năm"), ("questions", "Câu hỏi riêng?"));

    [Fact]
    public async Task Of_a_question_of_the_cells_own_form()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("sửa mẫu");
        await talk.Press("Mở mẫu này", inputs: [("whichForm", "2A")]);
        await talk.Press("Sửa phần này", inputs: [("whichSection", "review")]);
        await talk.Press("Thêm câu");

        await Kept(talk, "Ghi câu này", "Câu hỏi phải có", ("text", "Việc tốt nhất?"), ("guidance", new string('a', 600)), ("kind", "YesNo"), ("required", "true"));
    }

    private static async Task Kept(string words, string[] before, string button, string complaint, params (string Input, string Value)[] inputs)
    {
        await using var talk = await Talk.Begin();
        await talk.Say(words);
        foreach (var press in before)
        {
            await talk.Press(press);
        }

        await Kept(talk, button, complaint, inputs);
    }

    private static async Task Kept(Talk talk, string button, string complaint, params (string Input, string Value)[] inputs)
    {
        Assert.Contains(complaint, await talk.Press(button, inputs: inputs), StringComparison.OrdinalIgnoreCase);

        var filled = talk.Filled("m01");
        Assert.Equal(
            inputs.Select(input => (input.Input, input.Value)),
            inputs.Select(input => (input.Input, filled.TryGetValue(input.Input, out var value) ? value ?? "" : "(no such field)")));
    }
}
