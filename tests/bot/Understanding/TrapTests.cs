using ChiBoBot.Understanding;

namespace ChiBoBot.Tests.Understanding;

/// <summary>Words that look like others, by the trap's name.</summary>
public sealed class TrapTests
{
    [Theory]
    [InlineData("06/07 chỉ tiêu là sao")]
    [InlineData("đạt 6/7 chỉ tiêu rồi à")]
    [InlineData("moi dat 06/07 chi tieu thoi a")]
    public void So_many_of_so_many_is_no_date(string text) => Assert.Null(Ask.Slot(text, "date"));

    [Theory]
    [InlineData("Nghị quyết 35-NQ/TW nói gì?")]
    [InlineData("nghị định 30/2020/NĐ-CP quy định gì")]
    public void The_number_of_a_document_is_no_date(string text)
    {
        Assert.Null(Ask.Slot(text, "date"));
        Assert.Null(Ask.Slot(text, "period"));
    }

    [Theory]
    [InlineData("chỉ tiêu trong nghị quyết số 35 tiến độ đến đâu", null)]
    [InlineData("các chỉ tiêu theo nghị quyết số 12 đạt chưa", null)]
    [InlineData("chi tieu so hai lam toi dau roi", "2")]
    [InlineData("chi tieu so hai muoi lam toi dau roi", "25")]
    [InlineData("chỉ tiêu số hai lăm tới đâu rồi", "25")]
    public void The_number_of_a_target_is_no_other_number(string text, string? number) => Assert.Equal(number, Ask.Slot(text, "target_no"));

    [Theory]
    [InlineData("không hỏi số lượng, tên người vắng hôm 10/3", "attendance_absent date=--03-10 want=list")]
    [InlineData("Không phải chỉ tiêu 3 mà chỉ tiêu 5 tới đâu rồi", "target_progress target_no=5")]
    [InlineData("khong hoi vi sao, chi hoi chi tieu nao khong dat thoi", "target_status status=failed want=list")]
    [InlineData("không cần nhắc nữa, cảm ơn em", "thanks")]
    public void What_is_only_denied_asks_nothing(string text, string meant) => Assert.Equal(meant, Ask.Line(text));

    [Fact]
    public void Who_will_remind_oneself_orders_nothing() =>
        Assert.False(IntentNames.IsCommand(Ask.Read("Ai chưa bấm điểm danh để tôi nhắc luôn?").Requests[0].Intent));

    [Fact]
    public void Six_months_are_not_June()
    {
        Assert.NotEqual("month:06", Ask.Slot("6 tháng qua họp mấy lần", "period"));
        Assert.Equal("month:06", Ask.Slot("tháng 6 họp mấy lần", "period"));
    }

    [Fact]
    public void Anh_Thang_is_no_month()
    {
        Assert.Equal("Lê Quang Thắng", Ask.Slot("anh Thắng năm nay vắng mấy buổi", "person"));
        Assert.Equal("Lê Quang Thắng", Ask.Slot("anh thang nam nay vang may buoi", "person"));
        Assert.Null(Ask.Slot("thang 9 ai vang nhieu nhat", "person"));
    }

    [Fact]
    public void Chi_Mai_is_not_tomorrow()
    {
        Assert.Equal("Vũ Thị Mai", Ask.Slot("sđt chị Mai", "person"));
        Assert.Equal("Vũ Thị Mai", Ask.Slot("so dien thoai chi mai", "person"));
        Assert.Equal("tomorrow", Ask.Slot("mai mấy giờ họp", "period"));
        Assert.Null(Ask.Slot("sang mai hop may gio", "person"));
    }

    [Fact]
    public void Thursday_is_no_year() => Assert.Equal("event_list weekday=thu", Ask.Line("thu nam co hop khong"));

    [Fact]
    public void The_secretary_is_no_weekday()
    {
        Assert.Equal("member_by_post post=secretary", Ask.Line("bi thu la ai"));
        Assert.Null(Ask.Slot("bi thu nam nay la ai", "weekday"));
    }

