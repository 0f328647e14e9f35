using ChiBoBot.Turns;

namespace ChiBoBot.Tests.Features.Members;

/// <summary>What is answered to questions about members and posts, word for word.</summary>
public class AskMembersTests
{
    [Fact]
    public async Task The_list_stands_by_post_and_then_by_given_name()
    {
        var world = await MembersWorld.Create();

        Assert.Equal(
            """
            Danh sách đảng viên
            14 đảng viên
            Chính thức: 13
            Miễn sinh hoạt: 1
            Nam: 8
            Nữ: 6
            Phan Thế Khải – Bí thư
            Lương Thị Thu Ngân – Phó bí thư
            Đoàn Thị Bích Liên – Chi ủy viên
            Tạ Quang Vĩnh – Chi ủy viên
            Hồ Sỹ Nhượng – Thư ký
            Nghiêm Xuân Thọ – Thu đảng phí
            Trịnh Hữu Cương
            Cao Thị Hồng Diệp
            Thái Thị Quỳnh Giao – Miễn sinh hoạt
            Viên Thị Mỹ Hằng
            Lục Đức Kỳ
            Quách Minh Hoàng Sơn
            Mạc Văn Trưởng
            Khổng Thị Ái Vân
            Chi bộ Công tác Hội đồng nhân dân · tính đến ngày 22/11/2026
            """.ReplaceLineEndings("\n"),
            MembersWorld.Text(await world.AskRoster([])));
    }

    [Fact]
    public async Task A_number_is_answered_with_the_number_and_what_it_is_made_of()
    {
        var world = await MembersWorld.Create();

        var reply = await world.AskRoster(new() { { "want", "count" } });

        Assert.Equal(
            """
            Số đảng viên của chi bộ
            14 đảng viên
            Chính thức: 13
            Miễn sinh hoạt: 1
            Nam: 8
            Nữ: 6
            Chi bộ Công tác Hội đồng nhân dân · tính đến ngày 22/11/2026
            """.ReplaceLineEndings("\n"),
            MembersWorld.Text(reply));
        Assert.Equal(Audience.Asker, reply.For);
    }

    [Fact]
    public async Task Women_are_counted_apart()
    {
        var world = await MembersWorld.Create();

        Assert.Contains("6 đảng viên nữ\n", MembersWorld.Text(await world.AskRoster(new() { { "gender", "female" } })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_young_are_those_whose_birthday_has_not_come()
    {
        var world = await MembersWorld.Create();

        var text = MembersWorld.Text(await world.AskRoster(new() { { "age_under", 35 } }));

        Assert.Contains("1 đảng viên dưới 35 tuổi\n", text, StringComparison.Ordinal);
        Assert.Contains("Quách Minh Hoàng Sơn", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_is_not_understood_is_said_to_be_so()
    {
        var world = await MembersWorld.Create();

        Assert.Contains(
            "Tôi chưa lọc được theo điều kiện đồng chí nêu nên gửi toàn bộ danh sách.",
            MembersWorld.Text(await world.AskRoster(new() { { "filter", "managed" } })),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secretary", "Bí thư: Phan Thế Khải")]
    [InlineData("deputy_secretary", "Phó bí thư: Lương Thị Thu Ngân")]
    [InlineData("clerk", "Thư ký: Hồ Sỹ Nhượng")]
    [InlineData("dues_collector", "Thu đảng phí: Nghiêm Xuân Thọ")]
    [InlineData("council_leader", "Phó Chủ tịch Hội đồng nhân dân tỉnh: Phan Thế Khải")]
    public async Task A_post_is_answered_with_its_holder(string post, string holder)
    {
        var world = await MembersWorld.Create();

        Assert.Contains(holder + "\n", MembersWorld.Text(await world.AskPost(new() { { "post", post } })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_committee_is_the_secretary_the_deputy_and_its_members()
    {
        var world = await MembersWorld.Create();

        Assert.Equal(
            """
            Chi ủy
            Bí thư: Phan Thế Khải
            Phó bí thư: Lương Thị Thu Ngân
            Chi ủy viên: Đoàn Thị Bích Liên
            Chi ủy viên: Tạ Quang Vĩnh
            Chi bộ Công tác Hội đồng nhân dân · tính đến ngày 22/11/2026
            """.ReplaceLineEndings("\n"),
            MembersWorld.Text(await world.AskPost(new() { { "post", "committee_member" } })));
    }

    [Fact]
    public async Task A_post_that_nobody_holds_is_said_to_be_free()
    {
        var world = await MembersWorld.Create();
        var between = new DateTimeOffset(2023, 10, 5, 8, 0, 0, TimeSpan.FromHours(7));

        Assert.Equal("Hiện chưa có đồng chí nào giữ chức vụ: Phó bí thư.", MembersWorld.Text(await world.AskPost(new() { { "post", "deputy_secretary" } }, between)));
    }

    [Fact]
    public async Task Who_holds_a_post_now_is_no_answer_to_who_held_it_before()
    {
        var world = await MembersWorld.Create();

        Assert.Equal(
            "Tôi chỉ trả lời được chức vụ hiện nay. Về thời gian trước, đồng chí xem hồ sơ của chi bộ nhé.",
            MembersWorld.Text(await world.AskPost(new() { { "post", "secretary" }, { "period", "last_term" } })));
    }

    [Fact]
    public async Task A_persons_posts_and_job_are_told()
    {
        var world = await MembersWorld.Create();

        Assert.Contains("Tạ Quang Vĩnh: Chi ủy viên · Trưởng Ban Kinh tế – Ngân sách\n", MembersWorld.Text(await world.AskPost(new() { { "person", "Tạ Quang Vĩnh" } })), StringComparison.Ordinal);
        Assert.Contains("Lục Đức Kỳ: Không giữ chức vụ · Trưởng phòng Thông tin – Dân nguyện\n", MembersWorld.Text(await world.AskPost(new() { { "person", "Lục Đức Kỳ" } })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ones_own_post_is_told()
    {
        var world = await MembersWorld.Create();

        Assert.Contains("Hồ Sỹ Nhượng: Thư ký", MembersWorld.Text(await world.AskPost(new() { { "person", "self" } })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_left_is_in_the_cell_no_more()
    {
        var world = await MembersWorld.Create();

        Assert.Equal("Tôi không thấy đồng chí Vi Thanh Tùng trong chi bộ.", MembersWorld.Text(await world.AskPost(new() { { "person", "Vi Thanh Tùng" } })));
    }

    [Fact]
    public async Task A_duty_is_looked_for_in_words()
    {
        var world = await MembersWorld.Create();

        Assert.Contains("Trưởng ban Nữ công: Đoàn Thị Bích Liên\n", MembersWorld.Text(await world.AskPost(new() { { "duty", "nữ công" } })), StringComparison.Ordinal);
        Assert.Equal("Tôi chưa thấy ghi đồng chí nào phụ trách “văn nghệ”.", MembersWorld.Text(await world.AskPost(new() { { "duty", "văn nghệ" } })));
    }

    [Fact]
    public async Task No_answer_holds_an_account()
    {
        var world = await MembersWorld.Create();

        Assert.DoesNotContain("@", MembersWorld.Text(await world.AskRoster([])), StringComparison.Ordinal);
        Assert.DoesNotContain("@", MembersWorld.Text(await world.AskPost([])), StringComparison.Ordinal);
    }
}
