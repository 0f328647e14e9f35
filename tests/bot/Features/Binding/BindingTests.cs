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

    private static string Cell => SampleFiles.Council.Cell.Id;

    private static Groups Groups(Talk talk) => talk.Services.GetRequiredService<Groups>();

    private static void InTheGroup(Talk talk, int members, int outsiders) => talk.Teams.Rosters[NewGroup] =
    [
        .. SampleFiles.Council.Members.Where(member => member.ObjectId is not null).Take(members).Select(member => new RosterMember("29:" + member.ObjectId, member.ObjectId, member.Name, member.Upn, "user")),
        .. Enumerable.Range(0, outsiders).Select(i => new RosterMember("29:khach" + i, "khach" + i, "Khách " + i, null, "user")),
    ];
}
