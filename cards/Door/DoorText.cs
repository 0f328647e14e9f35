namespace ChiBoBot.Cards;

/// <summary>What the bot's door says by itself, when no handler has spoken.</summary>
public static class DoorText
{
    /// <summary>The title of a dialog that has none of its own.</summary>
    public const string Title = "ChiBoBot";

    public const string Received = "Tôi đã nhận.";
    public const string TakesLonger = "Việc này lâu hơn thường lệ, tôi vẫn đang làm. Đồng chí đợi một lát rồi xem lại, chưa cần bấm lần nữa.";
    public const string Fault = "Xin lỗi đồng chí, tôi gặp lỗi nên chưa làm được. Đồng chí thử lại sau ít phút; nếu vẫn lỗi, báo quản trị viên giúp.";
    public const string NotSupported = "Việc này tôi chưa làm được.";
}
