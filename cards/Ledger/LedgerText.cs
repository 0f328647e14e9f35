namespace ChiBoBot.Cards;

/// <summary>What the bot says about changes, undoing them and calling off commands.</summary>
public static class LedgerText
{
    public const string Title = "Nhật ký thay đổi";
    public const string Undo = "Hoàn tác";
    public const string UndoTitle = "Hoàn tác thay đổi";
    public const string NothingToUndo = "Trong 24 giờ qua đồng chí chưa thay đổi gì mà còn hoàn tác được.";
    public const string NotYours = "Chỉ người đã thay đổi mới hoàn tác được, trong vòng 24 giờ.";
    public const string TooLate = "Đã quá 24 giờ nên không hoàn tác được nữa. Đồng chí ghi lại nội dung đúng.";
    public const string ChangedSince = "Sau đó nội dung này đã được thay đổi tiếp nên không hoàn tác được. Đồng chí xem lại và ghi nội dung đúng.";
    public const string Withdrawn = "Lệnh này đã hủy.";

    public static string YouDid(string what, DateTimeOffset at) => $"Lúc {VietnamTime.Clock(at)} đồng chí đã {what}.";

    public static string Undone(string what) => $"Đã hoàn tác: {what}.";

    public static string Undoing(string what) => $"hoàn tác: {what}";

    public static string NoEntries(int days) => $"Trong {days} ngày qua chưa có thay đổi nào.";

    public static string More(int shown, int all) => $"Đang hiện {shown} trong {all} thay đổi của 90 ngày qua.";

    public static string Line(LedgerLine line) =>
        $"{VietnamTime.Clock(line.At)} · **{line.Name}** {line.What}{(line.IsUndone ? " (đã hoàn tác)" : "")}";

    /// <summary>What was called off before it was done.</summary>
    public static string Cancelled(IReadOnlyList<string> what) => $"Đã hủy: {string.Join("; ", what)}. Chưa có gì được gửi hay thay đổi.";
}
