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

    public const string FeedTitle = "Lịch chi bộ trong lịch của đồng chí";
    public const string FeedWhat = "Tôi tạo một địa chỉ riêng để lịch trên điện thoại hoặc máy tính của đồng chí tự cập nhật lịch chi bộ.";
    public const string FeedAgain = "Đồng chí đã có địa chỉ lịch. Tạo địa chỉ mới thì địa chỉ cũ hết hiệu lực.";
    public const string FeedMake = "Tạo địa chỉ lịch";
    public const string FeedRevoke = "Thu hồi địa chỉ";
    public const string FeedMade = "Đồng chí chép địa chỉ này vào mục “Đăng ký lịch từ internet” của ứng dụng lịch.";
    public const string FeedAddress = "Địa chỉ lịch";
    public const string FeedSecret = "Ai có địa chỉ này đều xem được lịch: đồng chí giữ riêng. Lộ thì thu hồi.";
    public const string FeedOpen = "Tải tệp .ics (mở trang ngoài)";
    public const string FeedRevoked = "Đã thu hồi. Địa chỉ cũ không xem được nữa.";
    public const string FileTitle = "Cuộc họp trong lịch của đồng chí";
    public const string FileMake = "Lưu vào lịch của tôi (.ics)";
    public const string FileSecret = "Liên kết riêng cho cuộc họp này: mở ra để lưu vào lịch; không cần nữa thì thu hồi.";
    public const string NoSuchEvent = "Sự kiện này không còn trong lịch của đồng chí.";
    public const string NoFeeds = "Nơi cài đặt tôi chưa bật địa chỉ lịch. Đồng chí báo quản trị viên đặt Web:Address.";
    public const string PlanTitle = "Tạo lịch";
    public const string MoveTitle = "Dời lịch";
    public const string CancelTitle = "Hủy lịch";
    public const string CheckFields = "Đồng chí xem lại, sửa chỗ chưa đúng rồi bấm nút dưới cùng.";
    public const string MoveWhich = "Sự kiện cần dời";
    public const string Kind = "Loại";
    public const string Name = "Tên";
    public const string DateLabel = "Ngày";
    public const string TimeLabel = "Giờ bắt đầu";
    public const string MinutesLabel = "Thời lượng (phút)";
    public const string LinkLabel = "Liên kết họp trực tuyến (https://…)";
    public const string CancelReason = "Lý do (không bắt buộc)";
    public const string EditTitle = "Sửa lịch";
    public const string EditWhich = "Sự kiện cần sửa";
    public const string EditThis = "Sửa sự kiện này";
    public const string EditDetails = "Nội dung, tài liệu, khách mời…";
    public const string DoEdit = "Lưu thay đổi";
    public const string Edited = "✔ Đã sửa lịch.";
    public const string NothingToEdit = "Tôi không thấy sự kiện sắp tới nào như vậy trong lịch để sửa.";
    public const string RollIsCalledEdit = "Cuộc họp này đã mở điểm danh nên không sửa được nữa.";
    public const string EditedMeanwhile = "Lịch này vừa được người khác sửa. Đồng chí xem lại các ô; bấm lần nữa thì lưu theo các ô dưới đây.";
    public const string DoPlan = "Tạo lịch";
    public const string DoMove = "Dời lịch";
    public const string DoCancel = "Hủy cuộc họp";
    public const string Planned = "✔ Đã đưa vào lịch của chi bộ.";
    public const string Moved = "✔ Đã dời lịch.";
    public const string CancelDone = "✔ Đã hủy; lịch vẫn giữ để mọi người thấy.";
    public const string GiveTitle = "Đồng chí ghi tên sự kiện.";
    public const string GiveDate = "Đồng chí chọn ngày.";
    public const string GiveTime = "Đồng chí chọn giờ bắt đầu.";
    public const string BadLink = "Liên kết phải bắt đầu bằng https:// và là một địa chỉ đầy đủ.";
    public const string TooFar = "Ngày này còn xa quá ba năm. Đồng chí xem lại năm.";
    public const string Insist = "Giờ này trùng với sự kiện dưới đây. Nếu vẫn muốn, đồng chí bấm lần nữa.";
    public const string NothingToMove = "Lịch của chi bộ không có sự kiện nào sắp tới để dời.";
    public const string NothingToCancel = "Tôi không thấy sự kiện sắp tới nào như vậy trong lịch để hủy.";
    public const string RollIsCalled = "Cuộc họp này đã mở điểm danh nên không dời hay hủy được nữa.";

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
        $"{Day(anniversary.Date)} – {Anniversary(anniversary)}";

    public static string Anniversary(AnniversaryView anniversary) => anniversary.Years is { } years ? $"{anniversary.Name} ({years} năm)" : anniversary.Name;

    public static string Minutes(int minutes) => $"{minutes} phút";

    public static string MinutesUntil(int minutes, TimeOnly end) => $"{minutes} phút, đến {Time(end)}";

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

    /// <summary>The kinds of event by their names, to choose from.</summary>
    public static IReadOnlyList<(string Kind, string Title)> Kinds { get; } =
    [
        ("Regular", "Sinh hoạt chi bộ định kỳ"),
        ("Thematic", "Sinh hoạt chuyên đề"),
        ("Extraordinary", "Sinh hoạt đột xuất"),
        ("Committee", "Họp chi ủy"),
        ("Congress", "Đại hội chi bộ"),
        ("MidTermReview", "Hội nghị sơ kết"),
        ("YearReview", "Hội nghị tổng kết"),
        ("SelfCriticism", "Hội nghị kiểm điểm, xếp loại"),
        ("Study", "Hội nghị học tập nghị quyết"),
        ("Activity", "Hoạt động"),
        ("Commemoration", "Lễ kỷ niệm"),
    ];

    /// <summary>What an event is called that was given no name.</summary>
    public static string TitleOf(string kind, string? topic, DateOnly day)
    {
        var title = Kinds.First(one => one.Kind == kind).Title;
        return (kind, topic) switch
        {
            ("Regular", null) => $"{title} tháng {day.Month:00}/{day.Year}",
            ("Activity" or "Commemoration", { } what) => char.ToUpper(what[0], System.Globalization.CultureInfo.InvariantCulture) + what[1..],
            (_, { } what) => $"{title}: {what}",
            ("Thematic", null) => $"{title} quý {(day.Month + 2) / 3}/{day.Year}",
            _ => title,
        };
    }

    public static string Plans(string what) => $"đưa vào lịch: {what}";

    public static string Moves(string what) => $"dời lịch: {what}";

    public static string Edits(string what) => $"sửa lịch: {what}";

    public static string Cancels(string what) => $"hủy: {what}";

    public static string Conflict(string line) => $"⚠ Trùng giờ: {line}.";

    public static string IsPast(DateOnly day, TimeOnly? time) => $"{(time is { } at ? Time(at) + ", " : "")}{Day(day)} đã qua. Đồng chí chọn lại ngày giờ.";

    public static string TooShort(int minutes, string source) => $"⚠ Ngắn hơn {minutes} phút ({source}).";

    public static string TooLate(int day, int latest, string source) => $"⚠ Sinh hoạt định kỳ vào ngày {day:00} hằng tháng, chậm nhất ngày {latest:00} ({source}).";

    public static string Time(TimeOnly time) => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

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
