namespace ChiBoBot.Cards;

/// <summary>What the bot says about the meetings that each month and each quarter must have.</summary>
public static class RegularText
{
    public const string Title = "Lập lịch sinh hoạt định kỳ";
    public const string Days = "Các buổi (bỏ chọn buổi không cần)";
    public const string AsLast = "Giờ, địa điểm, người chủ trì và ghi biên bản lấy theo buổi định kỳ gần nhất; sau khi lập vẫn dời, sửa được từng buổi.";
    public const string ChooseDays = "Đồng chí chọn ít nhất một buổi.";
    public const string AllThere = "✔ Các tháng này đã có lịch sinh hoạt định kỳ.";
    public const string HowToUndo = "Chưa đúng thì gõ “hoàn tác”.";
    public const string PlanThematic = "Tạo lịch sinh hoạt chuyên đề";

    public static string MissingOne(DateOnly day) => $"Tháng {day.Month:00}/{day.Year} chưa có lịch sinh hoạt định kỳ. Theo quy định có thể họp {EventsText.Day(day)}.";

    public static string Missing(int months) => $"{months} tháng chưa có lịch sinh hoạt định kỳ.";

    public static string Choice(DateOnly day) => $"Tháng {day.Month:00}: {EventsText.Day(day)}";

    public static string Source(string source) => $"Ngày tính theo: {source}. Trùng ngày nghỉ thì chọn ngày làm việc khác trong tuần đầu.";

    public static string Do(int months) => months == 1 ? "Đưa vào lịch" : "Đưa các buổi đã chọn vào lịch";

    public static string Planned(int count) => $"✔ Đã đưa {count} buổi vào lịch của chi bộ.";

    public static string There(IReadOnlyList<DateOnly> months) =>
        $"Đã có lịch từ trước, giữ nguyên: {string.Join(", ", months.Select(day => $"tháng {day.Month:00}/{day.Year}"))}.";

    public static string Plans(int count, DateOnly first, DateOnly last) => count == 1
        ? $"đưa vào lịch: sinh hoạt định kỳ {VietnamTime.Date(first)}"
        : $"đưa vào lịch: {count} buổi sinh hoạt định kỳ, từ {VietnamTime.Date(first)} đến {VietnamTime.Date(last)}";

    public static string PlansYear(int year) => $"lập lịch sinh hoạt định kỳ năm {year}";

    public static string YearIsFull(int year) => $"Các tháng còn lại của năm {year} đều đã có lịch sinh hoạt định kỳ.";

    public static string TooFar(int year) => $"Năm {year} nằm ngoài khoảng tôi lập lịch được: năm nay và ba năm tới.";

    public static string OtherMonth(DateOnly day) => $"{VietnamTime.Date(day)} không thuộc tháng đang lập lịch. Đồng chí chọn ngày trong tháng đó.";

    /// <param name="quarters">A day of each.</param>
    public static string NoThematic(IReadOnlyList<DateOnly> quarters) => $"⚠ Quý {string.Join(", ", quarters.Select(day => $"{(day.Month + 2) / 3}/{day.Year}"))} chưa có sinh hoạt chuyên đề (mỗi quý ít nhất một buổi).";

    public static string NoRegulars(int months) => $"⚠ {months} tháng chưa có lịch sinh hoạt định kỳ.";

    public static string NoRegular(DateOnly month) => $"⚠ Tháng {month.Month:00}/{month.Year} chưa có lịch sinh hoạt định kỳ.";
}
