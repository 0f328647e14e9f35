namespace ChiBoBot.Cards;

/// <summary>What the bot says about opinions given before a meeting. It passes them on as they are and says nothing about them.</summary>
public static class OpinionText
{
    public const string Title = "Góp ý trước cho cuộc họp";
    public const string ListTitle = "Góp ý gửi trước";
    public const string About = "Về cuộc họp hoặc nội dung";
    public const string WhoSees = "Chỉ chi ủy, thư ký và đồng chí xem được. Đồng chí rút lại được cho đến khi họp.";
    public const string Give = "Gửi góp ý";
    public const string Withdraw = "Rút góp ý đã chọn";
    public const string WithdrawWhich = "Góp ý cần rút";
    public const string Own = "Đồng chí đã gửi";
    public const string Empty = "Đồng chí viết góp ý vào ô trước khi gửi.";
    public const string TooLate = "Cuộc họp này đã bắt đầu, đã hủy hoặc không triệu tập đồng chí. Đồng chí góp ý trực tiếp tại cuộc họp.";
    public const string AgendaChanged = "Nội dung cuộc họp vừa được sửa. Đồng chí chọn lại nội dung rồi gửi.";
    public const string NoMeeting = "Trong hai tháng tới chưa có lịch cuộc họp nào triệu tập đồng chí.";
    public const string NoOpinions = "Chưa có góp ý nào gửi trước.";
    public const string Withdrawn = "✔ Đã rút. Từ nay tôi không cho ai xem góp ý này nữa.";
    public const string ChooseOne = "Đồng chí chọn góp ý cần rút.";
    public const string TheirOwn = "Góp ý được giữ nguyên văn như người gửi viết, xếp theo thứ tự gửi; tôi không sửa và không nhận xét.";

    public static string Label(int longest) => $"Góp ý (tối đa {VietnamNumbers.Count(longest)} ký tự)";

    public static string Item(int number, string text) => $"– {number}. {text}";

    public static string Given(int length, int longest) => $"✔ Đã gửi, {VietnamNumbers.Count(length)}/{VietnamNumbers.Count(longest)} ký tự.";

    public static string TooLong(int length, int longest) => $"Dài {VietnamNumbers.Count(length)}/{VietnamNumbers.Count(longest)} ký tự: đồng chí rút bớt {VietnamNumbers.Count(length - longest)} ký tự.";

    public static string Enough(int most) => $"Đồng chí đã gửi {most} góp ý cho cuộc họp này. Rút bớt một góp ý rồi gửi lại.";

    public static string OwnLine(string about, string text) => $"{about}: {text}";

    public static string OwnBefore(int count) => $"Ngoài ra còn {count} góp ý gửi trước đó.";

    public static string Count(int count) => count == 0 ? "Không có góp ý" : $"{count} góp ý";

    public static string By(string name, string? item) => item is null ? name : $"{name} – {item}";

    public static string More(int count) => $"Xem tiếp {count} góp ý";
}
