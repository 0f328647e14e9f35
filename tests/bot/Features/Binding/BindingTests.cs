using ChiBoBot.Teams;
using ChiBoBot.Tests.Features.Cells;
using ChiBoBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace ChiBoBot.Tests.Features.Binding;

/// <summary>The secretary says in a group that it is the cell's own.</summary>
public class BindingTests
{
    private const string NewGroup = "19:moi@thread.v2";

    [Fact]
    public async Task The_secretary_sees_who_is_in_the_group_and_presses()
    {
        await using var talk = await Talk.Begin();
        InTheGroup(talk, members: 5, outsiders: 1);

        talk.Clock.Advance(TimeSpan.FromMinutes(1));
        var card = await talk.Say("gắn nhóm này với chi bộ", at: NewGroup);
        Assert.Contains("Trong nhóm có 5/14 đảng viên", card, StringComparison.Ordinal);
        Assert.Contains("Còn 1 người không có trong danh sách", card, StringComparison.Ordinal);
        Assert.Equal(Talk.Group, (await Groups(talk).Of(Cell, default))!.Id);

        Assert.Contains("Đã gắn nhóm", await talk.Press("Gắn nhóm"), StringComparison.Ordinal);
        Assert.Equal(NewGroup, (await Groups(talk).Of(Cell, default))!.Id);
    }

