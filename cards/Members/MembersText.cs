using System.Globalization;

namespace ChiBoBot.Cards;

/// <summary>What the bot says about members and posts.</summary>
public static class MembersText
{
    public const string Secretary = "Bí thư";
    public const string DeputySecretary = "Phó bí thư";
    public const string CommitteeMember = "Chi ủy viên";
    public const string Committee = "Chi ủy";
    public const string Clerk = "Thư ký";
    public const string DuesCollector = "Thu đảng phí";
    public const string CouncilLeader = "Lãnh đạo Hội đồng nhân dân";

    /// <summary>Words of the state posts that lead the council.</summary>
    public static IReadOnlyList<string> CouncilLeaderJobs { get; } = ["Chủ tịch Hội đồng nhân dân", "Phó Chủ tịch Hội đồng nhân dân"];

    public const string RosterTitle = "Danh sách đảng viên";
    public const string CountTitle = "Số đảng viên của chi bộ";
    public const string PostsTitle = "Chức vụ trong chi bộ";
    public const string Official = "Chính thức";
    public const string Probationary = "Dự bị";
    public const string Exempt = "Miễn sinh hoạt";
    public const string TemporaryAway = "Sinh hoạt tạm thời nơi khác";
    public const string TemporaryHere = "Sinh hoạt tạm thời tại chi bộ";
    public const string Suspended = "Đình chỉ sinh hoạt";
    public const string Men = "Nam";
    public const string Women = "Nữ";
    public const string NoPost = "Không giữ chức vụ";
    public const string Job = "Công tác";
    public const string PartyPost = "Chức vụ";
    public const string Standing = "Diện";

    public const string NotFiltered = "Tôi chưa lọc được theo điều kiện đồng chí nêu nên gửi toàn bộ danh sách.";
    public const string WhichPost = "Đồng chí hỏi chức vụ nào, hoặc chức vụ của đồng chí nào?";
    public const string WhichPerson = "Có nhiều đồng chí trùng tên. Đồng chí ghi đủ họ tên giúp tôi nhé:";

    public const string ClaimTitle = "Xác nhận người mới";
    public const string ClaimMember = "Đảng viên";
    public const string ClaimAccount = "Tài khoản";
    public const string ClaimName = "Tên trên Teams";
    public const string Confirm = "Xác nhận";
    public const string Refuse = "Từ chối";
    public const string ClaimHint = "Chỉ xác nhận khi đồng chí biết chắc đây là tài khoản của đảng viên này.";
    public const string ClaimDecidedAlready = "Yêu cầu này đã được xử lý trước đó.";
    public const string DisputeTitle = "Hai tài khoản cùng nhận một đảng viên";

    public static string Members(int count) => $"{Number(count)} đảng viên";

    public static string Members(int count, string gender) => $"{Number(count)} đảng viên {gender.ToLowerInvariant()}";

    public static string MembersUnder(int count, int age) => $"{Number(count)} đảng viên dưới {Number(age)} tuổi";

    public static string AsOf(string cell, DateOnly day) => $"{cell} · tính đến ngày {VietnamTime.Date(day)}";

    public static string Probation(DateOnly from) => $"Dự bị từ {VietnamTime.Date(from)}";

    public static string Nobody(string post) => $"Hiện chưa có đồng chí nào giữ chức vụ: {post}.";

    public static string NobodyDoes(string duty) => $"Tôi chưa thấy ghi đồng chí nào phụ trách “{duty}”.";

    public static string UnknownPerson(string name) => $"Tôi không thấy đồng chí {name} trong chi bộ.";

    public static string Holder(string post, string name) => $"{post}: đồng chí {name}.";

    public static string Claimed(string name) =>
        $"Tài khoản này có thể là của đồng chí {name}. Tôi đã ghi yêu cầu để bí thư chi bộ xác nhận; xong đồng chí hỏi lại tôi nhé.";

    public static string Disputed() =>
        "Tài khoản này và một tài khoản khác cùng nhận là một đảng viên nên tôi chưa công nhận tài khoản nào. Đồng chí liên hệ bí thư chi bộ.";

    public static string Claims(string account, string member) => $"Tài khoản “{account}” vừa nhắn cho tôi và có tên đăng nhập của đồng chí {member}. Có đúng là đồng chí ấy không?";

    public static string Confirmed(string member) => $"Đã xác nhận tài khoản của đồng chí {member}.";

    public static string Refused(string member) => $"Đã từ chối. Tài khoản này không được dùng với tên đồng chí {member}.";

    public static string DisputeFor(string member) =>
        $"Có nhiều hơn một tài khoản nhận là đồng chí {member}. Tài khoản chưa được xác nhận thì tôi chưa công nhận. Đồng chí kiểm tra lại, rồi nhờ quản trị viên ghi mã tài khoản đúng vào danh sách của chi bộ.";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
