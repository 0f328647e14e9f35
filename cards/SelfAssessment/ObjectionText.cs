namespace ChiBoBot.Cards;

/// <summary>The words about objections to grades, and their answers.</summary>
public static class ObjectionText
{
    public const string Title = "Ý kiến khác về kết quả xếp loại";
    public const string Sent = "Đã ghi ý kiến của đồng chí. Bí thư và chi ủy đọc được, ngoài ra không ai. Khi có văn bản trả lời, tôi báo đồng chí ở đây.";
    public const string Waiting = "đang chờ trả lời";
    public const string Nobody = "Chưa có ý kiến khác nào về kết quả xếp loại.";
    public const string Document = "Số văn bản trả lời, ví dụ 12-CV/CB";
    public const string Day = "Ngày văn bản";
    public const string Answer = "Ghi đã trả lời";
    public const string Correct = "Sửa văn bản trả lời";
    public const string Next = "Ý kiến sau";
    public const string Previous = "Ý kiến trước";
    public const string Read = "Đọc ý kiến";
    public const string Hint = "Chỉ bí thư và chi ủy đọc được. Ghi xong, tôi báo đồng chí nêu ý kiến số và ngày văn bản.";
    public const string NotOwn = "Đây là ý kiến của chính đồng chí: một đồng chí khác trong chi ủy ghi trả lời.";
    public const string AnsweredMeanwhile = "Một đồng chí khác vừa ghi trả lời, xem ở trên. Vẫn muốn thay thì đồng chí bấm lần nữa.";

    public static string Of(int number, int count, int waiting) => $"{number}/{count} ý kiến, {(waiting == 0 ? "đã trả lời hết" : $"{waiting} chưa trả lời")}";

    public static string SentAt(DateTimeOffset at) => $"Gửi lúc {VietnamTime.Clock(at)}";

    public static string Own(DateTimeOffset at) => $"Ý kiến khác, {VietnamTime.Clock(at)}";

    public static string AnsweredBy(string document, DateOnly day) => $"đã trả lời theo {document} ngày {VietnamTime.Date(day)}";

    public static string AnswerRecorded(string document, DateOnly day, string by, DateTimeOffset at) =>
        $"Đã trả lời theo {document} ngày {VietnamTime.Date(day)}; đồng chí {by} ghi lúc {VietnamTime.Clock(at)}.";

    public static string Wrong(DateOnly from) => $"Ghi số văn bản (tối đa 60 ký tự) và ngày văn bản, từ {VietnamTime.Date(from)} đến hôm nay.";

    public static string ToSecretary(string title) => $"{title}: có một ý kiến khác về kết quả xếp loại, chờ trả lời.";

    public static string ToAuthor(string title, string document, DateOnly day) => $"{title}: ý kiến khác của đồng chí {AnsweredBy(document, day)}.";

    public static string DidAnswer(string name, string document) => $"ghi đã trả lời ý kiến khác của đồng chí {name} theo {document}";
}
