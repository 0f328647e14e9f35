using ChiBoBot.Cards;
using ChiBoBot.Features.Attendance;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Turns;

namespace ChiBoBot.Tests.Features.Attendance;

/// <summary>What members say before a meeting: for the committee and the clerk, and their own to take back. It is Sunday, 22/11/2026, 08:00.</summary>
public class OpinionTalkTests
{
    private const string December = "dinh-ky-12-2026";

    [Fact]
    public async Task An_opinion_goes_to_the_committee_in_its_own_words_and_nowhere_else()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("xin chào");

        Assert.Contains("Chỉ chi ủy, thư ký và đồng chí xem được.", await talk.Say("góp ý trước cho cuộc họp", "m06"), StringComparison.Ordinal);
        var given = await talk.Press("Gửi góp ý", "m06", null, ("about", Point(talk, "– 2. ")), ("text", "Nên giao rõ người chịu trách nhiệm từng việc."));
        Assert.Contains("✔ Đã gửi, 45/1.000 ký tự.", given, StringComparison.Ordinal);
        Assert.Contains("Đồng chí đã gửi\n", given, StringComparison.Ordinal);

        // The committee and the clerk read it; another member doesn't, nor does the group.
        var read = await talk.Say("xem góp ý trước cuộc họp", "m05");
        Assert.Contains("1 góp ý\n", read, StringComparison.Ordinal);
        Assert.Contains("Nên giao rõ người chịu trách nhiệm từng việc.", read, StringComparison.Ordinal);
        Assert.Contains("tôi không sửa và không nhận xét.", read, StringComparison.Ordinal);
        Assert.DoesNotContain("Nên giao", await talk.Say("xem góp ý trước cuộc họp", "m07"), StringComparison.Ordinal);
        Assert.DoesNotContain("Nên giao", await talk.Say("góp ý của tôi", "m07"), StringComparison.Ordinal);
        await talk.Say("xem góp ý trước cuộc họp", "m01", Talk.Group);
        Assert.DoesNotContain(talk.Teams.Posts, post => post.Conversation == Talk.Group && post.Text.Contains("Nên giao", StringComparison.Ordinal));

