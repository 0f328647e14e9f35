namespace ChiBoBot.Cards;

/// <summary>The words about changing the forms of rounds.</summary>
public static class FormText
{
    public const string Title = "Sửa mẫu kiểm điểm";
    public const string EditForms = "Sửa mẫu";
    public const string WhichForm = "Mẫu cần sửa";
    public const string WhichSection = "Phần cần sửa";
    public const string WhichQuestion = "Câu cần sửa";
    public const string WhichDropped = "Câu đã bỏ";
    public const string Open = "Mở mẫu này";
    public const string OpenSection = "Sửa phần này";
    public const string OpenQuestion = "Sửa câu này";
    public const string AddQuestion = "Thêm câu";
    public const string Preview = "Xem thử phần này";
    public const string Try = "Xem thử";
    public const string Save = "Ghi câu này";
    public const string SaveSection = "Ghi tên, hướng dẫn";
    public const string Drop = "Bỏ câu này";
    public const string BringBack = "Đưa lại";
    public const string Reset = "Về mẫu của quy định";
    public const string Back = "Quay lại";
    public const string AllForms = "Các mẫu";
    public const string SectionTitle = "Tên phần";
    public const string Guidance = "Hướng dẫn (không bắt buộc)";
    public const string Text = "Câu hỏi";
    public const string Answer = "Trả lời";
    public const string Required = "Bắt buộc";
    public const string Kind = "Trả lời bằng";
    public const string KindText = "văn bản";
    public const string KindYesNo = "có hoặc không";
    public const string KindNumber = "con số";
    public const string KindDate = "ngày";
    public const string Hint = "Mẫu đã sửa dùng cho đợt mở sau này. Đợt đang mở và bản đã nộp giữ nguyên mẫu lúc mở đợt.";
    public const string FixedHint = "Câu này sửa được lời, không bỏ được: điểm, mức xếp loại hoặc cam kết được tính từ đó.";
    public const string PreviewTitle = "Xem thử: đảng viên sẽ thấy phần này như sau. Chữ gõ ở đây không được ghi.";
    public const string TryTitle = "Đảng viên sẽ thấy:";
    public const string Gone = "Không còn thấy mẫu này. Đồng chí nhắn “sửa mẫu” để nhận thẻ mới.";
    public const string QuestionGone = "Câu này vừa được đồng chí khác bỏ khỏi mẫu. Đưa lại thì đồng chí chọn ở “Câu đã bỏ”.";
    public const string MustStay = "Câu này không bỏ được: mỗi phần giữ ít nhất một câu, và câu tính điểm, mức xếp loại, cam kết phải còn.";
    public const string TooLarge = "Chưa ghi: mẫu dài quá, không vừa một thẻ trên điện thoại. Đồng chí rút ngắn lời hoặc bớt câu rồi ghi lại.";
    public const string IsReset = "Mẫu đã về như quy định.";
    public const string Saved = "Đã ghi vào mẫu.";

    public static string FormLine(string id, string people, bool isChanged) => $"Mẫu {id}: {people} – {(isChanged ? "chi bộ đã sửa" : "theo quy định")}";

    public static string AddedLine(string text) => $"{text} (thêm)";

    public static string ChangedLine(string text) => $"{text} (đã sửa)";

    public static string DroppedLine(string text) => $"Đã bỏ: {text}";

    public static string Given(string text) => $"Theo quy định: {text}";

    public static string Place(int places) => $"Thứ tự trong phần (1–{places})";

    public static string ChangedMeanwhile(string text) => $"Câu này vừa được đồng chí khác sửa thành: “{text}”. Vẫn muốn ghi lời của đồng chí thì bấm ghi lần nữa.";

    public static string QuestionWrong(int text, int guidance) => $"Câu hỏi phải có, tối đa {text} ký tự; hướng dẫn tối đa {guidance} ký tự.";

    public static string SectionWrong(int title, int guidance) => $"Tên phần phải có, tối đa {title} ký tự; hướng dẫn tối đa {guidance} ký tự.";

    public static string DidReword(string form, string text) => $"sửa câu “{Shortened(text)}” của mẫu {form}";

    public static string DidAdd(string form, string text) => $"thêm câu “{Shortened(text)}” vào mẫu {form}";

    public static string DidDrop(string form) => $"bỏ một câu khỏi mẫu {form}";

    public static string DidBringBack(string form) => $"đưa lại một câu vào mẫu {form}";

    public static string DidEntitle(string form, string title) => $"sửa tên, hướng dẫn phần “{Shortened(title)}” của mẫu {form}";

    public static string DidReset(string form) => $"đưa mẫu {form} về như quy định";

    /// <summary>A line of a list.</summary>
    public static string Shortened(string text) => text.Length <= 80 ? text : text[..(char.IsHighSurrogate(text[78]) ? 78 : 79)] + "…";
}
