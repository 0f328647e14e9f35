namespace ChiBoBot.Cards;

/// <summary>What the bot says about meetings and other events.</summary>
public static class EventsText
{
    public const string Place = "Địa điểm";
    public const string Length = "Thời lượng";
    public const string Chair = "Chủ trì";
    public const string Clerk = "Ghi biên bản";
    public const string Agenda = "Nội dung";
    public const string Guests = "Dự và chỉ đạo";
    public const string Documents = "Tài liệu";
    public const string Online = "Có họp trực tuyến";
    public const string JoinOnline = "Vào họp trực tuyến (mở trang ngoài)";
    public const string After = "Tiếp theo";
    public const string SameDays = "Cùng thời gian này";
    public const string Anniversaries = "Ngày kỷ niệm";
    public const string Source = "Nguồn: lịch của chi bộ.";
    public const string Cancelled = "✘ Đã hoãn hoặc hủy";
    public const string NextTitle = "Sắp tới";

    /// <summary>What a button asks; the same words as a person would type.</summary>
    public const string AskMonth = "Tháng này có gì?";
    public const string AskUpcoming = "Sắp tới có gì?";
    public const string AskAgenda = "Nội dung cuộc họp tới là gì?";

    private const int LongestButton = 24;

    /// <summary>“14:00, Thứ Năm 03/12/2026”.</summary>
    public static string When(EventView happening) => happening.Time is { } time
        ? $"{Time(time)}, {Day(happening.Date)}"
        : $"{Day(happening.Date)}, cả ngày";

    /// <summary>“Thứ Năm 03/12/2026”.</summary>
    public static string Day(DateOnly day) => $"{VietnamTime.Weekday(day)} {VietnamTime.Date(day)}";

    /// <summary>“14:00, Thứ Năm 03/12/2026 – Sinh hoạt chi bộ định kỳ”.</summary>
    public static string Line(EventView happening) =>
        $"{When(happening)} – {happening.Title}{(happening.IsCancelled ? $" ({Cancelled})" : "")}";

    public static string Line(AnniversaryView anniversary) =>
        $"{Day(anniversary.Date)} – {anniversary.Name}{(anniversary.Years is { } years ? $" ({years} năm)" : "")}";

    public static string Minutes(int minutes) => $"{minutes} phút";

    public static string Item(int number, string text) => $"{number}. {text}";

    public static string Items(int count) => $"{count} nội dung";

    public static string DocumentCount(int count) => $"{count} tài liệu";

    /// <summary>A button's words: they say that it leaves Teams, and fit on a phone.</summary>
    public static string Open(string title) => $"Mở: {(title.Length <= LongestButton ? title : title[..LongestButton].TrimEnd() + "…")} (trang ngoài)";

    public static string Comrade(string name) => $"Đồng chí {name}";

    public static string Count(int events) => events == 0 ? "Không có sự kiện nào" : $"{events} sự kiện";

    public static string More(int events) => $"… và {events} sự kiện nữa.";

    public static string Note(string note) => $"Ghi chú: {note}";

    public static string Missing(EventField field) => field switch
    {
        EventField.Time => "Chưa ghi giờ",
        EventField.Place => "Chưa ghi địa điểm",
        EventField.Agenda => "Chưa ghi nội dung",
        EventField.Chair => "Chưa ghi người chủ trì",
        EventField.Clerk => "Chưa ghi người ghi biên bản",
        EventField.Documents => "Chưa có tài liệu",
        EventField.Link => "Không họp trực tuyến",
        _ => "Chưa ghi thời lượng",
    };

    public static string NoneComing(EventSort sort) => $"Trong lịch của chi bộ chưa có {Sort(sort)} nào sắp tới.";

    public static string NoneBefore(EventSort sort) => $"Trong lịch của chi bộ không thấy {Sort(sort)} nào đã qua.";

    public static string NoneNow(EventSort sort) => $"Lúc này không có {Sort(sort)} nào đang diễn ra.";

    public static string NoneThen(EventSort sort, string range) => $"{range}: không có {Sort(sort)} nào trong lịch của chi bộ.";

    public static string ListSummary(string range, int events) => $"{range}: {(events == 0 ? "không có sự kiện nào" : $"{events} sự kiện")}.";

    /// <summary>A stretch of days as people call it: “Hôm nay”, “Tháng 12/2026”, “Sắp tới”.</summary>
    /// <param name="to">The last day; null where there is no end.</param>
    public static string Range(DateOnly from, DateOnly? to, DateOnly today) => to switch
    {
        null => from == today ? NextTitle : $"Từ {Day(from)}",
        { } last when last == from => (from.DayNumber - today.DayNumber) switch
        {
            0 => $"Hôm nay, {Day(from)}",
            1 => $"Ngày mai, {Day(from)}",
            -1 => $"Hôm qua, {Day(from)}",
            _ => Day(from),
        },
        { } last when from.Day == 1 && last == from.AddMonths(1).AddDays(-1) => $"Tháng {from.Month:00}/{from.Year}",
        { } last when from.Day == 1 && from.Month % 3 == 1 && last == from.AddMonths(3).AddDays(-1) => $"Quý {(from.Month + 2) / 3}/{from.Year}",
        { } last when from.DayOfYear == 1 && last == from.AddYears(1).AddDays(-1) => $"Năm {from.Year}",
        { } last => $"Từ {VietnamTime.Date(from)} đến {VietnamTime.Date(last)}",
    };

    private static string Time(TimeOnly time) => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static string Sort(EventSort sort) => sort switch
    {
        EventSort.Meeting => "cuộc họp",
        EventSort.Branch => "buổi sinh hoạt chi bộ",
        EventSort.Regular => "buổi sinh hoạt định kỳ",
        EventSort.Thematic => "buổi sinh hoạt chuyên đề",
        EventSort.Extraordinary => "buổi sinh hoạt đột xuất",
        EventSort.Committee => "cuộc họp chi ủy",
        EventSort.Congress => "đại hội",
        EventSort.MidTermReview => "hội nghị sơ kết",
        EventSort.YearReview => "hội nghị tổng kết",
        EventSort.SelfCriticism => "hội nghị kiểm điểm",
        EventSort.Study => "hội nghị học tập nghị quyết",
        EventSort.Activity => "hoạt động",
        EventSort.Commemoration => "lễ kỷ niệm",
        _ => "sự kiện",
    };
}
