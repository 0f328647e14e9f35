using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Ledger;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Tests.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Tests.Features.Ledger;

/// <summary>What a press changes is recorded, and the one who pressed can take it back within a day.</summary>
public class LedgerTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(7));

    private readonly InMemoryTables _tables = new();
    private int _turns;

    [Fact]
    public async Task A_new_row_that_is_taken_back_is_gone_and_a_changed_one_is_as_before()
    {
        await _tables.Add(Meeting("họp cũ", id: "old"), default);
        var key = await Do(entry => entry.Add(Meeting("họp mới", id: "new")).Replace(Old(), Meeting("họp đã sửa", id: "old")), "m01");

        var reply = await Undo(key, "m01", Morning.AddHours(2));

        Assert.Equal("Đã hoàn tác: tạo lịch.", Text(reply));
        Assert.Equal("họp cũ", Old().Row.Part.Title);
        Assert.Null(await _tables.Find<PartRow<Event>>("cell", KeyOf("new"), default));
    }

    [Fact]
    public async Task A_removed_row_comes_back()
    {
        await _tables.Add(Meeting("họp cũ", id: "old"), default);
        var key = await Do(entry => entry.Remove(Old()), "m01");

        await Undo(key, "m01", Morning.AddHours(2));

        Assert.Equal("họp cũ", Old().Row.Part.Title);
    }

    [Fact]
    public async Task What_was_changed_again_since_is_not_touched()
    {
        var key = await Do(entry => entry.Add(Meeting("họp", id: "old")), "m01");
        await Do(entry => entry.Replace(Old(), Meeting("họp, dời phòng", id: "old")), "m02");

        var reply = await Undo(key, "m01", Morning.AddHours(2));

        Assert.Equal(
            "Sau đó nội dung này đã được thay đổi tiếp nên không hoàn tác được. Đồng chí xem lại và ghi nội dung đúng.",
            Assert.IsType<Reply.Notice>(reply).Text);
        Assert.Equal("họp, dời phòng", Old().Row.Part.Title);
    }

    [Fact]
    public async Task Nobody_takes_back_what_somebody_else_did()
    {
        var key = await Do(entry => entry.Add(Meeting("họp", id: "old")), "m01");

        var reply = await Undo(key, "m02", Morning.AddHours(2));

        Assert.Equal("Chỉ người đã thay đổi mới hoàn tác được, trong vòng 24 giờ.", Assert.IsType<Reply.Notice>(reply).Text);
        Assert.Equal("họp", Old().Row.Part.Title);
    }

    [Fact]
    public async Task After_a_day_nothing_is_taken_back()
    {
        var key = await Do(entry => entry.Add(Meeting("họp", id: "old")), "m01");

        Assert.IsType<Reply.Replacement>(await Undo(key, "m01", Morning.AddHours(24)));
        key = await Do(entry => entry.Add(Meeting("họp", id: "old")), "m01");
        var reply = await Undo(key, "m01", Morning.AddHours(24).AddSeconds(1));

        Assert.Equal("Đã quá 24 giờ nên không hoàn tác được nữa. Đồng chí ghi lại nội dung đúng.", Assert.IsType<Reply.Notice>(reply).Text);
    }

    [Fact]
    public async Task Pressing_undo_twice_undoes_once_and_says_the_same()
    {
        await _tables.Add(Meeting("họp cũ", id: "old"), default);
        var key = await Do(entry => entry.Replace(Old(), Meeting("họp đã sửa", id: "old")), "m01");
        await Undo(key, "m01", Morning.AddHours(1));
        await Do(entry => entry.Replace(Old(), Meeting("họp sửa lại", id: "old")), "m01");

        var again = await Undo(key, "m01", Morning.AddHours(2));

        Assert.Equal("Đã hoàn tác: tạo lịch.", Text(again));
        Assert.Equal("họp sửa lại", Old().Row.Part.Title);
    }

    [Fact]
    public async Task An_entry_keeps_who_did_what_when_with_the_values_before_and_after_and_an_undo_is_an_entry_too()
    {
        await _tables.Add(Meeting("Hop A", id: "old"), default);
        var key = await Do(entry => entry.Replace(Old(), Meeting("Hop B", id: "old")), "m01");
        await Undo(key, "m01", Morning.AddHours(1));

        var entries = await _tables.List<AuditRow>("cell", AuditRow.Between(Morning.AddDays(-1), Morning.AddDays(1)), default);

        Assert.Equal(["hoàn tác: tạo lịch", "tạo lịch"], entries.Select(stored => stored.Row.What));
        Assert.Equal(["m01", "m01"], entries.Select(stored => stored.Row.By));
        Assert.Equal(Morning.AddHours(1), entries[1].Row.UndoneAt);
        Assert.Equal(Morning, entries[1].Row.At);
        var change = Assert.Single(entries[1].Row.Changes);
        Assert.Contains("Hop A", change.Was, StringComparison.Ordinal);
        Assert.Contains("Hop B", change.Is, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_longer_than_one_property_is_read_whole()
    {
        var agenda = new string('x', 12_000);
        await Do(entry => entry.Add(Meeting(agenda, "one")).Add(Meeting(agenda, "two")).Add(Meeting(agenda, "three")).Add(Meeting(agenda, "four")), "m01");

        var entry = Assert.Single(await _tables.List<AuditRow>("cell", AuditRow.Between(Morning, Morning), default)).Row;

        Assert.Equal(4, entry.Changes.Count);
        Assert.All(entry.Changes, change => Assert.Contains(agenda, change.Is, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_press_delivered_to_two_instances_changes_the_records_once()
    {
        var turn = Turn("m01", Morning);
        await _tables.Commit(new LedgerEntry(turn, "tạo lịch").Add(Meeting("họp", "one")).Changes, default);

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => _tables.Commit(new LedgerEntry(turn, "tạo lịch").Set(null, Meeting("họp", "two")).Changes, default));

        Assert.Equal(Conflict.Exists, conflict.Conflict);
        Assert.Null(await _tables.Find<PartRow<Event>>("cell", KeyOf("two"), default));
    }

    private async Task<string> Do(Func<LedgerEntry, LedgerEntry> what, string by)
    {
        var entry = what(new LedgerEntry(Turn(by, Morning), "tạo lịch"));
        await _tables.Commit(entry.Changes, default);
        return entry.Key;
    }

    private Task<Reply> Undo(string key, string by, DateTimeOffset at) => new UndoEntry(_tables, new Boards(_tables), []).Handle(new UndoForm(key), Turn(by, at), default);

    private Stored<PartRow<Event>> Old() => _tables.Find<PartRow<Event>>("cell", KeyOf("old"), default).Result!;

    private static string KeyOf(string id) => PartRow<Event>.KeyOf($"2026-12-03|{id}");

    private static PartRow<Event> Meeting(string title, string id) => new("cell", new Event(id, EventKind.Regular, title, new DateOnly(2026, 12, 3)));

    private static string Text(Reply reply) => CardText.Of(Assert.IsType<Reply.Replacement>(reply).Content);

    private Turn Turn(string member, DateTimeOffset at) => new(
        $"t{++_turns}",
        at,
        new Asker("cell", member, "Lâm Văn Thử", Role.Member),
        new Sender("29:x", "x", "Lâm Văn Thử"),
        new Conversation("a:1", Place.Personal, "tenant", new Uri("https://localhost/"), "28:bot"));
}
