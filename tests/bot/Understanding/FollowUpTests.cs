namespace ChiBoBot.Tests.Understanding;

/// <summary>Short questions that lean on the one before.</summary>
public sealed class FollowUpTests
{
    [Theory]
    [InlineData("Tháng 8 sinh nhật ai?", "Còn tháng 9?", "member_anniversary kind=birthday period=month:09")]
    [InlineData("Số điện thoại của anh Khôi?", "Thế email?", "member_contact field=email person=Hoàng Minh Khôi")]
    [InlineData("Quý 3 có sự kiện gì?", "thế còn quý 4", "event_list period=quarter:4")]
    [InlineData("Chị Mai nộp bản tự đánh giá chưa?", "Thế còn anh Nam?", "assessment_submission_status field=state person=Phan Hải Nam")]
    public void What_is_left_out_comes_from_the_question_before(string previous, string text, string line) =>
        Assert.Equal(line, Ask.Line(text, previous).Replace(" want=list", "", StringComparison.Ordinal));

    [Fact]
    public void Another_subject_takes_nothing_over() =>
        Assert.Null(Ask.Slot("cho tôi xem danh sách tất cả các chỉ tiêu đang chưa đạt của chi bộ", "person", "Số điện thoại của anh Khôi?"));

    [Fact]
    public void Two_requests_in_one_message_are_both_read() =>
        Assert.Equal(
            ["member_by_post", "event_next"],
            Ask.Read("Bí thư chi bộ là ai, và bao giờ họp chi bộ?").Requests.Select(r => ChiBoBot.Understanding.IntentNames.NameOf(r.Intent)));
}
