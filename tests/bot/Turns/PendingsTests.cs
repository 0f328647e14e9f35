using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Tests.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Tests.Turns;

/// <summary>A command waits for the press of the one who gave it, a day long, and is carried out once.</summary>
public class PendingsTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(7));

    private readonly InMemoryTables _tables = new();
    private readonly Pendings _pendings;

    public PendingsTests() => _pendings = new Pendings(_tables);

    [Fact]
    public async Task What_was_understood_is_there_at_the_press()
    {
        var id = await Keep("m01", Morning);

        Assert.Equal("x", (await Find("m01", id, Morning.AddHours(23)))!.Content.Name);
    }

    [Fact]
    public async Task Nobody_presses_somebody_elses_command()
    {
        var id = await Keep("m01", Morning);

        Assert.Null(await Find("m02", id, Morning));
    }

    [Fact]
    public async Task After_a_day_it_is_old()
    {
        var id = await Keep("m01", Morning);

        Assert.NotNull(await Find("m01", id, Morning.AddDays(1)));
        Assert.Null(await Find("m01", id, Morning.AddDays(1).AddSeconds(1)));
    }

    [Fact]
    public async Task Of_two_presses_at_once_one_wins()
    {
        var id = await Keep("m01", Morning);
        var first = await Find("m01", id, Morning);
        var second = await Find("m01", id, Morning);

        await _tables.Commit([first!.Done], default);

        Assert.Equal(Conflict.Missing, (await Assert.ThrowsAsync<ConflictException>(() => _tables.Commit([second!.Done], default))).Conflict);
    }

    [Fact]
    public async Task A_withdrawn_command_is_gone_and_the_others_remain()
    {
        var id = await Keep("m01", Morning);
        var other = await Keep("m01", Morning.AddMinutes(1), turn: "t2");

        var open = await _pendings.Open(Turn("m01", Morning.AddMinutes(2), "t3"), default);
        await _pendings.Withdraw([open[^1]], default);

        Assert.Equal([other, id], open.Select(row => row.Id));
        Assert.Null(await Find("m01", id, Morning.AddMinutes(2)));
        Assert.NotNull(await Find("m01", other, Morning.AddMinutes(2)));
    }

    [Fact]
    public async Task The_same_text_delivered_again_waits_once()
    {
        await Keep("m01", Morning);
        await Keep("m01", Morning);

        Assert.Equal(1, _tables.Count);
    }

    [Fact]
    public async Task What_lay_for_more_than_a_day_is_cleared_away_by_the_next_command()
    {
        await Keep("m01", Morning);
        await Keep("m01", Morning.AddDays(2), turn: "t2");

        Assert.Equal(1, _tables.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData("a|b")]
    public async Task What_is_no_id_finds_nothing(string id) => Assert.Null(await Find("m01", id, Morning));

    private Task<string> Keep(string member, DateTimeOffset at, string turn = "t1") =>
        _pendings.Keep(Turn(member, at, turn), "test.do", "làm thử", new TestForm("x"), TestJson.Default.TestForm, default);

    private Task<Pending<TestForm>?> Find(string member, string id, DateTimeOffset at) =>
        _pendings.Find(Turn(member, at, "t9"), "test.do", id, TestJson.Default.TestForm, default);

    private static Turn Turn(string member, DateTimeOffset at, string id) => new(
        id,
        at,
        new Asker("cell", member, "Lâm Văn Thử", Role.Member),
        new Sender("29:x", "x", "Lâm Văn Thử"),
        new Conversation("a:1", Place.Personal, "tenant", new Uri("https://localhost/"), "28:bot"));
}
