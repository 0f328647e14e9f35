namespace ChiBoBot.Cards;

/// <summary>What the bot says of when it reminds.</summary>
public static class LadderText
{
    public const string Title = "Cài đặt nhắc họp";
    public const string IsOwn = "Chi bộ đang dùng lịch nhắc riêng.";
    public const string IsUsual = "Chi bộ đang dùng lịch nhắc mặc định.";
    public const string When = "Trước cuộc họp";
    public const string At = "Lúc (khi tính theo ngày)";
    public const string Save = "Lưu lịch nhắc";
    public const string Reset = "Về mặc định";
    public const string Hint = "Nếu rơi vào giờ nghỉ, ngày nghỉ thì tôi nhắc sớm hơn. Các cuộc họp đã lên lịch cũng theo lịch nhắc mới.";
    public const string Saved = "Đã lưu. Từ nay tôi nhắc họp như sau:";
    public const string Did = "đổi lịch nhắc họp của chi bộ";
    public const string DidReset = "đưa lịch nhắc họp về mặc định";
    public const string ChangedMeanwhile = "Vừa có người đổi lịch nhắc. Đồng chí xem lại rồi lưu.";
    public const string NotUnderstood = "Có bước chưa đủ thông tin: chọn nhắc ai, trước bao lâu, và giờ (ví dụ 08:00) khi tính theo ngày.";
    public const string Twice = "Có hai bước giống nhau. Đồng chí bỏ bớt một bước.";

    private const string Nothing = "Không nhắc họp.";

    public static string AfterMeeting(TimeOnly at) => $"Nhắc trong ngày họp lúc {at:HH\\:mm} thì các cuộc họp sắp tới đã bắt đầu. Đồng chí chọn giờ sớm hơn, hoặc nhắc trước mấy giờ.";

    public static string StepWhom(int number) => $"Bước {number}: nhắc ai";

    public static string Whom(string to) => to switch
    {
        "Group" => "Nhóm của chi bộ",
        "Unanswered" => "Riêng người chưa trả lời",
        "Secretary" => "Bí thư (bản tổng hợp)",
        _ => "Không dùng bước này",
    };

    public static string Before(string when) => when switch
    {
        "0d" => "Trong ngày họp",
        [.. var count, 'd'] => $"{count} ngày",
        [.. var count, _] => $"{count} giờ",
        _ => when,
    };

    public static string Usual(IReadOnlyList<LadderStepView> steps) => "Mặc định: " + Lines(steps);

    public static string Lines(IReadOnlyList<LadderStepView> steps) => steps.Count == 0 ? Nothing : string.Join("; ", steps.Select(Line)) + ".";

    private static string Line(LadderStepView step)
    {
        var before = step.When == "0d" ? "trong ngày họp" : $"trước {Before(step.When)}";
        var whom = step.To switch
        {
            "Group" => "nhắc nhóm",
            "Unanswered" => "nhắc riêng người chưa trả lời",
            _ => "gửi bí thư bản tổng hợp",
        };
        return $"{before}{(step.At is { } at ? $" lúc {at:HH\\:mm}" : "")} {whom}";
    }
}
