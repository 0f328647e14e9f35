namespace ChiBoBot.Cards;

/// <summary>The words of a rating's results as a file.</summary>
public static class ResultText
{
    public const string Members = "Số đồng chí";
    public const string Proposed = "Chi bộ đã đề xuất";
    public const string Decided = "Đã có quyết định";
    public const string SelfHint = "Mức tự nhận chỉ ghi cho đồng chí đã được chi bộ đề xuất mức xếp loại.";
    public const string NotHandedIn = "chưa nộp";
    public const string IsLate = "sau hạn";
    public const string OnPaper = "bản giấy";
}
