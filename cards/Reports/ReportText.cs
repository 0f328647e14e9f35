namespace ChiBoBot.Cards;

/// <summary>A column of a report.</summary>
/// <param name="Width">In letters.</param>
public sealed record ReportColumn(string Heading, int Width);

/// <summary>The words about reports as files, and of what stands in them.</summary>
public static class ReportText
{
    public const string Make = "Tạo địa chỉ tải";
    public const string Open = "Tải tệp Excel";
    public const string Revoke = "Thu hồi địa chỉ";
    public const string Revoked = "Đã thu hồi. Địa chỉ cũ không mở được tệp nữa.";
    public const string NoAddress = "Chưa xuất được: nơi cài đặt tôi chưa có địa chỉ để tải tệp (Web:Address). Đồng chí nhờ quản trị viên giúp.";
    public const string Which = "Đồng chí muốn xuất báo cáo nào: chỉ tiêu, đảng viên, điểm danh, cuộc họp, lịch, kết quả xếp loại hay tổng quan?";
    public const string Total = "Tổng số";
    public const string Meetings = "Số cuộc họp";
    public const string Events = "Số sự kiện";
    public const string Anniversaries = "Số ngày kỷ niệm";
    public const string Anniversary = "Ngày kỷ niệm";
    public const string CancelledOnes = "Trong đó đã hủy";
    public const string Cancelled = "đã hủy";
    public const string Nothing = "chưa có số liệu";

    public const string WhatOfOneMeeting = "Tệp Excel: kết quả điểm danh của từng đồng chí trong cuộc họp; không có lý do vắng.";

    public static IReadOnlyList<ReportColumn> Targets { get; } = [new("Số", 6), new("Chỉ tiêu", 40), new("Nghị quyết", 30), new("Kết quả", 18), new("Số liệu", 60), new("Ghi chú", 40)];

    public static IReadOnlyList<ReportColumn> Members { get; } =
        [new("TT", 5), new("Họ và tên", 26), new("Chức vụ", 24), new("Giới tính", 10), new("Ngày sinh", 14), new("Ngày vào Đảng", 16), new("Ngày chính thức", 16), new("Diện", 26)];

    public static IReadOnlyList<ReportColumn> Calendar { get; } =
        [new("TT", 5), new("Ngày", 22), new("Giờ", 8), new("Nội dung", 40), new("Loại", 28), new("Địa điểm", 24), new("Chủ trì", 24), new("Thư ký", 24), new("Chương trình", 50), new("Ghi chú", 30)];

    public static IReadOnlyList<ReportColumn> Attendance { get; } =
        [new("TT", 5), new("Họ và tên", 26), new("Triệu tập", 11), new("Có mặt", 9), new("Trong đó đến muộn", 19), new("Vắng có lý do", 14), new("Vắng không lý do", 17), new("Tỷ lệ dự họp", 13)];

    public static IReadOnlyList<ReportColumn> OneMeeting { get; } = [new("TT", 5), new("Họ và tên", 26), new("Điểm danh", 22)];

    public static IReadOnlyList<ReportColumn> Results { get; } =
    [
        new("TT", 5), new("Họ và tên", 26), new("Mẫu", 7), new("Nộp bản tự đánh giá", 22), new("Tự nhận mức", 20), new("Chi bộ đề xuất", 20), new("Phiếu tán thành", 10), new("Ngày họp chi bộ", 12),
        new("Kết quả xếp loại", 20), new("Số văn bản", 16), new("Ngày văn bản", 12), new("Nhận xét của chi bộ", 40),
    ];

    public static IReadOnlyList<ReportColumn> Overview { get; } = [new("Mục", 50), new("Số liệu", 40), new("Kết quả", 24)];

    /// <summary>What is named in a card's heading.</summary>
    public static string Heading(string report) => report == "assessment" ? "Xuất kết quả xếp loại" : $"Xuất báo cáo: {char.ToLowerInvariant(Sheet(report)[0])}{Sheet(report)[1..]}";

