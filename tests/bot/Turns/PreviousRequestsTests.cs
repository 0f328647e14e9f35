using ChiBoBot.Cards;
using ChiBoBot.Teams;
using ChiBoBot.Tests.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Tests.Turns;

/// <summary>The question before, in one instance and across several.</summary>
public sealed class PreviousRequestsTests
{
    private readonly FakeClock _clock = new();
    private readonly InMemoryTables _tables = new();

    [Fact]
    public async Task Another_instance_knows_what_was_asked_before()
    {
        await Ask(Instance(), Birthdays("month:08"));

        var before = await Instance().Of("còn tháng 9?", Turn(), default);

        Assert.Equal(Intent.MemberAnniversary, before!.Intent);
        Assert.Equal("month:08", before.Slots.Text("period"));
        Assert.Equal(40, before.Slots.Number("years"));
        Assert.Equal(["phone", "email"], before.Slots.Texts("field"));
    }

    [Fact]
    public async Task The_last_question_counts()
    {
        var here = Instance();
        await Ask(here, Birthdays("month:08"));
        await Ask(here, Birthdays("month:10"));

        Assert.Equal("month:10", (await Instance().Of("còn tháng 9?", Turn(), default))!.Slots.Text("period"));
        Assert.Equal(1, _tables.Count);
    }

    [Fact]
    public async Task After_minutes_it_is_forgotten()
    {
        await Ask(Instance(), Birthdays("month:08"));
        _clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Null(await Instance().Of("còn tháng 9?", Turn(), default));
    }

    [Fact]
    public async Task Nobody_elses_question_and_no_other_chats_counts()
    {
        await Ask(Instance(), Birthdays("month:08"));

        Assert.Null(await Instance().Of("còn tháng 9?", Turn(by: "29:other"), default));
        Assert.Null(await Instance().Of("còn tháng 9?", Turn(where: "a:2"), default));
    }

    [Fact]
    public async Task A_turn_that_asked_nothing_new_shares_nothing()
    {
        var here = Instance();
        await Ask(here, Birthdays("month:08"));
        _clock.Advance(TimeSpan.FromMinutes(4));
        await here.Share(Turn(), default);
        _clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Null(await Instance().Of("còn tháng 9?", Turn(), default));
    }

    [Theory]
    [InlineData(nameof(Intent.ConfidentialRequest))]
    [InlineData(nameof(Intent.UnsafeInput))]
    [InlineData(nameof(Intent.OutOfScope))]
    [InlineData(nameof(Intent.Greeting))]
    public async Task What_is_refused_or_mere_talk_is_not_stored(string intent)
    {
        await Ask(Instance(), new Request(Enum.Parse<Intent>(intent), Slots.None));

        Assert.Equal(0, _tables.Count);
    }

    [Fact]
    public async Task One_instance_alone_stores_nothing_and_still_knows()
    {
        var alone = new PreviousRequests(_tables, isShared: false, _clock);
        await Ask(alone, Birthdays("month:08"));

        Assert.Equal("month:08", (await alone.Of("còn tháng 9?", Turn(), default))!.Slots.Text("period"));
        Assert.Equal(0, _tables.Count);
    }

    private int _turns;

    private PreviousRequests Instance() => new(_tables, isShared: true, _clock);

    private async Task Ask(PreviousRequests instance, Request request)
    {
        var turn = Turn();
        instance.Keep(turn, request);
        await instance.Share(turn, default);
    }

    private Turn Turn(string by = "29:lam", string where = "a:1") => new(
        $"t{++_turns}",
        _clock.GetUtcNow(),
        new Asker("cell", "m01", "Lâm Văn Thử", Role.Member),
        new Sender(by, by, null),
        new Conversation(where, Place.Personal, "tenant", new Uri("https://smba.trafficmanager.net/teams/"), "28:bot"));

    private static Request Birthdays(string period)
    {
        var slots = Slots.Of("period", period);
        slots.Add("years", 40);
        slots.Add("field", (string[])["phone", "email"]);
        return new(Intent.MemberAnniversary, slots);
    }
}