        // A day before the meeting the secretary has them on one card; what comes later is seen on the same.
        await talk.Pass(TimeSpan.FromDays(10) + TimeSpan.FromHours(7));
        Assert.Contains("Góp ý gửi trước\nSinh hoạt chi bộ định kỳ tháng 12/2026", talk.Last(Talk.OwnChat("m01")), StringComparison.Ordinal);
        Assert.Contains("1 góp ý\n", talk.Last(Talk.OwnChat("m01")), StringComparison.Ordinal);
        await talk.Say("góp ý trước", "m07");
        await talk.Press("Gửi góp ý", "m07", null, ("about", December), ("text", "Đề nghị họp đúng giờ."));
        await talk.Pass(TimeSpan.FromMinutes(2));
        Assert.Contains("2 góp ý\n", Assert.Single(talk.Teams.Posts, post => post.Conversation == Talk.OwnChat("m01") && post.Text.Contains("2 góp ý", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_author_takes_it_back_until_the_meeting_and_nobody_reads_it_any_more()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("góp ý trước", "m06");
        await talk.Press("Gửi góp ý", "m06", null, ("about", December), ("text", "Ý thứ nhất."));
        var key = December + "|" + Assert.Single(await Rows(talk)).Id;

        // Another's key takes nothing back.
        await talk.Send(OpinionCards.WithdrawVerb, new() { ["opinion"] = key }, "m07");
        Assert.Single(await Rows(talk));
        Assert.Contains("✔ Đã rút. Từ nay tôi không cho ai xem góp ý này nữa.", await talk.Press("Rút góp ý đã chọn", "m06", null, ("opinion", key)), StringComparison.Ordinal);
        Assert.Empty(await Rows(talk));
        Assert.Equal("Chưa có góp ý nào gửi trước.", await talk.Say("xem góp ý", "m01"));

        await talk.Say("góp ý trước", "m06");
        await talk.Press("Gửi góp ý", "m06", null, ("about", December), ("text", "Ý thứ hai."));
        talk.Clock.Advance(new DateTimeOffset(2026, 12, 3, 14, 0, 0, TimeSpan.FromHours(7)) - talk.Clock.GetUtcNow());
        Assert.Contains("Cuộc họp này đã bắt đầu", await talk.Press("Gửi góp ý", "m06", null, ("about", December), ("text", "Muộn rồi.")), StringComparison.Ordinal);
        Assert.Single(await Rows(talk));
    }

    [Fact]
    public async Task What_is_withdrawn_goes_from_the_secretarys_card_also_where_the_cell_has_no_group()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("xin chào");
        await talk.Say("góp ý trước", "m06");
        await talk.Press("Gửi góp ý", "m06", null, ("about", December), ("text", "Ý thứ nhất."));
        await talk.Pass(TimeSpan.FromDays(10) + TimeSpan.FromHours(7));
        Assert.Contains("Ý thứ nhất.", talk.Last(Talk.OwnChat("m01")), StringComparison.Ordinal);

        await talk.Tables.Commit(Change.Delete(new GroupRow(SampleCells.CellId, Talk.Group) { BoundAt = default }, Azure.ETag.All), default);
        await talk.Press("Rút góp ý đã chọn", "m06", null, ("opinion", December + "|" + Assert.Single(await Rows(talk)).Id));
        await talk.Pass(TimeSpan.FromMinutes(2));
        Assert.Contains("Không có góp ý", talk.Last(Talk.OwnChat("m01")), StringComparison.Ordinal);
        Assert.DoesNotContain(talk.Teams.Posts, post => post.Conversation == Talk.OwnChat("m01") && post.Text.Contains("Ý thứ nhất.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_secretary_reads_them_a_day_before_also_where_the_meeting_comes_forward()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("góp ý trước", "m06");
        await talk.Press("Gửi góp ý", "m06", null, ("about", December), ("text", "Ý thứ nhất."));
        await talk.Say("dời lịch sinh hoạt chi bộ sang 14h ngày 27/11");
        await talk.Press("Dời lịch", "m01", null, ("event", December), ("date", "2026-11-27"), ("time", "14:00"));

        await talk.Pass(TimeSpan.FromDays(4));
        Assert.DoesNotContain("Ý thứ nhất.", Written(talk, "m01"), StringComparison.Ordinal);
        await talk.Pass(TimeSpan.FromHours(7));
        Assert.Contains("Ý thứ nhất.", Written(talk, "m01"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspended_secretary_is_not_sent_what_they_may_not_ask_for()
    {
        var council = Cells.SampleFiles.Council;
        await using var talk = await Talk.Begin(council with
        {
            Members = [.. council.Members.Select(member => member.Id == "m01" ? member with { Standings = [new(Standing.Suspended, PartialDate.Parse("2026-11-01"))] } : member)],
        });
        await talk.Say("xin chào", "m01");
        await talk.Say("xin chào", "m02");
        await talk.Say("góp ý trước", "m06");
        await talk.Press("Gửi góp ý", "m06", null, ("about", December), ("text", "Ý thứ nhất."));
        await talk.Pass(TimeSpan.FromDays(10) + TimeSpan.FromHours(7));

        Assert.DoesNotContain("Ý thứ nhất.", Written(talk, "m01"), StringComparison.Ordinal);
        Assert.Contains("Ý thứ nhất.", Written(talk, "m02"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_opinion_of_the_night_before_rings_in_the_morning()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("xin chào");
        talk.Clock.Advance(new DateTimeOffset(2026, 12, 2, 23, 30, 0, TimeSpan.FromHours(7)) - talk.Clock.GetUtcNow());
        await talk.Say("góp ý trước", "m06");
        await talk.Press("Gửi góp ý", "m06", null, ("about", December), ("text", "Ý thứ nhất."));
        await talk.Pass(TimeSpan.FromHours(1));
        Assert.DoesNotContain("Ý thứ nhất.", talk.Last(Talk.OwnChat("m01")), StringComparison.Ordinal);

        await talk.Pass(TimeSpan.FromHours(8));
        Assert.Contains("Ý thứ nhất.", talk.Last(Talk.OwnChat("m01")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_opinion_stays_with_its_point_whatever_is_put_before_it_and_asks_again_where_that_is_gone()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("góp ý trước", "m06");
        var point = Point(talk, "– 2. ");
        var was = (await talk.Tables.Find<PartRow<Event>>(SampleCells.CellId, PartRow<Event>.KeyOf("2026-12-03|" + December), default))!.Row;
        await talk.Tables.Put(was with { Part = was.Part with { Agenda = [new("Việc mới"), .. was.Part.Agenda] } }, default);
        await talk.Press("Gửi góp ý", "m06", null, ("about", point), ("text", "Ý thứ nhất."));
        Assert.Equal(was.Part.Agenda[1].Text, Assert.Single(await Rows(talk)).Item);

        await talk.Tables.Put(was with { Part = was.Part with { Agenda = [new("Việc mới")] } }, default);
        Assert.Contains("Nội dung cuộc họp vừa được sửa. Đồng chí chọn lại nội dung rồi gửi.", await talk.Press("Gửi góp ý", "m06", null, ("about", point), ("text", "Ý thứ hai.")), StringComparison.Ordinal);
        Assert.Equal("Ý thứ hai.", talk.Input("m06", "text"));
        Assert.Single(await Rows(talk));
    }

    [Fact]
    public async Task Who_said_as_much_as_may_be_said_still_gets_the_form_and_takes_it_back()
    {
        var meetings = Enumerable.Range(1, 4).Select(number => new Event($"e-{number}{new string('0', 23)}", EventKind.Regular, $"Sinh hoạt {number}", new DateOnly(2026, 12, number))
        {
            Time = new(14, 0),
            Agenda = [.. Enumerable.Range(1, 15).Select(point => new AgendaItem($"{number}.{point} {new string('đ', 190)}"))],
        }).ToList();
        await using var talk = await Talk.Begin(Cells.SampleFiles.Council with { Events = meetings });
        foreach (var (number, meeting) in Enumerable.Range(0, 40).Select(number => (number, meetings[number / 10])))
        {
            var row = new OpinionRow(SampleCells.CellId, meeting.Id, "m06", $"{number:00}{new string('0', 22)}", new string('ý', 1000)) { At = talk.Clock.GetUtcNow().AddSeconds(number), Item = meeting.Agenda[0].Text };
            await talk.Tables.Put(row, default);
        }

        Assert.Contains("Ngoài ra còn 20 góp ý gửi trước đó.", await talk.Say("góp ý trước", "m06"), StringComparison.Ordinal);
        Assert.Contains("✔ Đã rút.", await talk.Press("Rút góp ý đã chọn", "m06", null, ("opinion", $"{meetings[3].Id}|39{new string('0', 22)}")), StringComparison.Ordinal);
        Assert.Contains("Đồng chí đã gửi 10 góp ý", await talk.Press("Gửi góp ý", "m06", null, ("about", meetings[0].Id), ("text", new string('ý', 1000))), StringComparison.Ordinal);
        Assert.InRange(talk.LargestCard, 1, 28 * 1024);
    }

    [Fact]
    public async Task What_is_empty_or_too_long_is_said_and_stays_in_the_field()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("góp ý trước", "m06");

        Assert.Contains("Đồng chí viết góp ý vào ô trước khi gửi.", await talk.Press("Gửi góp ý", "m06", null, ("about", December), ("text", "  ")), StringComparison.Ordinal);
        Assert.Contains("Dài 1.001/1.000 ký tự: đồng chí rút bớt 1 ký tự.", await talk.Press("Gửi góp ý", "m06", null, ("about", December), ("text", new string('a', 1001))), StringComparison.Ordinal);
        Assert.Equal(1001, talk.Input("m06", "text")!.Length);
        Assert.Empty(await Rows(talk));
    }

    [Fact]
    public async Task Where_no_meeting_is_to_come_or_nothing_was_said_it_is_said()
    {
        await using var talk = await Talk.Begin(Cells.SampleFiles.Council with { Events = [] });

        Assert.Equal("Trong hai tháng tới chưa có lịch cuộc họp nào triệu tập đồng chí.", await talk.Say("góp ý trước", "m06"));
        Assert.Equal("Chưa có góp ý nào gửi trước.", await talk.Say("xem góp ý", "m01"));
    }

    /// <summary>The value of the December meeting's point that begins so, in the form that m06 sees.</summary>
    private static string Point(Talk talk, string title) =>
        talk.Teams.Posts.Last(post => post.Conversation == Talk.OwnChat("m06")).Message is Outgoing.Card card
            ? card.Content.Body.OfType<ChoiceInput>().Single(input => input.Id == "about").Choices.First(choice => choice.Value.StartsWith(December, StringComparison.Ordinal) && choice.Title.StartsWith(title, StringComparison.Ordinal)).Value
            : "";

    private static async Task<IReadOnlyList<OpinionRow>> Rows(Talk talk) =>
        [.. (await talk.Tables.List<OpinionRow>(SampleCells.CellId, OpinionRow.Of(December), default)).Select(row => row.Row)];

    /// <summary>Everything that stands in somebody's own chat: what is due at one time comes in any order.</summary>
    private static string Written(Talk talk, string member) => string.Join('\n', talk.Teams.Posts.Where(post => post.Conversation == Talk.OwnChat(member)).Select(post => post.Text));
}
