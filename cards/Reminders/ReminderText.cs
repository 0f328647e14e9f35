namespace ChiBoBot.Cards;

/// <summary>What the bot says when it reminds, and about reminding.</summary>
public static class ReminderText
{
    public const string ProposeTitle = "Gửi lời nhắc";
    public const string PostedTitle = "Nhắc việc chi bộ";
    public const string OwnTitle = "Nhắc riêng đồng chí";
    public const string ReportTitle = "Kết quả gửi lời nhắc";
    public const string PauseTitle = "Nhận lời nhắc riêng";

    public const string Words = "Nội dung";
    public const string Recipients = "Gửi tới";
    public const string Where = "Nơi gửi";
    public const string InGroup = "Nhóm của chi bộ";
    public const string OwnChats = "Nhắn riêng từng người";
    public const string Date = "Ngày gửi";
    public const string Time = "Giờ gửi";
    public const string Quiet = "Đang là giờ nghỉ, ngày nghỉ. Nếu không gấp, đồng chí bấm Hẹn giờ gửi: tôi gửi vào giờ làm việc gần nhất ở trên.";
    public const string GroupMissing = "Chi bộ chưa gắn nhóm nào nên tôi nhắn riêng từng người. Muốn gửi vào nhóm, đồng chí vào nhóm và viết: gắn nhóm này với chi bộ.";
    public const string Send = "Gửi ngay";
    public const string SendLater = "Hẹn giờ gửi";
    public const string Show = "Xem kết quả gửi";
    public const string Repeat = "Gửi lại người chưa nhận";
    public const string CallOff = "Không gửi nữa thì bấm Hoàn tác hoặc viết: thôi khoan.";

    public const string OnlyOfficers = "Bí thư, phó bí thư hoặc thư ký chi bộ mới gửi lời nhắc cho người khác. Đồng chí có thể đặt lời nhắc cho riêng mình, ví dụ: sáng mai 7 giờ nhắc tôi chuẩn bị tài liệu.";
    public const string NoRound = "Hiện không có đợt tự đánh giá nào đang mở nên chưa có ai để nhắc nộp.";
    public const string NoRollCall = "Hiện không có buổi nào đang điểm danh nên chưa có ai để nhắc.";
    public const string WhoShouldBeReminded = "Đồng chí muốn nhắc ai? Viết rõ họ tên, ví dụ: nhắc đồng chí Nguyễn Văn A nộp báo cáo.";
    public const string BadTime = "Đồng chí chọn ngày và giờ gửi, sau lúc này và trong vòng một năm; hoặc bấm Gửi ngay.";
    public const string NoGroup = "Chi bộ chưa gắn nhóm nào, hoặc tôi đã bị gỡ khỏi nhóm. Đồng chí chọn nhắn riêng, hoặc gắn nhóm trước.";
    public const string NothingSent = "Chưa có lời nhắc nào được đặt.";
    public const string NothingFailed = "Không còn ai cần gửi lại.";
    public const string SomeMeeting = "cuộc họp của chi bộ";
    public const string Assessment = "Đề nghị các đồng chí chưa nộp hoàn thành và nộp bản tự đánh giá đúng hạn.";
    public const string PauseHint = "Không muốn nhận nhắc riêng? Viết: tạm dừng nhắc.";

    public const string PauseNow = "Đồng chí đang nhận lời nhắc riêng bình thường. Tin trong nhóm của chi bộ thì vẫn gửi chung.";
    public const string PausedForGood = "Đồng chí đang tắt lời nhắc riêng.";
    public const string ForAWeek = "Tạm dừng 1 tuần";
    public const string ForAMonth = "Tạm dừng 1 tháng";
    public const string ForGood = "Tắt hẳn";
    public const string SwitchOn = "Nhận lại";
    public const string Off = "Đã tắt lời nhắc riêng. Muốn nhận lại, đồng chí viết: bật lại nhắc.";
    public const string On = "Đồng chí sẽ nhận lời nhắc riêng như bình thường.";

    private const int SummaryLength = 120;

    public static string PausedUntil(DateOnly until) => $"Đã tạm dừng lời nhắc riêng đến hết ngày {VietnamTime.Date(until.AddDays(-1))}.";

    public static string PausedNow(DateOnly? until) => until is { } day ? $"Đồng chí đang tạm dừng lời nhắc riêng đến hết ngày {VietnamTime.Date(day.AddDays(-1))}." : PausedForGood;

    /// <summary>What stands in a notification.</summary>
    public static string Summary(string text) => text.Length <= SummaryLength ? text : text[..SummaryLength].TrimEnd() + "…";

    /// <summary>What the pending command would do.</summary>
    public static string What(string text) => $"gửi lời nhắc “{Summary(text)}”";

    /// <summary>What the ledger says of it.</summary>
    public static string Did(DateTimeOffset? at) => at is { } later ? $"đặt lời nhắc lúc {VietnamTime.Clock(later)}" : "gửi lời nhắc";

    public static string Attendance(string? title) => title is null
        ? "Đề nghị các đồng chí chưa điểm danh vào điểm danh."
        : $"Đề nghị các đồng chí chưa điểm danh vào điểm danh buổi {title}.";

    public static string Documents(string? title) => title is null
        ? "Đề nghị các đồng chí đọc trước và mang theo tài liệu."
        : $"Đề nghị các đồng chí đọc trước và mang theo tài liệu của buổi {title}.";

