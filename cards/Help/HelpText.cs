namespace ChiBoBot.Cards;

/// <summary>What the bot says of itself.</summary>
public static class HelpText
{
    public const string Title = "ChiBoBot giúp được gì?";
    public const string WelcomeTitle = "Kính chào đồng chí!";
    public const string Welcome = "Tôi là ChiBoBot, trợ lý công việc của chi bộ. Đồng chí cứ hỏi tôi bằng lời thường, có dấu hay không dấu đều được.";
    public const string Intro = "Đồng chí có thể hỏi tôi:";
    public const string Targets = "Chỉ tiêu";
    public const string TargetsExamples = "“chỉ tiêu nào chưa đạt?”, “tổng quan chỉ tiêu”";
    public const string Members = "Đảng viên";
    public const string MembersExamples = "“danh sách đảng viên”, “ai là bí thư?”";
    public const string Events = "Lịch";
    public const string EventsExamples = "“sắp tới có gì?”, “họp khi nào, ở đâu?”";
    public const string Attendance = "Điểm danh";
    public const string AttendanceExamples = "“có mặt”, “xin vắng”";
    public const string Assessment = "Tự đánh giá";
    public const string AssessmentExamples = "“viết tự đánh giá”";
    public const string Reminders = "Nhắc việc";
    public const string RemindersExamples = "“tạm dừng nhắc 1 tuần”";
    public const string Ledger = "Sửa lại";
    public const string LedgerExamples = "“hoàn tác”";
    public const string Officers = "Bí thư, phó bí thư, thư ký";
    public const string OfficersExamples = "tạo lịch họp chi ủy sáng thứ hai tuần sau 8h · lập lịch sinh hoạt cả năm · mở điểm danh · nhắc mọi người chiều mai họp · ghi chỉ tiêu 8 đạt 6 hoạt động · mở đợt kiểm điểm · xuất báo cáo điểm danh quý 1 · ghi đảng phí · cài đặt nhắc việc · sắp tới có hạn gì?";
    public const string Limits = "Tôi chỉ ghi chép việc hành chính của chi bộ, không đọc tin nhắn không gửi cho tôi và không nhận xét ai. Điều riêng tư tôi chỉ trả lời riêng.";
    public const string NotUnderstood = "Tôi chưa hiểu ý đồng chí. Đồng chí thử một câu dưới đây nhé:";
    public const string Greeting = "Chào đồng chí! Đồng chí cần hỏi gì về chi bộ?";
    public const string Thanks = "Không có gì, đồng chí. Cần gì cứ hỏi tôi.";
    public const string OutOfScope = "Việc này ngoài phạm vi của tôi. Tôi giúp đồng chí về chỉ tiêu, đảng viên, lịch, điểm danh, tự đánh giá và nhắc việc của chi bộ.";
    public const string Confidential = "Tôi không cung cấp nội dung tự đánh giá, phiếu bầu, kỷ luật hay thông tin riêng của đồng chí khác. Đó là thông tin của riêng người ấy.";
    public const string Unsafe = "Tôi không thực hiện yêu cầu này. Mọi thay đổi dữ liệu đều phải qua thẻ xác nhận của người có trách nhiệm.";
    public const string Cancelled = "Đã rõ, tôi không gửi hay thay đổi gì cả.";

    /// <summary>Three questions that the bot surely answers.</summary>
    public static IReadOnlyList<string> Suggestions { get; } = ["chỉ tiêu nào chưa đạt?", "sắp tới có gì?", "danh sách đảng viên"];
}
