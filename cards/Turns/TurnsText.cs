namespace ChiBoBot.Cards;

/// <summary>What the bot says when it can't simply answer.</summary>
public static class TurnsText
{
    public const string Stranger = "Tôi chưa nhận ra đồng chí trong danh sách của chi bộ nào. Đồng chí nhờ bí thư chi bộ kiểm tra lại danh sách giúp.";
    public const string Guest = "Đồng chí chưa có trong danh sách của chi bộ này nên tôi chỉ trả lời về lịch chung của chi bộ. Nếu đồng chí là đảng viên của chi bộ, nhờ bí thư kiểm tra lại danh sách giúp.";
    public const string NotAllowed = "Nội dung này tôi chỉ trả lời cho người có trách nhiệm trong chi bộ. Đồng chí cần thì hỏi trực tiếp bí thư chi bộ.";
    public const string FormerMember = "Đồng chí không còn sinh hoạt ở chi bộ này nên tôi không trả lời được. Nếu chưa đúng, đồng chí nhờ bí thư chi bộ kiểm tra lại.";
    public const string SentInPrivate = "Tôi đã gửi câu trả lời riêng cho đồng chí.";
    public const string OpenPrivateChat = "Câu trả lời này tôi chỉ gửi riêng. Đồng chí mở khung trò chuyện riêng với ChiBoBot, bấm Thêm ứng dụng rồi hỏi lại giúp.";
    public const string OldCard = "Thẻ này đã cũ. Đồng chí hỏi lại để nhận thẻ mới.";
    public const string BadForm = "Thẻ gửi về thiếu nội dung. Đồng chí hỏi lại để nhận thẻ mới rồi bấm lại.";
    public const string ChangedMeanwhile = "Vừa có người khác thay đổi nội dung này. Đồng chí xem lại rồi bấm lần nữa.";
    public const string NotDelivered = "Tôi chưa gửi được câu trả lời. Đồng chí hỏi lại sau ít phút.";
    public const string NotPending = "Lệnh này đã thực hiện, đã hủy hoặc đã quá một ngày. Đồng chí ra lệnh lại nếu cần.";
    public const string AlreadyDone = "Lần bấm này tôi đã ghi nhận rồi.";
    public const string AnsweredBelow = "Câu trả lời ở bên dưới.";
    public const string NotBuiltYet = "Việc này tôi chưa làm được. Hiện tôi giúp được về chỉ tiêu, đảng viên, lịch, điểm danh, tự đánh giá và nhắc việc của chi bộ.";
    public const string WhichOne = "Ý đồng chí là điều nào dưới đây?";

    /// <summary>The apology for a fault of ours, with the code that the administrator finds in the log.</summary>
    public static string Fault(string code) => $"Xin lỗi đồng chí, tôi gặp lỗi nên chưa trả lời được. Đồng chí thử lại sau ít phút; nếu vẫn lỗi, báo quản trị viên mã {code}.";
}
