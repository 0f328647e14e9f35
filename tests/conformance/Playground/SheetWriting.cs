namespace ChiBoBot.Conformance;

/// <summary>A leader at the seven sections of the form 2B, from the first to the whole sheet.</summary>
internal static class SheetWriting
{
    private const string Next = "Lưu, tiếp tục";

    /// <summary>The first section stands open.</summary>
    /// <param name="strengths">Words to know the sheet by.</param>
    public static async Task WriteSheet(this PlaygroundChat chat, string strengths, string grade)
    {
        await chat.Read("Phần 1/7");
        await chat.Fill("Số buổi sinh hoạt", "Dự 11/12 buổi");
        await chat.Pick("Không");
        await chat.Press(Next);

        await chat.Read("Phần 2/7");
        await chat.Fill("Tư tưởng, chính trị", "6");
        await chat.Fill("Đạo đức, lối sống", "6");
        await chat.Fill("Ý thức tổ chức kỷ luật", "5");
        await chat.Fill("Tác phong, lề lối làm việc", "6");
        await chat.Fill("Đổi mới, dám làm", "5");
        await chat.Press(Next);

        await chat.Read("Phần 3/7");
        await chat.Fill("Hoàn thành nhiệm vụ được giao", "24");
        await chat.Fill("Lãnh đạo, điều hành", "23");
        await chat.Fill("Kết quả công tác Đảng", "18");
        await chat.Fill("Nêu việc đã làm, số liệu", "Điều hành 12 kỳ họp, đều đúng hạn.");
        await chat.Fill("Tỷ lệ nhiệm vụ hoàn thành vượt mức", "35");
        await chat.Pick("Có");
        await chat.Press(Next);

        await chat.Read("Phần 4/7");
        await chat.Fill("Việc đã hoàn thành trong quý 4", "Tham mưu 3 báo cáo, đều đúng hạn.");
        await chat.Choose("Tự đánh giá mức hoàn thành trong quý 4", "4");
        await chat.Press(Next);

        await chat.Read("Phần 5/7");
        await chat.Fill("Ưu điểm, kết quả nổi bật", strengths);
        await chat.Fill("Hạn chế, khuyết điểm", "Ít phát biểu trong sinh hoạt; do ngại.");
        await chat.Press(Next);

        await chat.Read("Phần 6/7");
        await chat.Choose("Nhìn chung các cam kết", "Đã thực hiện hết");
        await chat.Press(Next);

        await chat.Read("Phần 7/7");
        await chat.Fill("Phương hướng, biện pháp", "Mỗi kỳ sinh hoạt phát biểu ít nhất một lần.");
        await chat.Choose("Tự nhận mức xếp loại", grade);
        await chat.Press(Next);
    }
}
