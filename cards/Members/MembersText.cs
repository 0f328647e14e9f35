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

    public const string QualificationsTitle = "Trình độ của đảng viên";
    public const string Bachelor = "Đại học";
    public const string BachelorOfLaw = "Đại học Luật";
    public const string Law = "Luật";
    public const string Master = "Thạc sĩ";
    public const string Doctor = "Tiến sĩ";
    public const string PoliticsIntermediate = "Trung cấp lý luận chính trị";
    public const string PoliticsAdvanced = "Cao cấp lý luận chính trị";
    public const string PoliticsBachelor = "Cử nhân chính trị";
    public const string Specialist = "Chuyên viên";
    public const string PrincipalSpecialist = "Chuyên viên chính";
    public const string SeniorSpecialist = "Chuyên viên cao cấp";
    public const string EnglishCertificate = "Chứng chỉ tiếng Anh";
    public const string Course = "Bồi dưỡng";
    public const string NothingRecorded = "Chưa có ghi chép";

    public const string JoinTitle = "Ngày vào Đảng";
    public const string EarliestTitle = "Vào Đảng sớm nhất";
    public const string LatestTitle = "Vào Đảng gần đây nhất";
    public const string NotOfficialYet = "còn dự bị";

    public const string BirthdayTitle = "Sinh nhật";
    public const string PartyAnniversaryTitle = "Kỷ niệm ngày vào Đảng";
    public const string NoBirthday = "Chưa ghi ngày sinh";

    public const string TransferTitle = "Chuyển sinh hoạt";
    public const string InTitle = "Chuyển đến";
    public const string OutTitle = "Chuyển đi";
    public const string Reassigned = "điều động";
    public const string Retired = "nghỉ hưu";
    public const string Recruited = "mới tiếp nhận";
    public const string OtherReason = "lý do khác";
    public const string NeverTransferred = "không có ghi chép chuyển sinh hoạt";

    public const string ProbationTitle = "Đảng viên dự bị";
    public const string NoProbation = "Chi bộ hiện không có đảng viên dự bị.";
    public const string NoMentor = "Tôi chưa có ghi chép ai được phân công giúp đỡ đảng viên dự bị. Đồng chí hỏi bí thư hoặc chi ủy.";

    public const string ContactTitle = "Liên hệ";
    public const string NoPhones = "Tôi không lưu số điện thoại. Đồng chí tìm tên trong Teams để nhắn tin hoặc gọi.";
    public const string NoAccount = "Chưa ghi tài khoản";
    public const string WhoseContact = "Đồng chí cần liên hệ với ai?";

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

    public static string QualificationTitle(string name, bool negate, bool studying) => negate ? $"Chưa có: {name}" : studying ? $"Đang học: {name}" : name;

    /// <summary>“11/14 đảng viên”.</summary>
    public static string Of(int count, int all) => $"{Number(count)}/{Number(all)} đảng viên";

    public static string Has(string name, bool has, bool studying) => has ? $"Có – {name.ToLowerInvariant()}." : studying ? $"Đang học {name.ToLowerInvariant()}." : $"Chưa có {name.ToLowerInvariant()}.";

    /// <summary>“Thạc sĩ (Luật kinh tế)”, “Cao cấp lý luận chính trị (đang học)”.</summary>
    public static string Qualification(string kind, string? subject, bool studying) => (subject, studying) switch
    {
        ({ } about, true) => $"{kind} ({about}, đang học)",
        ({ } about, false) => $"{kind} ({about})",
        (null, true) => $"{kind} (đang học)",
        _ => kind,
    };

    /// <summary>A day, or a month or a year where the papers say no more.</summary>
    public static string When(int year, int? month, int? day) => (month, day) switch
    {
        ({ } m, { } d) => VietnamTime.Date(new DateOnly(year, m, d)),
        ({ } m, null) => string.Create(CultureInfo.InvariantCulture, $"tháng {m:00}/{year}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"năm {year}"),
    };

    /// <summary>“vào Đảng 19/05/1993 · chính thức 19/05/1994 · 33 năm tuổi Đảng”.</summary>
    public static string Joined(string joined, string? official, int years) =>
        $"vào Đảng {joined} · {(official is null ? NotOfficialYet : $"chính thức {official}")} · {Number(years)} năm tuổi Đảng";

    public static string JoinedBefore(int year) => $"Vào Đảng trước năm {year}";

    public static string JoinedAfter(int year) => $"Vào Đảng sau năm {year}";

    public static string JoinedSince(int year) => $"Vào Đảng từ năm {year}";

    public static string JoinedIn(int year) => $"Vào Đảng năm {year}";

    public static string OfficialIn(string joined) => joined.Replace("Vào Đảng", "Chính thức", StringComparison.Ordinal);

    public static string TitleThen(string title, string range) => $"{title}: {range}";

    /// <summary>Day and month alone: the year is nobody's business.</summary>
    public static string DayOfYear(int month, int day) => string.Create(CultureInfo.InvariantCulture, $"{day:00}/{month:00}");

    /// <summary>“19/05/2027: 34 năm”.</summary>
    public static string YearsOn(DateOnly day, int years) => $"{VietnamTime.Date(day)}: {Number(years)} năm";

    public static string PeopleCount(int count) => $"{Number(count)} đồng chí";

    public static string NobodyThen(string title, string range) => $"{title}, {range}: không có đồng chí nào.";

    public static string CameFrom(string when, string? other, string reason) => $"chuyển đến từ {when}{(other is null ? "" : $", từ {other}")} ({reason})";

    public static string WentTo(string when, string? other, string reason) => $"chuyển đi từ {when}{(other is null ? "" : $", đến {other}")} ({reason})";

    public static string CameAndWent(int came, int went) => $"{Number(came)} đến, {Number(went)} đi";

    public static string ProbationUntil(string from, int months, string until) => $"dự bị từ {from}, đủ {Number(months)} tháng ngày {until}";

    public static string ByRule(string source, string rule) => $"{source} · theo {rule}";

    public static string OfficialSince(string day) => $"chính thức từ {day}";

    public static string Account(string upn) => $"Tài khoản Teams: {upn}";

    public static string Members(int count) => $"{Number(count)} đảng viên";

    public static string Members(int count, string gender) => $"{Number(count)} đảng viên {gender.ToLowerInvariant()}";

    public static string MembersUnder(int count, int age) => $"{Number(count)} đảng viên dưới {Number(age)} tuổi";

    public static string AsOf(string cell, DateOnly day) => $"{cell} · tính đến ngày {VietnamTime.Date(day)}";

    public static string Probation(DateOnly from) => $"Dự bị từ {VietnamTime.Date(from)}";

    public const string OnlyPresentPosts = "Tôi chỉ trả lời được chức vụ hiện nay. Về thời gian trước, đồng chí xem hồ sơ của chi bộ nhé.";

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
