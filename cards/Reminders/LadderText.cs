namespace ChiBoBot.Cards;

/// <summary>What the bot says of when it reminds.</summary>
public static class LadderText
{
    public const string AllTitle = "Cài đặt nhắc việc";
    public const string OwnMark = " (chi bộ đặt riêng)";
    public const string IsOwn = "Chi bộ đang dùng lịch nhắc riêng.";
    public const string IsUsual = "Chi bộ đang dùng lịch nhắc mặc định.";
    public const string AtOfDays = "Lúc (khi tính theo ngày)";
    public const string At = "Lúc";
    public const string Save = "Lưu lịch nhắc";
    public const string Reset = "Về mặc định";
    public const string Nobody = "Không dùng bước này";
    public const string Saved = "Đã lưu. Từ nay tôi nhắc như sau:";
    public const string ChangedMeanwhile = "Vừa có người đổi lịch nhắc. Đồng chí xem lại rồi lưu.";
    public const string NotUnderstood = "Có bước chưa đủ thông tin: chọn nhắc ai, trước bao lâu, và giờ (ví dụ 08:00) khi tính theo ngày.";
    public const string Twice = "Có hai bước giống nhau. Đồng chí bỏ bớt một bước.";

    public static string Title(string kind) => kind switch
    {
        LadderKinds.Meeting => "Nhắc họp",
        LadderKinds.Assessment => "Nhắc nộp bản tự đánh giá",
        LadderKinds.Papers => "Nhắc tài liệu, biên bản",
        LadderKinds.Birthday => "Chúc mừng sinh nhật",
        _ => "Nhắc các hạn của chi bộ",
    };

    public static string Change(string kind) => $"Đổi: {LowerTitle(kind)}";

    public static string Did(string kind) => $"đổi lịch {LowerTitle(kind)}";

    public static string DidReset(string kind) => $"đưa lịch {LowerTitle(kind)} về mặc định";

    public static string Hint(string kind) => kind switch
    {
        LadderKinds.Meeting => "Nếu rơi vào giờ nghỉ, ngày nghỉ thì tôi nhắc sớm hơn. Các cuộc họp đã lên lịch cũng theo lịch nhắc mới.",
        LadderKinds.Assessment => "Nếu rơi vào giờ nghỉ, ngày nghỉ thì tôi nhắc sớm hơn; nhắc sau hạn thì muộn hơn. Đợt đang mở cũng theo lịch nhắc mới.",
        LadderKinds.Birthday => "Chúc trong nhóm, không nói tuổi; ngày nghỉ thì chúc vào buổi sáng làm việc sau đó. Ai không muốn thì tự tắt được cho mình.",
        LadderKinds.Papers => "Tài liệu trước cuộc họp, biên bản và báo cáo sau cuộc họp. Chỉ bí thư nhận.",
        _ => "Hết dự bị, chuyển sinh hoạt, Huy hiệu Đảng, sơ kết, tổng kết, cuộc họp chưa lên lịch. Chỉ bí thư nhận; sáng thứ Hai vẫn có bản tổng hợp.",
    };

    public static string When(string kind) => kind switch
    {
        LadderKinds.Meeting => "Trước cuộc họp",
        LadderKinds.Assessment => "Trước hoặc sau hạn nộp",
        LadderKinds.Birthday => "Ngày",
        _ => "Trước hạn",
    };

    public static string AfterMeeting(TimeOnly at) => $"Nhắc trong ngày họp lúc {at:HH\\:mm} thì các cuộc họp sắp tới đã bắt đầu. Đồng chí chọn giờ sớm hơn, hoặc nhắc trước mấy giờ.";

    public static string StepWhom(int number) => $"Bước {number}: nhắc ai";

    public static string Whom(string kind, string to) => to switch
    {
        LadderKinds.Group => "Nhóm của chi bộ",
        LadderKinds.Unanswered => $"Riêng người {NotYet(kind)}",
        _ when kind is LadderKinds.Meeting or LadderKinds.Assessment => "Bí thư (bản tổng hợp)",
        _ => "Bí thư",
    };

    /// <summary>As a choice says it.</summary>
    public static string Lead(string kind, string when) => when switch
    {
        "0d" => kind == LadderKinds.Meeting ? "Trong ngày họp" : "Đúng ngày hết hạn",
        "0a" => "Đúng ngày sinh",
        [.. var count, 'd'] => $"{count} ngày",
        [.. var count, 'a'] => $"Sau hạn {count} ngày",
        [.. var count, _] => $"{count} giờ",
        _ => when,
    };

    public static string Usual(string kind, IReadOnlyList<LadderStepView> steps) => "Mặc định: " + Lines(kind, steps);

    public static string Lines(string kind, IReadOnlyList<LadderStepView> steps) =>
        steps.Count == 0 ? (kind == LadderKinds.Birthday ? "Không chúc mừng." : "Không nhắc.") : string.Join("; ", steps.Select(step => Line(kind, step))) + ".";

    private static string Line(string kind, LadderStepView step)
    {
        var when = step.When switch
        {
            "0d" => kind == LadderKinds.Meeting ? "trong ngày họp" : "đúng ngày hết hạn",
            "0a" => "đúng ngày sinh",
            [.. var count, 'a'] => $"sau hạn {count} ngày",
            _ => $"trước {Lead(kind, step.When)}",
        };
        var whom = step.To switch
        {
            LadderKinds.Group => kind == LadderKinds.Birthday ? "chúc trong nhóm" : "nhắc nhóm",
            LadderKinds.Unanswered => $"nhắc riêng người {NotYet(kind)}",
            _ when kind is LadderKinds.Meeting or LadderKinds.Assessment => "gửi bí thư bản tổng hợp",
            _ => "nhắc bí thư",
        };
        return $"{when}{(step.At is { } at ? $" lúc {at:HH\\:mm}" : "")} {whom}";
    }

    private static string NotYet(string kind) => kind == LadderKinds.Meeting ? "chưa trả lời" : "chưa nộp";

    private static string LowerTitle(string kind) => kind switch
    {
        LadderKinds.Meeting => "nhắc họp",
        LadderKinds.Assessment => "nhắc nộp bản tự đánh giá",
        LadderKinds.Papers => "nhắc tài liệu, biên bản",
        LadderKinds.Birthday => "chúc mừng sinh nhật",
        _ => "nhắc các hạn",
    };
}