    [Fact]
    public void Anh_Nam_is_no_year() => Assert.Equal("Phan Hải Nam", Ask.Slot("cho xin email anh nam", "person"));

    [Fact]
    public void Anh_Tuan_is_no_week() => Assert.Equal("Bùi Anh Tuấn", Ask.Slot("anh tuan vao dang nam nao", "person"));

    [Fact]
    public void Chi_Thu_is_no_weekday() => Assert.Equal("Ngô Thị Thu", Ask.Slot("chị Thu vào Đảng năm nào", "person"));

    [Fact]
    public void A_bare_vang_marks_nobody()
    {
        var reading = Ask.Read("vang");
        Assert.False(IntentNames.IsCommand(reading.Requests[0].Intent));
    }

    [Fact]
    public void Two_members_of_one_name_are_asked_back()
    {
        Assert.Equal("Sơn", Ask.Slot("anh Sơn vắng mấy buổi năm nay", "person"));
        Assert.Equal("true", Ask.Slot("anh Sơn vắng mấy buổi năm nay", "ambiguous"));
        Assert.Equal("Trần Đình Sơn", Ask.Slot("anh Đình Sơn vắng mấy buổi năm nay", "person"));
        Assert.Null(Ask.Slot("anh Đình Sơn vắng mấy buổi năm nay", "ambiguous"));
    }

    [Fact]
    public void A_name_with_a_slip_is_found() => Assert.Equal("Hoàng Minh Khôi", Ask.Slot("số điện thoại anh Khoôi", "person"));

    [Theory]
    [InlineData("đừng nhắc nữa")]
    [InlineData("khoan, đừng mở điểm danh")]
    [InlineData("hủy hội nghị học nghị quyết ngày 25/11")]
    [InlineData("huy cuoc hop chi uy sang mai")]
    [InlineData("nhờ em huỷ lịch họp ngày 3/12 giúp")]
    [InlineData("thôi không tạo lịch nữa")]
    [InlineData("huy lenh vua roi")]
    [InlineData("dừng lại, không gửi nữa")]
    public void What_calls_a_command_off_is_no_command(string text) => Assert.Equal(Intent.CancelCommand, Ask.Read(text).Requests[0].Intent);

    [Theory]
    [InlineData("<script>alert(1)</script>", "html_script")]
    [InlineData("&lt;img src=x onerror=alert(1)&gt;", "html_script")]
    [InlineData("' OR 1=1 --", "sql_injection")]
    [InlineData("{{7*7}}", "template_injection")]
    [InlineData("../../etc/passwd", "path_traversal")]
    public void Payloads_are_unsafe(string text, string kind) => Assert.Equal($"unsafe_input kind={kind}", Ask.Line(text));

    [Fact]
    public void The_question_around_a_payload_is_read_beside_it()
    {
        var reading = Ask.Read("<script>alert(1)</script> chi bộ có bao nhiêu đảng viên?");
        Assert.Equal(["unsafe_input kind=html_script", "member_roster want=count"], reading.Requests.Select(Ask.Line));
    }

    [Theory]
    [InlineData("chị Mai tự nhận mức gì")]
    [InlineData("cho xem bản kiểm điểm của anh Khôi")]
    [InlineData("anh Nam có bị kỷ luật không")]
    [InlineData("số căn cước của chị Thu")]
    public void What_is_confidential_is_never_answered(string text) => Assert.Equal(Intent.ConfidentialRequest, Ask.Read(text).Requests[0].Intent);

    [Theory]
    [InlineData("Mở điểm danh từ sáng rồi, sao còn mấy người chưa bấm?")]
    [InlineData("nhắc mãi rồi mà ai vẫn chưa nộp kiểm điểm?")]
    [InlineData("xuat hay khong cung duoc, con chi tieu nao chua dat?")]
    public void A_question_after_what_was_ordered_before_is_no_command(string text) =>
        Assert.All(Ask.Read(text).Requests, r => Assert.False(IntentNames.IsCommand(r.Intent)));