    /// <summary>The name of the sheet.</summary>
    public static string Sheet(string report) => report switch
    {
        "targets" => "Chỉ tiêu",
        "attendance" => "Điểm danh",
        "members" => "Danh sách đảng viên",
        "meetings" => "Cuộc họp",
        "events" => "Lịch",
        "assessment" => "Kết quả xếp loại",
        _ => "Tổng quan chi bộ",
    };

    /// <summary>What stands in the file.</summary>
    public static string What(string report) => report switch
    {
        "targets" => "Tệp Excel: mỗi dòng một chỉ tiêu, kết quả và số liệu của từng vế.",
        "attendance" => "Tệp Excel: số buổi có mặt, đến muộn, vắng của từng đồng chí; không có lý do vắng.",
        "members" => "Tệp Excel: chức vụ, ngày sinh, ngày vào Đảng, ngày chính thức và diện của từng đồng chí.",
        "meetings" => "Tệp Excel: ngày giờ, địa điểm, chủ trì, thư ký và chương trình của từng cuộc họp.",
        "events" => "Tệp Excel: các cuộc họp, hoạt động và ngày kỷ niệm theo thứ tự thời gian.",
        "assessment" => "Tệp Excel để lưu hồ sơ: mức tự nhận, đề xuất của chi bộ kèm số phiếu và nhận xét, kết quả kèm số, ngày văn bản của từng đồng chí. Không có nội dung bản tự đánh giá.",
        _ => WhatOfOverview(withRatings: false),
    };

    /// <summary>What stands in the file of the overview, of which the card shows the beginning.</summary>
    /// <param name="withRatings">Who asks may see how members were rated.</param>
    public static string WhatOfOverview(bool withRatings) =>
        $"Tệp Excel: đủ số liệu chung về chỉ tiêu, đảng viên, cuộc họp{(withRatings ? ", điểm danh và xếp loại" : " và điểm danh")}; ở đây chỉ nêu số đầu của mỗi mục. Không có tên từng người.";

    public static string NoSuchFormat(bool isPdf) => $"Tôi chỉ làm được tệp Excel, chưa làm được {(isPdf ? "PDF. Đồng chí mở tệp rồi lưu hoặc in ra PDF." : "Word.")}";

    public static string NothingToWrite(string report) => report switch
    {
        "assessment" => "Chưa có đợt kiểm điểm nào có xếp loại để xuất.",
        "attendance" => "Trong thời gian này chưa có cuộc họp nào có điểm danh để xuất.",
        "targets" => "Chưa có chỉ tiêu nào của thời gian này để xuất.",
        "meetings" => "Trong thời gian này lịch của chi bộ không có cuộc họp nào để xuất.",
        "events" => "Trong thời gian này lịch của chi bộ không có gì để xuất.",
        _ => "Chưa có số liệu để xuất.",
    };

    public static string Title(string report, string of) => Titled(Sheet(report), of);

    /// <summary>Of a report of which a part is wanted.</summary>
    public static string Titled(string what, string of) => $"{what} · {of}";

    public static string Year(int year) => $"Năm {year}";

    public static string AsOf(DateOnly day) => $"tính đến ngày {VietnamTime.Date(day)}";

    public static string Sum(string title, string value) => $"{title}: {value}";

    public static string Validity(int minutes) => $"Địa chỉ dùng được {minutes} phút, thu hồi lúc nào cũng được. Ai có địa chỉ đều mở được tệp, nên đồng chí đừng chuyển tiếp.";

    public static string Until(DateTimeOffset at) => $"Địa chỉ dùng được đến {VietnamTime.Clock(at)}. Ai có địa chỉ đều mở được tệp: đồng chí đừng chuyển tiếp, tải xong thì thu hồi.";

    public static string WrittenAt(DateTimeOffset at) => $"Lập lúc {VietnamTime.Clock(at)} từ ghi chép của chi bộ trên Teams; không thay hồ sơ chính thức.";

    public static string DidMake(string title) => $"tạo địa chỉ tải báo cáo “{title}”";
}
