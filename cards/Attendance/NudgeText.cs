namespace ChiBoBot.Cards;

/// <summary>What the bot says about nudging those who have not spoken for some meetings.</summary>
public static class NudgeText
{
    public const string Title = "Nhắc phát biểu";
    public const string CellHasNot = "Chi bộ chưa bật nhắc phát biểu: không ai được nhắc.";
    public const string How = "Lời nhắc gửi riêng cho từng đồng chí, hai ngày trước buổi sinh hoạt; không gửi cho ai khác. Mỗi đồng chí tự tắt được cho mình.";
    public const string Meetings = "Nhắc sau mấy buổi dự mà chưa phát biểu";
    public const string SwitchOn = "Bật cho chi bộ";
    public const string SwitchOff = "Tắt cho chi bộ";
    public const string Save = "Lưu số buổi";
    public const string OwnOff = "Không nhắc tôi";
    public const string OwnOn = "Nhắc tôi lại";
    public const string IsOn = "✔ Đã bật cho chi bộ.";
    public const string IsOff = "✔ Đã tắt cho chi bộ.";
    public const string NotYou = "✔ Tôi sẽ không nhắc đồng chí phát biểu nữa.";
    public const string YouAgain = "✔ Tôi sẽ lại nhắc đồng chí phát biểu.";
    public const string YouAgainLater = "✔ Tôi sẽ lại nhắc đồng chí khi chi bộ bật.";
    public const string SwitchesOff = "tắt nhắc phát biểu";
    public const string NudgeTitle = "Buổi sinh hoạt tới";
    public const string Nudge = "Mấy buổi gần đây chi bộ chưa được nghe ý kiến của đồng chí. Nếu có điều muốn trao đổi, đồng chí chuẩn bị vài ý, hoặc gửi góp ý trước.";
    public const string OnlyYou = "Chỉ mình đồng chí nhận tin này.";

    public static string CellHas(int meetings) => $"Chi bộ đang bật: nhắc ai dự {meetings} buổi liền mà chưa phát biểu.";

    public static string SwitchesOn(int meetings) => $"bật nhắc phát biểu sau {meetings} buổi";

    public static string BadNumber(int most) => $"Đồng chí ghi số buổi từ 1 đến {most}.";

    public static string SilentFor(int people, int meetings) => $"{people} đồng chí dự từ {meetings} buổi liền trở lên mà chưa phát biểu";

    public static string Silent(string name, int meetings) => $"{name} – {meetings} buổi";
}
