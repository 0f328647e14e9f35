namespace ChiBoBot.Tests.Understanding;

/// <summary>Days, weeks, months and hours as people write them.</summary>
public sealed class DateTests
{
    [Theory]
    [InlineData("hôm nay có họp không", "today")]
    [InlineData("bữa nay họp không", "today")]
    [InlineData("chiều nay có họp không", "today")]
    [InlineData("mai có họp không", "tomorrow")]
    [InlineData("ngay mai co hop khong", "tomorrow")]
    [InlineData("ngày kia có họp không", "day_after_tomorrow")]
    [InlineData("ngày mốt có họp không", "day_after_tomorrow")]
    [InlineData("hôm qua có họp không", "yesterday")]
    [InlineData("tuần này có lịch gì", "this_week")]
    [InlineData("tuan toi co lich gi", "next_week")]
    [InlineData("tuần sau nữa có lịch gì", "week_after_next")]
    [InlineData("cuối tuần này có lịch gì", "this_weekend")]
    [InlineData("tháng này có lịch gì", "this_month")]
    [InlineData("tháng sau có lịch gì", "next_month")]
    [InlineData("thang truoc co may cuoc hop", "last_month")]
    [InlineData("tháng 6 có mấy cuộc họp", "month:06")]
    [InlineData("tháng sáu có mấy cuộc họp", "month:06")]
    [InlineData("thang muoi hai co hop gi", "month:12")]
    [InlineData("6 tháng đầu năm có mấy cuộc họp", "first_half")]
    [InlineData("sáu tháng đầu năm họp mấy lần", "first_half")]
    [InlineData("quý III có sự kiện gì", "quarter:3")]
    [InlineData("quy 3 co su kien gi", "quarter:3")]
    [InlineData("quý này có sự kiện gì", "this_quarter")]
    [InlineData("quý trước họp mấy lần", "last_quarter")]
    [InlineData("năm nay họp mấy lần", "this_year")]
    [InlineData("năm ngoái họp mấy lần", "last_year")]
    [InlineData("năm 2024 họp mấy lần", "year:2024")]
    [InlineData("từ giờ đến cuối năm có lịch gì", "rest_of_year")]
    [InlineData("nhiệm kỳ này họp chi ủy mấy lần", "term")]
    [InlineData("nhiệm kỳ trước họp chi ủy mấy lần", "last_term")]
    [InlineData("bí thư khóa trước là ai", "last_term")]
    [InlineData("chi ủy khoá này gồm những ai", "term")]
    [InlineData("mốt họp mấy giờ", "day_after_tomorrow")]
    [InlineData("nửa năm đầu họp mấy lần", "first_half")]
    [InlineData("nửa cuối năm có lịch gì", "rest_of_year")]
    [InlineData("q trc ai vắng nhiều nhất", "last_quarter")]
    [InlineData("buổi họp hôm wa ai vắng", "yesterday")]
    [InlineData("year to date họp mấy lần", "this_year")]
    [InlineData("năm tê họp mấy lần", "last_year")]
    [InlineData("nửa cuối năm ngoái chi bộ họp mấy lần", "last_year")]
    [InlineData("anh tuân vừa nộp bản tự đánh giá chưa", null)]
    public void Periods(string text, string? period) => Assert.Equal(period, Ask.Slot(text, "period"));

    [Theory]
    [InlineData("ngày 3/12 có họp không", "--12-03")]
    [InlineData("ngày 3-12 có họp không", "--12-03")]
    [InlineData("ngày 3.12 có họp không", "--12-03")]
    [InlineData("ngày 03 tháng 12 có họp không", "--12-03")]
    [InlineData("hôm 12/3 ai không đi họp", "--03-12")]
    [InlineData("3/12/2026 có họp không", "2026-12-03")]
    [InlineData("ngày 3 tháng 12 năm 2026 có họp không", "2026-12-03")]
    [InlineData("mùng 5 tháng sau có họp không", "next_month-05")]
    [InlineData("ngày 25 có họp không", "---25")]
    [InlineData("tháng 4 ngày 17 có họp không", "--04-17")]
    [InlineData("tháng 4 ngày 17 năm 2027 có họp không", "2027-04-17")]
    [InlineData("thứ tư 24 tháng 3 năm 2027 có họp không", "2027-03-24")]
    public void Dates(string text, string date) => Assert.Equal(date, Ask.Slot(text, "date"));

