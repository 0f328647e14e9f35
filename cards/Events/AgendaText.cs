namespace ChiBoBot.Cards;

/// <summary>What the fields of an event's agenda, documents and guests are called, and how their lines are written.</summary>
public static class AgendaText
{
    public const string Agenda = "Nội dung (mỗi dòng một mục; có thể mở đầu bằng loại, ví dụ [Chuyên đề])";
    public const string Documents = "Tài liệu (mỗi dòng: tên rồi liên kết https://…)";
    public const string Guests = "Dự và chỉ đạo (mỗi dòng một người, ghi cả chức vụ)";
    public const string Summons = "Triệu tập";
    public const string Chosen = "Những người được triệu tập";
    public const string ChooseSomebody = "Đồng chí chọn người được triệu tập trong danh sách vừa hiện ra.";
    public const string Document = "Tài liệu";
    public const string KeepsOfficers = "Thẻ đã đầy nên không hiện danh sách người chủ trì và ghi biên bản; hai vai này giữ nguyên.";

    /// <summary>The kinds of agenda item, by their names.</summary>
    public static IReadOnlyList<(string Category, string Name)> Categories { get; } =
    [
        ("Information", "Thời sự"),
        ("Results", "Kết quả"),
        ("Tasks", "Nhiệm vụ"),
        ("Thematic", "Chuyên đề"),
        ("Study", "Học tập"),
        ("Organisation", "Tổ chức"),
        ("SelfCriticism", "Phê bình"),
        ("Professional", "Chuyên môn"),
        ("Procedure", "Thủ tục"),
    ];

    /// <summary>Whom an event can call; the first is as its kind does.</summary>
    public static IReadOnlyList<(string Value, string Title)> Calls { get; } =
    [
        ("Kind", "Theo loại sự kiện"),
        ("All", "Cả chi bộ"),
        ("Committee", "Chi ủy"),
        ("Chosen", "Chọn từng người"),
    ];

    public static string CategoriesHint => $"Loại nội dung: {string.Join(", ", Categories.Select(one => one.Name))}.";

    public static string NameOf(string category) => Categories.First(one => one.Category == category).Name;

    /// <summary>“[Chuyên đề] Báo cáo”.</summary>
    public static string Line(string? category, string text) => category is null ? text : $"[{NameOf(category)}] {text}";

    /// <summary>The same on a card, where brackets would be markup.</summary>
    public static string Shown(string? category, string text) => category is null ? text : $"{NameOf(category)}: {text}";

    public static string UnknownCategory(string name) => $"Không có loại nội dung “{name}”. {CategoriesHint}";

    public static string BadDocument(string line) => $"Dòng tài liệu “{line}” thiếu liên kết bắt đầu bằng https://.";

    public static string LineTooLong(string beginning, int length, int most) => $"Dòng “{beginning}…” dài {length}/{most} ký tự: đồng chí rút bớt {length - most} ký tự.";

    public static string TooMany(string what, int most) => $"{what}: nhiều nhất {most} dòng.";

    public static string TooLongHere(string label) => $"{label}: dài quá nên không sửa được trên thẻ này, giữ nguyên.";

    public static string ChosenOf(int count) => $"{count} đồng chí được chọn";
}
