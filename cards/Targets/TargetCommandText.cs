namespace ChiBoBot.Cards;

/// <summary>What the bot says while results, deeds, titles and targets are recorded.</summary>
public static class TargetCommandText
{
    public const string Record = "Ghi kết quả";
    public const string RecordDeed = "Ghi hoạt động";
    public const string RecordAward = "Ghi danh hiệu";
    public const string Preview = "Xem trước";
    public const string SaveTarget = "Ghi chỉ tiêu";
    public const string Close = "Chốt kết quả";
    public const string DeedTitle = "Ghi hoạt động, công trình, mô hình";
    public const string AwardTitle = "Ghi danh hiệu thi đua";
    public const string NewTarget = "Thêm chỉ tiêu";
    public const string Status = "Kết luận";
    public const string Note = "Ghi chú, minh chứng";
    public const string What = "Tên hoạt động";
    public const string Kind = "Loại";
    public const string When = "Ngày thực hiện";
    public const string People = "Số người tham gia";
    public const string CountsFor = "Tính vào chỉ tiêu";
    public const string ForNoTarget = "Không tính vào chỉ tiêu nào";
    public const string AddToResult = "Cộng vào kết quả đang ghi";
    public const string AddOne = "Cộng 1 vào con số đã nhập của chỉ tiêu";
    public const string Who = "Đồng chí được tặng";
    public const string Unit = "Hoặc tập thể";
    public const string TheCell = "Chi bộ";
    public const string NoUnit = "Không";
    public const string Year = "Năm";
    public const string TitleOfHonour = "Danh hiệu";
    public const string Decision = "Số quyết định";
    public const string Resolution = "Nghị quyết";
    public const string Number = "Số thứ tự";
    public const string ShortTitle = "Tên gọi ngắn";
    public const string Sentence = "Nguyên văn chỉ tiêu";
    public const string Clauses = "Các vế, mỗi vế một dòng";
    public const string ClauseExample = "Ví dụ: 100% đảng viên hoàn thành tốt nhiệm vụ trở lên mỗi năm";
    public const string Owner = "Phụ trách";
    public const string NoOwner = "Chưa phân công";
    public const string ReadAs = "Tôi hiểu các vế như sau; đồng chí kiểm tra rồi bấm ghi:";
    public const string WasRead = "Trước đây:";
    public const string StillOpen = "Chưa chốt được:";

    public const string WhichTarget = "Đồng chí muốn ghi kết quả chỉ tiêu nào? Đồng chí nói kèm số, ví dụ: “ghi chỉ tiêu 8 đạt 7 hoạt động”.";
    public const string NotANumber = "Số liệu phải là số nguyên không âm. Đồng chí sửa rồi bấm lại.";
    public const string WholeMissing = "Vế tính theo tỷ lệ cần cả tổng số (lớn hơn 0). Đồng chí điền tổng số rồi bấm lại.";
    public const string MoreThanWhole = "Số đạt không thể lớn hơn tổng số. Đồng chí sửa rồi bấm lại.";
    public const string NeedsNumbers = "Chưa có số liệu nào để ghi. Đồng chí điền số hoặc chọn kết luận rồi bấm lại.";
    public const string TooLong = "Nội dung dài quá. Đồng chí rút gọn rồi bấm lại.";
    public const string NeedsName = "Đồng chí điền tên hoạt động rồi bấm lại.";
    public const string WrongDate = "Ngày thực hiện chưa đúng: phải là ngày không sau hôm nay. Đồng chí chọn lại.";
    public const string OutsideTerm = "Ngày này nằm ngoài nhiệm kỳ của chỉ tiêu đã chọn. Đồng chí chọn lại ngày hoặc chỉ tiêu.";
    public const string WrongChoice = "Đồng chí chọn lại trong danh sách rồi bấm lại.";
    public const string NeedsSomebody = "Đồng chí chọn người hoặc tập thể được tặng rồi bấm lại.";
    public const string WrongYear = "Năm chưa đúng. Đồng chí điền lại, ví dụ 2026.";
    public const string NeedsTarget = "Đồng chí điền số thứ tự, tên gọi, nguyên văn và ít nhất một vế rồi bấm lại.";
    public const string NothingToClose = "Chưa có chỉ tiêu nào chốt được: chưa đủ số liệu, hoặc chi bộ đã kết luận hết.";
    public const string NothingChanged = "Không có gì thay đổi.";
    public const string NoResolution = "Chi bộ chưa có nghị quyết nào trong nhiệm kỳ đang thực hiện để thêm chỉ tiêu. Nghị quyết được nhập bằng tệp dữ liệu của chi bộ.";

    /// <summary>What a result can be concluded as: the value of the field and its words.</summary>
    public static IReadOnlyList<(string Value, string Words)> Statuses { get; } =
    [
        ("inProgress", "Đang thực hiện"),
        ("met", "Đạt"),
        ("exceeded", "Đạt và vượt"),
        ("failed", "Không đạt"),
        ("notAssessed", "Chưa đánh giá"),
        ("notApplicable", "Không áp dụng"),
    ];

