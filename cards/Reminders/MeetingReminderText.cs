namespace ChiBoBot.Cards;

/// <summary>What the bot says when it reminds of a meeting.</summary>
public static class MeetingReminderText
{
    public const string Title = "Nhắc lịch họp";
    public const string ChangedTitle = "Thay đổi lịch họp";
    public const string AnswersTitle = "Trả lời dự họp";
    public const string AllAnswered = "Mọi người đã trả lời.";
    public const string When = "Thời gian";
    public const string Where = "Địa điểm";
    public const string Agenda = "Nội dung";
    public const string PauseHint = ReminderText.PauseHint;
    public const string Join = "Vào họp trực tuyến (mở trang ngoài)";

    public static string At(MeetingView meeting) =>
        $"{(meeting.Time is { } time ? $"{time:HH\\:mm}, " : "")}{VietnamTime.Weekday(meeting.Date)} ngày {VietnamTime.Date(meeting.Date)}";

    public static string Summary(MeetingView meeting) => $"{meeting.Title}: {At(meeting)}";

    public static string Moved(string title, DateTimeOffset was) => $"**{title}** không họp lúc {VietnamTime.Clock(was)} như đã báo. Lịch mới:";

    public static string OtherPlace(string title, DateTimeOffset at) => $"**{title}** vẫn họp lúc {VietnamTime.Clock(at)} nhưng đổi địa điểm:";

    public static string Cancelled(string title, DateTimeOffset was) => $"**{title}** lúc {VietnamTime.Clock(was)} đã hoãn hoặc hủy. Khi có lịch mới tôi sẽ báo.";

    public static string BackOn(string title) => $"**{title}** vẫn họp, không hoãn hay hủy như đã báo. Lịch họp:";

    public static string Coming(int coming, int all) => $"{coming}/{all} báo sẽ dự";

    public static string Absent(IReadOnlyList<string> names) => $"{names.Count} xin vắng: {string.Join(", ", names)}";

    public static string Silent(IReadOnlyList<string> names) => $"{names.Count} chưa trả lời: {string.Join(", ", names)}";
}
