using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;
using ChiBoBot.Teams;
using ChiBoBot.Tests.Features.Cells;
using ChiBoBot.Turns;

namespace ChiBoBot.Tests.Features.Members;

/// <summary>First contact: nobody is a member on their own word, and two who claim one member get neither.</summary>
public class NewcomersTests
{
    private const string First = "00000000-0000-4000-8000-00000000000a";
    private const string Second = "00000000-0000-4000-8000-00000000000b";
    private const string Upn = "tho.nx@hdnd.example.org";

    [Fact]
    public async Task A_newcomer_is_a_member_only_after_the_secretary_confirmed_it()
    {
        var world = await World();
        world.Connector.Has(First, "Tho.NX@hdnd.example.org");

        var met = await world.Meet(First);

        Assert.Equal("Tài khoản này có thể là của đồng chí Nghiêm Xuân Thọ. Tôi đã ghi yêu cầu để bí thư chi bộ xác nhận; xong đồng chí hỏi lại tôi nhé.", MembersWorld.Text(met));
        Assert.Null(await world.WhoIs(First));
        var (to, card) = Assert.Single(world.Connector.Sent);
        Assert.Equal(SampleCells.SecretaryTeamsId, to);
        Assert.Contains("Đảng viên: Nghiêm Xuân Thọ", card, StringComparison.Ordinal);
        Assert.Contains("[Xác nhận] [Từ chối]", card, StringComparison.Ordinal);

        var said = await world.Confirm("m10", First);

        Assert.Equal("Đã xác nhận tài khoản của đồng chí Nghiêm Xuân Thọ.", MembersWorld.Text(said));
        Assert.Equal(new Asker("hdnd", "m10", "Nghiêm Xuân Thọ", Role.Member), await world.WhoIs(First));
    }

    [Fact]
    public async Task A_refused_account_stays_a_stranger_and_asks_nobody_again()
    {
        var world = await World();
        world.Connector.Has(First, Upn);
        await world.Meet(First);

        Assert.Equal("Đã từ chối. Tài khoản này không được dùng với tên đồng chí Nghiêm Xuân Thọ.", MembersWorld.Text(await world.Confirm("m10", First, ConfirmForm.No)));

        Assert.Null(await world.Meet(First));
        Assert.Null(await world.WhoIs(First));
        Assert.Single(world.Connector.Sent);
    }

    [Theory]
    [InlineData(First, Second)]
    [InlineData(Second, First)]
    public async Task Two_who_claim_one_member_get_neither_and_the_secretary_is_told(string one, string other)
    {
        var world = await World();
        world.Connector.Has(one, Upn);
        world.Connector.Has(other, Upn);
        await world.Meet(one);

        var met = await world.Meet(other);

        Assert.StartsWith("Tài khoản này và một tài khoản khác cùng nhận là một đảng viên", MembersWorld.Text(met), StringComparison.Ordinal);
        Assert.StartsWith("Hai tài khoản cùng nhận một đảng viên", world.Connector.Sent[^1].Text, StringComparison.Ordinal);

        // The card that was sent before the dispute confirms nobody any more.
        Assert.StartsWith("Có nhiều hơn một tài khoản nhận là đồng chí Nghiêm Xuân Thọ.", MembersWorld.Text(await world.Confirm("m10", one)), StringComparison.Ordinal);
        Assert.StartsWith("Có nhiều hơn một tài khoản", MembersWorld.Text(await world.Confirm("m10", other)), StringComparison.Ordinal);
        Assert.Null(await world.WhoIs(one));
        Assert.Null(await world.WhoIs(other));
    }

    [Fact]
    public async Task Two_who_claim_at_the_same_moment_get_neither()
    {
        var world = await World();
        world.Connector.Has(First, Upn);
        world.Connector.Has(Second, Upn);
        world.Tables.Before = () => world.Meet(Second);

        await world.Meet(First);

        Assert.All((await world.Account("m10"))!.Claimants, claimant => Assert.Equal(ClaimState.Disputed, claimant.State));
        Assert.Equal(2, (await world.Account("m10"))!.Claimants.Count);
    }

    [Fact]
    public async Task A_claim_that_comes_while_the_secretary_confirms_stops_the_confirmation()
    {
        var world = await World();
        world.Connector.Has(First, Upn);
        world.Connector.Has(Second, Upn);
        await world.Meet(First);
        world.Tables.Before = () => world.Meet(Second);

        await world.Confirm("m10", First);

        Assert.Null(await world.WhoIs(First));
        Assert.Null(await world.WhoIs(Second));
    }

