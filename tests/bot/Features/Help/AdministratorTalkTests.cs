namespace ChiBoBot.Tests.Features.Help;

/// <summary>Who sets up cells but is in none may talk to the bot too.</summary>
public class AdministratorTalkTests
{
    [Fact]
    public async Task An_administrator_of_no_cell_gets_help_instead_of_a_fault()
    {
        await using var talk = await Talk.Begin();

        Assert.Contains("ChiBoBot giúp được gì?", await talk.Say("trợ giúp", by: Talk.Administrator), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("danh sách đảng viên")]
    [InlineData("chỉ tiêu nào chưa đạt?")]
    [InlineData("mở điểm danh")]
    public async Task An_administrator_of_no_cell_reads_no_record_of_one(string text)
    {
        await using var talk = await Talk.Begin();
        await talk.Say("trợ giúp", by: Talk.Administrator);

        Assert.Equal(
            "Nội dung này tôi chỉ trả lời cho người có trách nhiệm trong chi bộ. Đồng chí cần thì hỏi trực tiếp bí thư chi bộ.",
            await talk.Say(text, by: Talk.Administrator));
    }
}
