namespace ChiBoBot.Cards;

/// <summary>The words about a rating's results as a file.</summary>
public static class ResultText
{
    public const string Title = "Xuất kết quả xếp loại";
    public const string Make = "Tạo địa chỉ tải";
    public const string Open = "Tải tệp Excel";
    public const string Revoke = "Thu hồi địa chỉ";
    public const string Revoked = "Đã thu hồi. Địa chỉ cũ không mở được tệp nữa.";
    public const string What = "Tệp Excel để lưu hồ sơ: mức tự nhận, đề xuất của chi bộ kèm số phiếu và nhận xét, kết quả kèm số, ngày văn bản của từng đồng chí. Không có nội dung bản tự đánh giá.";
    public const string NoAddress = "Chưa xuất được: nơi cài đặt tôi chưa có địa chỉ để tải tệp (Web:Address). Đồng chí nhờ quản trị viên giúp.";
    public const string NoRound = "Chưa có đợt kiểm điểm nào có xếp loại để xuất.";
    public const string Sheet = "Kết quả xếp loại";
    public const string SelfHint = "Mức tự nhận chỉ ghi cho đồng chí đã được chi bộ đề xuất mức xếp loại.";
    public const string NotHandedIn = "chưa nộp";
    public const string IsLate = "sau hạn";
    public const string OnPaper = "bản giấy";

    public static IReadOnlyList<string> Headings { get; } =
    [
        "TT", "Họ và tên", "Mẫu", "Nộp bản tự đánh giá", "Tự nhận mức", "Chi bộ đề xuất", "Phiếu tán thành", "Ngày họp chi bộ",
        "Kết quả xếp loại", "Số văn bản", "Ngày văn bản", "Nhận xét của chi bộ",
    ];

    public static string State(int members, int proposed, int decided) =>
        $"{VietnamNumbers.Count(members)} đồng chí: {VietnamNumbers.Count(proposed)} đã được chi bộ đề xuất, {VietnamNumbers.Count(decided)} đã có quyết định.";

    public static string Validity(int minutes) => $"Địa chỉ dùng được {minutes} phút, thu hồi lúc nào cũng được. Ai có địa chỉ đều mở được tệp, nên đồng chí đừng chuyển tiếp.";

    public static string Until(DateTimeOffset at) => $"Địa chỉ dùng được đến {VietnamTime.Clock(at)}. Ai có địa chỉ đều mở được tệp: đồng chí đừng chuyển tiếp, tải xong thì thu hồi.";

    public static string Above(string title) => $"Kết quả xếp loại · {title}";

    public static string WrittenAt(DateTimeOffset at) => $"Lập lúc {VietnamTime.Clock(at)} từ ghi chép của chi bộ trên Teams; không thay hồ sơ chính thức.";

    public static string DidMake(string title) => $"tạo địa chỉ tải kết quả xếp loại, đợt “{title}”";
}
