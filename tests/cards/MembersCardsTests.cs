using System.Text;

namespace ChiBoBot.Cards.Tests;

public class MembersCardsTests
{
    [Fact]
    public void A_cell_of_sixty_fits_into_one_card()
    {
        var members = Enumerable.Repeat(new RosterLine("Nguyễn Thị Hoàng Phương Thảo", "Chi ủy viên, Thư ký · Sinh hoạt tạm thời nơi khác"), 60);
        var card = MembersCards.Roster(new(MembersText.RosterTitle, MembersText.Members(60), [new("Chính thức", "60")], [.. members], "Chi bộ"));

        Assert.InRange(Encoding.Unicode.GetByteCount(CardJson.Indented(card)), 1, 28 * 1024);
    }

    [Fact]
    public void The_secretarys_buttons_carry_ids_that_the_form_has()
    {
        var card = MembersCards.Claim(new("m10", "Nguyễn Văn An", "account", "An", "an@example.org"));

        var confirm = Assert.IsType<ExecuteAction>(card.Body.OfType<ActionSet>().Single().Actions[0]);
        Assert.Equal(
            [("account", "account"), ("answer", ConfirmForm.Yes), ("member", "m10")],
            confirm.Data.OrderBy(one => one.Key).Select(one => (one.Key, one.Value)));
        Assert.Equal(
            ["Account", "Answer", "Member"],
            typeof(ConfirmForm).GetProperties().Select(property => property.Name).Order());
    }
}
