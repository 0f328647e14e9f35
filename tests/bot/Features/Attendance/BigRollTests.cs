using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Tests.Features.Cells;

namespace ChiBoBot.Tests.Features.Attendance;

/// <summary>A cell of more members than one commit or one card's personal views hold.</summary>
public class BigRollTests
{
    private const string Roll = "2026-12-03|dinh-ky-12-2026";

    private static readonly CellFile Big = SampleFiles.Council with
    {
        Members =
        [
            .. SampleFiles.Council.Members,
            .. Enumerable.Range(1, 130).Select(number => new Member($"x{number}", $"Đảng viên {number}", Gender.Male)
            {
                Joined = SampleFiles.Council.Members[0].Joined,
                Official = SampleFiles.Council.Members[0].Official,
                ObjectId = new Guid(number, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7).ToString(),
            }),
        ],
    };

    [Fact]
    public async Task All_but_a_few_are_marked_by_one_press_however_many_they_are()
    {
        await using var talk = await Opened();

        var desk = await talk.Press("Tất cả có mặt, trừ người đã chọn", "m01", null, ("members", "x5,m06"));
        Assert.Contains("Ghi 141 đồng chí có mặt tại Sinh hoạt chi bộ định kỳ tháng 12/2026.", desk, StringComparison.Ordinal);
        Assert.Contains("141/143 có mặt", desk, StringComparison.Ordinal);
        Assert.Equal(141, (await Marks(talk)).Count);
        Assert.Contains("Không có gì", await talk.Press("Tất cả có mặt, trừ người đã chọn", "m01", null, ("members", "x5,m06")), StringComparison.OrdinalIgnoreCase);

        // The ledger holds it in parts, and the last is taken back first.
        await talk.Say("hoàn tác");
        await talk.Press("Hoàn tác");
        Assert.Equal(120, (await Marks(talk)).Count);
        await talk.Say("hoàn tác");
        await talk.Press("Hoàn tác");
        Assert.Equal(60, (await Marks(talk)).Count);
    }

    [Fact]
    public async Task The_card_names_sixty_for_personal_views_and_serves_the_others_by_its_buttons()
    {
        await using var talk = await Opened();
        foreach (var member in Big.Members.Where(member => member.ObjectId is not null))
        {
            await talk.Say("xin chào", member.Id);
        }

        talk.Clock.Advance(TimeSpan.FromSeconds(4));
        await talk.Press("Có mặt", "m01", Talk.Group);
        await talk.Pass(TimeSpan.FromSeconds(4));
        var card = Assert.IsType<Outgoing.Card>(talk.Teams.Posts.Last(post => post.Conversation == Talk.Group).Message).Content;
        Assert.InRange(card.Refresh!.UserIds.Count, 50, 60);

        // The last isn't among them, and sees the sums and the buttons all the same.
        Assert.DoesNotContain("29:" + Big.Members.Single(member => member.Id == "x99").ObjectId, card.Refresh.UserIds);
        Assert.Contains("[Có mặt] [Đến muộn] [Xin vắng]", talk.Last(Talk.Group), StringComparison.Ordinal);
        Assert.Contains("Đồng chí: có mặt", await talk.Press("Có mặt", "x99", Talk.Group), StringComparison.Ordinal);
    }

    private static async Task<Talk> Opened()
    {
        var talk = await Talk.Begin(Big);
        talk.Clock.Advance(new DateTimeOffset(2026, 12, 3, 13, 50, 0, TimeSpan.FromHours(7)) - talk.Clock.GetUtcNow());
        await talk.Say("mở điểm danh");
        await talk.Press("Mở điểm danh");
        await talk.Pass(TimeSpan.FromSeconds(4));
        return talk;
    }

    private static Task<IReadOnlyList<Stored<MarkRow>>> Marks(Talk talk) => talk.Tables.List<MarkRow>(SampleCells.CellId, MarkRow.Of(Roll), default);
}