    [Fact]
    public async Task A_group_without_a_single_member_of_the_cell_is_not_bound()
    {
        await using var talk = await Talk.Begin();
        InTheGroup(talk, members: 0, outsiders: 3);

        Assert.Contains("không thấy đảng viên nào", await talk.Say("gắn nhóm này với chi bộ", at: NewGroup), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_cells_group_is_not_taken_away()
    {
        await using var talk = await Talk.Begin();
        InTheGroup(talk, members: 5, outsiders: 0);
        await talk.Say("xin chào", at: NewGroup);
        var conversations = talk.Services.GetRequiredService<Conversations>();
        await conversations.Bind((await conversations.Find(NewGroup, default))!.Conversation, "khac", default);

        Assert.Contains("đang gắn với một chi bộ khác", await talk.Say("gắn nhóm này với chi bộ", at: NewGroup), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_without_that_post_binds_nothing()
    {
        await using var talk = await Talk.Begin();
        InTheGroup(talk, members: 5, outsiders: 0);

        Assert.DoesNotContain("Trong nhóm có", await talk.Say("gắn nhóm này với chi bộ", by: "m05", at: NewGroup), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unbound_group_is_not_posted_to_any_more()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("bỏ gắn nhóm này", at: Talk.Group);
        await talk.Press("Bỏ gắn");

        Assert.Null(await Groups(talk).Of(Cell, default));
    }

    [Fact]
    public async Task A_group_that_the_bot_was_removed_from_is_not_posted_to_until_it_is_back()
    {
        await using var talk = await Talk.Begin();
        var conversations = talk.Services.GetRequiredService<Conversations>();
        var group = (await conversations.Find(Talk.Group, default))!.Conversation;
        await conversations.Uninstalled(group, default);
        Assert.Null(await Groups(talk).Of(Cell, default));

        await conversations.Seen(group, default);
        Assert.Equal(Talk.Group, (await Groups(talk).Of(Cell, default))!.Id);
    }

    [Fact]
    public async Task What_belongs_into_a_group_that_the_bot_was_removed_from_waits_until_it_is_back_and_the_secretary_is_told_once()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("nhắc cả chi bộ mai họp");
        await talk.Press("Hẹn giờ gửi", inputs: [("text", "Mai họp chi bộ."), ("where", "group"), ("date", "2026-11-23"), ("time", "08:00")]);
        var group = (await talk.Services.GetRequiredService<Conversations>().Find(Talk.Group, default))!.Conversation;
        await Hear(talk, new Inbound.Uninstalled(From(group, "away-1")));
        await Hear(talk, new Inbound.Uninstalled(From(group, "away-2")));
        await Hours(talk, 25);

        // It is a Sunday: the secretary is told on Monday morning.
        Assert.Single(talk.Teams.Posts, post => post.Text.Contains("Tôi không gửi được vào nhóm của chi bộ nữa", StringComparison.Ordinal));
        Assert.DoesNotContain(talk.Teams.Posts, post => post.Conversation == Talk.Group);

        await Hear(talk, new Inbound.Installed(From(group, "back"), IsUpgrade: false));
        await Hours(talk, 1);
        Assert.Contains("Mai họp chi bộ.", talk.Last(Talk.Group), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_for_a_group_too_long_is_dropped_and_that_is_said()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("nhắc cả chi bộ mai họp");
        await talk.Press("Hẹn giờ gửi", inputs: [("text", "Mai họp chi bộ."), ("where", "group"), ("date", "2026-11-23"), ("time", "08:00")]);
        await Hear(talk, new Inbound.Uninstalled(From((await talk.Services.GetRequiredService<Conversations>().Find(Talk.Group, default))!.Conversation, "away")));
        await Hours(talk, 48);

        Assert.DoesNotContain(talk.Teams.Posts, post => post.Conversation == Talk.Group);
        Assert.Contains("1 không gửi vì đã quá muộn", await talk.Say("lời nhắc gửi đến đâu rồi?"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("teamArchived", "teamUnarchived", true)]
    [InlineData("teamDeleted", "teamRestored", true)]
    [InlineData("channelDeleted", "channelRestored", false)]
    public async Task A_channel_that_is_gone_with_or_without_its_team_is_not_posted_to_until_it_is_back(string gone, string back, bool ofTeam)
    {
        await using var talk = await Talk.Begin();
        var general = new Conversation("19:doi@thread.tacv2", Place.Channel, SampleFiles.Council.Cell.TenantId, new Uri("https://localhost/teams/"), "28:bot") { TeamId = "19:doi@thread.tacv2", ChannelId = "19:doi@thread.tacv2" };
        var channel = general with { Id = "19:kenh@thread.tacv2", ChannelId = "19:kenh@thread.tacv2" };
        await Groups(talk).Bind(channel, new GroupRow(Cell, channel.Id) { BoundAt = talk.Clock.GetUtcNow().AddMinutes(1) }, default);
        Assert.Equal(channel.Id, (await Groups(talk).Of(Cell, default))!.Id);

        // Teams speaks of a channel in the team's own conversation.
        var where = ofTeam ? general : general with { ChannelId = channel.Id };
        await Hear(talk, new Inbound.ConversationChanged(From(where, "rename"), "channelRenamed", "Kênh mới"));
        Assert.Equal(channel.Id, (await Groups(talk).Of(Cell, default))!.Id);

        // The cell has another group, which serves meanwhile; nobody is told.
        await Hear(talk, new Inbound.ConversationChanged(From(where, "gone"), gone, null));
        Assert.Equal(Talk.Group, (await Groups(talk).Of(Cell, default))!.Id);
        await Hours(talk, 25);
        Assert.DoesNotContain(talk.Teams.Posts, post => post.Text.Contains("Tôi không gửi được", StringComparison.Ordinal));

        await Hear(talk, new Inbound.ConversationChanged(From(where, "back"), back, null));
        Assert.Equal(channel.Id, (await Groups(talk).Of(Cell, default))!.Id);
    }

    [Fact]
    public async Task What_befalls_a_strangers_group_is_no_matter()
    {
        await using var talk = await Talk.Begin();
        var strange = new Conversation("19:la@thread.tacv2", Place.Channel, SampleFiles.Council.Cell.TenantId, new Uri("https://localhost/teams/"), "28:bot") { TeamId = "19:la@thread.tacv2" };
        await Hear(talk, new Inbound.ConversationChanged(From(strange, "gone"), "teamDeleted", null));

        Assert.Equal(Talk.Group, (await Groups(talk).Of(Cell, default))!.Id);
    }

    private static Task<Answer> Hear(Talk talk, Inbound inbound) => talk.Services.GetRequiredService<IReceiver>().Receive(inbound, default);

    private static Envelope From(Conversation conversation, string id) => new(id, new Sender("29:somebody", null, null), conversation);

    private static async Task Hours(Talk talk, int hours)
    {
        for (var i = 0; i < hours * 2; i++)
        {
            await talk.Pass(TimeSpan.FromMinutes(30));
        }
    }

    private static string Cell => SampleFiles.Council.Cell.Id;

    private static Groups Groups(Talk talk) => talk.Services.GetRequiredService<Groups>();

    private static void InTheGroup(Talk talk, int members, int outsiders) => talk.Teams.Rosters[NewGroup] =
    [
        .. SampleFiles.Council.Members.Where(member => member.ObjectId is not null).Take(members).Select(member => new RosterMember("29:" + member.ObjectId, member.ObjectId, member.Name, member.Upn, "user")),
        .. Enumerable.Range(0, outsiders).Select(i => new RosterMember("29:khach" + i, "khach" + i, "Khách " + i, null, "user")),
    ];
}
