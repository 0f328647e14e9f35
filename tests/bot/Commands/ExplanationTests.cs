using ChiBoBot.Cards;
using ChiBoBot.Commands;
using ChiBoBot.Tests.Understanding;
using ChiBoBot.Understanding;

namespace ChiBoBot.Tests.Commands;

/// <summary><c>understand --explain</c>, as somebody reads it who does not program.</summary>
public sealed class ExplanationTests
{
    [Fact]
    public void What_is_meant_is_told_from_what_is_only_the_story()
    {
        var lines = Explain("Hôm qua sếp hỏi mà anh không trả lời được, em xem giúp anh chỉ tiêu số 3 tới đâu rồi");

        Assert.Contains("“Hôm qua” (thời gian: hôm qua) chỉ là lời kể, không tính vào câu hỏi.", lines);
        Assert.Contains("Hiểu là “Tiến độ một chỉ tiêu”, với chỉ tiêu số: 3.", lines);
    }

    [Fact]
    public void Names_abbreviations_and_days_are_told()
    {
        var lines = Explain("shcb t5 tuần sau anh Khôi chủ trì à");

        Assert.Contains("“shcb” đọc là “sinh hoạt chi bộ”.", lines);
        Assert.Contains("“Khôi” là đồng chí Hoàng Minh Khôi.", lines);
        Assert.Contains("“t5” đọc là “thứ năm”.", lines);
    }

    [Fact]
    public void Two_of_one_name_are_told()
    {
        Assert.Contains("“Sơn” có thể là Nguyễn Văn Sơn hoặc Trần Đình Sơn: cần hỏi lại.", Explain("anh Sơn vắng mấy buổi năm nay"));
    }

    [Fact]
    public void No_line_has_a_name_of_the_program_in_it()
    {
        string[] texts =
        [
            "chỉ tiêu nào chưa đạt", "nhắc cả nhóm sáng mai 7 rưỡi họp", "tạo lịch họp chi bộ 14h thứ Năm tuần sau ở phòng 205", "ai vắng nhiều nhất quý này",
            "xuất báo cáo điểm danh quý 3 ra excel", "bí thư là ai", "ghi chỉ tiêu trồng cây đạt 30 cây", "6 tháng đầu năm họp mấy lần", "khoan đừng nhắc nữa", "ai sắp đủ 40 năm tuổi đảng",
        ];

        Assert.DoesNotContain(texts.SelectMany(Explain), line => line.Contains('_', StringComparison.Ordinal) || line.Contains(" = ", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_particular_has_a_name()
    {
        Assert.All(Ask.Reader.Knowledge.Slots.Heads, head => Assert.False(SlotText.Of(head.Slot, "1").StartsWith(head.Slot + ":", StringComparison.Ordinal), head.Slot));
    }

    private static IReadOnlyList<string> Explain(string text) =>
        Explanation.Of(text, Ask.Read(text), Ask.Reader, new ReadingContext(Ask.Today, Ask.Cell));
}
