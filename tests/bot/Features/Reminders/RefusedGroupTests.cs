using ChiBoBot.Teams;
using ChiBoBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace ChiBoBot.Tests.Features.Reminders;

/// <summary>A group or chat that refuses a reminder for good gets no further one.</summary>
public class RefusedGroupTests
{
    private const string Other = "19:khac@thread.v2";

    [Fact]
    public async Task After_a_group_has_refused_a_reminder_the_next_goes_to_the_cells_other_group()
    {
        await using var talk = await Talk.Begin();
        await Bind(talk, Other);
        talk.Teams.Refuses[Other] = Delivery.NotInstalled;
        await Remind(talk, "Mai họp.");

        talk.Teams.Refuses.Clear();
        await Remind(talk, "Mai họp lúc 14:00.");

        Assert.Equal([(Talk.Group, "Nhắc việc chi bộ\nMai họp lúc 14:00.")], Reminders(talk));
    }

    [Fact]
    public async Task A_group_that_refused_is_posted_to_again_once_somebody_speaks_to_the_bot_there()
    {
        await using var talk = await Talk.Begin();
        talk.Teams.Refuses[Talk.Group] = Delivery.Gone;
        await Remind(talk, "Mai họp.");

        talk.Teams.Refuses.Clear();
        await talk.Say("trợ giúp", at: Talk.Group);
        await Remind(talk, "Mai họp lúc 14:00.");

        Assert.Equal([(Talk.Group, "Nhắc việc chi bộ\nMai họp lúc 14:00.")], Reminders(talk));
    }

    [Fact]
    public async Task The_secretary_is_told_once_of_a_group_that_refuses_for_good_though_Teams_sent_no_event()
    {
        await using var talk = await Talk.Begin();
        talk.Teams.Refuses[Talk.Group] = Delivery.NotInstalled;
        await Remind(talk, "Mai họp.");
        await Remind(talk, "Mai họp lúc 14:00.");

        await talk.Pass(TimeSpan.FromHours(24));

        var told = Assert.Single(talk.Teams.Posts, post => post.Text.Contains("Tôi không gửi được vào nhóm của chi bộ nữa", StringComparison.Ordinal));
        Assert.Equal(Talk.OwnChat("m01"), told.Conversation);
    }

    private static Task Bind(Talk talk, string id) => talk.Services.GetRequiredService<Groups>().Bind(
        new Conversation(id, Place.Group, "t", new Uri("https://localhost/teams/"), "28:bot"),
        new GroupRow("hdnd", id) { BoundAt = talk.Clock.GetUtcNow().AddMinutes(1) },
        CancellationToken.None);

    private static async Task Remind(Talk talk, string text)
    {
        await talk.Say("nhắc cả chi bộ mai họp");
        await talk.Press("Gửi ngay", inputs: [("text", text), ("where", "group")]);
        await talk.Pass(TimeSpan.FromSeconds(1));
    }

    private static IEnumerable<(string, string)> Reminders(Talk talk) =>
        talk.Teams.Posts.Where(post => post.Text.StartsWith("Nhắc việc chi bộ", StringComparison.Ordinal)).Select(post => (post.Conversation, post.Text));
}
