using ChiBoBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace ChiBoBot.Tests.Features.Help;

/// <summary>What a card carries can be edited on its way: ids that no record can have are those of an old card, and no fault of the bot.</summary>
public class EditedCardTests
{
    [Theory]
    [InlineData("members.confirm", "member", "account", "answer")]
    [InlineData("attendance.withdrawAbsence", "meeting")]
    [InlineData("attendance.decideAbsence", "meeting", "member", "answer=yes")]
    [InlineData("attendance.desk", "roll")]
    [InlineData("attendance.mark", "roll", "as=present")]
    [InlineData("reminders.delivery", "reminder")]
    [InlineData("reminders.repeat", "reminder")]
    [InlineData("ledger.undo", "entry")]
    [InlineData("rounds.board", "round")]
    [InlineData("rounds.paper", "round", "member")]
    [InlineData("rating.proposals", "round")]
    [InlineData("assessment.open", "round")]
    [InlineData("targets.record", "id")]
    [InlineData("events.plan", "pending")]
    public async Task An_id_that_no_record_can_have_meets_an_old_card_and_no_fault(string verb, params string[] fields)
    {
        await using var talk = await Talk.Begin();
        Assert.NotNull(talk.Services.GetRequiredService<Routes>().Find(verb));
        Assert.DoesNotContain("Thẻ gửi về thiếu nội dung", await talk.Send(verb, Data("x1")), StringComparison.Ordinal);
        foreach (var id in (string[])["a/b", "audit|a#b", new string('x', 600), " "])
        {
            var seen = await talk.Send(verb, Data(id));

            Assert.DoesNotContain("Xin lỗi", seen, StringComparison.Ordinal);
            Assert.NotEqual("", seen);
        }

        Dictionary<string, string> Data(string id) =>
            fields.Select(field => field.Split('=')).ToDictionary(field => field[0], field => field.Length > 1 ? field[1] : id);
    }
}
