namespace ChiBoBot.Tests.Features.Members;

/// <summary>Qualifications, days in the Party, anniversaries, transfers, probation and contacts, as a member of the sample cell asks for them on 22/11/2026.</summary>
public class MoreMemberQuestionsTests
{
    private const string Source = "\nChi bộ Công tác Hội đồng nhân dân · tính đến ngày 22/11/2026";

    [Theory]
    [InlineData("bao nhiêu đồng chí có bằng thạc sĩ?", "Thạc sĩ\n11/14 đảng viên")]
    [InlineData("co bao nhieu nguoi co cao cap ly luan chinh tri", "Cao cấp lý luận chính trị\n10/14 đảng viên")]
    [InlineData("bao nhieu nguoi co trung cap ly luan chinh tri", "Trung cấp lý luận chính trị\n4/14 đảng viên")]
    [InlineData("bao nhiêu đảng viên có trình độ đại học?", "Đại học\n14/14 đảng viên")]
    [InlineData("ai chưa có trung cấp lý luận chính trị?", "Chưa có: Trung cấp lý luận chính trị\n0/14 đảng viên")]
    [InlineData("ai có chứng chỉ tiếng Anh?", "Chứng chỉ tiếng Anh\n0/14 đảng viên")]
    [InlineData("ai chưa có bằng thạc sĩ?", "Chưa có: Thạc sĩ\n3/14 đảng viên\nViên Thị Mỹ Hằng\nLục Đức Kỳ\nQuách Minh Hoàng Sơn")]
    [InlineData("đồng chí Lương Thị Thu Ngân đã có bằng thạc sĩ chưa?", "Trình độ của đảng viên\nLương Thị Thu Ngân: Có – thạc sĩ. Đại học (Luật) · Thạc sĩ (Luật kinh tế) · Cao cấp lý luận chính trị · Chuyên viên cao cấp (Thi nâng ngạch)")]
    public async Task Qualifications_are_counted_as_the_report_counts_them(string question, string answer)
    {
        await using var talk = await Talk.Begin();

        Assert.Equal(answer + Source, await talk.Say(question, by: "m05"));
    }

    [Theory]
    [InlineData("đồng chí Phan Thế Khải vào Đảng năm nào?", "Ngày vào Đảng\nPhan Thế Khải: vào Đảng 19/05/1993 · chính thức 19/05/1994 · 33 năm tuổi Đảng")]
    [InlineData("ai vào đảng sớm nhất chi bộ mình?", "Vào Đảng sớm nhất\nPhan Thế Khải: vào Đảng 19/05/1993 · chính thức 19/05/1994 · 33 năm tuổi Đảng")]
    [InlineData("người mới vào Đảng gần đây nhất là ai?", "Vào Đảng gần đây nhất\nQuách Minh Hoàng Sơn: vào Đảng 19/05/2022 · chính thức 19/05/2023 · 4 năm tuổi Đảng")]
    [InlineData("những ai vào Đảng trước năm 1997?", "Vào Đảng trước năm 1997\n2 đồng chí\nPhan Thế Khải – vào Đảng 19/05/1993 · chính thức 19/05/1994 · 33 năm tuổi Đảng\nTrịnh Hữu Cương – vào Đảng 19/05/1996 · chính thức 19/05/1997 · 30 năm tuổi Đảng")]
    public async Task Days_of_admission_come_with_the_years_since(string question, string answer)
    {
        await using var talk = await Talk.Begin();

        Assert.Equal(answer + Source, await talk.Say(question, by: "m05"));
    }