    [Theory]
    [InlineData("từ ngày 6 đến ngày 10 tháng 4 có họp không", "--04-06", "--04-10")]
    [InlineData("từ ngày 6 đến ngày 10 tháng 4 năm 2027 có họp không", "2027-04-06", "2027-04-10")]
    [InlineData("từ ngày 6 đến ngày 10 tháng sau có họp không", "next_month-06", "next_month-10")]
    [InlineData("từ ngày 6 tháng 3 đến ngày 10 tháng 4 có họp không", "--03-06", "--04-10")]
    [InlineData("từ 20 đến 27 tháng 3 có họp không", "--03-20", "--03-27")]
    [InlineData("từ 20 đến 27 tháng 3 năm 2027 có họp không", "2027-03-20", "2027-03-27")]
    public void Ranges(string text, string from, string to) => Assert.Equal((from, to), (Ask.Slot(text, "date_from"), Ask.Slot(text, "date_to")));

    [Theory]
    [InlineData("ai nghỉ sinh hoạt 3 tháng 2 lần liên tiếp")]
    [InlineData("lịch họp chuyên đề 3 tháng 1 lần")]
    [InlineData("tạo lịch họp 2 tháng 1 buổi")]
    [InlineData("chi ủy họp từ 2 đến 3 tháng 1 lần à")]
    public void So_often_in_so_many_months_is_no_date(string text) => Assert.Null(Ask.Slot(text, "date"));

    [Theory]
    [InlineData("thứ 2 có họp không", "mon")]
    [InlineData("t2 có họp không", "mon")]
    [InlineData("thu hai co hop khong", "mon")]
    [InlineData("thứ tư có họp không", "wed")]
    [InlineData("thứ năm có họp không", "thu")]
    [InlineData("thu nam co hop khong", "thu")]
    [InlineData("chủ nhật này có lịch gì", "sun")]
    [InlineData("cn này có gì ko", "sun")]
    [InlineData("next Monday có họp không", "mon")]
    public void Weekdays(string text, string weekday) => Assert.Equal(weekday, Ask.Slot(text, "weekday"));

    [Theory]
    [InlineData("tạo cuộc họp 14h30 chiều mai", "14:30")]
    [InlineData("tạo cuộc họp 14g30 chiều mai", "14:30")]
    [InlineData("tạo cuộc họp 14:30 chiều mai", "14:30")]
    [InlineData("tạo cuộc họp 2 giờ chiều mai", "14:00")]
    [InlineData("tạo cuộc họp hai giờ rưỡi chiều mai", "14:30")]
    [InlineData("tạo cuộc họp 7 rưỡi tối mai", "19:30")]
    [InlineData("tạo cuộc họp 3 giờ kém 15 chiều mai", "14:45")]
    [InlineData("tạo cuộc họp 8 giờ 15 sáng mai", "08:15")]
    [InlineData("tao cuoc hop 3h chieu mai", "15:00")]
    public void Times(string text, string time) => Assert.Equal(time, Ask.Slot(text, "time"));

    [Fact]
    public void From_one_day_to_another() =>
        Assert.Equal("event_list date_from=--10-10 date_to=--10-20", Ask.Line("Từ ngày 10/10 đến 20/10 có hoạt động nào?"));

    [Theory]
    [InlineData("tháng kế tiếp sinh nhật những ai", "next_month")]
    [InlineData("tuần tiếp theo có họp không", "next_week")]
    [InlineData("Cột giảm tôi để trống. Quý I có ai chuyển đi không?", "quarter:1")]
    public void What_comes_next_and_a_quarter_with_a_capital(string text, string period) => Assert.Equal(period, Ask.Slot(text, "period"));

    [Theory]
    [InlineData("Cột giảm tôi để trống. Quý I có ai chuyển đi không?")]
    [InlineData("hai nam gan day chi bo nhan them may nguoi")]
    public void A_quarter_and_years_are_nobody(string text) => Assert.Null(Ask.Slot(text, "person"));

    [Fact]
    public void A_day_after_whom_it_is_for_is_a_day() => Assert.Equal("mon", Ask.Slot("nhac moi nguoi thu hai 14h30 hop", "weekday"));

    [Fact]
    public void A_meeting_that_is_moved_gets_the_new_day() => Assert.Equal("fri", Ask.Slot("dời họp thứ năm sang thứ sáu giúp tôi", "weekday"));
}
