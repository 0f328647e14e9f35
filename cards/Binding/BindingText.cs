namespace ChiBoBot.Cards;

/// <summary>What the bot says about which group is the cell's own.</summary>
public static class BindingText
{
    public const string BindTitle = "Gắn nhóm với chi bộ";
    public const string UnbindTitle = "Bỏ gắn nhóm";
    public const string Bind = "Gắn nhóm";
    public const string Unbind = "Bỏ gắn";
    public const string SayItThere = "Đồng chí vào nhóm của chi bộ, nhắc tên tôi rồi viết: gắn nhóm này với chi bộ.";
    public const string SayItThereToo = "Đồng chí vào nhóm cần bỏ, nhắc tên tôi rồi viết: bỏ gắn nhóm này.";
    public const string OtherCells = "Nhóm này đang gắn với một chi bộ khác. Bí thư chi bộ ấy bỏ gắn trước, rồi đồng chí gắn lại.";
    public const string NotBound = "Nhóm này chưa gắn với chi bộ của đồng chí nên không có gì để bỏ.";
    public const string NobodyHere = "Trong nhóm này tôi không thấy đảng viên nào của chi bộ, nên không gắn được. Đồng chí kiểm tra lại nhóm hoặc danh sách đảng viên.";
    public const string NoRoster = "Teams chưa cho tôi xem danh sách người trong nhóm này. Đồng chí thử lại sau ít phút.";
    public const string BindWhat = "gắn nhóm với chi bộ";
    public const string UnbindWhat = "bỏ gắn nhóm của chi bộ";
    public const string Unbound = "Đã bỏ gắn. Từ nay tôi không gửi tin chung vào nhóm này và không trả lời số liệu của chi bộ ở đó.";
    public const string UnbindMeans = "Sau khi bỏ gắn, tôi không gửi tin chung vào nhóm này và không trả lời số liệu của chi bộ ở đó nữa.";
    public const string BindMeans = "Tin nhắc chung của chi bộ sẽ gửi vào nhóm này; câu hỏi về số liệu chung được trả lời ngay tại nhóm.";

    public static string Asks(string cell) => $"Gắn nhóm đồng chí vừa viết với **{cell}**?";

    public static string Here(int members, int all) => $"Trong nhóm có {members}/{all} đảng viên của chi bộ.";

    /// <summary>Who is in the group and in no list of the cell.</summary>
    public static string Outsiders(int count) =>
        $"Còn {count} người không có trong danh sách chi bộ: họ sẽ đọc được tin chung. Đồng chí xem lại trước khi gắn.";

    public static string Bound(string cell) => $"Đã gắn nhóm với {cell}. Tin nhắc chung từ nay gửi vào nhóm này.";
}