    [Theory]
    [InlineData("tháng 12 có ai sinh nhật?", "Sinh nhật: Tháng 12/2026\nTạ Quang Vĩnh: 02/12\nKhổng Thị Ái Vân: 19/12" + Source)]
    [InlineData("sinh nhật của đồng chí Lương Thị Thu Ngân là ngày nào?", "Sinh nhật\nLương Thị Thu Ngân: 24/09" + Source)]
    [InlineData("năm nay ai đủ 30 năm tuổi Đảng?", "Kỷ niệm ngày vào Đảng: Năm 2026\nTrịnh Hữu Cương: 19/05/2026: 30 năm" + Source)]
    [InlineData("hôm nay có ai sinh nhật không?", "Sinh nhật, Hôm nay, Chủ nhật 22/11/2026: không có đồng chí nào.")]
    public async Task Anniversaries_are_found_by_day_and_by_years(string question, string answer)
    {
        await using var talk = await Talk.Begin();

        Assert.Equal(answer, await talk.Say(question, by: "m05"));
    }

    [Theory]
    [InlineData("năm 2024 có ai chuyển về chi bộ mình?", "Chuyển đến: Năm 2024\n2 đồng chí\nKhổng Thị Ái Vân – chuyển đến từ tháng 03/2024, từ Chi bộ Hành chính – Tổ chức (điều động)\nQuách Minh Hoàng Sơn – chuyển đến từ tháng 02/2024 (mới tiếp nhận)" + Source)]
    [InlineData("anh Vi Thanh Tùng chuyển sinh hoạt đi đâu?", "Chuyển sinh hoạt\nVi Thanh Tùng: chuyển đi từ tháng 10/2023, đến Chi bộ Hành chính – Tổ chức (điều động)" + Source)]
    [InlineData("năm nay có ai chuyển đi không?", "Chuyển đi, Năm 2026: không có đồng chí nào.")]
    public async Task Transfers_are_told_as_precisely_as_the_papers_are(string question, string answer)
    {
        await using var talk = await Talk.Begin();

        Assert.Equal(answer, await talk.Say(question, by: "m05"));
    }

    [Theory]
    [InlineData("chi bộ có mấy đảng viên dự bị?", "Chi bộ hiện không có đảng viên dự bị.")]
    [InlineData("đồng chí Quách Minh Hoàng Sơn đã được chuyển chính thức chưa?", "Đảng viên dự bị\nQuách Minh Hoàng Sơn: chính thức từ 19/05/2023" + Source)]
    public async Task Probation_is_told_with_its_end(string question, string answer)
    {
        await using var talk = await Talk.Begin();

        Assert.Equal(answer, await talk.Say(question, by: "m05"));
    }

    [Fact]
    public async Task Who_is_on_probation_has_the_day_on_which_twelve_months_are_full()
    {
        var council = Cells.SampleFiles.Council;
        await using var talk = await Talk.Begin(council with
        {
            Members = [.. council.Members.Select(member => member.Id == "m13" ? member with { Joined = new(2026, 5, 19), Official = null, Transfers = [] } : member)],
        });

        Assert.Equal(
            "Đảng viên dự bị\n1 đồng chí\nQuách Minh Hoàng Sơn – dự bị từ 19/05/2026, đủ 12 tháng ngày 19/05/2027" + Source + " · theo Điều lệ Đảng, Điều 5",
            await talk.Say("những ai đang dự bị?", by: "m05"));
    }

    [Fact]
    public async Task There_are_no_telephone_numbers_to_give_and_the_answer_says_what_to_do()
    {
        await using var talk = await Talk.Begin();

        Assert.Equal(
            "Liên hệ\nLương Thị Thu Ngân\nTôi không lưu số điện thoại. Đồng chí tìm tên trong Teams để nhắn tin hoặc gọi.\nLương Thị Thu Ngân – Tài khoản Teams: ngan.ltt@hdnd.example.org" + Source,
            await talk.Say("cho em xin số điện thoại của phó bí thư", by: "m05"));
    }

    [Fact]
    public async Task What_is_asked_about_members_in_a_group_is_answered_to_the_asker_alone()
    {
        await using var talk = await Talk.Begin();

        await talk.Say("tháng 12 có ai sinh nhật?", by: "m05", at: Talk.Group);

        Assert.Equal("Tôi đã gửi câu trả lời riêng cho đồng chí.", talk.Last(Talk.Group));
    }
}
