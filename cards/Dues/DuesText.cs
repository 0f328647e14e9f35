namespace ChiBoBot.Cards;

/// <summary>What the bot says about dues.</summary>
public static class DuesText
{
    public const string Title = "Ghi nhận đảng phí";
    public const string Who = "Đồng chí";
    public const string As = "Ghi là";
    public const string Paid = "Đã nộp đến hết tháng";
    public const string Free = "Được miễn từ sau tháng";
    public const string None = "Xóa ghi nhận";
    public const string Month = "Tháng";
    public const string Write = "Ghi";
    public const string More = "Ghi tiếp";
    public const string Hint = "Tôi chỉ giữ tháng, không giữ số tiền. Sổ thu đảng phí của chi bộ vẫn là bản chính.";
    public const string ChooseSomebody = "Đồng chí chọn người và tháng rồi bấm “Ghi”.";
    public const string NothingOwn = "Tôi chưa có ghi nhận về đảng phí của đồng chí. Đồng chí hỏi bí thư hoặc thư ký.";
    public const string NoRecord = "chưa có ghi nhận";

    public static string MonthOf(DateOnly month) => $"{month.Month}/{month.Year}";

    public static string Person(string name, DateOnly? until, bool isFree) => $"{name} ({State(until, isFree)})";

    public static string Own(DateOnly until, bool isFree) =>
        isFree ? $"Đồng chí được miễn đảng phí từ sau tháng {MonthOf(until)}." : $"Đồng chí đã nộp đảng phí đến hết tháng {MonthOf(until)}.";

    public static string Standing(int paid, int all, DateOnly month) => $"{paid}/{all} đồng chí đã nộp hoặc được miễn đến hết tháng {MonthOf(month)}";

    public static string Saved(IReadOnlyList<string> names, DateOnly month, string what) => what switch
    {
        "free" => $"Đã ghi được miễn từ sau tháng {MonthOf(month)}: {string.Join(", ", names)}.",
        "none" => $"Đã xóa ghi nhận đảng phí: {string.Join(", ", names)}.",
        _ => $"Đã ghi nộp đến hết tháng {MonthOf(month)}: {string.Join(", ", names)}.",
    };

    public static string Further(IReadOnlyList<string> names) =>
        $"Giữ nguyên vì đã ghi đến tháng sau hơn: {string.Join(", ", names)}. Muốn sửa lùi thì chọn riêng từng đồng chí.";

    public static string Did(int people, DateOnly month) => $"ghi nhận đảng phí tháng {MonthOf(month)} của {people} đồng chí";

    /// <param name="months">The months that are not paid, the last not yet over.</param>
    public static string Unpaid(string name, DateOnly paid, int months, DateOnly end) =>
        $"Hết tháng {MonthOf(end)} là {months} tháng đồng chí {name} chưa nộp đảng phí theo ghi nhận (đã nộp đến tháng {MonthOf(paid)}). Tìm hiểu lý do, nhắc trước hạn";

    private static string State(DateOnly? until, bool isFree) => until is not { } month ? NoRecord : isFree ? "được miễn" : $"đến {MonthOf(month)}";
}