    [Fact]
    public async Task What_the_secretary_has_confirmed_a_later_claim_cannot_take_away()
    {
        var world = await World();
        world.Connector.Has(First, Upn);
        world.Connector.Has(Second, Upn);
        await world.Meet(First);
        await world.Confirm("m10", First);

        await world.Meet(Second);

        Assert.Equal("m10", (await world.WhoIs(First))!.MemberId);
        Assert.Null(await world.WhoIs(Second));
        Assert.StartsWith("Hai tài khoản cùng nhận một đảng viên", world.Connector.Sent[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressing_twice_and_two_people_pressing_change_nothing_more()
    {
        var world = await World();
        world.Connector.Has(First, Upn);
        await world.Meet(First);
        world.Tables.Before = async () => await world.Confirm("m10", First, ConfirmForm.No);

        // The deputy was faster with a refusal: the secretary's card says so.
        Assert.StartsWith("Đã từ chối.", MembersWorld.Text(await world.Confirm("m10", First)), StringComparison.Ordinal);

        Assert.StartsWith("Đã từ chối.", MembersWorld.Text(await world.Confirm("m10", First)), StringComparison.Ordinal);
        Assert.Null(await world.WhoIs(First));
    }

    [Fact]
    public async Task An_account_without_that_name_is_nobody()
    {
        var world = await World();
        world.Connector.Has(First, "somebody@hdnd.example.org");
        world.Connector.Has(Second, null);

        Assert.Null(await world.Meet(First));
        Assert.Null(await world.Meet(Second));
        Assert.Null(await world.Meet("00000000-0000-4000-8000-00000000000c"));
        Assert.Empty(world.Connector.Sent);
    }

    [Fact]
    public async Task A_member_whose_account_the_file_names_is_not_claimed()
    {
        var world = await World();
        world.Connector.Has(First, "khai.pt@hdnd.example.org");

        Assert.Null(await world.Meet(First));
    }

    [Fact]
    public async Task The_name_of_an_account_is_no_markup_on_the_secretarys_card()
    {
        var world = await World();
        world.Connector.Has(First, Upn);

        await world.Meet(First, "[Bấm *vào* đây](https://example.org)");

        Assert.Contains("Tên trên Teams: Bấm vào đâyhttpsexample.org\n", Assert.Single(world.Connector.Sent).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_is_asked_once_however_often_the_newcomer_writes()
    {
        var world = await World();
        world.Connector.Has(First, Upn);

        await world.Meet(First);
        await world.Meet(First);

        Assert.Single(world.Connector.Sent);
    }

    [Fact]
    public async Task A_secretary_who_could_not_be_reached_is_asked_with_the_next_word()
    {
        var world = await World();
        world.Connector.Has(First, Upn);
        world.Connector.Fails = Delivery.Unavailable;
        await world.Meet(First);
        world.Connector.Fails = null;

        await world.Meet(First);

        Assert.Single(world.Connector.Sent);
    }

    [Fact]
    public async Task Where_nobody_knows_whether_it_was_delivered_it_is_not_sent_again()
    {
        var world = await World();
        world.Connector.Has(First, Upn);
        world.Connector.Fails = Delivery.Unknown;
        await world.Meet(First);
        world.Connector.Fails = null;

        await world.Meet(First);

        Assert.Empty(world.Connector.Sent);
    }

    [Fact]
    public async Task A_secretary_who_never_spoke_to_the_bot_sees_the_claim_with_the_list_of_members()
    {
        var world = await MembersWorld.Create();
        world.Connector.Has(First, Upn);
        await world.Meet(First);
        Assert.Empty(world.Connector.Sent);

        var reply = await world.AskRoster([], await world.Secretary());

        Assert.Contains("Xác nhận người mới", MembersWorld.Text(reply), StringComparison.Ordinal);
        Assert.DoesNotContain("Xác nhận người mới", MembersWorld.Text(await world.AskRoster([])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_the_file_names_later_takes_the_place_of_a_confirmed_one()
    {
        var world = await World();
        world.Connector.Has(First, Upn);
        await world.Meet(First);
        await world.Confirm("m10", First);

        var members = SampleFiles.Council.Members.Select(member => member.Id == "m10" ? member with { ObjectId = Second } : member);
        await world.Import(SampleFiles.Council with { Members = [.. members] });

        Assert.Null(await world.WhoIs(First));
        Assert.Equal("m10", (await world.WhoIs(Second))!.MemberId);
    }

    [Theory]
    [InlineData("m99", First, "yes")]
    [InlineData("m10", Second, "yes")]
    [InlineData("m10", First, "perhaps")]
    public async Task A_press_that_names_no_claim_is_an_old_card(string member, string account, string answer)
    {
        var world = await World();
        world.Connector.Has(First, Upn);
        await world.Meet(First);

        Assert.Equal(TurnsText.OldCard, MembersWorld.Text(await world.Confirm(member, account, answer)));
    }

    /// <summary>A world whose secretary has spoken to the bot before.</summary>
    private static async Task<MembersWorld> World()
    {
        var world = await MembersWorld.Create();
        await world.Secretary();
        return world;
    }
}
