namespace ChiBoBot.Cards;

/// <summary>What the bot says about the terms that a cell has to keep.</summary>
public static class DeadlineText
{
    public const string Overdue = "đã quá hạn";
    public const string Note = "Tính từ hồ sơ tôi đang có; ngày làm việc đã trừ thứ Bảy, Chủ nhật và ngày lễ.";

    public const string SoonTitle = "Nhắc hạn";
    public const string WhichDone = "Việc đã xong, không cần nhắc nữa";
    public const string Finish = "Ghi đã xong";
    public const string ChooseDone = "Đồng chí chọn việc đã làm xong rồi bấm lại.";
    public const string NotOpen = "Các việc này đã được ghi là xong, hoặc đã qua hạn nên tôi không còn nhắc.";

    public static string Finished(IReadOnlyList<string> what) => $"ghi là đã xong: {string.Join("; ", what)}";

    public static string DidFinish(string finished) => $"✔ Đã {finished}. Tôi không nhắc nữa.";

    public static string Title(int days) => $"Hạn trong {days} ngày tới";

    public static string None(int days) => $"Trong {days} ngày tới chi bộ không có hạn nào theo hồ sơ tôi đang có.";

    public static string Line(DeadlineView deadline) =>
        $"**{VietnamTime.Date(deadline.Day)}**{(deadline.IsOverdue ? $" ({Overdue})" : "")} – {deadline.What}";

    public static string Documents(string title, DateOnly day) => $"Gửi tài liệu buổi {title} ngày {VietnamTime.Date(day)} lên Sổ tay đảng viên";

    public static string Papers(string title, DateOnly day) => $"Hoàn thiện biên bản, báo cáo buổi {title} ngày {VietnamTime.Date(day)}";

    public static string NoMeeting(int month, int year) => $"Chưa có lịch sinh hoạt định kỳ tháng {month}/{year}";

    public static string NoThematic(int quarter, int year) => $"Chưa có lịch sinh hoạt chuyên đề quý {quarter}/{year}";

    public static string ProbationEnds(string name) => $"Đồng chí {name} hết 12 tháng dự bị";

    public static string Recognition(string name, DateOnly end) => $"Chi bộ xét công nhận chính thức đồng chí {name}, hết dự bị ngày {VietnamTime.Date(end)}";

    public static string ComesIn(string name) => $"Đồng chí {name} xuất trình hồ sơ chuyển sinh hoạt đến";

    public static string GoesOut(string name) => $"Hoàn thành chuyển sinh hoạt chính thức cho đồng chí {name}";

    public static string BadgeOf(string name, int years) => $"{name} ({years} năm)";

    public static string Badges(DateOnly day, IReadOnlyList<string> people) => $"Nộp hồ sơ Huy hiệu Đảng đợt {VietnamTime.Date(day)}: {string.Join(", ", people)}";

    public static string Review(int month, int year) => month == 6 ? $"Sơ kết, rà cam kết 6 tháng đầu năm {year}" : $"Kiểm điểm, đánh giá, xếp loại năm {year}";
}
