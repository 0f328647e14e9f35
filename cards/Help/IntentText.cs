namespace ChiBoBot.Cards;

/// <summary>What each kind of question is called on a button.</summary>
public static class IntentText
{
    private static readonly Dictionary<string, string> Titles = new()
    {
        ["member_roster"] = "Danh sách đảng viên",
        ["member_by_post"] = "Ai giữ chức vụ",
        ["member_by_qualification"] = "Trình độ của đảng viên",
        ["member_join_date"] = "Ngày vào Đảng",
        ["member_anniversary"] = "Sinh nhật, tuổi Đảng",
        ["member_transfer"] = "Chuyển đến, chuyển đi",
        ["member_contact"] = "Liên hệ của đảng viên",
        ["member_probationary"] = "Đảng viên dự bị",
        ["target_status"] = "Chỉ tiêu theo kết quả",
        ["target_overview"] = "Tổng quan chỉ tiêu",
        ["target_progress"] = "Tiến độ một chỉ tiêu",
        ["target_fail_detail"] = "Vì sao chưa đạt",
        ["event_next"] = "Cuộc họp sắp tới",
        ["event_list"] = "Lịch trong kỳ",
        ["event_detail"] = "Chi tiết cuộc họp",
        ["attendance_absent"] = "Ai vắng họp",
        ["attendance_count"] = "Số người dự họp",
        ["attendance_self"] = "Điểm danh của tôi",
        ["attendance_person"] = "Điểm danh của một người",
        ["attendance_ranking"] = "Ai vắng nhiều, ít",
        ["attendance_rate"] = "Tỷ lệ dự họp",
        ["assessment_submission_status"] = "Ai đã nộp tự đánh giá",
        ["assessment_self_status"] = "Bản tự đánh giá của tôi",
        ["assessment_start"] = "Viết tự đánh giá",
        ["assessment_deadline"] = "Hạn nộp tự đánh giá",
        ["assessment_summary"] = "Tổng hợp xếp loại",
        ["cmd_open_attendance"] = "Mở điểm danh",
        ["cmd_send_reminder"] = "Gửi lời nhắc",
        ["cmd_create_meeting"] = "Tạo lịch họp",
        ["cmd_record_target"] = "Ghi kết quả chỉ tiêu",
        ["cmd_export_report"] = "Xuất báo cáo",
        ["cancel_command"] = "Hủy lệnh vừa rồi",
        ["greeting"] = "Chào hỏi",
        ["thanks"] = "Cảm ơn",
        ["help"] = "Trợ giúp",
        ["out_of_scope"] = "Việc khác",
        ["confidential_request"] = "Thông tin riêng của người khác",
        ["unsafe_input"] = "Yêu cầu khác",
    };

    /// <summary>The title of an intent by the name that <c>understand</c> prints.</summary>
    public static string Title(string intent) => Titles[intent];

    public static IReadOnlyCollection<string> Known => Titles.Keys;
}
