namespace ChiBoBot.Tests.Understanding;

/// <summary>Short questions that lean on the one before.</summary>
public sealed class FollowUpTests
{
    [Theory]
    [InlineData("Tháng 8 sinh nhật ai?", "Còn tháng 9?", "member_anniversary kind=birthday period=month:09")]
    [InlineData("Số điện thoại của anh Khôi?", "Thế email?", "member_contact field=email person=Hoàng Minh Khôi")]
    [InlineData("Quý 3 có sự kiện gì?", "thế còn quý 4", "event_list period=quarter:4")]
    [InlineData("Chị Mai nộp bản tự đánh giá chưa?", "Thế còn anh Nam?", "assessment_submission_status field=state person=Phan Hải Nam")]
    [InlineData("Thứ hai tuần sau có gì không?", "thế thứ ba", "event_list period=next_week weekday=tue")]
    [InlineData("Ngày 20/3 có họp không?", "Ai chủ trì buổi đó?", "event_detail date=--03-20 field=chair")]
    [InlineData("Thứ Năm họp mấy giờ?", "Báo cho mọi người luôn.", "cmd_send_reminder about=meeting audience=all weekday=thu")]
    [InlineData("Chị Mai nộp bản tự đánh giá chưa?", "Nhắc chị ấy giúp tôi.", "cmd_send_reminder about=assessment audience=person person=Vũ Thị Mai")]
    [InlineData("Anh Khôi nộp bản tự đánh giá chưa?", "rứa thì nhắn ổng một câu giùm tui", "cmd_send_reminder about=assessment audience=person person=Hoàng Minh Khôi")]
    [InlineData("Anh Khôi nộp bản tự đánh giá chưa?", "nhắc mọi người chiều mai họp", "cmd_send_reminder about=meeting audience=all period=tomorrow time_of_day=afternoon")]
    [InlineData("Anh Khôi nộp bản tự đánh giá chưa?", "Mức nào vậy?", "confidential_request kind=self_assessment person=Hoàng Minh Khôi")]
    [InlineData("Anh Khôi nộp bản tự đánh giá chưa?", "Mức nào vậy em?", "confidential_request kind=self_assessment person=Hoàng Minh Khôi")]
    [InlineData("Anh Khôi nộp bản tự đánh giá chưa?", "thế tôi tự nhận mức nào", "assessment_self_status field=grade")]
    [InlineData("Anh Khôi nộp bản tự đánh giá chưa?", "nhắc những ai chưa nộp đi", "cmd_send_reminder about=assessment audience=not_submitted")]
    public void What_is_left_out_comes_from_the_question_before(string previous, string text, string line) =>
        Assert.Equal(line, Ask.Line(text, previous).Replace(" want=list", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("thôi")]
    [InlineData("thoi")]
    [InlineData("Thôi khỏi em ạ.")]
    [InlineData("khoan đã")]
    public void A_bare_stop_calls_off_what_was_ordered(string text)
    {
        Assert.Equal("cancel_command command=cmd_send_reminder", Ask.Line(text, "nhắc tôi trước giờ họp một tiếng"));
        Assert.True(Ask.Read(text, "nhắc tôi trước giờ họp một tiếng").IsSure);
    }

    [Fact]
    public void Another_subject_takes_nothing_over() =>
        Assert.Null(Ask.Slot("cho tôi xem danh sách tất cả các chỉ tiêu đang chưa đạt của chi bộ", "person", "Số điện thoại của anh Khôi?"));

    [Fact]
    public void No_request_begins_in_the_middle_of_a_time() =>
        Assert.Equal("08:30", Ask.Slot("Tạo lịch họp chi ủy 8 rưỡi sáng thứ ba rồi nhắn các đồng chí chi ủy giúp tôi.", "time"));

    [Theory]
    [InlineData("Chị thư ký đã ghi chỉ tiêu 4 đạt 90%, giờ còn chỉ tiêu nào chưa đạt?")]
    [InlineData("chi thu ky da ghi chi tieu 4 dat 90%, gio con chi tieu nao chua dat?")]
    [InlineData("Tuần trước đã tạo lịch họp chi ủy thứ ba 14h, họp ở phòng nào?")]
    [InlineData("Anh Khang đã xuất báo cáo điểm danh tháng 2, tỷ lệ bao nhiêu?")]
    [InlineData("Chị Mai nhắc là mở điểm danh trước 15 phút, hôm qua mở lúc mấy giờ?")]
    [InlineData("Mở điểm danh đi. À thôi khỏi.")]
    [InlineData("Chị thư ký đã ghi chỉ tiêu 4 đạt 90%.")]
    [InlineData("anh Khôi đã gửi nhắc cho cả chi bộ rồi")]
    public void What_is_told_of_an_order_or_taken_back_orders_nothing(string text) =>
        Assert.DoesNotContain(Ask.Read(text).Requests, r => ChiBoBot.Understanding.IntentNames.IsCommand(r.Intent));

    [Fact]
    public void A_model_of_another_build_is_told_apart() =>
        Assert.Contains("chibobot train", Assert.Throws<InvalidOperationException>(() => ChiBoBot.Understanding.Knowledge.Read(new MemoryStream(new byte[20]), ChiBoBot.Understanding.Lexicon.Books.Load())).Message, StringComparison.Ordinal);

    [Fact]
    public void Two_requests_in_one_message_are_both_read() =>
        Assert.Equal(
            ["member_by_post", "event_next"],
            Ask.Read("Bí thư chi bộ là ai, và bao giờ họp chi bộ?").Requests.Select(r => ChiBoBot.Understanding.IntentNames.NameOf(r.Intent)));
}
