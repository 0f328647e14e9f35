namespace ChiBoBot.Cards;

/// <summary>The headings and words of the spreadsheet of targets and results.</summary>
public static class TargetSheetText
{
    public const string Sheet = "Chỉ tiêu";
    public const string Resolution = "Nghị quyết";
    public const string Number = "Chỉ tiêu số";
    public const string Title = "Tên gọi";
    public const string Sentence = "Nguyên văn";
    public const string Owner = "Phụ trách";
    public const string ClauseNumber = "Vế";
    public const string Clause = "Nội dung vế";
    public const string Period = "Kỳ";
    public const string Count = "Đạt";
    public const string Of = "Trên tổng số";
    public const string Status = "Kết luận";
    public const string Note = "Ghi chú";

    /// <summary>What stands under <see cref="Period"/> for a result of the whole term.</summary>
    public const string Term = "nhiệm kỳ";

    public static IReadOnlyList<string> Headings { get; } = [Resolution, Number, Title, Sentence, Owner, ClauseNumber, Clause, Period, Count, Of, Status, Note];

    /// <summary>What the ledger says of a constant that the cell sets for itself.</summary>
    public static string SetRule(string name, string value, string reason) => $"đặt riêng mức {name} = {value} ({reason})";

    /// <summary>What the ledger says of an import.</summary>
    public static string Imported(int targets, int results) => $"nhập bảng tính: {targets} chỉ tiêu, {results} kết quả";
}