    public static string Meeting(string title, TimeOnly? time, DateOnly? day, string? place)
    {
        var clock = time is { } at ? $" lúc {at:HH\\:mm}" : "";
        var date = day is { } on ? $"{(clock.Length > 0 ? "," : "")} {VietnamTime.Weekday(on)} ngày {VietnamTime.Date(on)}" : "";
        var where = place is null ? "" : $", tại {place}";
        return $"Mời các đồng chí dự {title}{clock}{date}{where}.";
    }

    /// <summary>The officer's own words, as a sentence; with the day that they speak of.</summary>
    public static string Of(string message, DateOnly? day)
    {
        var trimmed = message.Trim().TrimEnd('.');
        var sentence = trimmed.Length == 0 ? "" : char.ToUpperInvariant(trimmed[0]) + trimmed[1..];
        return day is { } on ? $"{sentence} ({VietnamTime.Weekday(on)} ngày {VietnamTime.Date(on)})." : sentence + ".";
    }

    public static string Something(DateOnly? day) => day is { } on
        ? $"Các đồng chí lưu ý lịch của chi bộ {VietnamTime.Weekday(on)} ngày {VietnamTime.Date(on)}."
        : "Các đồng chí lưu ý công việc của chi bộ.";

    public static string Mentioning(IReadOnlyList<string> names, string text) => $"{string.Join(", ", names)}: {text}";

    public static string Nobody(bool allDone) => allDone ? "Mọi người đều đã hoàn thành, không còn ai để nhắc." : "Tôi không thấy ai thuộc nhóm người đồng chí muốn nhắc.";

    public static string NoSuchMember(string name) => $"Trong chi bộ không có đồng chí nào tên {name}. Đồng chí viết lại họ tên giúp.";

    public static string WhichMember(string name, IReadOnlyList<string> names) => $"Có {names.Count} đồng chí tên {name}: {string.Join(", ", names)}. Đồng chí viết rõ họ tên người cần nhắc.";

    public static string TextLength(int longest) => $"Nội dung cần có chữ và không quá {longest} ký tự. Đồng chí sửa lại rồi bấm gửi.";

    /// <param name="circle">The circle's name.</param>
    public static string To(string circle, int count, IReadOnlyList<string> names) => circle switch
    {
        "Self" => "Riêng đồng chí",
        "All" => $"Cả chi bộ, {count} đồng chí",
        "Committee" => $"Chi ủy, {count} đồng chí",
        "NotSubmitted" => $"{count} đồng chí chưa nộp, nhắn riêng từng người",
        "NotCheckedIn" => $"{count} đồng chí chưa điểm danh, nhắn riêng từng người",
        _ => string.Join(", ", names),
    };

    public static string Ordered(bool inGroup, DateTimeOffset? at) => (inGroup, at) switch
    {
        (true, null) => "Đang gửi vào nhóm của chi bộ.",
        (false, null) => "Đang nhắn riêng từng người.",
        (true, { } later) => $"Sẽ gửi vào nhóm của chi bộ lúc {VietnamTime.Clock(later)}.",
        (false, { } later) => $"Sẽ nhắn riêng lúc {VietnamTime.Clock(later)}.",
    };

    public static string From(string cell) => $"{cell} · ChiBoBot";

    public static string Figure(DeliveryView view) => view.InGroup
        ? view.Sent > 0 ? "Đã gửi vào nhóm" : "Chưa gửi vào nhóm"
        : $"Đã gửi {view.Sent}/{view.All}";

    public static string Line(DeliveryLine line)
    {
        var names = line.Names.Count == 0 ? "" : ": " + string.Join(", ", line.Names);
        return line.Fate switch
        {
            DeliveryFate.Open => $"{line.Count} đang gửi{names}",
            DeliveryFate.Sent => $"{line.Count} đã gửi",
            DeliveryFate.NotInstalled => $"{line.Count} chưa cài bot{names}",
            DeliveryFate.Blocked => $"{line.Count} đã chặn bot{names}",
            DeliveryFate.Paused => $"{line.Count} đang tạm dừng nhận nhắc",
            DeliveryFate.SentTwice => $"{line.Count} có thể đã nhận hai lần, vì Teams không trả lời lần đầu{names}",
            DeliveryFate.Unknown => $"{line.Count} chưa rõ đã nhận hay chưa, tôi không tự gửi nữa{names}",
            DeliveryFate.TooLate => $"{line.Count} không gửi vì đã quá muộn{names}",
            DeliveryFate.CalledOff => $"{line.Count} đã hủy",
            DeliveryFate.NoGroup => "Chi bộ chưa gắn nhóm nào",
            _ => $"{line.Count} gửi không được{names}",
        };
    }

    public static string InOneLine(DeliveryView view) =>
        $"{VietnamTime.Clock(view.At)} · {Summary(view.Text)} · **{Figure(view)}**{string.Concat(view.Lines.Where(line => line.Fate is not (DeliveryFate.Sent or DeliveryFate.CalledOff)).Select(line => "; " + Line(line with { Names = [] })))}";

    public const string GroupLostTitle = "Nhóm của chi bộ";
    public const string GroupLost = "Tôi không gửi được vào nhóm của chi bộ nữa: nhóm hoặc kênh đã bị xóa, lưu trữ, hoặc tôi đã bị gỡ khỏi đó. Lời nhắc cho nhóm được giữ lại cho đến khi còn kịp. "
        + "Nếu chi bộ dùng nhóm khác, đồng chí vào nhóm đó viết: gắn nhóm này với chi bộ.";

    public static string OfMeeting(string title) => "Tự nhắc: " + title;

    public static string Repeated(int count) => count == 1 ? "Đang gửi lại 1 tin." : $"Đang gửi lại {count} tin.";
}