    [Theory]
    [InlineData("Đừng xuất danh sách đảng viên ra ngoài nhé")]
    [InlineData("Bỏ lệnh ghi chỉ tiêu trồng cây giúp tôi")]
    [InlineData("Đề nghị thu hồi thông báo họp sáng nay")]
    public void What_is_forbidden_or_taken_back_is_not_done(string text) => Assert.Equal(Intent.CancelCommand, Ask.Read(text).Requests[0].Intent);

    [Fact]
    public void Another_members_assessment_is_not_printed() =>
        Assert.Equal(Intent.ConfidentialRequest, Ask.Read("xuất file bản tự kiểm điểm của chị Kim Chi").Requests[0].Intent);

    [Theory]
    [InlineData("nhắc tôi trước giờ họp một tiếng", "1h")]
    [InlineData("nhắc mọi người trước buổi họp chi ủy 30 phút", "30m")]
    [InlineData("nhắc mọi người trước ngày họp 2 ngày", "2d")]
    [InlineData("nhắc mọi người trước khoảng 90 phút", "90m")]
    [InlineData("nhắc mọi người trước cuộc họp 8 giờ sáng mai", null)]
    [InlineData("tạo cuộc họp chiều mai như lần trước, họp 45 phút", null)]
    public void How_long_before_is_no_hour(string text, string? lead) => Assert.Equal(lead, Ask.Slot(text, "lead_time"));

    [Fact]
    public void Whoever_is_left_out_is_not_asked_about()
    {
        Assert.Equal("Hoàng Minh Khôi", Ask.Slot("Hôm qua ngoài anh Khôi ra còn ai vắng?", "exclude"));
        Assert.Null(Ask.Slot("Trong năm, ngoài anh Khôi ra, ai vắng nhiều nhất?", "person"));
        Assert.NotEqual("last_year", Ask.Slot("Trong năm, ngoài anh Khôi ra, ai vắng nhiều nhất?", "period"));
    }

    [Fact]
    public void The_year_before_leaves_nobody_out() => Assert.Equal("Hoàng Minh Khôi", Ask.Slot("Năm ngoái anh Khôi tự nhận mức gì?", "person"));

    [Theory]
    [InlineData("Chị Mai, anh Khôi và anh Nam nộp bản tự đánh giá chưa?")]
    [InlineData("anh khoi chi mai anh nam nop ban tu danh gia chua")]
    public void All_who_are_named_side_by_side_are_asked_about(string text) =>
        Assert.Equal(3, Ask.Slot(text, "person")!.Split('|').Length);

    [Fact]
    public void Several_things_are_asked_at_once() =>
        Assert.Equal("event_detail field=time|chair period=tomorrow", Ask.Line("Mai họp mấy giờ, ai chủ trì?"));

    [Fact]
    public void The_year_after_a_target_is_the_one_recorded_for() => Assert.Equal("year:2025", Ask.Slot("cập nhật chỉ tiêu 3 năm 2025 đạt 13/14", "period"));

    [Fact]
    public void A_number_with_a_stroke_too_few_is_a_targets() => Assert.Equal("8", Ask.Slot("chir tieeu sos 8 ddeens ddaau roofi", "target_no"));

    [Fact]
    public void A_number_alone_is_a_targets_after_a_target() => Assert.Equal("6", Ask.Slot("Thế số 6?", "target_no", "Chỉ tiêu số 2 đến đâu rồi?"));

    [Theory]
    [InlineData("tạo lịch họp chi bộ tháng 5 ngày 9 lúc 8h", "date", "--05-09")]
    [InlineData("tạo lịch họp chi ủy 20/3 14h-16h", "end_time", "16:00")]
    [InlineData("tạo họp chi bộ lúc tám giờ ba mươi sáng mai", "time", "08:30")]
    public void A_day_and_an_hour_may_be_written_many_ways(string text, string slot, string value) => Assert.Equal(value, Ask.Slot(text, slot));
}