    public static IReadOnlyList<(string Value, string Words)> Kinds { get; } = [("activity", "Hoạt động"), ("work", "Công trình, phần việc"), ("model", "Mô hình")];

    public static IReadOnlyList<(string Value, string Words)> Titles { get; } =
    [
        ("advanced", "Lao động tiên tiến"),
        ("excellentCollective", "Tập thể lao động xuất sắc"),
        ("grassrootsFighter", "Chiến sĩ thi đua cơ sở"),
    ];

    public static string Words(IReadOnlyList<(string Value, string Words)> choices, string value) => choices.FirstOrDefault(choice => choice.Value == value).Words ?? value;

    public static string RecordTitle(int number) => $"Ghi kết quả chỉ tiêu {number}";

    public static string Scope((int From, int To) term, int? year) => year is { } of ? $"Năm {of}, nhiệm kỳ {term.From}–{term.To}" : $"Cả nhiệm kỳ {term.From}–{term.To}";

    /// <summary>“Hiện nay: 6; đang thực hiện” and what it becomes stands in the fields.</summary>
    public static string Was(RecordedClauseView clause) => $"{clause.Text}: hiện nay {(clause.Was is { } was ? Numbers(was.Count, was.Of) : "chưa có số liệu")}"
        + (clause.Count is { } count && (clause.Was?.Count != count || clause.Was?.Of != clause.Of) ? $" → sẽ ghi {Numbers(count, clause.Of)}" : "");

    public static string WasStatus(string status) => $"Kết luận hiện nay: {Words(Statuses, status).ToLowerInvariant()}.";

    public static string Count(int clause) => $"Vế {clause}: số đạt";

    public static string Of(int clause) => $"Vế {clause}: trên tổng số";

    public static string ChangedMeanwhile(string name) => name.Length > 0
        ? $"Trong lúc đó đồng chí {name} đã ghi kết quả khác. Đồng chí xem số hiện nay rồi quyết định lại."
        : "Trong lúc đó kết quả đã được ghi khác. Đồng chí xem số hiện nay rồi quyết định lại.";

    /// <summary>“ghi kết quả chỉ tiêu 8, nhiệm kỳ 2024–2027: 7; đang thực hiện”.</summary>
    public static string DidRecord(int number, (int From, int To) term, int? year, string numbers, string status) =>
        $"ghi kết quả chỉ tiêu {number}, {Lower(Scope(term, year))}: {numbers}{(numbers.Length > 0 ? "; " : "")}{Words(Statuses, status).ToLowerInvariant()}";

    public static string DidDeed(string title, int? number) => number is { } of ? $"ghi hoạt động “{title}” vào chỉ tiêu {of}" : $"ghi hoạt động “{title}”";

    public static string DidAward(string title, int year, string who) => $"ghi danh hiệu {Lower(title)} năm {year}: {who}";

    public static string DidTarget(bool isNew, int number, string title) => $"{(isNew ? "thêm" : "sửa")} chỉ tiêu {number} “{title}”";

    public static string DidClose((int From, int To) term, int? year, int count) => $"chốt kết quả {count} chỉ tiêu, {Lower(Scope(term, year))}";

    public static string Done(string what) => $"Đã {what}.";

    public static string EditTitle(string number) => $"Sửa chỉ tiêu {number}";

    public static string NumberTaken(int number) => $"Nghị quyết này đã có chỉ tiêu {number}. Đồng chí chọn số khác.";

    public static string ClauseUnread(int line, string problem) => $"Vế ở dòng {line} chưa đọc được: {problem}";

    public static string ClauseHasResults(int number) => $"Vế {number} đã có số liệu được ghi nên không bỏ được. Đồng chí giữ vế này, hoặc ghi lại kết quả trước.";

    public static string CloseTitle(int? year) => year is { } of ? $"Chốt kết quả năm {of}" : "Chốt kết quả nhiệm kỳ";

    public static string CloseLine(int number, string title, TargetOutcome outcome, string numbers) =>
        $"{TargetsText.Sign(outcome)} Chỉ tiêu {number}. {title}: {TargetsText.Outcome(outcome)}{(numbers.Length > 0 ? $" ({numbers})" : "")}";

    public static string CountNow(DeedTargetView target) => target.Entered is { } entered
        ? $"Chỉ tiêu {target.Number}: kết quả đang ghi {entered}, danh sách có {target.Recorded} → {target.Recorded + 1}"
        : $"Chỉ tiêu {target.Number}: {target.Recorded} → {target.Recorded + 1}";

    public static string TargetChoice(int number, string title) => $"Chỉ tiêu {number}. {title}";

    public static string ChangedTarget(string what) => $"Trong lúc đó {what} đã thay đổi. Đồng chí gọi lại lệnh để xem nội dung hiện nay.";

    /// <summary>“13/14”, “6”.</summary>
    public static string Numbers(int count, int? of) => of is { } whole ? VietnamNumbers.Ratio(count, whole) : VietnamNumbers.Count(count);

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
